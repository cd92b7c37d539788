/** Words that several pages share, so that one thing is called one thing. */

export const SIDE_WORDS = { technical: 'knows the work', people: 'leads people' } as const;
export const SIDE_TITLES = { technical: 'Technical', people: 'People' } as const;

export const ASPIRATION_WORDS = {
  'wants-to-lead': 'wants to lead',
  'not-now': 'not now',
  'technical-path': 'technical path',
  'not-asked': 'not asked yet',
} as const;

/** How a side stands to the bar of a seat. */
export const STATUS_WORDS = {
  clears: 'clears the bar',
  likely: 'likely; a trial would confirm',
  unclear: "can't tell yet",
  'not-yet': 'not yet',
} as const;

export const WORK_WORDS = {
  product: 'hands-on',
  dispatch: 'dispatch',
  other: 'other work',
  'service-account': 'not a person',
} as const;

const count = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const level = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** 31000 → "31,000". */
export const countWord = (value: number): string => count.format(value);
/** 3.28 → "3.3". */
export const levelNumber = (value: number): string => level.format(value);
/** "2026-11-03" → "3 November 2026". */
export const dayWord = (value: string): string => day.format(Date.parse(`${value}T00:00:00Z`));
/** Milliseconds since 1970 → date and time of this browser. */
export const momentWord = (value: number): string => moment.format(value);
/** 1 ticket, 2 tickets. */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${countWord(value)} ${value === 1 ? one : many}`;
