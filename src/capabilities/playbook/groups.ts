import type { PlaybookGroup, PlaybookSource } from '../../records/playbook/types.ts';
import type { PlaybookRow } from './contract.ts';

/** The groups in the order in which they are read, each with its title and what it is about. */
export const GROUPS: readonly { group: PlaybookGroup; title: string; about: string }[] = [
  {
    group: 'demand',
    title: 'What each job needs',
    about:
      'The technical and the people level that a seat asks for, given its distance from the product and the size of the firm.',
  },
  {
    group: 'gates',
    title: 'The bar, and how sure to be',
    about: 'The lower bar that a candidate must probably clear, and from which chance on we say so.',
  },
  { group: 'answers', title: 'When we say what', about: 'What it takes before the advice changes its kind.' },
  { group: 'evidence', title: 'How we read what people say', about: 'How far views and assessments move an estimate.' },
  {
    group: 'tickets',
    title: 'How we read tickets',
    about: 'What tickets can tell about a person, and what they cannot.',
  },
  { group: 'load', title: 'The hours of a lead', about: 'What leading the work and leading people take in a week.' },
  { group: 'today', title: 'What a lead is told today', about: 'What makes a card, and how many there are.' },
  {
    group: 'direction',
    title: 'Where a team is going',
    about: 'When it can be said how a team stands to its targets.',
  },
  { group: 'cover', title: 'Who can jump in', about: 'The hours in which a team owes its clients somebody.' },
  {
    group: 'decisions',
    title: 'Trials and decisions',
    about: 'How a trial is proposed, and when what was decided is looked at again.',
  },
  {
    group: 'development',
    title: 'Mentors, cover and plans',
    about: 'Who is matched with whom, what cross-training takes, and how a plan is spaced.',
  },
  { group: 'growth', title: 'Growing a leader', about: 'How fast a side grows, and when growing takes too long.' },
];

/** Where a value comes from, in words. */
export const SOURCE_WORDS: Record<PlaybookSource['kind'], string> = {
  assumed: 'assumed',
  seen: 'seen in a publication',
  measured: 'measured by us',
};

/** Which rows are asked for: every word of the text occurs, and the source or "changed by you" fits. */
export type RowFilter = { text: string; only: 'all' | 'own' | PlaybookSource['kind'] };

export function isRowAskedFor(row: PlaybookRow, filter: RowFilter): boolean {
  if (filter.only === 'own' && row.own === null) return false;
  if (filter.only !== 'own' && filter.only !== 'all' && row.source.kind !== filter.only) return false;
  const text = [row.key, row.title, row.meaning, row.unit, row.source.text, ...row.dependants].join(' ').toLowerCase();
  return filter.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What is wrong with a typed value, in a sentence; null when it may be saved. */
export function troubleWith(typed: string | number, row: Pick<PlaybookRow, 'low' | 'high' | 'unit'>): string | null {
  const value = typeof typed === 'number' ? typed : Number(typed.trim().replace(',', '.'));
  const range = `${row.low} to ${row.high}`;
  if ((typeof typed === 'string' && typed.trim() === '') || !Number.isFinite(value)) {
    return `Give a number from ${range}.`;
  }
  if (value < row.low || value > row.high) return `${value} is outside ${range} (${row.unit}).`;
  return null;
}
