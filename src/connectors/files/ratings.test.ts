import { describe, expect, it } from 'vitest';
import type { Instant } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import { createPersonFinder, readRatings } from './ratings.ts';
import { createRejections } from './rejections.ts';

const find = createPersonFinder([
  { personId: 1 as PersonId, name: 'Ann Bell', email: 'ann@cove.example' },
  { personId: 2 as PersonId, name: 'Bob Cole', email: null },
  { personId: 3 as PersonId, name: 'Sam Lee', email: 'sam1@cove.example' },
  { personId: 4 as PersonId, name: 'Sam Lee', email: 'sam2@cove.example' },
]);

async function read(text: string) {
  async function* source() {
    yield Buffer.from(text);
  }
  const rejections = createRejections();
  const { observations } = await readRatings({
    source: source(),
    mapping: {},
    now: Date.UTC(2026, 10, 23) as Instant,
    rejections,
    find,
  });
  return { observations, rejections: rejections.kept };
}

describe('reading ratings', () => {
  it('knows people by name or address and competencies by key or plain name', async () => {
    const { observations } = await read(
      'rater,person,competency,level,date\n' +
        'Bob Cole,ann@cove.example,coaching,4,2026-10-01\n' +
        'a client,bob cole,Conflict resolution,"3,5",2026-10-02\n' +
        "ann@cove.example,Bob Cole,Team building,haven't seen it,2026-10-03\n" +
        'Ann Bell,sam2@cove.example,rescue,strong,2026-10-03\n',
    );
    expect(observations).toEqual([
      { personId: 1, rater: 'person:2', kind: 'rating', competency: 'coaching', level: 4, day: '2026-10-01' },
      { personId: 2, rater: 'a client', kind: 'rating', competency: 'conflict', level: 3.5, day: '2026-10-02' },
      { personId: 2, rater: 'person:1', kind: 'rating', competency: 'team-building', level: null, day: '2026-10-03' },
      { personId: 4, rater: 'person:1', kind: 'rating', competency: 'rescue', level: 4, day: '2026-10-03' },
    ]);
  });

  it('rejects rows one by one, with line and column', async () => {
    const { observations, rejections } = await read(
      'rater,person,competency,level,date\n' +
        'Bob Cole,Zoe,coaching,4,2026-10-01\n' +
        'Bob Cole,Sam Lee,coaching,4,2026-10-01\n' +
        ',Ann Bell,coaching,4,2026-10-01\n' +
        'Bob Cole,Ann Bell,charm,4,2026-10-01\n' +
        'Bob Cole,Ann Bell,coaching,6,2026-10-01\n' +
        'Bob Cole,Ann Bell,coaching,4,2087-10-01\n',
    );
    expect(observations).toEqual([]);
    expect(rejections.map(({ line, columnName }) => [line, columnName])).toEqual([
      [2, 'Person'],
      [3, 'Person'],
      [4, 'Rater'],
      [5, 'Competency'],
      [6, 'Level (1 to 5)'],
      [7, 'Date'],
    ]);
  });

  it('asks for the columns that it does not find', async () => {
    await expect(read('who,score\nAnn,4\n')).rejects.toMatchObject({
      code: 'needs-answer',
      details: { missing: ['rater', 'person', 'competency', 'date'] },
    });
  });
});
