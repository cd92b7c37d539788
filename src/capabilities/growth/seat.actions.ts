import { Refusal } from '../../base/errors.ts';
import { type Month, sayMonth, shiftMonth } from '../../base/month.ts';
import type { Day } from '../../base/time.ts';
import { findMarkers } from '../../model/growth/markers.ts';
import { askFor, planningOf, scenarioOf } from '../../model/growth/planning.ts';
import type { MarkerKind } from '../../model/growth/runs.ts';
import { nameMarker } from '../../model/growth/say-marker.ts';
import { openSeatFor } from '../../model/growth/since.ts';
import { type Chart, isFilled } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPlanning } from '../../records/growth/planning.store.ts';
import { readPlanRows, saveGrowthSeat } from '../../records/growth/store.ts';
import { insertSeat, setSeatLine, updateSeat } from '../../records/people/seats.store.ts';
import type { SeatId } from '../../records/people/types.ts';
import type { GrowthRuns } from './runs.actions.ts';

/** Makes a planned seat of what growth brings, for the month in which it is due; it is drawn dashed on the balance picture. */
export async function makeSeat(
  ctx: FirmContext,
  { scenarioId, kind, title }: { scenarioId: number; kind: MarkerKind; title?: string | undefined },
  runs: GrowthRuns,
): Promise<{ seatId: number; title: string; plannedFor: Day }> {
  const planning = planningOf(await readPlanning(ctx), ctx);
  const { firm, chart, seats } = planning;
  const scenario = scenarioOf(planning, scenarioId);
  const name = nameMarker(kind, firm);
  const refuse = (message: string) => new Refusal('conflict', message, { field: 'kind' });
  if (!scenario.isMain)
    throw refuse(`“${scenario.name}” isn’t the main scenario: make it the main one before its seats are planned.`);
  const there = seats.find((one) => one.kind === kind) ?? openSeatFor(kind, chart);
  if (there) throw refuse(`There is a seat for it already, “${there.title}”: hold it or change it there.`);
  const asked = askFor(planning, scenario, await readPlanRows(ctx.db, scenarioId));
  const { ahead } = await runs.look(ctx.orgId, asked, ctx.log);
  const { plan, playbook } = asked.input;
  const marker = findMarkers(firm, plan, ahead.chances, playbook).find((one) => one.kind === kind)!;
  if (marker.state === 'there') throw refuse(`${name}: the firm has that already.`);
  if (marker.due === null)
    throw refuse(
      `${name}: that isn’t due before the plan ends in ${sayMonth(shiftMonth(plan.first, plan.months - 1))}.`,
    );
  const plannedFor = firstDayOf(marker.due, firm.now);
  const seatTitle = title ?? name;
  const seatId = await insertSeat(
    ctx.db,
    { title: seatTitle, teamId: null, plannedFor },
    planning.situation.structure.day,
  );
  await updateSeat(ctx.db, seatId, DISTANCES[kind]);
  await setSeatLine(ctx.db, seatId, placeFor(kind, chart), planning.situation.structure.day);
  await saveGrowthSeat(ctx.db, kind, seatId);
  return { seatId, title: seatTitle, plannedFor };
}

/** What is due already is planned for the next month. */
function firstDayOf(due: Month, now: Month): Day {
  return `${due > now ? due : shiftMonth(now, 1)}-01` as Day;
}

const LEADS_WORK = { distanceOverride: 1, overrideReason: 'Planned ahead: it will lead people who do the work.' };
const LEADS_LEADS = { distanceOverride: 2, overrideReason: 'Planned ahead: it will lead the leads.' };
/** Nobody reports to a seat that doesn't exist yet, so how far it will be from the product is said. */
const DISTANCES: Record<MarkerKind, { distanceOverride: number; overrideReason: string }> = {
  'next-lead': LEADS_WORK,
  'team-split': LEADS_WORK,
  coordinator: { distanceOverride: 1, overrideReason: 'Planned ahead: it will hand out the work.' },
  'people-leader': LEADS_LEADS,
  'service-manager': LEADS_LEADS,
};

/** Where it will report: a lead where most leads do, whoever leads leads at the top; null: nothing is above. */
function placeFor(kind: MarkerKind, { structure }: Chart): SeatId | null {
  const top = structure.seats.find((seat) => seat.reportsTo === null && isFilled(seat)) ?? null;
  if (DISTANCES[kind] === LEADS_LEADS) return top?.seatId ?? null;
  const above = Map.groupBy(
    structure.seats.filter((seat) => seat.teamId !== null && seat.reportsTo !== null),
    (seat) => seat.reportsTo!,
  );
  const most = [...above].sort(([, one], [, other]) => other.length - one.length)[0];
  return most?.[0] ?? top?.seatId ?? null;
}
