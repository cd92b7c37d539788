import type { ImportKind, ImportRun, ImportState } from '../../records/work/types.ts';

export const STATE_WORDS: Record<ImportState, string> = {
  'needs-answer': 'needs an answer',
  running: 'running',
  done: 'done',
  failed: 'nothing imported',
  interrupted: 'interrupted, nothing imported',
};

export const KIND_WORDS: Record<ImportKind, string> = { people: 'People', tickets: 'Tickets', ratings: 'Ratings' };

const count = (value: number, one: string) =>
  `${new Intl.NumberFormat('en').format(value)} ${value === 1 ? one : `${one}s`}`;

/** What came of an import, in a sentence. */
export function importSentence(run: ImportRun): string {
  if (run.state === 'running') return 'Being imported.';
  if (run.state !== 'done') {
    return run.message ? `Nothing was imported. ${run.message}` : 'The import stopped, and nothing of it was kept.';
  }
  const came = cameOf(run);
  const rejected = run.rowsRejected > 0 ? ` ${count(run.rowsRejected, 'row')} could not be read.` : '';
  return `${came}${rejected}`;
}

function cameOf(run: ImportRun): string {
  const read = `${count(run.rowsRead, 'row')} read`;
  const parts: string[] = [];
  if (run.ticketsAdded > 0) parts.push(`${count(run.ticketsAdded, 'new ticket')}`);
  if (run.ticketsChanged > 0) parts.push(`${count(run.ticketsChanged, 'ticket')} changed`);
  if (run.peopleAdded > 0) parts.push(`${count(run.peopleAdded, 'person')} added`.replace('persons', 'people'));
  if (parts.length === 0) return run.kind === 'ratings' ? `${read}.` : `${read}; nothing new in it.`;
  return `${read}: ${parts.join(', ')}.`;
}
