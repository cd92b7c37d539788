import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { recogniseSource } from '../../connectors/files/recognise.ts';
import { peopleCsv, ratingsCsv, ticketsCsv } from './csv.ts';
import { sampleWorld } from './sample-world.ts';

const read = (text: string): Record<string, string>[] => parse(text, { columns: true });
const northline = sampleWorld('northline');
const cove = sampleWorld('cove');

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

  it('names in the people file whom each reports to, past empty seats', () => {
    const rows = read(peopleCsv(cove));
    const reportsTo = Object.fromEntries(rows.map((row) => [row.name, row['reports to']]));
    expect(reportsTo['Grace Adeyemi']).toBe('');
    expect(reportsTo['Mei Lin Chua']).toBe('Grace Adeyemi');
    expect(new Set(rows.map((row) => row.email)).size).toBe(rows.length);
    expect(rows.every((row) => /^[a-z.]+@cove\.example\.com$/.test(row.email!))).toBe(true);
  });

  it('writes one row a level in the ratings file', () => {
    const rows = read(ratingsCsv(cove));
    expect(rows).toHaveLength(cove.observations.length);
    expect(rows.filter((row) => row.level === '')).toHaveLength(
      cove.observations.filter((one) => one.level === null).length,
    );
  });
});
