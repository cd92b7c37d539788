import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { aPerson, DAY, oneTeam, personId, seatId, ticketsOf, views } from '../../test/support/small-firm.ts';
import type { Seat } from '../records/people/types.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import type { Answer } from '../records/verdicts/types.ts';
import { type AdviceInput, advise } from './advice.ts';
import { acrossHiddenDifficulty } from './hidden-difficulty.ts';

const KEY = 'tickets.hidden-difficulty';
const GRID = Array.from({ length: 21 }, (_, i) => i / 20);

type Made = { seen: number[]; technical: (number | null)[]; people: number[]; now: number; held: boolean };

const made: fc.Arbitrary<Made> = fc.integer({ min: 2, max: 4 }).chain((n) =>
  fc.record({
    seen: fc.array(fc.double({ min: -0.6, max: 0.6, noNaN: true }), { minLength: n, maxLength: n }),
    technical: fc.array(fc.option(fc.integer({ min: 2, max: 5 })), { minLength: n, maxLength: n }),
    people: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: n, maxLength: n }),
    now: fc.constantFrom(0, 0, 0.2, 0.333, 1),
    held: fc.boolean(),
  }),
);

function firmOf({ seen, technical, people, now, held }: Made): AdviceInput {
  const crew = seen.map((_, i) => aPerson(i + 1));
  const seat: Partial<Seat> = held ? { state: 'held', holderId: personId(1) } : {};
  return {
    structure: oneTeam(crew, seat),
    observations: [
      ...technical.flatMap((level, i) => (level === null ? [] : views(i + 1, 'technical', level, 1))),
      ...people.flatMap((level, i) => views(i + 1, 'people', level, 2)),
    ],
    effects: ticketsOf(seen),
    outcomes: [],
    playbook: playbookWith({ [KEY]: now }),
    day: DAY,
  };
}

/** Kind and who is named. */
function keyOf(answer: Answer): string {
  if (answer.kind === 'keep')
    return JSON.stringify(answer.needs.map(({ kind, side, personId }) => [kind, side, personId]));
  if (answer.kind === 'grow') return `grow ${answer.personId} ${answer.side}`;
  return answer.kind === 'not-enough-evidence' ? answer.kind : JSON.stringify(answer);
}
const answerAt = (input: AdviceInput, value: number) =>
  keyOf(advise({ ...input, playbook: { ...input.playbook, [KEY]: value } }, { flips: false })[0]!.answer);

describe('our advice across hidden difficulty', () => {
  it('never narrows an interval as the value grows', () => {
    fc.assert(
      fc.property(made, (one) => {
        const { steps } = acrossHiddenDifficulty(firmOf(one), seatId(1), GRID)!;
        const widest = new Map<string, number>();
        for (const { candidates } of steps)
          for (const { personId: id, technical, people } of candidates)
            for (const [side, { estimate }] of Object.entries({ technical, people })) {
              const width = estimate!.high - estimate!.low;
              expect(width).toBeGreaterThanOrEqual((widest.get(`${id} ${side}`) ?? 0) - 1e-9);
              widest.set(`${id} ${side}`, width);
            }
      }),
      { numRuns: 60 },
    );
  });

  it('finds the value at which the advice becomes another one: there it differs, a hundredth before it does not', () => {
    let flips = 0;
    fc.assert(
      fc.property(made, (one) => {
        const input = firmOf(one);
        const { above, below, steps } = acrossHiddenDifficulty(input, seatId(1), GRID)!;
        const now = answerAt(input, one.now);
        for (const [flip, way] of [[above, 1] as const, [below, -1] as const]) {
          const passed = steps.filter(({ value }) => (flip ? (flip.value - value) * way > 0 : true));
          // Up to it, every value that was asked for says the same as now.
          for (const { value } of passed.filter(({ value }) => (value - one.now) * way > 0))
            expect(answerAt(input, value)).toBe(now);
          if (!flip) continue;
          flips++;
          expect(answerAt(input, flip.value)).not.toBe(now);
          const before = flip.value - 0.01 * way;
          expect(answerAt(input, (before - one.now) * way > 0 ? before : one.now)).toBe(now);
        }
      }),
      { numRuns: 60, seed: 4 },
    );
    expect(flips).toBeGreaterThan(10);
  });

  it('visibly widens what rests on tickets, says where the advice flips and to what, and leaves the playbook alone', () => {
    const input = firmOf({
      seen: [-0.5, 0.3, 0.4],
      technical: [null, null, null],
      people: [4, 4, 3],
      now: 0,
      held: false,
    });
    const { above, text, steps, now, restsOnTickets } = acrossHiddenDifficulty(input, seatId(1), GRID)!;
    expect({ now, restsOnTickets }).toEqual({ now: 0, restsOnTickets: true });
    const width = ({ candidates }: (typeof steps)[number]) => {
      const { low, high } = candidates.find((one) => one.personId === 1)!.technical.estimate!;
      return high - low;
    };
    expect(width(steps.at(-1)!)).toBeGreaterThan(1.2 * width(steps[0]!));
    expect(text).toBe(`From ${above!.value} on the advice would be: ${above!.sentence}`);
    expect(input.playbook[KEY]).toBe(0);
  });

  it('says so where nothing changes the advice, where tickets say nothing, and where there is no such seat', () => {
    const input = firmOf({ seen: [0, 0.1], technical: [5, 2], people: [5, 2], now: 0, held: false });
    const untouched = acrossHiddenDifficulty({ ...input, effects: null }, seatId(1), GRID)!;
    expect(untouched).toMatchObject({ restsOnTickets: false, above: null, below: null });
    expect(untouched.text).toBe('Nothing up to 1.0 changes this advice.');
    expect(acrossHiddenDifficulty(input, seatId(9), GRID)).toBeUndefined();
  });

  it('looks down as well where the firm assumes some', () => {
    const firm = { seen: [-0.5, 0.3, 0.4], technical: [null, null, null], people: [4, 4, 3], held: false };
    const { above } = acrossHiddenDifficulty(firmOf({ ...firm, now: 0 }), seatId(1), GRID)!;
    const assumed = acrossHiddenDifficulty(firmOf({ ...firm, now: above!.value }), seatId(1), GRID)!;
    expect(assumed.below!.value).toBeCloseTo(above!.value - 0.01, 9);
    expect(assumed.text).toContain(`At ${assumed.below!.value} and below it would be: `);
  });
});
