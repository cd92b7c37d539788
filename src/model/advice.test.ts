import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import {
  aPerson,
  aSeat,
  DAY,
  oneTeam,
  personId,
  seatId,
  ticketsOf,
  view,
  views,
} from '../../test/support/small-firm.ts';
import type { Day } from '../base/time.ts';
import { hours } from '../base/units.ts';
import type { Person, Seat } from '../records/people/types.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import type { Verdict } from '../records/verdicts/types.ts';
import type { Observation } from '../records/voice/types.ts';
import { type AdviceInput, advise } from './advice.ts';
import { COMPETENCIES } from './competency-space.ts';

const names = ['Marcus', 'Priya', 'Tom', 'Ewa', 'Jo'];
const crew = (own: Partial<Person>[]) => own.map((one, i) => aPerson(i + 1, { name: names[i]!, ...one }));

/** Advice on the only seat of a small firm. */
function adviseOn(
  people: Person[],
  observations: Observation[],
  more: Partial<AdviceInput> = {},
  seat: Partial<Seat> = {},
): Verdict {
  const structure = oneTeam(people, seat);
  return advise({ structure, observations, effects: null, playbook: playbookWith(), day: DAY, ...more })[0]!;
}
const both = (of: number, technical: number, people: number, raters = 4) => [
  ...views(of, 'technical', technical, raters),
  ...views(of, 'people', people, raters),
];

describe('a vacant seat', () => {
  it('names the one who clears both bars and is before the others', () => {
    const verdict = adviseOn(crew([{}, {}, {}]), [...both(1, 5, 5), ...both(2, 2, 2), ...both(3, 2, 2)]);
    expect(verdict.answer).toEqual({ kind: 'person', personId: 1 });
    expect(verdict.kindSentence).toBe('Pod A needs a technical leader with people skills.');
    expect(verdict.candidates[0]).toMatchObject({ personId: 1, role: 'named', technical: { status: 'clears' } });
  });

  it('says too close to call where two are alike', () => {
    const verdict = adviseOn(crew([{}, {}, {}]), [...both(1, 4, 4), ...both(2, 4, 4), ...both(3, 2, 2)]);
    expect(verdict.answer).toEqual({ kind: 'several', personIds: [1, 2] });
    expect(verdict.sentence).toContain('Marcus or Priya: too close to call.');
  });

  it('proposes a trial where one is likely, not sure', () => {
    const verdict = adviseOn(crew([{}, {}, {}]), [...both(1, 3.6, 3.2), ...both(2, 2, 2), ...both(3, 2, 2)]);
    expect(verdict.answer).toEqual({ kind: 'trial', personId: 1 });
  });

  it('names somebody else while one tries another seat, and says so', () => {
    const firm = oneTeam(crew([{}, {}, {}]));
    const acting = aSeat(2, {
      title: 'Lead, Projects',
      reportsTo: seatId(1),
      holderId: personId(1),
      state: 'acting',
      actingUntil: '2027-03-31' as Day,
    });
    const structure = { ...firm, seats: [...firm.seats, acting] };
    const on = (observations: Observation[]) =>
      advise({ structure, observations, effects: null, playbook: playbookWith(), day: DAY }, { seatId: seatId(1) })[0]!;
    const verdict = on([...both(1, 5, 5), ...both(2, 4.5, 4.5), ...both(3, 2, 2)]);
    expect(verdict.answer).toMatchObject({ kind: 'person', personId: 2 });
    expect(verdict.candidates.find((one) => one.personId === 1)!.reasons.map(({ text }) => text)).toContain(
      'Marcus tries Lead, Projects until 31 March: nobody tries two seats at once.',
    );
    // Where nobody else can, they are named all the same.
    expect(on([...both(1, 5, 5), ...both(2, 2, 2), ...both(3, 2, 2)]).answer).toMatchObject({ personId: 1 });
  });

  it('shows whoever says not now, and names somebody else', () => {
    const people = crew([{ aspiration: 'not-now' }, {}, {}]);
    const verdict = adviseOn(people, [...both(1, 5, 5), ...both(2, 4.5, 4.5), ...both(3, 2, 2)]);
    expect(verdict.answer).toEqual({ kind: 'person', personId: 2 });
    expect(verdict.candidates.find((one) => one.personId === 1)).toMatchObject({
      role: null,
      technical: { status: 'clears' },
    });
    expect(verdict.flips.some((flip) => flip.kind === 'aspiration' && flip.text === 'Marcus saying yes')).toBe(true);
  });

  it('names somebody whom nobody has asked, and makes asking the next step', () => {
    const people = crew([{ aspiration: 'not-asked' }, {}, {}]);
    const verdict = adviseOn(people, [...both(1, 5, 5), ...both(2, 2, 2), ...both(3, 2, 2)]);
    expect(verdict.answer).toEqual({ kind: 'person', personId: 1 });
    expect(verdict.sentence).toContain('Next: ask Marcus');
  });

  it('makes a pair of a technical lead and a people second, who may be on the technical path', () => {
    const people = crew([{}, { aspiration: 'technical-path' }, {}]);
    const verdict = adviseOn(people, [...both(1, 5, 1), ...both(2, 2, 4.5), ...both(3, 2, 2)]);
    expect(verdict.answer).toEqual({ kind: 'pair', leadId: 1, secondId: 2, secondSide: 'people' });
    const refused = crew([{}, { aspiration: 'not-now' }, {}]);
    expect(adviseOn(refused, [...both(1, 5, 1), ...both(2, 2, 4.5), ...both(3, 2, 2)]).answer.kind).not.toBe('pair');
  });

  it('grows somebody by a date where one side is known and near', () => {
    const verdict = adviseOn(crew([{}, {}, {}]), [...both(1, 5, 2.3), ...both(2, 1, 1), ...both(3, 1, 1)]);
    expect(verdict.answer).toMatchObject({ kind: 'grow', personId: 1, side: 'people' });
    const by = verdict.answer.kind === 'grow' ? verdict.answer.by : ('' as Day);
    expect(by > DAY && by < '2028-12-01').toBe(true);
  });

  it('says hire where everyone is known to be below, and where everyone refuses', () => {
    const low = [1, 2, 3].flatMap((of) => both(of, 1, 1));
    expect(adviseOn(crew([{}, {}, {}]), low).answer).toEqual({ kind: 'hire' });
    const refusing = crew([{ aspiration: 'not-now' }, { aspiration: 'technical-path' }, { aspiration: 'not-now' }]);
    expect(adviseOn(refusing, both(1, 5, 5)).answer).toEqual({ kind: 'hire' });
  });

  it('says not enough evidence, and what would tell most, before any answer', () => {
    const verdict = adviseOn(crew([{}, {}, {}]), []);
    expect(verdict.answer).toMatchObject({ kind: 'not-enough-evidence', have: 0, need: 2 });
    expect(verdict.evidence).toMatchObject({ observations: 0, tickets: 0 });
  });

  it('knows only the technical side of a log without answers, and says so', () => {
    const verdict = adviseOn(crew([{}, {}, {}]), [], { effects: ticketsOf([-0.4, 0, 0.4]) });
    expect(verdict.answer.kind).toBe('not-enough-evidence');
    expect(verdict.candidates.every((one) => one.people.evidence === 0)).toBe(true);
    expect(verdict.reasons.some((one) => one.text.includes('Nobody has said anything about people yet'))).toBe(true);
    expect(verdict.evidence.tickets).toBe(600);
    expect(verdict.dataVersion).toBe(7);
  });

  it('leaves a seat open that is planned for much later, and decides it when it is near', () => {
    const seen = [...both(1, 5, 5), ...both(2, 2, 2), ...both(3, 2, 2)];
    const planned = { state: 'planned', plannedFor: '2027-09-01' as Day } as const;
    expect(adviseOn(crew([{}, {}, {}]), seen, {}, planned).answer).toEqual({ kind: 'leave-open' });
    const near = { state: 'planned', plannedFor: '2027-02-01' as Day } as const;
    expect(adviseOn(crew([{}, {}, {}]), seen, {}, near).answer.kind).toBe('person');
  });

  it('leaves the seat of a small team open where the seat above can carry it', () => {
    const people = [...crew([{}, {}]), aPerson(9, { name: 'Ana', work: 'other' })];
    const one = oneTeam(people.slice(0, 2), { reportsTo: seatId(2) });
    const top = aSeat(2, { state: 'held', holderId: personId(9) });
    const structure = { ...one, people, seats: [...one.seats, top] };
    const input = { structure, observations: both(1, 5, 5), effects: null, playbook: playbookWith(), day: DAY };
    expect(advise(input)[0]!.answer).toEqual({ kind: 'leave-open' });
    const busy = people.map((person) => (person.personId === 9 ? { ...person, ownTicketHours: hours(34) } : person));
    expect(advise({ ...input, structure: { ...structure, people: busy } })[0]!.answer.kind).not.toBe('leave-open');
  });

  it('never weighs service accounts or holders of seats beside it, but whoever acts in it', () => {
    const people = crew([{}, {}, { work: 'service-account' }]);
    const one = oneTeam(people, { state: 'acting', holderId: personId(1) });
    const beside = aSeat(2, { state: 'held', holderId: personId(2), distanceOverride: 1 });
    const verdict = advise({
      structure: { ...one, seats: [...one.seats, beside] },
      observations: [],
      effects: null,
      playbook: playbookWith(),
      day: DAY,
    })[0]!;
    expect(verdict.candidates.map((candidate) => candidate.personId)).toEqual([1]);
  });
});

describe('a brilliant technician', () => {
  const seen = [...both(1, 5, 1.5, 1), ...views(1, 'people', 1, 2), ...both(2, 4.5, 4.5), ...both(3, 2, 2)];
  const ticketsClosed = new Map([
    [personId(1), 900],
    [personId(2), 300],
  ]);

  it('is not a lead yet, said plainly', () => {
    const verdict = adviseOn(crew([{}, {}, {}]), seen, { ticketsClosed });
    expect(verdict.answer).toEqual({ kind: 'person', personId: 2 });
    expect(verdict.sentence).toContain(
      "Marcus closes the most tickets. Marcus isn't a lead yet: below what this job needs with people",
    );
    expect(verdict.candidates.find((one) => one.personId === 1)!.topCloserNotNamed).toBe(true);
  });

  it('is not judged before anybody has said a word about people', () => {
    const verdict = adviseOn(crew([{}, {}, {}]), views(1, 'technical', 5), { ticketsClosed });
    expect(verdict.sentence).toContain('nobody has said yet how Marcus is with people');
  });
});

describe('a held seat', () => {
  const held = { state: 'held', holderId: personId(1) } as const;
  const needsOf = (verdict: Verdict) => (verdict.answer.kind === 'keep' ? verdict.answer.needs : []);

  it('is kept, with nothing to do where nothing is surely missing', () => {
    const verdict = adviseOn(crew([{}, {}, {}]), both(1, 5, 5), {}, held);
    expect(needsOf(verdict).map((need) => need.kind)).toEqual(['nothing']);
    expect(verdict.candidates.map((one) => one.personId)).toEqual([1]);
  });

  it('gets a technical second by name, or is told that nobody can jump in', () => {
    const peopleLead = both(1, 1.5, 5);
    const withSecond = adviseOn(crew([{}, {}, {}]), [...peopleLead, ...both(2, 5, 3)], {}, held);
    expect(needsOf(withSecond)[0]).toMatchObject({ kind: 'second', side: 'technical', personId: 2 });
    const alone = adviseOn(crew([{}, {}, {}]), peopleLead, {}, held);
    expect(needsOf(alone)[0]).toMatchObject({ kind: 'second', personId: null });
    expect(needsOf(alone)[0]!.text).toContain('nobody to jump in');
  });

  it('gets training where people skills are short, and a second only where the bar itself is missed', () => {
    const short = needsOf(adviseOn(crew([{}, {}, {}]), both(1, 5, 1.5), {}, held)).map(
      (need) => `${need.kind} ${need.side}`,
    );
    expect(short).toEqual(['second people', 'training people']);
  });

  it('gets fewer tickets where the hours are short, before anything else', () => {
    const busy = crew([{ ownTicketHours: hours(33) }, {}, {}, {}, {}]);
    const verdict = adviseOn(busy, both(1, 5, 5), {}, held);
    expect(needsOf(verdict)[0]).toMatchObject({ kind: 'fewer-tickets' });
    expect(verdict.sentence).toContain('needs 5 h with people a week, has 1');
  });

  it('asks for evidence where too little is known', () => {
    expect(needsOf(adviseOn(crew([{}, {}, {}]), [], {}, held)).map((need) => need.kind)).toEqual([
      'evidence',
      'evidence',
    ]);
  });

  it('has a way back only where both sides are known to be below', () => {
    const wayBack = (verdict: Verdict) => verdict.reasons.some((one) => one.text.includes('pay and standing'));
    expect(wayBack(adviseOn(crew([{}, {}, {}]), both(1, 1, 1), {}, held))).toBe(true);
    expect(wayBack(adviseOn(crew([{}, {}, {}]), both(1, 5, 1), {}, held))).toBe(false);
    expect(wayBack(adviseOn(crew([{}, {}, {}]), [], {}, held))).toBe(false);
  });
});

describe('any firm', () => {
  const anyone = fc.record({
    aspiration: fc.constantFrom('wants-to-lead', 'not-now', 'technical-path', 'not-asked'),
    work: fc.constantFrom('product', 'dispatch', 'other', 'service-account'),
  }) as fc.Arbitrary<Partial<Person>>;
  const saying = fc.record({
    of: fc.integer({ min: 1, max: 5 }),
    competency: fc.constantFrom(...COMPETENCIES),
    level: fc.option(fc.integer({ min: 1, max: 5 })),
    rater: fc.constantFrom('Ana', 'Ben', 'Cy'),
  });
  const firm = fc.record({
    people: fc.array(anyone, { maxLength: 5 }),
    said: fc.array(saying, { maxLength: 30 }),
    held: fc.boolean(),
    effects: fc.option(fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 2, maxLength: 5 })),
  });
  type AnyFirm = {
    people: Partial<Person>[];
    said: { of: number; competency: Observation['competency']; level: number | null; rater: string }[];
    held: boolean;
    effects: number[] | null;
  };
  const inputOf = ({ people, said, held, effects }: AnyFirm): AdviceInput => ({
    structure: oneTeam(crew(people), held && people.length > 0 ? { state: 'held', holderId: personId(1) } : {}),
    observations: said.map((one) => view(one.of, one.competency, one.level, one.rater)),
    effects: effects && ticketsOf(effects),
    playbook: playbookWith(),
    day: DAY,
  });

  it('gets advice without a single NaN, whatever it is made of', () => {
    fc.assert(
      fc.property(firm, (any) => {
        const text = JSON.stringify(advise(inputOf(any as AnyFirm)), (_, value) =>
          Number.isNaN(value) ? 'NaN' : value,
        );
        expect(text).not.toContain('NaN');
        expect(text).not.toContain('undefined');
      }),
      { numRuns: 60 },
    );
    expect(
      advise({
        ...inputOf({ people: [], said: [], held: false, effects: null }),
        structure: { day: DAY, people: [], teams: [], seats: [], memberships: [], lines: [] },
      }),
    ).toEqual([]);
  });

  it('gets the same advice in whatever order its people are listed', () => {
    fc.assert(
      fc.property(firm, (any) => {
        const input = inputOf(any as AnyFirm);
        const { structure } = input;
        const turned = {
          ...structure,
          people: structure.people.toReversed(),
          lines: structure.lines.toReversed(),
          memberships: structure.memberships.toReversed(),
        };
        expect(advise({ ...input, structure: turned })).toEqual(advise(input));
      }),
      { numRuns: 30 },
    );
  });

  it('lowers nobody who was not asked, nor anybody by what another wants', () => {
    fc.assert(
      fc.property(firm, fc.integer({ min: 1, max: 5 }), (any, who) => {
        const input = inputOf(any as AnyFirm);
        const asked = (is: Person['aspiration']) => ({
          ...input,
          structure: {
            ...input.structure,
            people: input.structure.people.map((one) => (one.personId === who ? { ...one, aspiration: is } : one)),
          },
        });
        const standings = (verdict: Verdict | undefined) =>
          [...(verdict?.candidates ?? [])]
            .sort((a, b) => a.personId - b.personId)
            .map(({ personId, technical, people }) => ({ personId, technical, people }));
        if (input.structure.seats[0]!.state === 'held') return;
        const [wants, notAsked, refuses] = (['wants-to-lead', 'not-asked', 'not-now'] as const).map(
          (is) => advise(asked(is))[0]!,
        );
        expect(notAsked!.answer).toEqual(wants!.answer);
        expect(standings(notAsked)).toEqual(standings(wants));
        expect(standings(refuses)).toEqual(standings(wants));
      }),
      { numRuns: 30 },
    );
  });
});
