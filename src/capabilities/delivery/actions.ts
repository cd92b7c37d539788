import { isTimeZone } from '../../base/calendar.ts';
import { addDays, dayOf } from '../../base/time.ts';
import { sayClock } from '../../model/say-time.ts';
import type { FirmContext, InstallContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readRecipients } from '../../records/delivery/outgoing.store.ts';
import { readDelivery, readFailing, readOutgoing } from '../../records/delivery/store.ts';
import type { Delivery, Outgoing } from '../../records/delivery/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readFirm, readStructure } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { usualZone } from '../../records/people/usual-zone.ts';
import type { FailingDeliveries, OwnDelivery, PastLine } from './contract.ts';
import { mayLead } from './roles.ts';
import { scopeOf } from './scope.actions.ts';

const SHOWN = 12;
const FAILING_DAYS = 7;

/** One's own morning message as it is set, and how the last ones went. */
export function findDelivery(ctx: InstallContext): Promise<OwnDelivery> {
  const scope = scopeOf(ctx);
  // In the program's standing, for zone and account; only rows of whoever asks are read.
  return ctx.database.transact({ ...scope, standing: 'engine' }, (db) => showDelivery(ctx, db));
}

async function showDelivery(ctx: InstallContext, db: Db): Promise<OwnDelivery> {
  const you = ctx.personId as PersonId | null;
  const firm = await readFirm(db);
  const { people } = await readStructure(db, await firmDay(db, ctx.now()));
  const own = people.find(({ personId }) => personId === you)?.timeZone ?? null;
  const set = you === null ? undefined : await readDelivery(db, you);
  const recipient = you === null ? undefined : (await readRecipients(db, [you])).get(you);
  return {
    you,
    leads: mayLead(ctx.standing),
    sample: firm?.sample != null,
    mail: ctx.mail !== null,
    mailTo: recipient?.email ?? null,
    set: set ? show(set) : null,
    usualZone: own !== null && isTimeZone(own) ? own : usualZone({ people }),
    past: you === null ? [] : (await readOutgoing(db, you, SHOWN)).map(toLine),
  };
}

function show({ way, host, zone, weekdays, reminders, nextAt, at }: Delivery): NonNullable<OwnDelivery['set']> {
  return { way, host, zone, weekdays, reminders, nextAt, time: sayClock(at), zoneUnknown: !isTimeZone(zone) };
}

const toLine = ({ outgoingId, day, what, way, state, tries, why, endedAt, tryAt }: Outgoing): PastLine => ({
  ...{ outgoingId, day, what, way, state, tries, why },
  at: state === 'waiting' ? tryAt : endedAt,
});

/** Whose messages of the last days did not arrive, for who keeps the firm. */
export async function findFailing(ctx: FirmContext): Promise<FailingDeliveries> {
  const found = await ctx.asEngine(async (db) => {
    const since = addDays((await readFirm(db))?.storyDay ?? dayOf(ctx.now()), -FAILING_DAYS);
    return readFailing(db, since);
  });
  for (const { personId } of found.failing) if (personId !== ctx.personId) ctx.concerns.people.add(personId);
  return found;
}
