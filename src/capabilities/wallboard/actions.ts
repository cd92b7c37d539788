import type { Day } from '../../base/time.ts';
import type { FirmContext } from '../../platform/context.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readFirm } from '../../records/people/store.ts';
import type { WallTeam } from './contract.ts';
import { countQueues, readNewestTicketDay, type TeamQueue } from './store.ts';

/** In a smaller team the team's week would be somebody's week. */
const SMALLEST_TEAM = 3;

/** Teams and their queues for everyone who passes the screen. */
export async function findWallboard(
  ctx: FirmContext,
): Promise<{ firmName: string; teams: WallTeam[]; day: Day; newest: Day | null }> {
  return ctx.asEngine(async (db) => {
    const day = await firmDay(db, ctx.now());
    return {
      firmName: (await readFirm(db))?.name ?? '',
      teams: (await countQueues(db, day)).map(onTheWall),
      day,
      newest: await readNewestTicketDay(db, day),
    };
  });
}

function onTheWall({ teamId, name, people, open, opened, resolved }: TeamQueue): WallTeam {
  return { teamId, name, open, week: people < SMALLEST_TEAM ? null : { opened, resolved } };
}
