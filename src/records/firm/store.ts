import { type Day, dayOf, type Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readFits, readTicketCounts } from '../evidence/fit.store.ts';
import { readFirm, readStructure } from '../people/store.ts';
import { readPlaybook } from '../playbook/store.ts';
import { readObservations } from '../voice/store.ts';
import type { Situation } from './types.ts';

/** Everything that our advice is computed from, on a day, in a fixed number of queries. */
export async function readSituation(db: Db, day: Day): Promise<Situation> {
  const fits = await readFits(db);
  // Minutes that people booked say more than time in a queue; queue time serves only where nothing else is kept.
  const fit =
    fits.find((one) => one.outcome === 'minutes-worked' && one.evidence.status === 'fitted') ??
    fits.find((one) => one.evidence.status === 'fitted') ??
    fits[0];
  return {
    structure: await readStructure(db, day),
    observations: await readObservations(db),
    effects: fit?.evidence ?? null,
    playbook: await readPlaybook(db),
    ticketsClosed: await readTicketCounts(db),
  };
}

/** The day that a firm lives in: today, or the day on which a sample's story stands still. */
export async function firmDay(db: Db, now: Instant): Promise<Day> {
  return (await readFirm(db))?.storyDay ?? dayOf(now);
}
