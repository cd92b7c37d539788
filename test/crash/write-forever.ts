/**
 * Writes into a firm of its own through the program's own functions until it is killed: people with an audit line in the
 * same transaction, next steps, and imports. Prints a line of JSON for each thing after it was committed, never before.
 */
import { systemClock } from '../../src/base/time.ts';
import { saveStep } from '../../src/capabilities/balance/store.ts';
import { importFile } from '../../src/capabilities/data/actions.ts';
import { refit } from '../../src/capabilities/evidence/refit.actions.ts';
import { addTypedPeople } from '../../src/capabilities/people/actions.ts';
import { addFirm } from '../../src/capabilities/welcome/actions.ts';
import { openInstall } from '../../src/install.ts';
import { appendAudit } from '../../src/platform/audit/store.ts';
import { firmContext } from '../../src/platform/context.ts';
import { SERVER_HOLDER } from '../../src/platform/sign-in/actions.ts';
import type { Acknowledged } from './check-install.ts';

const TICKETS = 300;
const actor = SERVER_HOLDER;
const now = systemClock;
const log = () => undefined;

const { database, secrets } = await openInstall(process.env, { mayCreateUser: false });
const acknowledge = (line: Acknowledged) => process.stdout.write(`${JSON.stringify(line)}\n`);

const orgId = await addFirm({ database, secrets, actor, now, log }, { name: 'Crash', sample: null, storyDay: null });
const scope = { orgId, actor, standing: 'engine' as const };
acknowledge({ orgId, kind: 'firm', key: String(orgId) });
for (let i = 0; ; i++) {
  await typePerson(`Person ${i}`);
  await keepStep(`step:${i}`);
  if (i % 5 === 4) await importTickets(i);
}

async function typePerson(name: string): Promise<void> {
  await database.transact(scope, async (db) => {
    const ctx = firmContext(db, scope, { now, log, secrets });
    await addTypedPeople(ctx, { people: [{ name, team: 'Desk' }], vacantLeads: [] });
    await appendAudit(db, secrets, scope, { action: 'typePeople' }, now());
  });
  acknowledge({ orgId, kind: 'person', key: name });
}

async function keepStep(key: string): Promise<void> {
  const step = {
    key,
    ownerId: null,
    due: null,
    outcome: 'done' as const,
    result: 'Said',
    evidenceKey: 'x',
    text: 'Ask',
  };
  await database.transact(scope, (db) => saveStep(db, { ...step, changedBy: actor }));
  acknowledge({ orgId, kind: 'step', key });
}

async function importTickets(round: number): Promise<void> {
  const fileName = `tickets-${round}.csv`;
  const kind = 'tickets' as const;
  await importFile({
    database,
    secrets,
    orgId,
    actor,
    now,
    log,
    kind,
    fileName,
    source: ticketsOf(round),
    hooks: { refit },
  });
  acknowledge({ orgId, kind: 'import', key: fileName });
}

async function* ticketsOf(round: number): AsyncGenerator<Uint8Array> {
  const rows = Array.from({ length: TICKETS }, (_, i) => {
    const day = String((i % 27) + 1).padStart(2, '0');
    return `T${round}-${i},2026-03-${day}T09:00:00Z,2026-03-${day}T11:00:00Z,Person ${i % round},Desk,C${i % 7},${10 + (i % 50)}`;
  });
  yield Buffer.from(`ticket,opened,resolved,assignee,team,client,minutes\n${rows.join('\n')}\n`);
}
