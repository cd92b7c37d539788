import { advise } from '../../model/advice.ts';
import { acrossHiddenDifficulty } from '../../model/hidden-difficulty.ts';
import type { FirmContext } from '../../platform/context.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { SeatId } from '../../records/people/types.ts';
import { PLAYBOOK } from '../../records/playbook/definitions.ts';
import { noSuchSeat } from './actions.ts';
import type { HiddenDifficultyAnswer } from './contract.ts';
import { keepsStructure, noteShown, readSeen, showFor } from './seen.actions.ts';

/** Hundredths between two places of the slider. */
const STEP = 5;

/** Every value that the slider stands at: the declared range in steps. */
function gridOf({ low, high }: { low: number; high: number }): number[] {
  const steps = Math.round((high - low) * 100) / STEP;
  return Array.from({ length: steps + 1 }, (_, i) => Math.round(low * 100 + i * STEP) / 100);
}

/** Our advice for a seat across hidden difficulty; as closed as the seat's own advice is. */
export async function findHiddenDifficulty(
  ctx: FirmContext,
  input: { seatId: number },
): Promise<HiddenDifficultyAnswer> {
  const situation = await situationOf(ctx);
  const { structure } = situation;
  const about = { ...situation, day: structure.day };
  const seatId = input.seatId as SeatId;
  const [verdict] = advise(about, { seatId, flips: false });
  if (!verdict) throw noSuchSeat();
  const seen = await readSeen(ctx, structure);
  const shown = showFor(seen, verdict);
  const mayAssume = keepsStructure(ctx);
  // Where the advice would flip tells of the people whom it weighs, so nothing of it goes out where they are hidden.
  if (!shown.verdict) return { across: null, mayAssume };
  noteShown(ctx, seen.sights, [shown]);
  const across = acrossHiddenDifficulty(about, seatId, gridOf(PLAYBOOK['tickets.hidden-difficulty'])) ?? null;
  return { across, mayAssume };
}
