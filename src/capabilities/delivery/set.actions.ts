import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import { minutesOf } from '../../model/say-time.ts';
import type { InstallContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readDelivery, readOutgoing, saveDelivery } from '../../records/delivery/store.ts';
import { addressSeal, type Delivery, type DeliveryWay } from '../../records/delivery/types.ts';
import { readFirm } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { findDelivery } from './actions.ts';
import type { OwnDelivery } from './contract.ts';
import { type Hour, nextDue } from './due.ts';
import { mayLead } from './roles.ts';
import { scopeOf, writeLine } from './scope.actions.ts';
import { NO_MAIL } from './words.ts';

type Wanted = {
  way: DeliveryWay;
  time: string;
  zone: string;
  weekdays: number[];
  reminders: boolean;
  address?: string | undefined;
  ownChat: boolean;
};

/** Keeps when and where somebody's own message comes. */
export async function setDelivery(ctx: InstallContext, wanted: Wanted): Promise<OwnDelivery> {
  const scope = scopeOf(ctx);
  const personId = ownPerson(ctx);
  const { way, zone, weekdays, reminders, address } = wanted;
  if (way !== 'off' && !mayLead(ctx.standing))
    throw new Refusal('not-allowed', 'Cards are for who leads: you can be reminded of your 1:1s.', { field: 'way' });
  if ((way === 'mail' || reminders) && ctx.mail === null)
    throw new Refusal('conflict', NO_MAIL, { field: reminders ? 'reminders' : 'way' });
  if (address !== undefined) await refuseAddress(ctx, way, address);
  const hour = { at: minutesOf(wanted.time)!, zone, weekdays };
  await ctx.database.transact(scope, async (db) => {
    const hook = hookOf(ctx, wanted, await readDelivery(db, personId));
    const isOn = (way !== 'off' || reminders) && (await readFirm(db))?.sample == null;
    const nextAt = isOn ? await firstDue(db, personId, { ...wanted, ...hour }, ctx.now()) : null;
    await saveDelivery(db, personId, { way, ...hook, ...hour, reminders, nextAt }, ctx.now());
    await writeLine(ctx, db, scope, { action: 'saveDelivery', way });
  });
  return findDelivery(ctx);
}

/** Which person it is for. Refuses whoever could be sent nothing. */
export function ownPerson({ personId, accountId }: InstallContext): PersonId {
  if (personId === null)
    throw new Refusal('not-allowed', 'You are none of the people here, so there are no messages for you.');
  if (accountId === null)
    throw new Refusal('not-allowed', 'Messages go to who signs in with an account of their own: you have none here.');
  return personId as PersonId;
}

const RETIRED = /(^|\.)(webhook\.office\.com|outlook\.office(365)?\.com)$/;

/** Refuses an address that could never be posted to. Nothing is sent to find that out. */
async function refuseAddress({ fetcher }: InstallContext, way: DeliveryWay, address: string): Promise<void> {
  const field = { field: 'address' };
  if (way !== 'teams' && way !== 'slack')
    throw new Refusal('bad-input', 'An address is for Teams or Slack: choose one of them, or leave it out.', field);
  await fetcher(address, { dry: true }).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal(error.code, error.message, field, error) : error;
  });
  if (RETIRED.test(new URL(address).hostname))
    throw new Refusal(
      'bad-input',
      'Microsoft has ended the webhooks that had such addresses: make one with Workflows in Teams, and enter its address.',
      field,
    );
}

type Hook = Pick<Delivery, 'address' | 'host' | 'ownChat'>;

/** The new address, sealed; or the one that is kept for the same way. */
function hookOf(ctx: InstallContext, { way, address, ownChat }: Wanted, kept: Delivery | undefined): Hook {
  if (way !== 'teams' && way !== 'slack') return { address: null, host: null, ownChat: false };
  if (address === undefined) {
    if (kept?.way === way) return { address: kept.address, host: kept.host, ownChat: kept.ownChat };
    throw new Refusal('needs-answer', 'Enter the address of the webhook.', { field: 'address' });
  }
  if (!ownChat)
    throw new Refusal('needs-answer', 'Say that this is your own chat, which nobody else reads.', { field: 'ownChat' });
  const about = addressSeal(ctx.orgId!, ctx.personId!);
  return { address: ctx.secrets.seal(address, about), host: new URL(address).host, ownChat };
}

/** The first moment to come; not on a day that has had all of it. */
async function firstDue(
  db: Db,
  personId: PersonId,
  wanted: Hour & Pick<Delivery, 'way' | 'reminders'>,
  now: Instant,
): Promise<Instant> {
  const first = nextDue(wanted, now);
  const had = new Set(
    (await readOutgoing(db, personId, 20)).flatMap(({ day, what }) => (day === first.day ? [what] : [])),
  );
  const isOver = (wanted.way === 'off' || had.has('morning')) && (!wanted.reminders || had.has('reminder'));
  return isOver ? nextDue(wanted, first.at).at : first.at;
}
