/** The parts of the page. */
export type GroupKey =
  | 'who'
  | 'structure'
  | 'wants'
  | 'said'
  | 'tickets'
  | 'decisions'
  | 'protected'
  | 'account'
  | 'talks'
  | 'weeks'
  | 'growing'
  | 'done';

/**
 * Whom row-level security lets read a table, in its own words (migrations/0006 and 0007): roles, and by relation. seen:
 * the person, their direct lead and who decides on a seat for which they are a told candidate; self: the person; author:
 * who said it; deciders: who decides on the seat; pair: the two people of a 1:1; mentoring: the two of a mentoring pair; lead: the direct lead alone; everyone: every role but a wallboard. 'no-firm': a table of signing in,
 * which belongs to no firm.
 */
export type Reader =
  | 'engine'
  | 'operator'
  | 'owner'
  | 'service-manager'
  | 'hr'
  | 'seen'
  | 'self'
  | 'author'
  | 'deciders'
  | 'pair'
  | 'mentoring'
  | 'lead'
  | 'everyone'
  | 'no-firm';

/** Which rows of a table are about somebody: `is` says what the column holds. */
export type Match = {
  column: string;
  is:
    | 'person'
    | 'rater'
    | 'actor'
    | 'account'
    | 'email-or-person'
    /** An array of people. */
    | 'people'
    /** A 1:1 that one of two has. */
    | 'pair'
    /** A plan of theirs. */
    | 'plan'
    /** Their name or address, as a file gives it. */
    | 'called'
    /** A mentoring pair that one of two has. */
    | 'mentoring'
    /** The name of a next step, which ends in the person's number. */
    | 'step'
    /** The technicians' levels of the ticket model. */
    | 'level'
    /** Everybody's fit in one document. */
    | 'fitted'
    /** Everybody who was weighed, in one document. */
    | 'weighed';
};

/** A column: what it is called in plain words, and where it comes from when not from where the rest does. */
export type Column = { label: string; source?: string };

/** A table, or a part of one, that holds something about a person. */
export type Holding = {
  /** Names it in addresses, remarks and exports. */
  key: string;
  table: string;
  mine: Match;
  group: GroupKey;
  title: string;
  /** Typed by whom, which import, from tickets, or worked out. */
  source: string;
  purpose: string;
  /** How long. */
  kept: string;
  readBy: readonly Reader[];
  /** Who else sees something that is worked out of it. */
  also?: string;
  columns: Readonly<Record<string, Column | string>>;
  /** Columns that say nothing about the person, or that must not be shown, each with why. */
  withheld: Readonly<Record<string, string>>;
  /** Newest first by this column. */
  order: string;
  /** One row at most: shown as facts, not as a table. */
  single?: true;
  /** Too long for a page: counted there and given whole in the export. */
  onlyInExport?: true;
  /** What a remark on a row is about: `{column}` stands for its value, `{me}` for the person. */
  about?: string;
};

export const FIRM = { org_id: 'which firm it belongs to' };

/** Why the secrets of signing in can't be shown to anybody. */
export const HASH = 'only a hash is kept, which nobody can read back';
/** Tables of signing in belong to no firm; the program shows of them only what is one's own. */
export const NO_FIRM: readonly Reader[] = ['no-firm'];
export const MEMBERS = 'Under Settings, members: the owner, the service manager and HR.';

/** How long something is kept, where several say the same. */
export const KEPT = {
  onList: 'As long as you are on the list of people. It goes with an erasure.',
  withTickets: 'As long as the firm keeps its tickets. An erasure takes you out of them, and leaves them to nobody.',
  withFirm: 'As long as the firm is here. It holds numbers and no names, and can’t be removed.',
  withAccount: 'As long as you have an account. It goes with it.',
  nameless: 'As long as the firm keeps it. An erasure leaves it without your name.',
} as const;

const WORDS: Record<Exclude<Reader, 'engine' | 'no-firm'>, string> = {
  self: 'you',
  seen: 'you, your direct lead, and whoever decides on a seat that you were told you are considered for',
  author: 'whoever said it',
  deciders: 'whoever decides on the seat',
  pair: 'the two of you',
  mentoring: 'the two of you',
  lead: 'your direct lead',
  everyone: 'everyone in the firm who signs in as a person',
  owner: 'the owner',
  'service-manager': 'the service manager',
  hr: 'HR',
  operator: 'whoever holds the server',
};
const ORDER = Object.keys(WORDS) as (keyof typeof WORDS)[];

/** Who may see a table, as a sentence, from the same rules that the database enforces. */
export function sayReaders({ readBy, also }: Pick<Holding, 'readBy' | 'also'>): string {
  const who = readBy.includes('no-firm')
    ? ['you', 'whoever holds the server']
    : ORDER.filter((one) => readBy.includes(one)).map((one) => WORDS[one]);
  const list = who.length < 2 ? who.join('') : `${who.slice(0, -1).join('; ')}; and ${who.at(-1)}`;
  const sentence = `${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
  return also ? `${sentence} ${also}` : sentence;
}

/** A column's words, whichever way they are given. */
export const columnOf = (holding: Holding, column: string): Column => {
  const given = holding.columns[column]!;
  return typeof given === 'string' ? { label: given } : given;
};
