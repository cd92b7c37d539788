import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { isDispatcher } from '../../records/people/store.ts';
import { joinImportTurn } from '../../records/work/store.ts';
import type { Triage } from './contract.ts';
import { countWaiting, listWaiting, readNewestFile, readNumber, saveDifficulty } from './store.ts';

/** Open tickets that nobody has yet. Who they will go to, or any person at all, isn't in it. */
export async function findTriage(ctx: FirmContext): Promise<Triage> {
  await refuseOthers(ctx);
  return ctx.asEngine(async (db) => ({
    waiting: await listWaiting(db, 'waiting'),
    said: await listWaiting(db, 'said'),
    counts: await countWaiting(db),
    asOf: await readNewestFile(db),
  }));
}

/**
 * Keeps how hard a ticket looks, as long as nobody has it: said later, it may be the outcome's own doing. The sums use it
 * once a file says who got the ticket, after this moment.
 */
export async function sayDifficulty(
  ctx: FirmContext,
  input: { ticketId: number; difficulty: number | null },
): Promise<{ ticketId: number; difficulty: number | null }> {
  await refuseOthers(ctx);
  const { ticketId, difficulty } = input;
  await ctx.asEngine(async (db) => {
    // A file that is just coming in read this ticket before, and would write it back as it was.
    if (!(await joinImportTurn(db)))
      throw new Refusal('conflict', 'A file is being brought in right now: say it again when it is done.');
    if (await saveDifficulty(db, ticketId, difficulty, ctx.now())) return;
    const number = await readNumber(db, ticketId);
    throw number === undefined
      ? new Refusal('not-found', 'There is no such ticket.', { field: 'ticketId' })
      : new Refusal(
          'conflict',
          `Somebody has ticket ${number} by now, or it is resolved: how hard it looked is only used when it was said before.`,
          { field: 'ticketId' },
        );
  });
  ctx.concerns.details.ticketId = ticketId;
  return { ticketId, difficulty };
}

/** Whoever hands out tickets, and whoever keeps the firm. */
async function refuseOthers({ asEngine, personId, standing }: FirmContext): Promise<void> {
  if (['operator', 'owner', 'service-manager'].includes(standing)) return;
  if (personId !== null && (await asEngine((db) => isDispatcher(db, personId)))) return;
  throw new Refusal(
    'not-allowed',
    'How hard a ticket looks is asked of whoever hands tickets out: if that is you, ask for "dispatch" to be set under People.',
  );
}
