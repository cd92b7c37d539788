import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { ROLES } from '../../src/base/roles.ts';
import type { AdviceAsItWas } from '../../src/records/decisions/types.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { makeRolesFirm } from '../support/roles-firm.ts';

/** Stands in every text of the other firm: an answer that holds it has shown somebody else's row. */
export const MARK = 'FOREIGNMARK';

export type HostileFirms = {
  test: TestDatabase;
  /** As the owner of the tables, who sees past every policy. */
  owner: Client;
  ownOrg: number;
  foreignOrg: number;
  /** One session cookie for each role, the last of whoever holds the server. */
  cookies: string[];
  /** Numbers of rows of both firms. */
  known: number[];
  /** Lets everyone in again: a request may have ended a session or a membership. */
  restore(): Promise<void>;
  /** A hash of everything the other firm has. */
  foreignHash(): Promise<string>;
};

const PEOPLE: Record<string, string> = {
  owner: 'olga',
  'service-manager': 'sam',
  'team-lead': 'lea',
  technician: 'tom',
  hr: 'hana',
};

const ADVICE: AdviceAsItWas = {
  dataVersion: 1,
  modelVersion: '1',
  playbookVersion: '1',
  kind: 'technical-first',
  answer: 'keep',
  considered: [],
  named: [],
  sentence: 'Keep.',
};

/** Two firms with a row in every table that has one for each role; the second is full of marks. */
export async function makeHostileFirms(): Promise<HostileFirms> {
  const test = await createTestDatabase();
  const owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  const own = await makeRolesFirm(test, 'Hostile Own');
  const foreign = await makeRolesFirm(test, 'Hostile Other');
  await markAll(owner, foreign.orgId);
  // Of the own firm's rows the program reads everything back: a decision with its advice, an audit log from its first line.
  await owner.query('delete from audit_entry where org_id = $1', [own.orgId]);
  await owner.query('update decision set advice = $2 where org_id = $1', [own.orgId, ADVICE]);
  const standings = [...ROLES, 'operator'];
  const accounts: { role: string; actor: string; accountId: number | null; personId: number | null; secret: string }[] =
    [];
  for (const role of standings) {
    const secret = randomBytes(32).toString('base64url');
    const personId = own.people[PEOPLE[role] as never] ?? null;
    let accountId: number | null = null;
    if (role !== 'operator') {
      const { rows } = await owner.query(
        'insert into auth.account (email, name) values ($1, $2) returning account_id',
        [`${role}@hostile.example`, role],
      );
      accountId = Number(rows[0].account_id);
    }
    accounts.push({ role, accountId, actor: accountId === null ? 'owner' : `account:${accountId}`, personId, secret });
  }
  const letIn = async () => {
    await owner.query('begin');
    for (const { role, actor, accountId, personId, secret } of accounts) {
      // Somebody who is removed from their last firm has no account any more.
      if (accountId !== null)
        await owner.query(
          `insert into auth.account (account_id, email, name) overriding system value values ($1, $2, $3)
           on conflict (account_id) do update set ended_at = null`,
          [accountId, `${role}@hostile.example`, role],
        );
      const access = [actor, own.orgId, role, personId];
      await owner.query('delete from auth.firm_access where org_id = $2 and (actor = $1 or person_id = $3)', [
        actor,
        own.orgId,
        personId,
      ]);
      await owner.query(
        'insert into auth.firm_access (actor, org_id, role, person_id) values ($1, $2, $3, $4)',
        access,
      );
      await owner.query(
        `insert into auth.session (session_hash, actor, org_id, account_id, expires_at)
         values ($1, $2, $3, $4, now() + interval '1 day')
         on conflict (session_hash) do update set org_id = excluded.org_id, expires_at = excluded.expires_at`,
        [createHash('sha256').update(secret).digest('hex'), actor, own.orgId, accountId],
      );
    }
    await owner.query('commit');
  };
  // One after the other: they share a connection.
  let turn = Promise.resolve();
  const restore = () => {
    turn = turn.then(letIn);
    return turn;
  };
  await restore();
  return {
    test,
    owner,
    ownOrg: own.orgId,
    foreignOrg: foreign.orgId,
    cookies: accounts.map(({ secret }) => `evenkeel_session=${secret}`),
    known: await numbersOf(owner),
    restore,
    foreignHash: () => hashOf(owner, foreign.orgId),
  };
}

async function firmTables(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace
     where a.attname = 'org_id' and c.relkind in ('r', 'p') and n.nspname in ('public', 'auth') and not c.relispartition
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Puts the mark before every text of a firm that may hold one. */
async function markAll(owner: Client, orgId: number): Promise<void> {
  let marked = 0;
  for (const table of await firmTables(owner)) {
    const { rows } = await owner.query<{ name: string }>(
      `select attname as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and atttypid = 'text'::regtype`,
      [table],
    );
    for (const { name } of rows) {
      // A fixed word or a short text can't hold it.
      await owner
        .query(`update ${table} set ${name} = '${MARK} ' || ${name} where org_id = $1`, [orgId])
        .then(({ rowCount }) => {
          marked += rowCount ?? 0;
        })
        .catch(() => undefined);
    }
  }
  if (marked < 30) throw new Error(`only ${marked} texts of the other firm could be marked`);
}

/** Every number that names a row, in either firm. */
async function numbersOf(owner: Client): Promise<number[]> {
  const found = new Set<number>();
  for (const [table, column] of [
    ['person', 'person_id'],
    ['seat', 'seat_id'],
    ['team', 'team_id'],
    ['ticket', 'ticket_id'],
    ['import_run', 'import_id'],
    ['firm', 'org_id'],
    ['auth.account', 'account_id'],
  ]) {
    const { rows } = await owner
      .query(`select ${column} as id from ${table} order by 1 limit 40`)
      .catch(() => ({ rows: [] }));
    for (const { id } of rows) found.add(Number(id));
  }
  return [...found];
}

async function hashOf(owner: Client, orgId: number): Promise<string> {
  const hash = createHash('sha256');
  for (const table of await firmTables(owner)) {
    const { rows } = await owner.query(
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as sum from ${table} t where org_id = $1`,
      [orgId],
    );
    hash.update(`${table} ${rows[0].sum}\n`);
  }
  return hash.digest('hex');
}
