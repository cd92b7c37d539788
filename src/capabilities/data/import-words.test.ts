import { describe, expect, it } from 'vitest';
import type { ImportRun } from '../../records/work/types.ts';
import { importSentence } from './import-words.ts';

const run: ImportRun = {
  importId: 1,
  kind: 'people',
  fileName: 'people.csv',
  bytes: 10,
  source: 'people',
  mapping: null,
  state: 'done',
  rowsRead: 3,
  rowsRejected: 0,
  ticketsAdded: 0,
  ticketsChanged: 0,
  peopleAdded: 0,
  message: null,
  health: null,
  startedAt: 0,
  finishedAt: 1,
};

describe('what came of an import', () => {
  it('counts what was new, and says so when nothing was', () => {
    expect(importSentence({ ...run, peopleAdded: 1 })).toBe('3 rows read: 1 person added.');
    expect(importSentence({ ...run, peopleAdded: 3 })).toBe('3 rows read: 3 people added.');
    expect(importSentence(run)).toBe('3 rows read; nothing new in it.');
  });

  it('never hides rows that could not be read', () => {
    const sentence = importSentence({ ...run, kind: 'tickets', ticketsAdded: 2, rowsRejected: 1 });
    expect(sentence).toBe('3 rows read: 2 new tickets. 1 row could not be read.');
  });

  it('says that nothing was kept of an import that stopped', () => {
    expect(importSentence({ ...run, state: 'interrupted' })).toContain('nothing of it was kept');
    expect(importSentence({ ...run, state: 'failed', message: 'The file has no names.' })).toBe(
      'Nothing was imported. The file has no names.',
    );
  });
});
