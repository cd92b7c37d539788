import type { GroupKey, Holding } from './holding.ts';
import { ACCOUNT_HOLDINGS } from './holdings-account.ts';
import { CARD_HOLDINGS } from './holdings-cards.ts';
import { DELIVERY_HOLDINGS } from './holdings-delivery.ts';
import { DONE_HOLDINGS } from './holdings-done.ts';
import { GROWING_HOLDINGS } from './holdings-growing.ts';
import { HOUR_HOLDINGS } from './holdings-hours.ts';
import { MENTORING_HOLDINGS } from './holdings-mentoring.ts';
import { PEOPLE_HOLDINGS } from './holdings-people.ts';
import { SAID_HOLDINGS } from './holdings-said.ts';
import { TALK_HOLDINGS } from './holdings-talks.ts';
import { TRIAL_DEEDS, TRIAL_HOLDINGS } from './holdings-trials.ts';
import { WEEK_HOLDINGS } from './holdings-weeks.ts';
import { WORK_HOLDINGS } from './holdings-work.ts';

/** Everything that is held about somebody, column by column: the page, both exports and a test of the database rest on it. */
export const HOLDINGS: readonly Holding[] = [
  ...PEOPLE_HOLDINGS,
  ...SAID_HOLDINGS,
  ...TRIAL_HOLDINGS,
  ...WORK_HOLDINGS,
  ...HOUR_HOLDINGS,
  ...TALK_HOLDINGS,
  ...MENTORING_HOLDINGS,
  ...WEEK_HOLDINGS,
  ...GROWING_HOLDINGS,
  ...CARD_HOLDINGS,
  ...DELIVERY_HOLDINGS,
  ...ACCOUNT_HOLDINGS,
  ...DONE_HOLDINGS,
  ...TRIAL_DEEDS,
];

/** The parts of the page, in its order. */
export const GROUPS: readonly { key: GroupKey; title: string; note: string }[] = [
  { key: 'who', title: 'Who I am here', note: 'What the firm’s list of people says about you.' },
  { key: 'structure', title: 'My place', note: 'Your team, your lead, and seats you hold or held.' },
  { key: 'wants', title: 'What I want', note: 'Yours to say. A no costs nothing, anywhere.' },
  {
    key: 'said',
    title: 'What people said',
    note: 'Each view as it was given. Who gave it is not named: it says whether it was you, your lead or a colleague.',
  },
  {
    key: 'tickets',
    title: 'My tickets',
    note: 'Tickets that came to you first, whoever closed them. Titles and texts are never stored.',
  },
  {
    key: 'decisions',
    title: 'Decisions',
    note: 'Seats you are or were considered for, what was decided, what became of it, and trials of yours.',
  },
  {
    key: 'talks',
    title: 'My 1:1s',
    note: 'Topics are for the two of you. Private notes only open with keys that you made: we hold what nobody can read.',
  },
  {
    key: 'weeks',
    title: 'My weeks',
    note: 'Facts for you first; nothing about how you feel but what you said yourself. No advice ever reads any of it.',
  },
  {
    key: 'growing',
    title: 'How I grow',
    note: 'Plans that you said yes to, courses and mentoring: between you and whom each is for. What you are signed off for is known to everyone.',
  },
  {
    key: 'protected',
    title: 'Protected groups',
    note: 'Only for the fairness audit. No advice ever reads them, and neither does your lead or the owner.',
  },
  { key: 'account', title: 'My account', note: 'How you sign in, and from where you did.' },
  {
    key: 'done',
    title: 'What I did here',
    note: 'Where your own name, or your number, stands as whoever did something.',
  },
];

/** Tables that could point at a person and hold nothing about one, each with why. */
export const EXEMPT_TABLES: Record<string, string> = {
  erased_name: 'holds hashes that lead to nameless stand-ins: nothing about anybody who is here',
  'auth.attempt': 'holds keyed hashes of what was tried, for minutes; it names nobody',
  'auth.key_check': 'one row a database: which key it belongs to',
};

export const holdingOf = (key: string): Holding | undefined => HOLDINGS.find((one) => one.key === key);
