import { describe, expect, it } from 'vitest';
import { NOW, planRows } from '../../../test/support/growing-firm.ts';
import { Refusal } from '../../base/errors.ts';
import type { Month } from '../../base/month.ts';
import type { PlanRow } from '../../records/growth/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { readPlan } from './plan.ts';

const playbook = playbookWith();
const FOUNDED = '2020-01' as Month;
const read = (rows: PlanRow[]) => readPlan(rows, FOUNDED, NOW, playbook);
const [row] = planRows(1, 1000, 0) as [PlanRow];

function refusalOf(rows: PlanRow[]): string {
  try {
    read(rows);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('The plan was not refused.');
}

describe('a plan', () => {
  it('is laid out by month from now on, with what was not told taken from the playbook', () => {
    const plan = read([
      { ...row, month: '2027-01', endpoints: 1100, clients: 12, hires: 1, budget: 50_000, hoursPerEndpoint: 0.3 },
      { ...row, month: '2026-11', endpoints: 900, clients: 8 },
      { ...row, month: '2026-12', clients: 10 },
    ]);
    expect(plan).toEqual({
      first: '2026-12',
      months: 2,
      endpoints: new Float64Array([1000, 1100]),
      hoursPerEndpoint: new Float64Array([0.45, 0.3]),
      newClients: new Float64Array([2, 2]),
      hires: new Int32Array([-1, 1]),
      leavers: new Int32Array([0, 0]),
      budget: new Float64Array([Number.POSITIVE_INFINITY, 50_000]),
    });
  });

  it('may fall, and may begin with the next month', () => {
    expect([...read(planRows(3, 1000, -0.5)).endpoints].map(Math.round)).toEqual([1000, 944, 891]);
    expect(read([{ ...row, month: '2027-01' }]).months).toBe(1);
  });

  it('is refused where a month is missing, with the month', () => {
    const rows = planRows(6, 1000, 0);
    expect(refusalOf(rows.toSpliced(2, 1))).toBe('February 2027 is missing in the plan: add a row for that month.');
    expect(refusalOf(rows.toSpliced(2, 3))).toBe(
      'February 2027 to April 2027 are missing in the plan: add a row for each of those months.',
    );
    expect(refusalOf(rows.slice(3))).toBe('The plan begins only in March 2027: add the months from December 2026 on.');
    expect(refusalOf([...rows, rows[1]!])).toBe('The plan has January 2027 twice: keep one of the two rows.');
  });

  it('is refused where it hires before the firm exists', () => {
    const early = { ...row, month: '2019-11', hires: 2 };
    expect(refusalOf([early, ...planRows(2, 1000, 0)])).toBe(
      'The plan hires 2 people in November 2019, before the firm began in January 2020: move them to a later month, or correct when the firm began.',
    );
    expect(refusalOf([{ ...early, hires: 1 }])).toContain('hires 1 person in November 2019');
  });

  it.each([
    [{ month: '2027-13' }, 'Row 1 of the plan has “2027-13” for its month: write it like 2027-03.'],
    [{ endpoints: -5 }, 'December 2026 in the plan: Endpoints is -5, and has to be a number from 0 to 1,000,000,000.'],
    [{ endpoints: Number.NaN }, 'December 2026 in the plan: Endpoints is NaN'],
    [{ hires: 1.5 }, 'December 2026 in the plan: Hires is 1.5, and has to be a whole number from 0 to 2,000.'],
    [{ hires: -1 }, 'December 2026 in the plan: Hires is -1'],
    [{ leavers: 0.5 }, 'December 2026 in the plan: Known leavers is 0.5'],
    [{ budget: -1 }, 'December 2026 in the plan: Budget is -1, and has to be a number from 0.'],
    [{ month: '2025-01' }, 'The plan ends before December 2026: add the months that lie ahead.'],
  ] as [Partial<PlanRow>, string][])('is refused with one sentence: %o', (own, sentence) => {
    expect(refusalOf([{ ...row, ...own }])).toContain(sentence);
  });

  it('is refused where it is empty or longer than ten years', () => {
    expect(refusalOf([])).toContain('The plan ends before');
    expect(refusalOf(planRows(121, 10, 0))).toBe('The plan has 121 months, and 120 are the most: end it earlier.');
  });
});
