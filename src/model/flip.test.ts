import { describe, expect, it } from 'vitest';
import { aPerson, DAY, oneTeam, personId, ticketsOf, view, views } from '../../test/support/small-firm.ts';
import type { Person } from '../records/people/types.ts';
import { PLAYBOOK, PLAYBOOK_KEYS, playbookWith } from '../records/playbook/definitions.ts';
import type { Answer, Flip, Verdict } from '../records/verdicts/types.ts';
import { type AdviceInput, advise } from './advice.ts';
import { readByAdvice } from './flip-playbook.ts';

const both = (of: number, technical: number, people: number, raters = 3) => [
  ...views(of, 'technical', technical, raters),
  ...views(of, 'people', people, raters),
];
const crew = (n: number, own: Partial<Person> = {}) => Array.from({ length: n }, (_, i) => aPerson(i + 1, own));

const firms: Record<string, AdviceInput> = Object.fromEntries(
  (
    [
      ['clear', [...both(1, 5, 4), ...both(2, 3, 3), ...both(3, 2, 2)], {}],
      ['close', [...both(1, 4, 4), ...both(2, 4, 3.8), ...both(3, 2, 2)], {}],
      ['pair', [...both(1, 5, 1.5), ...both(2, 2, 4), ...both(3, 2, 2)], {}],
      ['silent', [], {}],
      ['held', both(1, 4, 2.6), { state: 'held', holderId: personId(1) }],
    ] as const
  ).map(([name, observations, seat]) => [
    name,
    {
      structure: oneTeam(crew(4), seat),
      observations,
      effects: ticketsOf([-0.2, 0, 0.1, 0.1]),
      playbook: playbookWith(),
      day: DAY,
    } as AdviceInput,
  ]),
);

/** Kind and who is named, as a flip must change it. */
function keyOf(answer: Answer): string {
  if (answer.kind === 'keep')
    return JSON.stringify(answer.needs.map(({ kind, side, personId }) => [kind, side, personId]));
  if (answer.kind === 'grow') return `grow ${answer.personId} ${answer.side}`;
  if (answer.kind === 'not-enough-evidence') return answer.kind;
  return JSON.stringify(answer);
}
const answerOf = (input: AdviceInput) => keyOf(advise(input)[0]!.answer);

/** The input with a flip applied, `share` of the way (1: as reported). Null where it can't be applied by input alone. */
function applied(input: AdviceInput, flip: Flip, verdict: Verdict): AdviceInput | null {
  if (flip.kind === 'playbook' || flip.kind === 'hidden-difficulty')
    return { ...input, playbook: { ...input.playbook, [flip.key!]: flip.to! } };
  if (flip.kind === 'reading')
    return {
      ...input,
      observations: [...input.observations, view(flip.personId!, flip.competency!, flip.to, 'somebody new')],
    };
  if (flip.kind === 'weight') return null;
  const now = verdict.candidates.find((one) => one.personId === flip.personId)!.aspiration;
  const refused = now === 'not-now' || now === 'technical-path';
  const people = input.structure.people.map((one) =>
    one.personId === flip.personId
      ? { ...one, aspiration: refused ? ('wants-to-lead' as const) : ('not-now' as const) }
      : one,
  );
  return { ...input, structure: { ...input.structure, people } };
}

describe.each(Object.entries(firms))('flips of the %s firm', (_, input) => {
  const verdict = advise(input)[0]!;

  it('are at most three, the smallest effort first, and say so where there are none', () => {
    expect(verdict.flips.length).toBeLessThanOrEqual(3);
    expect(verdict.flips.map((flip) => flip.effort)).toEqual(
      verdict.flips.map((flip) => flip.effort).sort((a, b) => a - b),
    );
    expect(verdict.flipsNote === null).toBe(verdict.flips.length > 0);
  });

  it('really change the answer or who is named', () => {
    for (const flip of verdict.flips) {
      const other = applied(input, flip, verdict);
      if (other) expect(answerOf(other), flip.text).not.toBe(keyOf(verdict.answer));
    }
  });

  it('change nothing a step before', () => {
    for (const flip of verdict.flips) {
      if (flip.key === null) continue;
      const { low, high } = PLAYBOOK[flip.key];
      const back = Math.sign(flip.from! - flip.to!) * Math.max(0.02, (high - low) * 0.05);
      const inside = Math.abs(back) < Math.abs(flip.to! - flip.from!) ? flip.to! + back : flip.from!;
      const before = { ...input, playbook: { ...input.playbook, [flip.key]: inside } };
      expect(answerOf(before), flip.text).toBe(keyOf(verdict.answer));
    }
  });

  it('stay inside the declared ranges', () => {
    for (const flip of verdict.flips) {
      if (flip.key === null) continue;
      expect(flip.to).toBeGreaterThanOrEqual(PLAYBOOK[flip.key].low);
      expect(flip.to).toBeLessThanOrEqual(PLAYBOOK[flip.key].high);
    }
  });

  it('are the same again', () => {
    expect(advise(input)[0]!.flips).toEqual(verdict.flips);
  });
});

describe('a playbook value that no flip tries', () => {
  it.each(Object.keys(firms))('changes no answer from one end of its range to the other: %s', (name) => {
    const left = PLAYBOOK_KEYS.filter((key) => !readByAdvice(key) && key !== 'answers.next-lead-at');
    expect(left.length).toBeGreaterThan(50);
    const plain = (input: AdviceInput) => keyOf(advise(input, { flips: false })[0]!.answer);
    const before = plain(firms[name]!);
    const other = left.filter((key) =>
      [PLAYBOOK[key].low, PLAYBOOK[key].high].some(
        (value) => plain({ ...firms[name]!, playbook: { ...firms[name]!.playbook, [key]: value } }) !== before,
      ),
    );
    expect(other).toEqual([]);
  });
});
