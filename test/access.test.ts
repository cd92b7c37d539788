import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS, type Access } from '../src/access.ts';
import type { Role } from '../src/base/roles.ts';
import { systemClock } from '../src/base/time.ts';
import { drawPage, readPage, stale, uncovered } from '../src/check-access.ts';
import type { Operation } from '../src/platform/contract.ts';
import { actorOf } from '../src/platform/sign-in/account.store.ts';
import { hashOf, newSecret } from '../src/platform/sign-in/secrets.ts';
import { insertSession } from '../src/platform/sign-in/store.ts';
import { allRoutes } from '../src/routes.ts';
import { askedOf } from '../src/web/address.ts';
import { startEvenkeel, type TestEvenkeel } from './browser/evenkeel.ts';
import type { AccessCall, Place } from './support/access-call.ts';
import { ACCESS_CALLS } from './support/access-calls.ts';
import { makeRolesFirm, type PersonKey } from './support/roles-firm.ts';
import { QUICK } from './support/visitor.ts';

/** Who tries: Lea leads Tom and not Una; Tom is a technician. */
const CALLERS: [who: Role | 'operator' | 'nobody', person: PersonKey | null][] = [
  ['owner', 'olga'],
  ['service-manager', 'sam'],
  ['team-lead', 'lea'],
  ['technician', 'tom'],
  ['hr', 'hana'],
  ['wallboard', null],
  ['operator', null],
  ['nobody', null],
];
type Caller = (typeof CALLERS)[number];

let evenkeel: TestEvenkeel;
let admin: Client;
let place: Place;
let counter = 1000;
const accounts = new Map<string, number>();

beforeAll(async () => {
  // Every role tries every operation, on a fast machine within a minute; passwords are no harder to check than they need to be.
  evenkeel = await startEvenkeel(undefined, { requestsPerMinute: 1_000_000, signInRules: QUICK });
  admin = new Client({ connectionString: evenkeel.test.adminUrl });
  await admin.connect();
  const firm = await makeRolesFirm(evenkeel.test);
  place = { firm, number: () => counter++, seat: makeSeat, member: makeMember };
  for (const [who, person] of CALLERS) {
    if (who === 'operator') await access('owner', 'operator', null);
    else if (who !== 'nobody') accounts.set(who, await makeAccount(who, person === null ? null : firm.people[person]));
  }
});
afterAll(async () => {
  await admin.end();
  await evenkeel.close();
});

const number = async (text: string, values: unknown[]) =>
  Number(Object.values((await admin.query(text, values)).rows[0] as object)[0]);
const access = (actor: string, role: string, personId: number | null) =>
  admin.query('insert into auth.firm_access (actor, org_id, role, person_id) values ($1, $2, $3, $4)', [
    actor,
    place.firm.orgId,
    role,
    personId,
  ]);

async function makeAccount(role: string, personId: number | null): Promise<number> {
  const accountId = await number('insert into auth.account (email, name) values ($1, $2) returning account_id', [
    `account${counter++}@roles.example`,
    role,
  ]);
  await access(actorOf(accountId), role, personId);
  return accountId;
}

async function makeSeat(): Promise<number> {
  const { orgId, seats, teams } = place.firm;
  const seatId = await number('insert into seat (org_id, title, team_id) values ($1, $2, $3) returning seat_id', [
    orgId,
    'Spare',
    teams.podA,
  ]);
  await admin.query(`insert into seat_line (org_id, seat_id, reports_to, from_day) values ($1, $2, $3, '2024-01-01')`, [
    orgId,
    seatId,
    seats.podA,
  ]);
  // Somebody who could be considered: Tom may hold a seat by then.
  const personId = await number('insert into person (org_id, name) values ($1, $2) returning person_id', [
    orgId,
    `Candidate ${counter++}`,
  ]);
  await admin.query(`insert into membership (org_id, person_id, team_id, from_day) values ($1, $2, $3, '2024-01-01')`, [
    orgId,
    personId,
    teams.podA,
  ]);
  return seatId;
}

async function makeMember(): Promise<{ accountId: number; personId: number }> {
  const personId = await number('insert into person (org_id, name) values ($1, $2) returning person_id', [
    place.firm.orgId,
    `Member ${counter++}`,
  ]);
  return { accountId: await makeAccount('technician', personId), personId };
}

/** A session for everybody who has one; made anew for each operation, since some end it. */
async function makeCookies(): Promise<Map<string, string>> {
  const cookies = new Map<string, string>();
  await evenkeel.test.database.transactAsInstall('test', async (db) => {
    for (const [who] of CALLERS) {
      if (who === 'nobody') continue;
      const secret = newSecret();
      const accountId = accounts.get(who) ?? null;
      const actor = accountId === null ? 'owner' : actorOf(accountId);
      await insertSession(
        db,
        { sessionHash: hashOf(secret), actor, orgId: place.firm.orgId, accountId },
        (systemClock() + 3_600_000) as never,
      );
      cookies.set(who, `evenkeel_session=${secret}`);
    }
  });
  return cookies;
}

type Answer = { status: number; text: string };

async function call(
  operation: Operation,
  cookie: string,
  given: AccessCall,
  input: AccessCall['input'],
): Promise<Answer> {
  const fields = typeof input === 'function' ? await input(place) : input;
  const { url, body } = askedOf(operation as Operation<object>, fields);
  const headers = { cookie, origin: evenkeel.origin };
  const answer = given.file
    ? await fetch(evenkeel.origin + url, { method: operation.method, headers, body: formOf(given.file, fields) })
    : await fetch(evenkeel.origin + url, {
        method: operation.method,
        headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
        ...(body && { body: JSON.stringify(body) }),
      });
  return { status: answer.status, text: await answer.text() };
}

function formOf(text: string, options: object): FormData {
  const form = new FormData();
  form.append('options', JSON.stringify(options));
  form.append('file', new Blob([text]), 'people.csv');
  return form;
}

/** What the table says of a caller: refused, let in, or let in for some. */
function reachOf(row: Access, [who]: Caller): 'no' | 'all' | 'seen' | 'own' {
  if (row === 'program') return 'no';
  if (row === 'anyone') return 'all';
  if (who === 'nobody') return 'no';
  if (row === 'everyone') return 'all';
  if (who === 'operator') return row.operator === 'no' ? 'no' : 'all';
  return row[who] ?? 'no';
}

/** Lea and Tom may reach Tom; the others who see only some people reach him where the operation lets them. */
const reachesTom = ([who]: Caller, reach: string) => reach === 'all' || who === 'team-lead' || who === 'technician';

describe('the table of who may do what', () => {
  it('has a row for every operation, and no row too many', () => {
    expect(uncovered).toEqual([]);
    expect(stale).toEqual([]);
  });

  it('is tried in full: every operation has a call', () => {
    expect(allRoutes.map(({ operation }) => operation.id).filter((id) => !(id in ACCESS_CALLS))).toEqual([]);
    expect(Object.keys(ACCESS_CALLS).filter((id) => !(id in ACCESS))).toEqual([]);
  });

  it('is drawn in docs/access.md as it is', async () => {
    expect(await readPage()).toBe(drawPage());
  });
});

describe('every role against every operation', () => {
  it.each(allRoutes.map(({ operation }) => [operation.id, operation] as const))('%s', async (id, operation) => {
    const given = ACCESS_CALLS[id];
    if (!given) throw new Error(`${id} has no call in test/support/access-calls.ts`);
    const cookies = await makeCookies();
    for (const caller of CALLERS) {
      const reach = reachOf(ACCESS[id]!, caller);
      const cookie = cookies.get(caller[0]) ?? '';
      const answer = await call(operation, cookie, given, given.input);
      const said = `${id} as ${caller[0]} (${reach}): ${answer.status} ${answer.text.slice(0, 300)}`;
      expect(answer.status, said).toBeLessThan(500);
      if (reach === 'no') expect([401, 403], said).toContain(answer.status);
      else if (reachesTom(caller, reach)) expect([200, given.also?.status ?? []].flat(), said).toContain(answer.status);
      if (given.hidden === undefined || (caller[0] !== 'team-lead' && caller[0] !== 'technician')) continue;
      const other = await call(operation, cookie, given, given.hidden);
      expect([200, 403, 404], `${said} about Una: ${other.status}`).toContain(other.status);
      expect(other.text).not.toMatch(/una@roles\.example|4\.75/);
    }
  });
});
