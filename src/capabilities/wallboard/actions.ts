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
): Promise<{ firmName: string; teams: WallTeam[]; day: Day; isToday: boolean; hasTickets: boolean }> {
  return ctx.asEngine(async (db) => {
    const today = await firmDay(db, ctx.now());
    const newest = await readNewestTicketDay(db, today);
    // Where the newest file is a week old, the week before it says more than an empty one.
    const day = newest ?? today;
    return {
      firmName: (await readFirm(db))?.name ?? '',
      teams: (await countQueues(db, day, today)).map(onTheWall),
      day,
      isToday: day === today,
      hasTickets: newest !== null,
    };
  });
}

function onTheWall({ teamId, name, people, open, opened, resolved }: TeamQueue): WallTeam {
  return { teamId, name, open, week: people < SMALLEST_TEAM ? null : { opened, resolved } };
}
