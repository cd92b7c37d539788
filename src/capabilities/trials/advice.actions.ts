import { advise } from '../../model/advice.ts';
import { refuseUnlessDecides } from '../../model/deciders.ts';
import { sightOf } from '../../model/sight.ts';
import { showAdvice } from '../../model/sight-advice.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDecided, readVisible } from '../../platform/db/standing.ts';
import { readDeciders } from '../../records/decisions/candidacy.store.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId, SeatId } from '../../records/people/types.ts';
import type { Verdict } from '../../records/verdicts/types.ts';

/** Our advice for a seat as it is now, and whether it is open to whoever acts. Refuses whoever doesn't decide there. */
export async function adviceHere(
  ctx: FirmContext,
  seatId: SeatId,
): Promise<{ situation: Situation; verdict: Verdict; shown: boolean; seesHours: (id: PersonId) => boolean }> {
  const situation = await situationOf(ctx);
  const { structure } = situation;
  const decided = await readDecided(ctx.db);
  refuseUnlessDecides(structure, seatId, decided, await ctx.asEngine(readDeciders));
  const [verdict] = advise({ ...situation, day: structure.day }, { seatId, flips: false });
  const personId = ctx.personId as PersonId | null;
  const sights = sightOf({ standing: ctx.standing, personId, visible: await readVisible(ctx.db), structure });
  const shown = showAdvice(verdict!, sights, true).verdict !== null;
  return { situation, verdict: verdict!, shown, seesHours: (id) => sights.seesHours(id) };
}
