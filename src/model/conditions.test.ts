import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { createRandom } from '../base/random.ts';
import { addDays, type Day } from '../base/time.ts';
import { onCallMinutes } from '../records/conditions/on-call.ts';
import type { ConditionFacts, ConditionWeek } from '../records/conditions/types.ts';
import type { Person, PersonId, TeamId } from '../records/people/types.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import type { Shift } from '../records/shifts/types.ts';
import { type Amount, watch, watchedWeeks } from './conditions.ts';
import { teamCauses } from './conditions-causes.ts';
import { longWithout } from './conditions-steps.ts';
import { sayChange } from './conditions-words.ts';
import type { Chart } from './structure.ts';

const LAST = '2026-11-16' as Day;
const playbook = playbookWith();
const series = (amounts: (Amount | number | null)[]) =>
  watchedWeeks(LAST).map((week, i) => {
    const one = amounts[i] ?? null;
    return { week, amount: typeof one === 'number' ? { value: one, of: null } : one };
  });
const steady = (value: number) => Array.from({ length: 13 }, () => value);

describe('a fact against one’s own weeks', () => {
  it('says nothing with too few weeks, and how many there are', () => {
    const few = watch(series([...Array.from({ length: 8 }, () => null), 5, 5, 5, 5, 5, 9, 9, 9, 9]), playbook);
    expect(few).toMatchObject({ status: 'not-enough-weeks', have: 5, need: 8 });
  });

  it('finds a change that lasts and since when, and leaves one ticket more alone', () => {
    const risen = watch(series([...steady(20), 20, 38, 40, 41]), playbook);
    expect(risen).toMatchObject({ status: 'known', change: { direction: 'up', since: '2026-11-02' } });
    expect(sayChange(risen)).toBe('More than usual since the week of 2 November.');
    const one = watch(series([...steady(0), 0, 1, 0, 1]), playbook);
    expect(one).toMatchObject({ status: 'known', change: null });
    expect(sayChange(one)).toMatch(/^More than in most weeks/);
  });

  it('stays with weeks of leave, which are not known', () => {
    const away = watch(series([...steady(20), 40, null, null, 41]), playbook);
    expect(away).toMatchObject({ status: 'known', change: { direction: 'up', since: '2026-10-26' } });
  });

  it('seldom takes chance for a change: weeks of the same person without any', () => {
    const random = createRandom(4);
    const poisson = (mean: number) => {
      let [count, product] = [-1, 1];
      while (product > Math.exp(-mean)) {
        count++;
        product *= random.uniform();
      }
      return count;
    };
    for (const mean of [1, 5, 20]) {
      const alarms = Array.from({ length: 2000 }, () =>
        watch(series(Array.from({ length: 17 }, () => poisson(mean))), playbook),
      ).filter((one) => one.status === 'known' && one.change?.direction === 'up');
      expect(alarms.length / 2000).toBeLessThan(0.03);
    }
  });
});

const members = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ personId: (i + 1) as PersonId, work: 'product', startedOn: null }) as Person);
const chartOf = (people: Person[]) =>
  ({ structure: { seats: [] }, members: new Map([[1, people]]) }) as unknown as Chart;
const factsOf = (weeks: ConditionWeek[], more: Partial<ConditionFacts> = {}): ConditionFacts => ({
  day: '2026-11-24' as Day,
  lastWeek: LAST,
  weeks,
  shared: new Set(),
  lastSteps: new Map(),
  stepsSince: '2026-01-01' as Day,
  afterHours: [],
  answers: [],
  answersLately: [],
  clients: new Map([[7, 'Acme']]),
  ...more,
});
const weekOf = (id: number, week: Day, some: Partial<ConditionWeek>): ConditionWeek => ({
  personId: id as PersonId,
  week,
  tickets: 10,
  changes: 50,
  afterHours: 5,
  switches: 10,
  minutes: 600,
  dissatisfied: 60,
  onCallMinutes: 0,
  ...some,
});

describe('the causes in a team', () => {
  const causesOf = (people: Person[], facts: ConditionFacts) =>
    teamCauses(1 as TeamId, chartOf(people), facts, playbook);
  const anyWeek = fc.record({
    tickets: fc.integer({ min: 0, max: 60 }),
    changes: fc.integer({ min: 0, max: 200 }),
    afterHours: fc.integer({ min: 0, max: 60 }),
    switches: fc.integer({ min: 0, max: 60 }),
  });

  it('are only how on-call is handed out where fewer than five are in it, whatever their weeks are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(anyWeek, { minLength: 68, maxLength: 68 }), (n, weeks) => {
        const people = members(n);
        const facts = factsOf(
          people.flatMap(({ personId }, p) =>
            watchedWeeks(LAST).map((week, w) => weekOf(personId, week, weeks[p * 17 + w]!)),
          ),
          { answers: [{ personId: 1 as PersonId, clientId: 7, count: 4, of: 9 }], lastSteps: new Map() },
        );
        expect(causesOf(people, facts).causes.filter(({ key }) => key !== 'on-call')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('never say a sum that is mostly one person’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 30, max: 50 }), (n, much) => {
        const people = members(n);
        const weeks = people.flatMap(({ personId }, p) =>
          watchedWeeks(LAST).map((week) => weekOf(personId, week, { afterHours: p === 0 ? much : 1, switches: 10 })),
        );
        const { causes, notShown } = causesOf(people, factsOf(weeks));
        expect(causes.map(({ key }) => key)).not.toContain('evenings');
        expect(notShown).toContainEqual(expect.objectContaining({ what: 'After-hours work' }));
      }),
      { numRuns: 20 },
    );
  });

  it('are as usual where one person’s weeks alone moved, in the same words as where nobody’s did', () => {
    const people = members(8);
    const facts = (some: Partial<ConditionWeek>) =>
      factsOf(
        people.flatMap(({ personId }, p) =>
          watchedWeeks(LAST).map((week, w) => weekOf(personId, week, p === 0 && w >= 13 ? some : {})),
        ),
      );
    const still = causesOf(people, facts({}));
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 30 }), fc.integer({ min: 10, max: 45 }), (afterHours, switches) => {
        expect(causesOf(people, facts({ afterHours, switches })).causes).toEqual(still.causes);
      }),
      { numRuns: 30 },
    );
    expect(still.causes.map(({ text }) => text)).toContain(
      'After-hours work is as usual for most: about 10 of 100 changes.',
    );
  });

  it('stay the same to the letter when people change places', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7, maxLength: 7 }), (order) => {
        const of = (ids: number[]) =>
          ids.flatMap((id, p) =>
            watchedWeeks(LAST).map((week) => weekOf(id, week, { afterHours: 3 + p, tickets: 8 + p })),
          );
        const people = members(7);
        expect(causesOf(people, factsOf(of(order)))).toEqual(causesOf(people, factsOf(of([1, 2, 3, 4, 5, 6, 7]))));
      }),
      { numRuns: 20 },
    );
  });

  it('name on how many on-call falls, and how many are long without a growth step', () => {
    const people = members(8);
    const weeks = people.flatMap(({ personId }) =>
      watchedWeeks(LAST).map((week) => weekOf(personId, week, { onCallMinutes: personId <= 2 ? 600 : 0 })),
    );
    const recent = new Map([1, 2, 3, 4, 5].map((id) => [id as PersonId, '2026-10-01' as Day]));
    const texts = causesOf(people, factsOf(weeks, { lastSteps: recent })).causes.map(({ text }) => text);
    expect(texts).toContain('On-call falls on two of eight people.');
    expect(texts).toContain('Three of eight people have been without a growth step for half a year.');
  });
});

describe('growth steps', () => {
  it('count from when they began to be noted, or from somebody’s first day', () => {
    const [old, fresh] = members(2);
    const facts = factsOf([], { stepsSince: '2026-01-01' as Day });
    const people = [old!, { ...fresh!, startedOn: '2026-10-01' as Day }];
    expect(longWithout(people, facts, 180)).toEqual([{ personId: 1, since: null }]);
    expect(longWithout(people, { ...facts, stepsSince: null }, 180)).toEqual([]);
  });
});

describe('on-call times', () => {
  const duty = (some: Partial<Shift<PersonId>>): Shift<PersonId> => ({
    person: 1 as PersonId,
    kind: 'on-call',
    weekday: null,
    first: null,
    last: null,
    from: 0,
    to: 1440,
    timeZone: 'Europe/Berlin',
    ...some,
  });
  const weeks = { since: '2026-10-19' as Day, until: '2026-11-02' as Day };

  it('count once where they overlap, not on leave, and an hour more on the night that has one', () => {
    const sundays = [duty({ weekday: 7 }), duty({ weekday: 7, from: 600, to: 900 })];
    expect(onCallMinutes(sundays, weeks).map(({ minutes }) => minutes)).toEqual([25 * 60, 24 * 60]);
    const leave = duty({ kind: 'leave', first: addDays(weeks.until, -2) });
    expect(onCallMinutes([...sundays, leave], weeks)).toEqual([{ personId: 1, week: '2026-10-19', minutes: 1500 }]);
  });
});
