import { systemClock } from '../../src/base/time.ts';
import { findImports } from '../../src/capabilities/data/actions.ts';
import type { Install } from '../../src/install.ts';
import { verifyChain } from '../../src/platform/audit/verify.ts';
import { firmContext } from '../../src/platform/context.ts';
import type { Db } from '../../src/platform/db/connect.ts';

/** Something that the program said it had kept. */
export type Acknowledged = { orgId: number; kind: 'firm' | 'person' | 'step' | 'import'; key: string };

/** What is wrong with an install after a crash, a sentence each; none: nothing that was acknowledged is missing or half-done. */
export async function checkInstall(install: Install, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const orgId of new Set(acknowledged.map((one) => one.orgId))) {
    const expected = acknowledged.filter((one) => one.orgId === orgId);
    const scope = { orgId, actor: 'crash test', standing: 'operator' as const };
    await install.database.transact(scope, async (db) => {
      const { imports } = await findImports(
        firmContext(db, scope, { ...install, now: systemClock, log: () => undefined }),
      );
      const there = await readKeys(db);
      for (const run of imports) if (run.state === 'done') there.add(`import ${run.fileName}`);
      for (const { kind, key } of expected)
        if (!there.has(`${kind} ${key}`)) wrong.push(`firm ${orgId}: ${kind} ${key} is lost`);
      for (const run of imports)
        if (run.state !== 'done' && run.state !== 'interrupted')
          wrong.push(`firm ${orgId}: ${run.fileName} is ${run.state}`);
      const added = imports.reduce((sum, run) => sum + (run.state === 'done' ? run.ticketsAdded : 0), 0);
      wrong.push(...(await findHalves(db, added)).map((text) => `firm ${orgId}: ${text}`));
      const { broken } = await verifyChain(db, install.secrets, orgId);
      if (broken) wrong.push(`firm ${orgId}: the audit log is broken: ${broken.text}`);
    });
  }
  return wrong;
}

async function readKeys(db: Db): Promise<Set<string>> {
  const firms = await db.selectFrom('firm').select('org_id').execute();
  const people = await db.selectFrom('person').select('name').execute();
  const steps = await db.selectFrom('next_step').select('step_key').execute();
  return new Set([
    ...firms.map((one) => `firm ${one.org_id}`),
    ...people.map((one) => `person ${one.name}`),
    ...steps.map((one) => `step ${one.step_key}`),
  ]);
}

/** What was written in one transaction is there whole or not at all. */
async function findHalves(db: Db, ticketsAdded: number): Promise<string[]> {
  const count = async (table: 'person' | 'membership' | 'audit_entry' | 'ticket' | 'evidence_case') => {
    const row = await db
      .selectFrom(table)
      .select((of) => of.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  const total = await db.selectFrom('evidence_total').select('n').executeTakeFirst();
  const pairs: [what: string, one: number, other: number][] = [
    ['people and audit lines', await count('person'), await count('audit_entry')],
    ['people and memberships', await count('person'), await count('membership')],
    ['tickets and what imports say', await count('ticket'), ticketsAdded],
    ['sums and the cases they stand on', total?.n ?? 0, await count('evidence_case')],
  ];
  return pairs.flatMap(([what, one, other]) => (one === other ? [] : [`${what} differ: ${one} and ${other}`]));
}
