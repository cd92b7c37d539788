import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextIn } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import type { Standing } from '../../base/roles.ts';
import type { FirmContext } from '../../platform/context.ts';
import { fillWithSample } from '../welcome/sample.actions.ts';
import { findPanel } from './actions.ts';
import { refit } from './refit.actions.ts';

let test: TestDatabase;
let orgId: number;
/** Somebody with tickets, their lead, a peer of theirs, one of their tickets. */
let found: { technician: number; lead: number; peer: number; ticket: number; seat: number };

beforeAll(async () => {
  test = await createTestDatabase();
  orgId = (await createFirm(test.database)).orgId;
  await test.database.transact({ orgId, actor: 'test', standing: 'engine' }, async (db) => {
    const ctx = contextIn(db, orgId);
    await fillWithSample(ctx, 'harbor');
    await refit(ctx);
    const { sql } = await import('kysely');
    const { rows } = await sql<typeof found>`
      select l.person_id as technician, h.person_id as lead, h.seat_id as seat,
        (select o.person_id from person_line o where o.person_id <> l.person_id and o.to_day is null limit 1) as peer,
        (select ticket_id from ticket where first_assignee_id = l.person_id order by handoffs desc limit 1) as ticket
      from person_line l join seat_holding h on h.seat_id = l.seat_id and h.to_day is null
      where l.to_day is null and exists (select from ticket where first_assignee_id = l.person_id) limit 1`.execute(db);
    found = rows[0]!;
  });
});
afterAll(() => test.close());

function as<T>(standing: Standing, personId: number | null, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const scope = { orgId, actor: 'account:1', standing, personId };
  return test.database.transact(scope, (db) => work(contextIn(db, orgId, scope)));
}
const open = (ref: string) => (ctx: FirmContext) => findPanel(ctx, { ref, offset: 0 });

describe('what stands behind a number', () => {
  it('is opened by the person and their lead, not by a peer; the refusal says who may', async () => {
    for (const ref of [`strength/${found.technician}/people`, `competency/${found.technician}/resolving`]) {
      expect((await as('technician', found.technician, open(ref))).ref).toBe(ref);
      expect((await as('team-lead', found.lead, open(ref))).ref).toBe(ref);
      await expect(as('technician', found.peer, open(ref))).rejects.toThrow(
        /^Only .+, their lead and who decides about them can open this\.$/,
      );
    }
  });

  it('holds tickets with what they were compared by for whom they are open, and no ticket of anybody else', async () => {
    const list = await as('technician', found.technician, open(`tickets/${found.technician}`));
    expect(list.tables[0]!.total).toBeGreaterThan(0);
    expect((await as('team-lead', found.lead, open(`ticket/${found.ticket}`))).tables[1]!.rows.length).toBeGreaterThan(
      0,
    );
    await expect(as('technician', found.peer, open(`ticket/${found.ticket}`))).rejects.toThrow('got this ticket first');
    await expect(as('technician', found.peer, open(`tickets/${found.technician}`))).rejects.toThrow('can open this');
  });

  it('takes each outcome of somebody’s tickets apart, for whom they are open; the parts add up to the whole', async () => {
    for (const part of ['minutes', 'kept', 'lasted', 'satisfied']) {
      const ref = `parts/${found.technician}/${part}`;
      await expect(as('technician', found.peer, open(ref))).rejects.toThrow('can open this');
      const panel = await as('technician', found.technician, open(ref));
      const rows = panel.parts!.rows;
      const whole = rows.find(({ kind }) => kind === 'sum')!;
      expect(rows.filter((row) => row !== whole).reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(
        whole.value,
        9,
      );
      expect(panel.tables[0]!.rows).toHaveLength(rows.length);
      // Nothing came after the fit, so nothing is left that the fit doesn't know.
      expect(rows.map(({ label }) => label)).not.toContain('Tickets since it was last counted');
      const pulls = panel.tables[2]!;
      expect(pulls.rows.length).toBeGreaterThan(0);
      expect(pulls.rows.length).toBeLessThanOrEqual(10);
      for (const row of pulls.rows) expect(row.door).toMatch(/^ticket\/\d+$/);
    }
    for (const part of ['breadth', 'nothing', ''])
      await expect(as('operator', null, open(`parts/${found.technician}/${part}`))).rejects.toThrow('no longer there');
  });

  it('says what an estimate would be without each rater only to whom raters are named', async () => {
    const without = ({ tables }: Awaited<ReturnType<ReturnType<typeof open>>>) =>
      tables.find(({ title }) => title === 'Without any one source')?.rows.map((row) => String(row.without)) ?? [];
    const ref = `strength/${found.technician}/technical`;
    const whole = await as('operator', null, open(ref));
    expect(without(whole).some((text) => /^What .+ said \(\d+ views?\)$/.test(text))).toBe(true);
    expect(whole.flips[0]).toMatch(/^(No single source carries this|Most of this rests on)/);
    const named = without(whole).filter((text) => / said \(/.test(text));
    const own = without(await as('technician', found.technician, open(ref)));
    for (const text of own) expect(named).not.toContain(text);
    for (const text of own.filter((one) => / said \(/.test(one)))
      expect(Number(/^What (\d+) colleagues said/.exec(text)?.[1])).toBeGreaterThanOrEqual(3);
  });

  it('lists with each ticket how it ended, what the client said and what was set before', async () => {
    const { columns, rows } = (await as('technician', found.technician, open(`tickets/${found.technician}`)))
      .tables[0]!;
    expect(columns.map(({ key }) => key)).toEqual(expect.arrayContaining(['ended', 'reopened', 'said', 'difficulty']));
    const ended = new Set(rows.map((row) => row.ended));
    expect([...ended].every((one) => ['open', 'resolved', 'handed on', 'resolved by them'].includes(String(one)))).toBe(
      true,
    );
    expect(rows.map((row) => row.said)).toContain('satisfied');
  });

  it('leaves colleagues in a ticket’s history unnamed, where their numbers are not the reader’s', async () => {
    const { rows } = (await as('technician', found.technician, open(`ticket/${found.ticket}`))).tables[1]!;
    const names = new Set(rows.map((row) => row.person).filter((name) => name !== null));
    const own = (await as('operator', null, open(`tickets/${found.technician}`))).title.replace('Tickets of ', '');
    expect(names.size).toBeGreaterThan(1);
    for (const name of names) expect([own, 'a colleague']).toContain(name);
  });

  it('counts what colleagues said without a name, a day or a level', async () => {
    const { tables } = await as('technician', found.technician, open(`strength/${found.technician}/people`));
    const said = tables.find((table) => table.title === 'What people said')!;
    expect(said.columns.map((column) => column.key)).not.toContain('day');
    for (const row of said.rows) expect(row).toMatchObject({ level: null });
    for (const row of said.rows) expect(row.rater).toMatch(/^(a colleague|\d+ colleagues|your lead)$/);
  });

  it('of nothing there is says so, whatever is asked for', async () => {
    for (const ref of [
      'parts/abc/minutes',
      'parts/999999/kept',
      'tickets/abc',
      'competency/abc/depth',
      'ticket/abc',
      'ticket/999999',
    ])
      await expect(as('operator', null, open(ref))).rejects.toThrow('no longer there');
  });

  it('is open to everybody where it is about a job or a rule', async () => {
    for (const ref of [`demand/${found.seat}/people`, `distance/${found.seat}`, 'playbook/gate.clears'])
      expect((await as('technician', found.peer, open(ref))).ref).toBe(ref);
  });

  it('of a lead’s hours is for the lead, theirs, and those who balance the firm', async () => {
    const ref = `load/${found.seat}`;
    expect((await as('team-lead', found.lead, open(ref))).ref).toBe(ref);
    expect((await as('service-manager', null, open(ref))).ref).toBe(ref);
    await expect(as('technician', found.peer, open(ref))).rejects.toThrow('who balances the firm');
  });

  it('is written down as looked at, unless it is one’s own', async () => {
    const concerned = (standing: Standing, person: number) =>
      as(standing, person, async (ctx) => {
        await open(`strength/${found.technician}/technical`)(ctx);
        return [...ctx.concerns.people];
      });
    expect(await concerned('team-lead', found.lead)).toEqual([found.technician]);
    expect(await concerned('technician', found.technician)).toEqual([]);
  });
});
