import { beforeAll, describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Solver } from '../../science/assignment/program.ts';
import { loadSolver } from '../../science/assignment/solver.ts';
import { inputOf, mentee, mentor, RULES, week } from './fixtures/mentoring-people.ts';
import { proposeMentors } from './mentoring.ts';
import type { MentoringInput } from './mentoring-types.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const id = (value: number) => value as PersonId;
const pair = (mentorId: number, menteeId: number) => ({ mentorId: id(mentorId), menteeId: id(menteeId) });
const propose = (input: MentoringInput) => proposeMentors(solver, input, RULES);
const pairsOf = (input: MentoringInput) => propose(input).matches.map((one) => `${one.mentorId}-${one.menteeId}`);

const ann = mentor(1, 'Ann', { communication: 4.6, conflict: 4.6 });
const ben = mentor(2, 'Ben', { communication: 4.5 });
const tom = mentee(11, 'Tom', { communication: 2.5, conflict: 2.5 });
const sue = mentee(12, 'Sue', { communication: 2 });

describe('a match', () => {
  it('puts strengths against gaps so that all pairs together gain most, and says why', () => {
    const { matches, unmatched, worth } = propose(inputOf([ann, ben, tom, sue]));
    expect(matches.map((one) => [one.mentorId, one.menteeId])).toEqual([
      [1, 11],
      [2, 12],
    ]);
    expect(unmatched).toEqual([]);
    // Gaps 1.5 + 1.5 and 2, times chances just under 1.
    expect(worth).toBeGreaterThan(4.9);
    expect(worth).toBeLessThan(5);
    expect(matches[0]!.reasons).toEqual([
      'Ann is probably strong where Tom wants to grow: communication and conflict resolution.',
      'They share up to 8 hours at a stretch in their working week.',
    ]);
  });

  it('says what the second best would have been', () => {
    const [match] = propose(inputOf([ann, ben, tom])).matches;
    expect(match!.secondBest).toMatchObject({
      mentorId: 2,
      otherChanges: 0,
      text: 'Second best: Ben (1.5 levels less over all pairs).',
    });
    expect(propose(inputOf([ann, tom])).matches[0]!.secondBest).toMatchObject({
      mentorId: null,
      text: 'Second best: no mentor for Tom (3.0 levels less over all pairs).',
    });
  });

  it('prefers somebody who wrote down the same interest where all else is equal, and shows the words', () => {
    const climber = { ...sue, interests: 'I like climbing and Chess.' };
    const cy = mentor(3, 'Cy', { communication: 4.5 }, { interests: 'chess, gardening' });
    const [match] = propose(inputOf([ben, cy, climber])).matches;
    expect(match).toMatchObject({ mentorId: 3, interests: ['chess'] });
    expect(match!.reasons).toContain('Both wrote: chess.');
  });

  it("says so where working hours aren't known, and doesn't hold it against anybody", () => {
    const [match] = propose(inputOf([{ ...ben, week: null }, sue])).matches;
    expect(match!.sharedHours).toBeNull();
    expect(match!.reasons).toContain("The working hours of Ben aren't known: ask whether the two share time.");
  });
});

describe('who gets no mentor', () => {
  const textFor = (input: MentoringInput) => propose(input).unmatched.map((one) => one.text);

  it('is told when no mentor shares enough working time, all year round', () => {
    const far = [ann, ben].map((one) => ({ ...one, week: week('Pacific/Auckland') }));
    expect(propose(inputOf([...far, tom])).unmatched).toEqual([
      {
        personId: 11,
        because: 'stopped',
        stops: ['hours'],
        cost: null,
        text: 'No mentor overlaps 2 hours with Tom.',
      },
    ]);
  });

  it('is told each stop with whom it keeps away', () => {
    const far = { ...ben, week: week('Pacific/Auckland') };
    const input = inputOf([ann, far, tom], { lines: [{ personId: id(11), leadId: id(1) }] });
    expect(textFor(input)).toEqual(["Ann is in Tom's reporting line. Ben overlaps less than 2 hours with Tom."]);
  });

  it('is told when a mentor is further up or down the reporting line', () => {
    const lines = [
      { personId: id(11), leadId: id(5) },
      { personId: id(5), leadId: id(1) },
    ];
    expect(textFor(inputOf([ann, tom], { lines }))).toEqual(["Every mentor is in Tom's reporting line."]);
    const turned = [{ personId: id(1), leadId: id(11) }];
    expect(textFor(inputOf([ann, tom], { lines: turned }))).toEqual(["Every mentor is in Tom's reporting line."]);
  });

  it('is told that others gain more, what it would cost, and who would go without', () => {
    const { matches, unmatched } = propose(inputOf([ann, tom, sue]));
    expect(matches.map((one) => one.menteeId)).toEqual([11]);
    expect(unmatched).toMatchObject([{ personId: 12, because: 'taken' }]);
    expect(unmatched[0]!.text).toBe(
      'Sue could have Ann: 1.0 level less over all pairs, and Tom would go without. It is your choice.',
    );
  });

  it('is told when nobody offers, when nobody is strong enough, and when no gap is known', () => {
    expect(textFor(inputOf([{ ...ann, places: 0 }, tom]))).toEqual(['Nobody offers to be a mentor yet.']);
    expect(textFor(inputOf([mentor(1, 'Ann', { communication: 3 }), sue]))).toEqual([
      'No mentor is surely strong where Sue wants to grow.',
    ]);
    expect(textFor(inputOf([ann, mentee(12, 'Sue', { communication: 4.2 })]))).toEqual([
      'Sue has no known gap that a mentor could help with.',
    ]);
  });

  it('is everybody where everyone vetoes, and no text, stop or second best tells a veto from an earlier pair', () => {
    const vetoes = [ann, ben].flatMap((one) => [tom, sue].map((two) => ({ by: one.personId, about: two.personId })));
    const earlier = vetoes.map((one) => ({ mentorId: one.by, menteeId: one.about }));
    const vetoed = propose(inputOf([ann, ben, tom, sue], { vetoes }));
    expect(vetoed.matches).toEqual([]);
    expect(vetoed.unmatched.map((one) => one.text)).toEqual([
      'No mentor is a match for Tom this time.',
      'No mentor is a match for Sue this time.',
    ]);
    expect(propose(inputOf([ann, ben, tom, sue], { earlier }))).toEqual(vetoed);
  });

  it('reads the same for a veto, an earlier pair and a mentor who is not strong enough, so that a veto stays private', () => {
    const far = { ...ben, week: week('Pacific/Auckland') };
    const textWith = (more: Partial<MentoringInput>, first = ann) => textFor(inputOf([first, far, tom], more));
    const vetoed = textWith({ vetoes: [{ by: id(1), about: id(11) }] });
    expect(vetoed).toEqual(["Ann isn't a match for Tom this time. Ben overlaps less than 2 hours with Tom."]);
    expect(textWith({ earlier: [pair(11, 1)] })).toEqual(vetoed);
    expect(textWith({}, mentor(1, 'Ann', { communication: 2 }))).toEqual(vetoed);
  });

  it('is spared a mention of a veto where another reason suffices', () => {
    const vetoes = [{ by: id(11), about: id(1) }];
    const lines = [{ personId: id(11), leadId: id(1) }];
    expect(propose(inputOf([ann, tom], { vetoes, lines })).unmatched[0]!.stops).toEqual(['line']);
  });
});

describe('pairs that go on', () => {
  it('keep their place, and the mentee is left alone', () => {
    const { matches, unmatched } = propose(inputOf([ann, tom, sue], { running: [pair(1, 11)] }));
    expect(matches).toEqual([]);
    expect(unmatched).toMatchObject([
      { personId: 12, stops: ['full'], text: 'Every mentor has as many as they offered.' },
    ]);
  });

  it('end when the mentor leaves: the mentee is matched anew', () => {
    const { ended, matches } = propose(inputOf([ben, tom], { running: [pair(1, 11)] }));
    expect(ended).toEqual([
      { pair: pair(1, 11), text: "Tom's mentor is no longer here: who follows is looked for again." },
    ]);
    expect(matches).toMatchObject([{ mentorId: 2, menteeId: 11 }]);
  });

  it('end when the mentee leaves: the place is free again', () => {
    const { ended, matches } = propose(inputOf([ann, sue], { running: [pair(1, 11)] }));
    expect(ended[0]!.text).toBe('Whom Ann mentored is no longer here: the place is free again.');
    expect(matches).toMatchObject([{ mentorId: 1, menteeId: 12 }]);
  });
});

describe('any small firm', () => {
  const firms = fc
    .record({
      mentors: fc.array(fc.record({ mean: fc.integer({ min: 35, max: 55 }), places: fc.integer({ min: 1, max: 2 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
      mentees: fc.array(fc.integer({ min: 10, max: 38 }), { minLength: 1, maxLength: 4 }),
      lines: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 11, max: 14 })), { maxLength: 4 }),
      vetoes: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 11, max: 14 })), { maxLength: 4 }),
      earlier: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 11, max: 14 })), { maxLength: 4 }),
    })
    .map((one) =>
      inputOf(
        [
          ...one.mentors.map(({ mean, places }, at) => mentor(at + 1, `M${at}`, { outlook: mean / 10 }, { places })),
          ...one.mentees.map((mean, at) => mentee(at + 11, `T${at}`, { outlook: mean / 10 })),
        ],
        {
          lines: one.lines.map(([lead, member]) => ({ personId: id(member), leadId: id(lead) })),
          vetoes: one.vetoes.map(([by, about]) => ({ by: id(by), about: id(about) })),
          earlier: one.earlier.map(([a, b]) => pair(a, b)),
        },
      ),
    );

  it('breaks no rule, leaves nobody without a word, and is the same however people are listed', () => {
    fc.assert(
      fc.property(firms, (input) => {
        const proposal = propose(input);
        const made = proposal.matches.map((one) => `${one.mentorId}-${one.menteeId}`);
        const forbidden = [
          ...input.lines.map((one) => `${one.leadId}-${one.personId}`),
          ...input.vetoes.map((one) => `${one.by}-${one.about}`),
          ...input.earlier.map((one) => `${one.mentorId}-${one.menteeId}`),
        ];
        expect(made.filter((one) => forbidden.includes(one))).toEqual([]);
        const told = [...proposal.matches.map((one) => one.menteeId), ...proposal.unmatched.map((one) => one.personId)];
        expect(told.sort((a, b) => a - b)).toEqual(
          input.people.filter((one) => one.wantsMentor).map((one) => one.personId),
        );
        for (const one of proposal.unmatched) expect(one.text).not.toBe('');
        expect(propose({ ...input, people: [...input.people].reverse() })).toEqual(proposal);
      }),
      { numRuns: 40 },
    );
  });

  it('is worth as much as the best of all ways to pair its people', () => {
    fc.assert(
      fc.property(firms, (input) => {
        const mentees = input.people.filter((one) => one.wantsMentor);
        const left = new Map(input.people.map((one) => [one.personId, one.places]));
        // What each pair is worth: alone with that mentor, the proposal has nothing to choose.
        const alone = new Map<string, number>();
        for (const one of mentees)
          for (const other of input.people.filter((person) => person.places > 0))
            alone.set(`${other.personId}-${one.personId}`, propose({ ...input, people: [other, one] }).worth);
        const best = (at: number): number => {
          if (at === mentees.length) return 0;
          let most = best(at + 1);
          for (const [mentorId, places] of left) {
            if (places < 1) continue;
            left.set(mentorId, places - 1);
            most = Math.max(most, (alone.get(`${mentorId}-${mentees[at]!.personId}`) ?? 0) + best(at + 1));
            left.set(mentorId, places);
          }
          return most;
        };
        expect(propose(input).worth).toBeCloseTo(best(0), 9);
      }),
      { numRuns: 25 },
    );
  });
});

it('makes no pair of somebody with themselves', () => {
  const both = { ...mentee(1, 'Ann', { communication: 3.9 }), places: 2 };
  expect(pairsOf(inputOf([both]))).toEqual([]);
});
