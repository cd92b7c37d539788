import { describe, expect, it } from 'vitest';
import { Refusal } from '../src/base/errors.ts';
import { type Month, shiftMonth } from '../src/base/month.ts';
import type { Instant } from '../src/base/time.ts';
import { readPlanFile } from '../src/connectors/files/growth-plan.ts';
import { readPlan } from '../src/model/growth/plan.ts';
import { findPlanNotes } from '../src/model/growth/plan-notes.ts';
import { playbookWith } from '../src/records/playbook/definitions.ts';

/** What `evenkeel grow --plan FILE` and the screen say of files that people really bring. */
const NOW = '2026-11' as Month;
const FOUNDED = '2014-05' as Month;
const playbook = playbookWith();

async function say(text: string): Promise<string[]> {
  const source = (async function* () {
    yield Buffer.from(text);
  })();
  const { rows, lines } = await readPlanFile(source, 0 as Instant);
  const plan = readPlan(rows, FOUNDED, NOW, playbook, lines);
  return findPlanNotes(plan, { rows, lines, technicians: 5, playbook });
}

/** A file with a header and a row a month from November 2026 on; a row is what stands behind the month. */
const file = (columns: string, rows: readonly (string | number)[]) =>
  [`month,${columns}`, ...rows.map((row, at) => `${shiftMonth(NOW, at)},${row}`)].join('\n');

describe('a plan that can’t be', () => {
  it.each([
    [
      'a number below 0',
      file('endpoints', [900, 400, -100]),
      'Line 4 of the plan (January 2027): Endpoints is -100, and has to be a number from 0 to 1,000,000,000.',
    ],
    [
      'hires below 0',
      file('endpoints,hires', ['900,0', '900,-2']),
      'Line 3 of the plan (December 2026): Hires is -2, and has to be a whole number from 0 to 2,000.',
    ],
    [
      'half a leaver',
      file('endpoints,leavers', ['900,0.5']),
      'Line 2 of the plan: Known leavers is “0.5”, and has to be a whole number.',
    ],
    [
      'hires before the firm',
      `month,endpoints,hires\n2008-01,900,3\n${shiftMonth(NOW, 0)},900,0`,
      'The plan hires 3 people in January 2008 (line 2), before the firm began in May 2014: move them to a later month, or correct when the firm began.',
    ],
    [
      'a month missing',
      file('endpoints', [900, 900, 900, 900]).replace(/\n2027-01,900/, ''),
      'January 2027 is missing in the plan, after line 3: add a row for that month.',
    ],
    [
      'months missing',
      file('endpoints', [900, 900, 900, 900]).replace(/\n2026-12,900\n2027-01,900/, ''),
      'December 2026 to January 2027 are missing in the plan, after line 2: add a row for each of those months.',
    ],
    [
      'a month twice',
      `${file('endpoints', [900, 900, 900])}\n2026-12,950`,
      'The plan has December 2026 twice, in lines 3 and 5: keep one of the two rows.',
    ],
    ['no row', 'month,endpoints\n', 'The file has a header and no rows: check the filter or the period of the export.'],
    ['nothing', '', 'The file is empty: choose the file that holds the export.'],
    [
      'a word for a number',
      file('endpoints', [900, 'about a thousand']),
      'Line 3 of the plan: Endpoints is “about a thousand”, and has to be a whole number.',
    ],
    [
      'a percentage for a number',
      file('endpoints,hires', ['900,10%']),
      'Line 2 of the plan: Hires is “10%”, and has to be a whole number.',
    ],
    [
      'a word for a month',
      'month,endpoints\nsoon,900',
      'Line 2 of the plan: Month is “soon”, and has to be a month like 2027-03.',
    ],
    [
      'no number at all',
      file('endpoints', ['1e400']),
      'Line 2 of the plan: Endpoints is “1e400”, and has to be a whole number.',
    ],
    [
      'months that are over',
      'month,endpoints\n2026-09,900\n2026-10,900',
      'The plan ends before November 2026: add the months that lie ahead.',
    ],
    [
      'other columns',
      'when,what\n2026-11,900',
      'The plan has no column “Month”: its first line has to name the columns, month and endpoints among them.',
    ],
  ])('is refused in one sentence: %s', async (_, text, sentence) => {
    const error = await say(text).then(
      () => null,
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).message).toBe(sentence);
  });

  it('names its row and column to programs, too', async () => {
    const refused = await say(file('endpoints,hires', ['900,0', '900,-2'])).catch((error: Refusal) => error);
    expect((refused as Refusal).details).toEqual({ field: 'hires', column: 'Hires', line: 3 });
  });
});

describe('a plan that is unlikely', () => {
  it.each([
    [
      'a leap',
      file('endpoints', [1000, 11_000]),
      [
        'The plan grows by 1,000% a year, from 1,000 to 11,000 endpoints: check that no figure has a digit too many.',
        'Line 3 of the plan (December 2026): endpoints go from 1,000 to 11,000 within a month, 1,000% more: check that no figure has a digit too many.',
      ],
    ],
    [
      'to zero',
      file('endpoints', [1000, 900, 0, 0]),
      [
        'The plan falls from 1,000 to 0 endpoints: work that goes needs nobody new.',
        'Line 4 of the plan (January 2027): no endpoints from here on, so there is no work and nobody is needed.',
      ],
    ],
    [
      'a hole',
      file('endpoints', [1000, 0, 1000]),
      [
        'Line 3 of the plan (December 2026): no endpoints until December 2026, so there is no work and nobody is needed.',
      ],
    ],
    [
      'a digit that is missing',
      file('endpoints', [1000, 100, 1000]),
      [
        'Line 3 of the plan (December 2026): endpoints fall from 1,000 to 100 within a month, 90% fewer: check that no figure lacks a digit.',
        'Line 4 of the plan (January 2027): endpoints go from 100 to 1,000 within a month, 900% more: check that no figure has a digit too many.',
      ],
    ],
    [
      'more hires than people',
      file('endpoints,hires', ['1000,40']),
      ['Line 2 of the plan (November 2026): 40 hires are more than the 5 technicians of today: check the figure.'],
    ],
    [
      'minutes for hours',
      file('endpoints,rhem', ['1000,27']),
      ['Line 2 of the plan (November 2026): 27 hours per endpoint and month lie outside 0.1 to 2: check the unit.'],
    ],
    ['nothing unusual', file('endpoints,hires', ['1000,1', '980,0', '1100,5']), []],
  ])('is planned with, and noted with its row: %s', async (_, text, notes) => {
    expect(await say(text)).toEqual(notes);
  });

  it('is noted a few times, not a hundred', async () => {
    const text = file(
      'endpoints',
      Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 100 : 1000)),
    );
    const notes = await say(text);
    expect(notes).toHaveLength(7);
    expect(notes.at(-1)).toBe('17 more figures are as unusual as these.');
  });

  it('reads thousands as people write them', async () => {
    const source = (text: string) =>
      (async function* () {
        yield Buffer.from(text);
      })();
    const read = async (text: string) =>
      (await readPlanFile(source(text), 0 as Instant)).rows.map((row) => row.endpoints);
    expect(await read('month;endpoints\n2026-11;1.200\n2026-12;1,200\n2027-01;1 200\n2027-02;12.345.678\n')).toEqual([
      ...[1200, 1200, 1200, 12_345_678],
    ]);
  });
});
