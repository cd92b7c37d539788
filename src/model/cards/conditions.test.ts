import { describe, expect, it } from 'vitest';
import { createRandom } from '../../base/random.ts';
import type { Day } from '../../base/time.ts';
import type { ConditionFacts, ConditionWeek } from '../../records/conditions/types.ts';
import type { PersonId, TeamId } from '../../records/people/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { watchedWeeks } from '../conditions.ts';
import { clientWears } from './client-wears.ts';
import { conditionsChanged } from './conditions.ts';
import { growthStep } from './growth-step.ts';
import type { RuleInput } from './types.ts';

const LAST = '2026-11-16' as Day;
const LEA = 1 as PersonId;
const INES = 2 as PersonId;
const people = Array.from({ length: 7 }, (_, i) => ({
  personId: (i + 2) as PersonId,
  name: i === 0 ? 'Ines Own' : `P${i}`,
  work: 'product',
  startedOn: null,
}));
const names = new Map(people.map(({ personId, name }) => [personId, name.split(' ')[0]!]));

/** Lea leads seven; in the last four weeks Ines works late and changes tickets more often than she did. */
function inputWith(
  facts: Partial<ConditionFacts>,
  late: Partial<ConditionWeek> = { afterHours: 12, switches: 30 },
): RuleInput {
  const weeks = people.flatMap(({ personId }) =>
    watchedWeeks(LAST).map((week, i) => ({
      personId,
      week,
      tickets: 10,
      changes: 60,
      afterHours: 2,
      switches: 6,
      minutes: null,
      dissatisfied: null,
      onCallMinutes: 0,
      ...(personId === INES && i >= 13 ? late : {}),
    })),
  );
  const conditions: ConditionFacts = {
    day: '2026-11-24' as Day,
    lastWeek: LAST,
    weeks,
    shared: new Set(),
    lastSteps: new Map(),
    stepsSince: null,
    afterHours: [],
    answers: [],
    answersLately: [],
    clients: new Map(),
    ...facts,
  };
  const team = 5 as TeamId;
  const structure = { people, seats: [] };
  const chart = {
    structure,
    called: names,
    members: new Map([[team, people]]),
    team: new Map([[team, { name: 'Pod' }]]),
  };
  const lead = {
    leadId: LEA,
    seatIds: [],
    reports: people.map(({ personId }) => personId),
    teamIds: [team],
    leadsBelow: [],
  };
  const desk = { tickets: [], clients: new Map([[9, 'Acme']]), areas: new Map() };
  return { conditions, chart, leads: [lead], desk, playbook: playbookWith() } as unknown as RuleInput;
}

describe('a card about working conditions', () => {
  it('is about a person only where they share their weeks, to their lead, and asks first', () => {
    expect(conditionsChanged.propose(inputWith({}))).toEqual([]);
    const [card, ...more] = conditionsChanged.propose(inputWith({ shared: new Set([INES]) }));
    expect(more).toEqual([]);
    expect(card).toMatchObject({ leadId: LEA, personId: INES, kind: 'listen', subject: `person/${INES}` });
    expect(card!.trigger).toBe(
      'Evenings and weekends: 12 of Ines’s 60 changes were after hours in the week of 16 November; usual is 2 of 60. More than usual since the week of 26 October.',
    );
    expect(card!.firstSentence).toBe('How are the evenings going for you, Ines?');
  });

  it('never says interruptions of a person, nor a mood', () => {
    const only = conditionsChanged.propose(inputWith({ shared: new Set([INES]) }, { switches: 40 }));
    expect(only).toEqual([]);
    const cards = conditionsChanged.propose(inputWith({ shared: new Set([INES]) }));
    expect(JSON.stringify(cards)).not.toMatch(/one ticket to another|interrupt|mood|burnout|unhappy|stress|leaving/i);
  });

  it('is about the team where on-call falls on few of it', () => {
    const input = inputWith({});
    const weeks = input.conditions!.weeks.map((week) => ({
      ...week,
      onCallMinutes: week.personId <= 3 ? 600 : 0,
      afterHours: 2,
      switches: 6,
    }));
    const cards = conditionsChanged.propose({ ...input, conditions: { ...input.conditions!, weeks } });
    expect(cards).toMatchObject([
      { subject: 'team/5', personId: null, kind: 'listen', trigger: 'Pod: On-call falls on two of seven people.' },
    ]);
  });
});

describe('a card about a client', () => {
  const answers = (of: [person: number, client: number, count: number, of: number][]) =>
    inputWith({
      answersLately: of.map(([id, clientId, count, all]) => ({ personId: id as PersonId, clientId, count, of: all })),
    });

  it('comes when it is hard on several people, and more than others are', () => {
    const calm: [number, number, number, number] = [5, 8, 2, 100];
    expect(clientWears.propose(answers([calm, [2, 9, 3, 4], [3, 9, 3, 5]]))).toEqual([]);
    const [card] = clientWears.propose(answers([calm, [2, 9, 3, 4], [3, 9, 3, 5], [4, 9, 2, 4]]));
    expect(card).toMatchObject({ leadId: LEA, subject: 'client/9', personId: null });
    expect(card!.trigger).toBe('Acme is hard on three people: eight dissatisfied answers within four weeks.');
    // A large client of whom as large a part is dissatisfied as of the others.
    expect(
      clientWears.propose(
        answers([
          [5, 8, 40, 400],
          [2, 9, 4, 40],
          [3, 9, 4, 40],
          [4, 9, 4, 40],
        ]),
      ),
    ).toEqual([]);
  });

  it('is seldom a false alarm where thirty clients are looked at and none is harder than the others', () => {
    const random = createRandom(7);
    let alarms = 0;
    for (let morning = 0; morning < 100; morning++) {
      const all = Array.from({ length: 120 }, (_, i): [number, number, number, number] => {
        const bad = Array.from({ length: 4 }, () => random.uniform() < 0.25).filter(Boolean).length;
        return [2 + (i % 4), 100 + Math.floor(i / 4), bad, 4];
      });
      alarms += clientWears.propose(answers(all)).length > 0 ? 1 : 0;
    }
    // At 80% for each alone, it was on most mornings.
    expect(alarms).toBeLessThanOrEqual(20);
  });
});

describe('a card about growth', () => {
  it('comes once steps are noted at all, for whom none is noted for long', () => {
    expect(growthStep.propose(inputWith({}))).toEqual([]);
    const lastSteps = new Map(people.slice(1).map(({ personId }) => [personId, '2026-10-01' as Day]));
    const cards = growthStep.propose(inputWith({ stepsSince: '2026-01-10' as Day, lastSteps }));
    expect(cards.map(({ personId }) => personId)).toEqual([INES]);
    expect(cards[0]!.trigger).toBe('No growth step of Ines is noted for more than half a year.');
    expect(cards[0]!.firstSentence).toMatch(/^Ines, what would you like to learn .*\?$/);
  });
});
