import { describe, expect, it } from 'vitest';
import { closedBy, fitWorld, personIdsOf } from '../../../test/support/world.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import { advise } from '../advice.ts';
import { findLoad, findWeek, sayLoad } from '../load.ts';
import { countTechnicians, readChart, reportsOf } from '../structure.ts';
import { observationsOf } from './observations-of.ts';
import { sampleWorld } from './sample-world.ts';
import { structureOf } from './structure-of.ts';

/** The product's own advice on a sample firm, and what a reader needs to check it. */
function tellStory(sample: Parameters<typeof sampleWorld>[0]) {
  const world = sampleWorld(sample);
  const ids = personIdsOf(world);
  const day = world.spec.day;
  const structure = structureOf(world.plan, day);
  const playbook = playbookWith();
  const verdicts = advise({
    structure,
    observations: observationsOf(world, ids),
    effects: fitWorld(world),
    playbook,
    ticketsClosed: closedBy(world),
    day,
  });
  const chart = readChart(structure);
  const seat = (title: string) => structure.seats.find((one) => one.title === title)!;
  return {
    world,
    structure,
    ids,
    verdict: (title: string) => verdicts.find((one) => one.title === title)!,
    reports: (title: string) => reportsOf(chart, seat(title)).map((person) => person.name),
    load: (title: string) => sayLoad(findLoad(findWeek(chart, seat(title))!, playbook)),
  };
}

const needs = (verdict: Verdict) => (verdict.answer.kind === 'keep' ? verdict.answer.needs : []);
const candidate = (verdict: Verdict, name: string) => verdict.candidates.find((one) => one.name === name)!;

describe('Cove IT', () => {
  const { structure, verdict, ids } = tellStory('cove');
  const lead = verdict('Helpdesk Lead');

  it('has five people and an empty seat one step from the work', () => {
    expect(structure.people).toHaveLength(5);
    expect(lead.state).toBe('vacant');
    expect(lead.distance).toMatchObject({ status: 'known', steps: 1 });
    expect(lead.kind).toBe('technical-first');
  });

  it('names the quiet one, whom nobody has asked', () => {
    expect(lead.answer).toEqual({ kind: 'person', personId: ids.get('Mei Lin Chua') });
    expect(lead.sentence).toContain('Next: ask Mei');
  });

  it('says plainly that closing the most tickets makes no lead', () => {
    expect(candidate(lead, 'Jake Morley')).toMatchObject({ topCloserNotNamed: true, role: null });
    expect(lead.sentence).toContain("Jake closes the most tickets. Jake isn't a lead yet");
  });

  it('finds the quiet one without any ticket, from the answers alone', () => {
    const world = sampleWorld('cove');
    const observations = observationsOf(world, ids);
    const input = { structure, observations, effects: null, playbook: playbookWith(), day: world.spec.day };
    const answer = advise(input).find((one) => one.title === 'Helpdesk Lead')!.answer;
    expect(answer).toEqual({ kind: 'person', personId: ids.get('Mei Lin Chua') });
  });
});

describe('Harbor', () => {
  const { world, structure, verdict, load, reports, ids } = tellStory('harbor');

  it('has 22 technicians, 11 in the Service Desk, 6 in Pod B, 4 in Projects', () => {
    expect(countTechnicians(structure)).toBe(22);
    expect(reports('Lead, Service Desk')).toHaveLength(11);
    expect(reports('Lead, Pod B')).toHaveLength(6);
    expect(reports('Lead, Projects')).toHaveLength(4);
    const steps = ['Owner', 'Service manager', 'Lead, Pod B'].map((title) => verdict(title).distance);
    expect(steps).toMatchObject([{ steps: 3 }, { steps: 2 }, { steps: 1 }]);
  });

  it('keeps Marcus, with fewer tickets, a people second and training', () => {
    const marcus = verdict('Lead, Service Desk');
    expect(load('Lead, Service Desk')).toBe('needs 13 h with people a week, has 3');
    expect(marcus.sentence).toContain('Marcus stays');
    expect(needs(marcus).map(({ kind, side }) => [kind, side])).toEqual([
      ['fewer-tickets', null],
      ['second', 'people'],
      ['training', 'people'],
      ['fewer-reports', null],
    ]);
    expect(needs(marcus)[1]!.personId).toBe(ids.get('Priya Raman'));
  });

  it('keeps Dana, and finds nobody in Pod B to jump in', () => {
    const dana = verdict('Lead, Pod B');
    expect(needs(dana).map(({ kind, side, personId }) => [kind, side, personId])).toEqual([
      ['second', 'technical', null],
      ['training', 'technical', null],
    ]);
    expect(dana.sentence).toContain('nobody to jump in');
    expect(candidate(dana, 'Dana Ruiz').people.status).toBe('clears');
  });

  it('lets Tom go on acting until the end of March', () => {
    const tom = verdict('Lead, Projects');
    expect(tom.state).toBe('acting');
    expect(tom.answer).toEqual({ kind: 'trial', personId: ids.get('Tom Okafor') });
    expect(tom.sentence).toContain('until 31 March');
  });

  it('asks of the service manager people leadership at least as much as the work, and not for Marcus', () => {
    const manager = verdict('Service manager');
    expect(manager.state).toBe('vacant');
    expect(['both', 'people-first']).toContain(manager.kind);
    expect(manager.demand.people).toBeGreaterThan(manager.demand.technical);
    expect(manager.answer).toEqual({ kind: 'trial', personId: ids.get('Dana Ruiz') });
    expect(candidate(manager, 'Marcus Bell')).toMatchObject({ role: null, topCloserNotNamed: true });
  });

  it('sends about six escalations a week to the owner', () => {
    const weeks = world.spec.days / 7;
    const ana = world.tickets.filter((ticket) => ticket.resolver === 'Ana Keller').length / weeks;
    expect(ana).toBeGreaterThan(5);
    expect(ana).toBeLessThan(7);
  });
});

describe('Northline', () => {
  const { world, structure, verdict, load, reports, ids } = tellStory('northline');

  it('has 45 technicians and leads who run out of hours', () => {
    expect(countTechnicians(structure)).toBe(45);
    expect(reports('Lead, Service Desk')).toHaveLength(24);
    expect(load('Lead, Service Desk')).toBe('needs 29 h with people a week, has 6');
    for (const title of ['Lead, Service Desk', 'Lead, Cloud and Network']) {
      const kinds = needs(verdict(title)).map((need) => need.kind);
      expect(kinds).toEqual(expect.arrayContaining(['fewer-tickets', 'training', 'fewer-reports']));
    }
  });

  it('keeps its people leader and asks for a technical second', () => {
    const manager = verdict('Service manager');
    expect(manager.kind).toBe('people-first');
    expect(needs(manager)[0]).toMatchObject({ kind: 'second', side: 'technical' });
    expect(needs(manager).every((need) => need.side === 'technical')).toBe(true);
    expect(candidate(manager, 'Fatima Haddad').people.status).toBe('clears');
  });

  it('has waited a year for the next lead, and has somebody who could be it', () => {
    const evening = verdict('Lead, Evening Desk');
    const seat = structure.seats.find((one) => one.title === 'Lead, Evening Desk')!;
    expect(seat).toMatchObject({ state: 'vacant', openSince: '2025-11-03' });
    expect(evening.distance).toMatchObject({ steps: 1, basis: 'team-it-would-lead' });
    expect(candidate(evening, 'Tomoko Abe').role).toBe('named');
    expect(candidate(evening, 'Will Harcourt')).toMatchObject({ topCloserNotNamed: true, role: null });
  });

  it('pairs its Service Desk lead with somebody from his own desk', () => {
    const second = needs(verdict('Lead, Service Desk')).find((need) => need.kind === 'second')!;
    expect(second).toMatchObject({ side: 'people', personId: ids.get('Nadia Rahimi') });
  });

  it('is told from untidy tickets', () => {
    const share = (is: (ticket: (typeof world.tickets)[number]) => boolean) =>
      world.tickets.filter(is).length / world.tickets.length;
    expect(share((ticket) => ticket.events[0]!.assignee === null)).toBeGreaterThan(0.15);
    expect(share((ticket) => ticket.events[0]!.assignee === 'Lucía Fernández')).toBeGreaterThan(0.25);
    expect(share((ticket) => ticket.client === null || ticket.area === null)).toBeGreaterThan(0.08);
  });
});

describe('the sample firms', () => {
  it.each(['cove', 'harbor', 'northline'] as const)('stand on the same day, %s within a moment', (sample) => {
    // The processor's own time: how busy the machine is otherwise says nothing.
    const start = process.cpuUsage();
    const world = sampleWorld(sample);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1500);
    expect(world.spec.day).toBe('2026-11-16');
    expect(world.plan.people.every(({ email }) => email === null || email.endsWith('.example.com'))).toBe(true);
  });

  it.each(['cove', 'harbor', 'northline'] as const)('refer only to people of the cast in %s', (sample) => {
    const { plan, observations, tickets } = sampleWorld(sample);
    const known = new Set(plan.people.flatMap((person) => [person.name, person.email]));
    expect(known.size).toBeGreaterThan(plan.people.length);
    expect(observations.filter(({ person, rater }) => !known.has(person) || !known.has(rater))).toEqual([]);
    const strangers = tickets
      .flatMap((ticket) => ticket.events)
      .filter((event) => !known.has(event.assignee ?? plan.people[0]!.name));
    expect(strangers).toEqual([]);
  });
});
