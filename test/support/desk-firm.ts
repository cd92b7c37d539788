import { Client } from 'pg';
import type { TestDatabase } from './database.ts';
import { makeRolesFirm, type RolesFirm } from './roles-firm.ts';

/** The morning on which its story stands. */
export const DESK_DAY = '2026-03-10';

const HOUR = 3_600_000;
const MORNING = Date.parse(`${DESK_DAY}T08:00:00Z`);

/**
 * The firm of roles with a desk: 40 resolved tickets of Email that took hours and 40 of Network; Tom has had one of Email
 * for eight days (LATE), another went from hand to hand (BOUNCE) and is with Tom now. Una has a fresh one.
 */
export async function makeDeskFirm(test: TestDatabase, name = 'Desk'): Promise<RolesFirm> {
  const firm = await makeRolesFirm(test, name);
  const client = new Client({ connectionString: test.adminUrl });
  await client.connect();
  try {
    await fill(client, firm);
    return firm;
  } finally {
    await client.end();
  }
}

async function fill(client: Client, { orgId, people, teams }: RolesFirm): Promise<void> {
  const id = async (text: string, values: unknown[]) =>
    Number(Object.values((await client.query(text, [orgId, ...values])).rows[0] as object)[0]);
  const area = (title: string) =>
    id('insert into category (org_id, name) values ($1, $2) returning category_id', [title]);
  const areas = { email: await area('Email'), network: await area('Network') };
  // What every firm of roles brings would make cards of its own, or lies in the future of this story.
  for (const table of ['card', 'next_step', 'ticket_event', 'ticket', 'one_on_one'])
    await client.query(`delete from ${table} where org_id = $1`, [orgId]);
  const ticket = (number: string, areaId: number, who: number, opened: number, resolved: number | null) =>
    id(
      `insert into ticket (org_id, source, external_id, opened_at, first_assigned_at, resolved_at, first_assignee_id, first_team_id,
         category_id, priority, escalated)
       values ($1, 'desk', $2, to_timestamp($3), to_timestamp($3), to_timestamp($4), $5, $6, $7, 3, $8) returning ticket_id`,
      [
        number,
        opened / 1000,
        resolved === null ? null : resolved / 1000,
        who,
        who === people.una ? teams.podB : teams.podA,
        areaId,
        resolved === null ? null : false,
      ],
    );
  for (let i = 0; i < 80; i++) {
    const opened = MORNING - (60 - (i % 40)) * 24 * HOUR;
    const who = [people.tom, people.lea, people.una][i % 3]!;
    await ticket(`D-${i}`, i < 40 ? areas.email : areas.network, who, opened, opened + (1 + (i % 7)) * HOUR);
  }
  const late = await ticket('LATE', areas.email, people.tom, MORNING - 8 * 24 * HOUR, null);
  const bounce = await ticket('BOUNCE', areas.network, people.lea, MORNING - 4 * HOUR, null);
  await ticket('FRESH', areas.email, people.una, MORNING - HOUR, null);
  const event = (ticketId: number, seq: number, at: number, status: string, who: number) =>
    client.query(
      `insert into ticket_event (org_id, ticket_id, seq, at, status, person_id, team_id)
       values ($1, $2, $3, to_timestamp($4), $5, $6, $7)`,
      [orgId, ticketId, seq, at / 1000, status, who, teams.podA],
    );
  await event(late, 1, MORNING - 8 * 24 * HOUR, 'Active', people.tom);
  for (const [seq, who] of [people.lea, people.tom, people.lea, people.tom].entries())
    await event(bounce, seq + 1, MORNING - 4 * HOUR + seq * 60_000, 'Active', who);
}
