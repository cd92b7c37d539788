import type { Client } from 'pg';
import type { Day, Instant } from '../../src/base/time.ts';
import { saveDelivery } from '../../src/records/delivery/store.ts';
import { addressSeal, type Delivery, type Outgoing } from '../../src/records/delivery/types.ts';
import type { PersonId } from '../../src/records/people/types.ts';
import { PLAYBOOK_KEYS } from '../../src/records/playbook/definitions.ts';
import { saveOwnValue } from '../../src/records/playbook/store.ts';
import { testSecrets } from './context.ts';
import type { TestDatabase } from './database.ts';
import type { MailTestServer } from './mail-server.ts';
import { makeRolesFirm, type RolesFirm } from './roles-firm.ts';

/** Lets somebody sign in with an account of their own. */
export async function addAccount(owner: Client, orgId: number, personId: number, role: string, email: string) {
  await owner.query(
    `with account as (insert into auth.account (email, name) values ($3, $3) returning account_id)
     insert into auth.firm_access (actor, org_id, role, person_id) select 'account:' || account_id, $1, $4, $2 from account`,
    [orgId, personId, email, role],
  );
}

/** No rule makes a card: those that a test adds are all there are. */
export function switchRulesOff(test: TestDatabase, orgId: number): Promise<void> {
  return test.database.transact({ orgId, actor: 'test', standing: 'engine' }, async (db) => {
    for (const key of PLAYBOOK_KEYS.filter((one) => one.startsWith('today.rule.')))
      await saveOwnValue(db, { key, value: 0, reason: null, changedBy: 'test' });
  });
}

let tickets = 0;

/** A card of a day for a lead, about somebody or not. */
export async function addCard(
  owner: Client,
  { orgId, leadId, day, trigger, about = null }: CardOf & { orgId: number },
): Promise<void> {
  await owner.query(
    `insert into card (org_id, lead_id, day, rule, kind, subject, person_id, trigger, first_sentence, evidence)
     values ($1, $2, $3, 'ticket-late', 'fix', $7, $5, $4, 'Is it?', $6)`,
    [orgId, leadId, day, trigger, about, EVIDENCE, `ticket/${++tickets}`],
  );
}
type CardOf = { leadId: number; day: string; trigger: string; about?: number | null };
const EVIDENCE = '{"facts": [], "doors": [], "shares": null, "links": [], "best": null}';

export const MORNING_HOUR = { at: 450, zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5] };

/** Sets somebody's message as they would, with the address as it is typed. */
export function setMessage(
  test: TestDatabase,
  orgId: number,
  personId: number,
  own: Partial<Delivery> & { nextAt: Instant; address?: string | null },
  now: Instant,
): Promise<void> {
  const { address = null } = own;
  const sealed = address === null ? null : testSecrets.seal(address, addressSeal(orgId, personId));
  const base = { way: 'off' as const, ownChat: true, reminders: false, ...MORNING_HOUR };
  const delivery = { ...base, ...own, address: sealed, host: address && new URL(address).host };
  return test.database.transact({ orgId, actor: 'test', standing: 'engine' }, (db) =>
    saveDelivery(db, personId as PersonId, delivery, now),
  );
}

/** What was due for somebody, the oldest first. */
export async function outgoingOf(
  owner: Client,
  personId: number,
): Promise<(Pick<Outgoing, 'what' | 'state' | 'tries' | 'why' | 'way'> & { day: Day })[]> {
  const { rows } = await owner.query(
    `select what, state, tries, why, way, day::text from outgoing where person_id = $1 order by outgoing_id`,
    [personId],
  );
  return rows;
}

/** A firm in which Lea has two cards of the day, one of them about Tom; she, Max and Tom have accounts. */
export async function makeMorningFirm(
  test: TestDatabase,
  owner: Client,
  { day, trigger }: { day: string; trigger: string },
): Promise<RolesFirm> {
  const firm = await makeRolesFirm(test, 'Mornings');
  await switchRulesOff(test, firm.orgId);
  const { orgId, people } = firm;
  // Rows that every table has about Tom and Una in that firm are no messages of these tests.
  await owner.query('delete from outgoing; delete from delivery');
  await owner.query('delete from auth.account; delete from auth.firm_access');
  for (const [key, role] of [
    ['lea', 'team-lead'],
    ['max', 'team-lead'],
    ['tom', 'technician'],
  ] as const)
    await addAccount(owner, orgId, people[key], role, `${key}@mornings.example`);
  await addCard(owner, { orgId, leadId: people.lea, day, trigger });
  await addCard(owner, { orgId, leadId: people.lea, day, trigger: 'Tom is on call a lot.', about: people.tom });
  return firm;
}

/** To whom each mail went, and what it says. */
export const textsOf = ({ messages }: MailTestServer): [to: string, text: string][] =>
  messages.map(({ to, source }) => [to[0]!, source.replaceAll(/=\r\n/g, '').replaceAll('\r\n', '\n')]);
