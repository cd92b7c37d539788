import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type Day, instantOf } from '../../base/time.ts';
import { readPeople } from '../../connectors/files/people.ts';
import { createPersonFinder, readRatings } from '../../connectors/files/ratings.ts';
import { recogniseSource } from '../../connectors/files/recognise.ts';
import { createRejections } from '../../connectors/files/rejections.ts';
import type { PeoplePlan } from '../../records/people/plan.ts';
import type { PersonId } from '../../records/people/types.ts';
import { peopleCsv, ratingsCsv, ticketsCsv } from './csv.ts';
import { generateWorld } from './generate-world.ts';
import { inventSpec } from './invent-spec.ts';
import { observationsOf } from './observations-of.ts';
import { sampleWorld } from './sample-world.ts';

const read = (text: string): Record<string, string>[] => parse(text, { columns: true });
const northline = sampleWorld('northline');
const cove = sampleWorld('cove');
const harbor = sampleWorld('harbor');

describe('a world as files', () => {
  it("writes tickets in Evenkeel's own template, every column understood", () => {
    const rows = read(ticketsCsv(cove));
    const recognised = recogniseSource(Object.keys(rows[0]!));
    expect(recognised.source.source).toBe('evenkeel');
    expect(recognised.missing).toEqual([]);
    expect(recognised.unused).toEqual([]);
    expect(rows).toHaveLength(cove.tickets.length);
  });

  it('gives back every ticket as it was', () => {
    const rows = read(ticketsCsv(cove));
    cove.tickets.forEach((ticket, i) => {
      const row = rows[i]!;
      expect(row.ticket).toBe(ticket.number);
      expect(Math.abs(Date.parse(row.opened!) - ticket.openedAt)).toBeLessThan(60_000);
      expect(row.resolved === '').toBe(ticket.resolvedAt === null);
      expect(row.assignee === '' || row.assignee === ticket.firstAssignee).toBe(true);
      expect(row.minutes).toBe(String(ticket.minutes));
      expect(row['resolved by'] || null).toBe(ticket.resolver);
      expect(row['triage difficulty']! + row.triaged!).toBe('');
    });
  });

  it('writes how hard a ticket looked, and that it was said before anybody had it', () => {
    const firm = { technicians: 6, teams: 1, tickets: 200, day: cove.spec.day, days: 60, correlation: 0, icc: 0.2 };
    const world = generateWorld(inventSpec({ ...firm, hiddenDifficulty: 1, ratersEach: 0, triageNoise: 0.5 }), 1);
    read(ticketsCsv(world)).forEach((row, i) => {
      expect(row['triage difficulty']).toBe(String(world.tickets[i]!.triage));
      expect(row.triaged).toBe(row.opened);
      expect(row.triaged! <= row.assigned!).toBe(true);
    });
  });

  it('shows an untidy ticket system as it is: blanks, second accounts, late first assignments', () => {
    const rows = read(ticketsCsv(northline));
    const share = (is: (row: Record<string, string>) => boolean) => rows.filter(is).length / rows.length;
    expect(share((row) => row.client === '')).toBeCloseTo(0.04, 2);
    expect(share((row) => row.category === '')).toBeCloseTo(0.06, 2);
    expect(share((row) => row.minutes === '')).toBeCloseTo(0.1, 2);
    expect(share((row) => row.assigned! > row.opened!)).toBeGreaterThan(0.5);
    expect(share((row) => row.assignee === 'Samuel Whitfield (old)')).toBeGreaterThan(0.003);
    expect(share((row) => row.assignee === 'Lucía Fernández')).toBe(0);
  });

  it.each([cove, harbor])('writes a people file that gives the same seats and lines, $spec.name', async (world) => {
    const { plan } = await readPeople(readingOf(peopleCsv(world), world.spec.day));
    expect(plan.people).toHaveLength(world.plan.people.length);
    const outline = (one: PeoplePlan) => {
      const seat = new Map(one.seats.map(({ key, title, team }) => [key, title + team]));
      const name = new Map(one.people.map((person) => [person.key, person.name]));
      return {
        seats: one.seats.map((it) => [it.team, it.holder && name.get(it.holder), it.openSince, it.heldSince]).sort(),
        lines: one.people.map((it) => [it.name, it.team, it.work, it.aspiration, it.ownTicketHours]).sort(),
        reports: one.people.map((it) => [it.name, it.reportsTo && seat.has(it.reportsTo)]).sort(),
      };
    };
    expect(outline(plan)).toEqual(outline(world.plan));
    expect(new Set(plan.people.map((person) => person.email)).size).toBe(plan.people.length);
  });

  it('writes ratings that are all understood', async () => {
    const ids = new Map(cove.plan.people.map((person, i) => [person.name, (i + 1) as PersonId]));
    const people = [...ids].map(([name, personId]) => ({ personId, name, email: null }));
    const reading = readingOf(ratingsCsv(cove), cove.spec.day);
    const { observations } = await readRatings({ ...reading, find: createPersonFinder(people) });
    expect(reading.rejections.kept).toEqual([]);
    const asRatings = observationsOf(cove, ids).map((one) => ({ ...one, kind: 'rating' }));
    expect(observations).toEqual(asRatings);
  });
});

function readingOf(text: string, today: Day) {
  const source = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  return { source, mapping: {}, now: instantOf(today), today, rejections: createRejections() };
}
