import { Refusal } from '../../base/errors.ts';
import { monthOf, parseMonth, sayMonth } from '../../base/month.ts';
import type { Day } from '../../base/time.ts';
import type { MeasuredWork } from '../../model/growth/measured.ts';
import { measureFor, ticketSpan } from '../../model/growth/measured-firm.ts';
import { planningOf, scenarioOf } from '../../model/growth/planning.ts';
import type { FirmContext } from '../../platform/context.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readPlanning } from '../../records/growth/planning.store.ts';
import { readPlanRows, saveGrowthFacts } from '../../records/growth/store.ts';
import { readTicketMonths } from '../../records/growth/work.store.ts';

type FactsInput = {
  founded: string | null;
  endpoints: number | null;
  coordinators: number | null;
  managers: number | null;
  left?: { leavers: number; years: number } | null | undefined;
};

/** Keeps what looking ahead starts from. */
export async function keepFacts(ctx: FirmContext, input: FactsInput): Promise<{ day: Day }> {
  const today = await firmDay(ctx.db, ctx.now());
  const founded = input.founded === null ? null : parseMonth(input.founded);
  if (founded === undefined)
    throw new Refusal('bad-input', `“${input.founded}” is no month: write when the firm began like 2014-05.`, {
      field: 'founded',
    });
  const now = monthOf(today);
  if (founded !== null && founded > now)
    throw new Refusal('bad-input', `The firm can’t have begun in ${sayMonth(founded)}, which is still to come.`, {
      field: 'founded',
    });
  const day = founded === null ? null : (`${founded}-01` as Day);
  await saveGrowthFacts(ctx.db, { ...input, founded: day, left: input.left ?? null });
  return { day: today };
}

/** What the firm's tickets say of what looking ahead assumes; nothing of it is taken over. */
export async function findMeasured(
  ctx: FirmContext,
  { scenarioId }: { scenarioId?: number | undefined },
): Promise<MeasuredWork> {
  const planning = planningOf(await readPlanning(ctx), ctx);
  const scenario = scenarioOf(planning, scenarioId);
  const rows = await readPlanRows(ctx.db, scenario.scenarioId);
  const tickets = await ctx.asEngine((db) => readTicketMonths(db, ticketSpan(planning)));
  return measureFor(planning, rows, scenario.assumptions, tickets);
}
