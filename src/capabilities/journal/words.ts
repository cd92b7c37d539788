import type { LearnedBar } from '../../model/journal-learning.ts';
import type { JournalRates, Rate } from '../../model/journal-rates.ts';
import { countOf } from '../../model/words.ts';
import type { Again, Stayed, TeamSince } from '../../records/decisions/types.ts';
import type { Journal, JournalRow } from './contract.ts';

export const AGAIN_WORDS: Record<Again, string> = {
  yes: 'would do so again',
  otherwise: 'again, with other help',
  no: 'would not do so again',
  'cannot-tell': 'too early to tell',
};

/** As choices of whoever looks back. */
export const AGAIN_CHOICES: Record<Again, string> = {
  yes: 'Yes',
  otherwise: 'Yes, with other help, hours or timing',
  no: 'No',
  'cannot-tell': 'It can’t be told yet',
};

export const STAYED_WORDS: Record<Stayed, string> = {
  there: 'still there',
  'moved-on': 'moved on to something else here',
  'went-back': 'went back',
  left: 'left the firm',
  open: 'still open',
  filled: 'filled since',
};

export const TEAM_WORDS: Record<TeamSince, string> = {
  better: 'better than then',
  same: 'about the same',
  worse: 'worse than then',
  'not-known': 'can’t tell',
};

/** What was decided, in a few words. */
export function sayDecision({ person, kind }: Pick<JournalRow, 'person' | 'kind'>): string {
  if (kind === 'leave-open') return 'left open';
  return `${person?.name ?? 'somebody who was erased'} ${kind === 'trial' ? 'on trial' : 'holds it'}`;
}

/** Agree or decide otherwise, in words. */
export const sayAgreed = (agreed: boolean | null): string =>
  agreed === null ? 'not known' : agreed ? 'as we advised' : 'other than we advised';

/** The sentence above the journal. */
export function sayJournal({ rows, rates }: Pick<Journal, 'rows' | 'rates'>): string {
  if (rows.length === 0) return 'Nothing was decided yet.';
  const due = rows.filter(({ isDue }) => isDue).length;
  const many = countOf(rows.length, 'decision', 'decisions');
  const waits = due > 0 ? ` ${due === 1 ? 'One waits' : `${due} wait`} for you to look back.` : '';
  if (rates === null) return `${upper(many)} about you.${waits}`;
  const { agreement } = rates;
  const said = agreement.enough ? `, ${agreement.hits} of ${agreement.n} as we advised` : '';
  return `${upper(many)}${said}.${waits}`;
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const percent = (share: number) => Math.round(100 * share);

/** A share with its interval, or that there are too few. */
export function sayRate({ hits, n, low, high, enough }: Rate, need: number): string {
  if (n === 0) return 'none yet';
  if (!enough) return `${hits} of ${n}; too few to tell (a share is said from ${need} on)`;
  return `${hits} of ${n}: ${percent(hits / n)} of 100, likely ${percent(low)} to ${percent(high)}`;
}

/** Whether what came of following our advice differs from what came of deciding otherwise. */
export function sayDifference({ followed, otherwise }: JournalRates): string {
  if (!followed.enough || !otherwise.enough)
    return 'Whether decisions turn out better with our advice or against it can’t be told yet.';
  if (followed.low > otherwise.high) return 'Decisions as we advised turned out well more often.';
  if (followed.high < otherwise.low)
    return 'Decisions other than we advised turned out well more often: our advice deserves a second look.';
  return 'The two ranges overlap: no difference can be told.';
}

/** Said of both bars where too little was looked back on for either. */
export const sayBothTooFew = (bar: LearnedBar): string =>
  bar.state === 'too-few'
    ? `${bar.have} of ${bar.need} decisions for people were looked back on, with how they stood on record. Too few to say anything.`
    : '';

/** What the firm's own decisions say about one bar. */
export function sayLearned(bar: LearnedBar): string {
  const side = bar.side === 'technical' ? 'with the work' : 'with people';
  if (bar.state === 'too-few')
    return bar.because === 'decisions'
      ? `The bar ${side}: ${bar.have} of ${bar.need} decisions that were looked back on. Too few to say anything.`
      : `The bar ${side}: of the decisions only ${bar.have} turned out the other way. It takes ${bar.need}.`;
  if (bar.state === 'nothing-seen')
    return `The bar ${side}: in ${bar.n} decisions no bar parts those that turned out well from the rest. This is no proof that there is none. Looked at next with ${bar.next}.`;
  const { below, above } = bar;
  const counts = `below it ${below.good} of ${below.n} turned out well, above it ${above.good} of ${above.n}`;
  if (bar.state === 'fits') return `The bar ${side} is about where your own decisions put it: ${counts}.`;
  return `The bar ${side}: your own decisions part best ${bar.value} below the need (${bar.from} to ${bar.to} fit about as well), not ${bar.current}. There, ${counts}.`;
}
