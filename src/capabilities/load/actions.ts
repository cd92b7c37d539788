import { Refusal } from '../../base/errors.ts';
import { keepsPlans } from '../../model/growth/planning.ts';
import { findLoad, findWeek, sayNoTime } from '../../model/load.ts';
import { sightOf } from '../../model/sight.ts';
import { isFilled, readChart, reportsOf } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { situationOf } from '../../records/firm/store.ts';
import { saveToldWeek } from '../../records/leading/store.ts';
import type { ToldWeek } from '../../records/leading/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Loads } from './contract.ts';

/** The week of everybody who leads, as far as the reader sees hours: a lead their own, and of those whom they lead. */
export async function findLoads(ctx: FirmContext): Promise<Loads> {
  const { structure, playbook, leading } = await situationOf(ctx);
  const chart = readChart(structure);
  const personId = ctx.personId as PersonId | null;
  const sights = sightOf({ standing: ctx.standing, personId, visible: await readVisible(ctx.db), structure });
  const seats = structure.seats.flatMap((seat): Loads['seats'] => {
    const week = findWeek(chart, seat, leading);
    if (week === null || !isFilled(seat) || !sights.seesHours(seat.holderId)) return [];
    if (reportsOf(chart, seat).length === 0 && seat.teamId === null) return [];
    const load = findLoad(week, playbook);
    ctx.concerns.people.add(seat.holderId);
    const holder = { personId: seat.holderId, name: chart.person.get(seat.holderId)!.name };
    const told = leading.told.get(seat.holderId) ?? null;
    const row = { seatId: seat.seatId, title: seat.title, holder, reports: week.reports, load, told };
    return [{ ...row, mayTell: keepsPlans(ctx.standing), sentence: sayNoTime(load, playbook) }];
  });
  return { seats: seats.sort((one, other) => (other.load.short ?? 0) - (one.load.short ?? 0)) };
}

/** Keeps what data can't tell of a lead's week. */
export async function keepToldWeek(
  ctx: FirmContext,
  { seatId, ...week }: { seatId: number } & ToldInput,
): Promise<Loads> {
  const { structure } = await situationOf(ctx);
  const seat = structure.seats.find((one) => one.seatId === seatId);
  if (!seat) throw new Refusal('not-found', 'There is no such seat in this firm.', { field: 'seatId' });
  if (seat.holderId === null)
    throw new Refusal('conflict', `Nobody holds ${seat.title}: there is no week to tell of.`, { field: 'seatId' });
  await saveToldWeek(ctx.db, seat.holderId, week as ToldWeek, structure.day);
  ctx.concerns.people.add(seat.holderId);
  return findLoads(ctx);
}

type ToldInput = { mentees: number | null; conflicts: number | null; steering: number | null };
