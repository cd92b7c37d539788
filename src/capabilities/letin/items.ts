import { dayOf, daysBetween, type Instant } from '../../base/time.ts';

/** done: nothing to do; open: to be done before the team comes in; yours: only a person can tell. */
export type LetInState = 'done' | 'open' | 'yours';

export type LetInItem = {
  key: 'address' | 'sign-in' | 'mail' | 'key' | 'backup' | 'updates';
  title: string;
  state: LetInState;
  /** How it stands, in a sentence. */
  text: string;
  /** What to do; null: nothing. */
  todo: string | null;
  /** The page where it is done; null: on the server. */
  page: string | null;
  /** The section of docs/let-your-team-in.md that goes through it. */
  section: string;
};

/** What is known of this install and of who may sign in to the firm. */
export type LetInFacts = {
  address: string | null;
  mail: boolean;
  /** Accounts of the firm. */
  members: number;
  owners: number;
  /** Accounts of the firm with a passkey, codes of an app or single sign-on. */
  strong: number;
  providers: number;
  /** When a backup was last written down; null: never. */
  lastBackup: Instant | null;
  now: Instant;
};

/** A backup older than this is no backup of what the team does now. */
const BACKUP_DAYS = 7;

/** Everything to see to before the team comes in, what blocks most first. */
export function listItems(facts: LetInFacts): LetInItem[] {
  return [address(facts), signIn(facts), mail(facts), KEY, backup(facts), UPDATES];
}

function address({ address }: LetInFacts): LetInItem {
  const base = { key: 'address', title: 'An address with https', page: null, section: 'A small office' } as const;
  if (address === null)
    return {
      ...base,
      state: 'open',
      text: 'Only this machine can reach Evenkeel.',
      todo: 'On the server, set EVENKEEL_ADDRESS and a certificate or a proxy, then start again.',
    };
  if (!address.startsWith('https:'))
    return {
      ...base,
      state: 'open',
      text: `People reach Evenkeel at ${address}, and what they type can be read on the way.`,
      todo: 'Give it a certificate or a proxy, and set EVENKEEL_ADDRESS to the address with https.',
    };
  return { ...base, state: 'done', text: `People reach Evenkeel at ${address}.`, todo: null };
}

function signIn({ members, owners, strong, providers }: LetInFacts): LetInItem {
  const base = { key: 'sign-in', title: 'Safe ways to sign in', section: 'Who signs in' } as const;
  if (owners === 0)
    return {
      ...base,
      state: 'open',
      text: 'No owner has an account yet: the only way in is the address that the start prints.',
      todo: 'Invite yourself as owner, then the others.',
      page: '/settings/members',
    };
  if (strong === 0)
    return {
      ...base,
      state: 'open',
      text: 'Everyone signs in with a password alone.',
      todo:
        providers > 0
          ? 'Single sign-on is set up: use it once yourself, or add a passkey or codes to your account.'
          : 'Add a passkey or codes of an app to your account, or set up single sign-on.',
      page: providers > 0 ? '/account' : '/settings/sign-in',
    };
  const all = strong >= members;
  return {
    ...base,
    state: 'done',
    text: all
      ? 'Everyone has a passkey, codes of an app or single sign-on.'
      : `${strong} of ${members} accounts have a passkey, codes of an app or single sign-on.`,
    todo: all ? null : 'Ask the others to add one too.',
    page: all ? null : '/settings/members',
  };
}

function mail({ mail }: LetInFacts): LetInItem {
  const base = { key: 'mail', title: 'Mail', section: 'Mail', page: null } as const;
  return mail
    ? {
        ...base,
        state: 'done',
        text: 'Evenkeel can send invitations. Send a test to be sure that they arrive.',
        todo: null,
      }
    : {
        ...base,
        state: 'open',
        text: 'Evenkeel sends no mail: invitations are links that you pass on yourself.',
        todo: 'If you want it to, set EVENKEEL_MAIL and EVENKEEL_MAIL_FROM on the server.',
      };
}

const KEY: LetInItem = {
  key: 'key',
  title: 'The key, kept in a second place',
  state: 'yours',
  text: 'One file opens the secrets that Evenkeel keeps, and it is not in the database: without it a restored backup has no codes and no single sign-on.',
  todo: 'Keep a copy of secret.key (or of EVENKEEL_KEY) where you keep passwords, apart from the backups.',
  page: null,
  section: 'The key',
};

function backup({ lastBackup, now }: LetInFacts): LetInItem {
  const base = { key: 'backup', title: 'A backup', page: null, section: 'Backups' } as const;
  if (lastBackup === null)
    return {
      ...base,
      state: 'open',
      text: 'No backup of this firm was ever made with Evenkeel.',
      todo: 'On the server, run evenkeel backup, and let it run every night.',
    };
  const days = daysBetween(dayOf(lastBackup), dayOf(now));
  const when = days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return days > BACKUP_DAYS
    ? {
        ...base,
        state: 'open',
        text: `The last backup was made ${when}.`,
        todo: 'Make one now, and let it run every night.',
      }
    : { ...base, state: 'done', text: `The last backup was made ${when}.`, todo: null };
}

const UPDATES: LetInItem = {
  key: 'updates',
  title: 'Updates',
  state: 'yours',
  text: 'Evenkeel never asks the internet whether there is a newer version.',
  todo: 'Choose who looks once a month, and make a backup before each update.',
  page: null,
  section: 'Updates',
};

/** The page's first sentence. */
export function summary(items: readonly LetInItem[]): string {
  const open = items.filter((item) => item.state === 'open').length;
  const yours = items.filter((item) => item.state === 'yours').length;
  const rest = `${yours} more only you can tell`;
  if (open === 0) return `Nothing is open that we can see; ${rest}.`;
  return `${open === 1 ? 'One thing is' : `${open} things are`} still open; ${rest}.`;
}
