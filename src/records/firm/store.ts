import { type Day, dayOf, type Instant, instantOf } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { type Fit, type FitReader, readFits, readTicketCounts } from '../evidence/fit.store.ts';
import { MINUTES_OUTCOMES, type MinutesOutcome, type OutcomeEvidence } from '../evidence/types.ts';
import { readLeading } from '../leading/store.ts';
import { readFirm, readStructure } from '../people/store.ts';
import type { Structure } from '../people/types.ts';
import { readPlaybook } from '../playbook/store.ts';
import { withTrialHours } from '../trials/hours.ts';
import { readTrialHours } from '../trials/store.ts';
import { readObservations } from '../voice/store.ts';
import type { Situation } from './types.ts';

/** Everything that our advice is computed from, on a day, in a fixed number of queries. */
export async function readSituation(db: Db, day: Day, reader: FitReader): Promise<Situation> {
  const fits = await readFits(db, reader);
  // Minutes that people booked say more than time in a queue; queue time serves only where nothing else is kept.
  const minutes = fits.filter(isOfMinutes);
  const fit =
    minutes.find((one) => one.outcome === 'minutes-worked' && one.evidence.status === 'fitted') ??
    minutes.find((one) => one.evidence.status === 'fitted') ??
    minutes[0];
  const playbook = await readPlaybook(db);
  return {
    structure: await readTrialStructure(db, day),
    observations: await readObservations(db),
    effects: fit?.evidence ?? null,
    outcomes: fits.flatMap((one) => (isOfMinutes(one) ? [] : [one.evidence as OutcomeEvidence])),
    playbook,
    ticketsClosed: await readTicketCounts(db),
    leading: await readLeading(db, day, playbook['tickets.need']),
  };
}

/** The structure, with fewer own ticket hours for whoever is on trial: load and distance follow from it. */
async function readTrialStructure(db: Db, day: Day): Promise<Structure> {
  const structure = await readStructure(db, day);
  return { ...structure, people: withTrialHours(structure.people, await readTrialHours(db)) };
}

const isOfMinutes = (fit: Fit): fit is Extract<Fit, { outcome: MinutesOutcome }> =>
  (MINUTES_OUTCOMES as readonly string[]).includes(fit.outcome);

/**
 * The situation for an action, as of now: read by the program itself, because nobody in a firm sees every row of it. What
 * is shown of it has to be cut to what the actor may see. `own`: for showing a person their own numbers, the newest ones.
 */
export function situationOf(
  ctx: Pick<FirmContext, 'asEngine' | 'now'>,
  options: { own?: boolean } = {},
): Promise<Situation> {
  const now = ctx.now();
  return ctx.asEngine(async (db) =>
    readSituation(db, await firmDay(db, now), options.own ? 'themselves' : { others: now }),
  );
}

/** The day that a firm lives in: today, or the day on which a sample's story stands still. */
export async function firmDay(db: Db, now: Instant): Promise<Day> {
  return (await readFirm(db))?.storyDay ?? dayOf(now);
}

/** The moment that a firm lives in: now, or the same time of day on the day on which a sample's story stands still. */
export async function firmMoment(db: Db, now: Instant): Promise<Instant> {
  const day = await firmDay(db, now);
  return (instantOf(day) + (now - instantOf(dayOf(now)))) as Instant;
}
