import { describe, expect, it } from 'vitest';
import { fitWorld, personIdsOf } from '../../../test/support/world.ts';
import { createRandom } from '../../base/random.ts';
import type { Day } from '../../base/time.ts';
import { countEffectively } from '../../science/network/effective-number.ts';
import { firstDay, makeCalendar } from './calendar.ts';
import { generateWorld } from './generate-world.ts';
import { type InventedFirm, inventSpec } from './invent-spec.ts';
import { nameOf } from './names.ts';
import { drawTruth } from './truth.ts';
import type { World } from './types.ts';
import { drawVoices } from './voices.ts';

const FIRM: InventedFirm = {
  technicians: 24,
  teams: 3,
  tickets: 12_000,
  day: '2026-11-16' as Day,
  days: 365,
  correlation: 0.3,
  hiddenDifficulty: 0,
  ratersEach: 6,
  icc: 0.2,
};
const world = generateWorld(inventSpec(FIRM), 7);

describe('the seeded world generator', () => {
  it('makes the same firm from the same spec and seed, and another one from another seed', () => {
    const small = inventSpec({ ...FIRM, tickets: 400 });
    expect(generateWorld(small, 3)).toEqual(generateWorld(small, 3));
    expect(generateWorld(small, 3).tickets).not.toEqual(generateWorld(small, 4).tickets);
  });

  it('leaves the tickets as they were when only the panel changes', () => {
    const small = { ...FIRM, tickets: 400 };
    const one = generateWorld(inventSpec(small), 3);
    const other = generateWorld(inventSpec({ ...small, ratersEach: 2 }), 3);
    expect(other.tickets).toEqual(one.tickets);
    expect(other.observations.length).toBeLessThan(one.observations.length);
  });

  it('grades what whoever opens a ticket sees, hidden difficulty too, and changes nothing else', () => {
    const small = { ...FIRM, tickets: 2_000, hiddenDifficulty: 0.6 };
    const asked = generateWorld(inventSpec({ ...small, triageNoise: 0.5 }), 3);
    expect(asked.tickets.map((ticket) => ({ ...ticket, triage: null }))).toEqual(
      generateWorld(inventSpec(small), 3).tickets,
    );
    const grades = asked.tickets.map((ticket) => ticket.triage!);
    expect([...new Set(grades)].sort()).toEqual([1, 2, 3, 4, 5]);
    const hidden = asked.tickets.map((ticket) => ticket.hidden);
    expect(correlation(grades, hidden)).toBeGreaterThan(0.4);
    expect(correlation(grades, hidden)).toBeLessThan(0.8);
  });

  it('shows breadth in whose tickets are of many areas, and help in who is good at it and easy to ask, where it is told to', () => {
    const asking = { skill: 1, ease: 0.9, area: 1, queue: 0.5 };
    const known = generateWorld(inventSpec({ ...FIRM, teams: 1, spread: 0.775, asking, areasKnown: true }), 7);
    const names = known.spec.members.filter((one) => one.work === 'product').map((one) => one.name);
    const levels = (one: World, of: 'breadth' | 'rescue') => names.map((name) => one.truth.get(name)!.competencies[of]);
    const areas = (one: World) =>
      names.map((name) => {
        const own = one.tickets.filter((ticket) => ticket.firstAssignee === name && !ticket.escalated);
        return countEffectively([...Map.groupBy(own, ({ area }) => area).values()].map((group) => group.length));
      });
    const rescues = (one: World) =>
      names.map((name) =>
        Math.log(0.5 + one.tickets.filter((t) => t.resolver === name && t.firstAssignee !== name).length),
      );
    expect(correlation(areas(known), levels(known, 'breadth'))).toBeGreaterThan(0.5);
    const [told, faithful] = [known, world].map((one) => correlation(rescues(one), levels(one, 'rescue')));
    expect(told).toBeGreaterThan(0.4);
    expect(told).toBeLessThan(faithful!);
    expect(faithful).toBeGreaterThan(0.85);
  });

  it('lets nobody finish more work than their hours allow', () => {
    const { workingDays } = makeCalendar(firstDay(FIRM.day, FIRM.days), FIRM.days);
    for (const [name, perDay] of world.capacity) {
      const alone = world.tickets.filter(
        (ticket) => ticket.firstAssignee === name && !ticket.escalated && ticket.resolvedAt !== null,
      );
      const minutes = alone.reduce((sum, ticket) => sum + ticket.minutes!, 0);
      // Urgent tickets jump the queue, so a day or two of work may be owed at the end.
      expect(minutes, name).toBeLessThanOrEqual(perDay * (workingDays + 2));
    }
  });

  it('leaves more tickets open when there is more work than hours', () => {
    const open = (one: World) => one.tickets.filter((ticket) => ticket.resolvedAt === null).length;
    const drowned = generateWorld({ ...inventSpec(FIRM), utilisation: 1.3 }, 7);
    expect(open(drowned)).toBeGreaterThan(open(world) + FIRM.tickets * 0.1);
  });

  it('orders the events of a ticket in time and ends before the story day', () => {
    const end = Date.UTC(2026, 10, 16);
    for (const ticket of world.tickets) {
      const times = ticket.events.map((event) => event.at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times[0]).toBe(ticket.openedAt);
      expect(times.at(-1)!).toBeLessThan(end);
      if (ticket.resolvedAt !== null) expect(times).toContain(ticket.resolvedAt);
    }
  });

  it('hides the truth less from the ticket model than from a plain average', () => {
    const evidence = fitWorld(world);
    if (evidence.status !== 'fitted') throw new Error('no fit');
    const ids = personIdsOf(world);
    const names = [...ids.keys()].filter((name) => evidence.effects.personIds.includes(ids.get(name)!));
    const truth = names.map((name) => world.truth.get(name)!.competencies.resolving);
    const fitted = names.map((name) => -evidence.effects.effect[evidence.effects.personIds.indexOf(ids.get(name)!)]!);
    expect(correlation(truth, fitted)).toBeGreaterThan(0.95);
    expect(correlation(truth, fitted)).toBeGreaterThan(correlation(truth, names.map(rawSpeed)));
  });

  it('spoils the ticket model with difficulty that only the router sees', () => {
    const hidden = generateWorld(inventSpec({ ...FIRM, hiddenDifficulty: 1 }), 7);
    const evidence = fitWorld(hidden);
    if (evidence.status !== 'fitted') throw new Error('no fit');
    const byId = new Map([...personIdsOf(hidden)].map(([name, id]) => [id, name]));
    const truth = evidence.effects.personIds.map((id) => hidden.truth.get(byId.get(id)!)!.competencies.resolving);
    const fitted = evidence.effects.effect.map((value) => -value);
    expect(correlation(truth, fitted)).toBeLessThan(0.9);
  });
});

describe('the truth of a world', () => {
  it('has sides around solid, one level apart, correlated as the spec says', () => {
    const spec = inventSpec({ ...FIRM, technicians: 2000, correlation: 0.5 });
    const drawn = [...drawTruth(spec, createRandom(1)).values()].slice(1);
    const technical = drawn.map((one) => one.technical);
    expect(mean(technical)).toBeCloseTo(3, 0);
    expect(Math.sqrt(mean(technical.map((x) => (x - 3) ** 2)))).toBeCloseTo(1, 0);
    expect(
      correlation(
        technical,
        drawn.map((one) => one.people),
      ),
    ).toBeCloseTo(0.5, 1);
  });

  it('has 2,500 different names', () => {
    expect(new Set(Array.from({ length: 2500 }, (_, n) => nameOf(n))).size).toBe(2500);
  });
});

describe('the raters of a world', () => {
  it('never rate themselves, and each person has as many as the panel asks for', () => {
    expect(world.observations.every(({ person, rater }) => person !== rater)).toBe(true);
    const raters = new Map<string, Set<string>>();
    for (const { person, rater } of world.observations)
      raters.set(person, (raters.get(person) ?? new Set()).add(rater));
    expect([...raters.values()].every((who) => who.size === FIRM.ratersEach)).toBe(true);
    expect(raters.size).toBe(FIRM.technicians);
  });

  it('agree with each other about as little as the panel says', () => {
    const spec = inventSpec({ ...FIRM, technicians: 1500, ratersEach: 2 });
    const voices = drawVoices(spec, drawTruth(spec, createRandom(1)), createRandom(2));
    const pairs = new Map<string, number[]>();
    for (const { person, competency, level } of voices)
      if (competency === 'coaching') pairs.set(person, [...(pairs.get(person) ?? []), level!]);
    const both = [...pairs.values()];
    // Rounding and the ends of the scale cost some agreement, competencies' own spread adds some.
    const agreement = correlation(
      both.map((pair) => pair[0]!),
      both.map((pair) => pair[1]!),
    );
    expect(agreement).toBeGreaterThan(0.12);
    expect(agreement).toBeLessThan(0.3);
  });
});

function rawSpeed(name: string): number {
  return -mean(world.tickets.filter((t) => t.firstAssignee === name && t.minutes !== null).map((t) => t.minutes!));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function correlation(x: readonly number[], y: readonly number[]): number {
  const mx = mean(x);
  const my = mean(y);
  const sum = (f: (i: number) => number) => x.reduce((total, _, i) => total + f(i), 0);
  const sxy = sum((i) => (x[i]! - mx) * (y[i]! - my));
  return sxy / Math.sqrt(sum((i) => (x[i]! - mx) ** 2) * sum((i) => (y[i]! - my) ** 2));
}
