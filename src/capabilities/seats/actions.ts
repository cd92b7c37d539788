import { Refusal } from '../../base/errors.ts';
import { type Day, parseDay } from '../../base/time.ts';
import { advise } from '../../model/advice.ts';
import { limitsOf } from '../../model/limits.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readTeamTicketCounts } from '../../records/evidence/fit.store.ts';
import { firmDay, situationOf } from '../../records/firm/store.ts';
import {
  endSeat,
  findOrAddTeam,
  insertSeat,
  type SeatFacts,
  setHolder,
  setSeatLine,
  updateSeat,
} from '../../records/people/seats.store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId, SeatId, TeamId } from '../../records/people/types.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import { readLatestHealth } from '../../records/work/store.ts';
import type { SeatRow } from './contract.ts';
import { seatRows, unseated } from './seat-rows.ts';

type Id = number | null;

/** The structure with each seat's distance, need and our advice in short. */
export async function findSeats(
  ctx: FirmContext,
): Promise<{ seats: SeatRow[]; unseated: { personId: PersonId; name: string }[]; note: string | null }> {
  const situation = await situationOf(ctx);
  const verdicts = advise({ ...situation, day: situation.structure.day }, { flips: false });
  return {
    seats: seatRows(situation, verdicts, await ctx.asEngine(readTeamTicketCounts)),
    unseated: unseated(situation.structure),
    note: null,
  };
}

/** Our advice for one seat, with what the data behind it can't tell. */
export async function findSeat(
  ctx: FirmContext,
  input: { seatId: number },
): Promise<{ row: SeatRow; verdict: Verdict; limits: string[] }> {
  const situation = await situationOf(ctx);
  const [verdict] = advise({ ...situation, day: situation.structure.day }, { seatId: input.seatId as SeatId });
  if (!verdict) throw noSuchSeat();
  const [row] = seatRows(situation, [verdict], await ctx.asEngine(readTeamTicketCounts));
  return { row: row!, verdict, limits: limitsOf(situation, await ctx.asEngine(readLatestHealth)) };
}

/** Adds a seat that nobody holds yet. */
export async function addVacantSeat(
  ctx: FirmContext,
  input: { title: string; team: string | null; reportsTo: Id; plannedFor: string | null },
): Promise<{ seatId: SeatId }> {
  const day = await firmDay(ctx.db, ctx.now());
  const teamId = await teamNamed(ctx, input.team);
  const seatId = await insertSeat(ctx.db, { title: input.title, teamId, plannedFor: asDay(input.plannedFor) }, day);
  await setSeatLine(ctx.db, seatId, input.reportsTo as SeatId | null, day);
  await refuseBrokenStructure(ctx, day);
  return { seatId };
}

type SeatChange = {
  seatId: number;
  team?: string | null | undefined;
  reportsTo?: Id | undefined;
  plannedFor?: string | null | undefined;
} & Partial<Pick<SeatFacts, 'title' | 'handsOn' | 'distanceOverride' | 'overrideReason'>>;

/** Changes a seat; whatever would make a circle of reporting lines is refused and changes nothing. */
export async function reviseSeat(ctx: FirmContext, input: SeatChange): Promise<{ seatId: SeatId }> {
  const day = await firmDay(ctx.db, ctx.now());
  const seatId = input.seatId as SeatId;
  const { team, reportsTo, plannedFor, seatId: _, ...facts } = input;
  if (facts.distanceOverride != null && !facts.overrideReason) {
    throw new Refusal('bad-input', 'Say why this distance is set by hand: the reason stands beside it.', {
      field: 'overrideReason',
    });
  }
  const found = await updateSeat(ctx.db, seatId, {
    ...facts,
    ...(team !== undefined && { teamId: await teamNamed(ctx, team) }),
    ...(plannedFor !== undefined && { plannedFor: asDay(plannedFor) }),
  });
  if (!found) throw noSuchSeat();
  if (reportsTo !== undefined) await setSeatLine(ctx.db, seatId, reportsTo as SeatId | null, day);
  await refuseBrokenStructure(ctx, day);
  return { seatId };
}

/** Says who holds a seat from today on, or that nobody does. */
export async function fillSeat(
  ctx: FirmContext,
  input: { seatId: number; personId: Id; actingUntil: string | null },
): Promise<{ seatId: SeatId; from: Day }> {
  const day = await firmDay(ctx.db, ctx.now());
  const seatId = input.seatId as SeatId;
  const { seats, people } = await readStructure(ctx.db, day);
  if (!seats.some((seat) => seat.seatId === seatId)) throw noSuchSeat();
  if (input.personId !== null && !people.some((person) => person.personId === input.personId)) {
    throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
  }
  const until = asDay(input.actingUntil);
  if (until !== null && until <= day)
    throw new Refusal('bad-input', 'A trial must end after today.', { field: 'actingUntil' });
  await setHolder(ctx.db, seatId, input.personId as PersonId | null, until, day);
  await refuseBrokenStructure(ctx, day);
  return { seatId, from: day };
}

/** Closes a seat; refused while somebody reports to it. */
export async function removeSeat(ctx: FirmContext, input: { seatId: number }): Promise<{ seatId: SeatId }> {
  const day = await firmDay(ctx.db, ctx.now());
  const seatId = input.seatId as SeatId;
  const { seats, lines } = await readStructure(ctx.db, day);
  if (!seats.some((seat) => seat.seatId === seatId)) throw noSuchSeat();
  const below =
    seats.filter((seat) => seat.reportsTo === seatId).length + lines.filter((line) => line.seatId === seatId).length;
  if (below > 0) {
    throw new Refusal('conflict', `${below} still report to this seat: give them another lead first.`, {
      field: 'seatId',
    });
  }
  await endSeat(ctx.db, seatId, day);
  return { seatId };
}

const asDay = (text: string | null): Day | null => (text === null ? null : (parseDay(text) ?? null));
const noSuchSeat = () => new Refusal('not-found', 'There is no such seat in this firm.', { field: 'seatId' });
const teamNamed = async (ctx: FirmContext, name: string | null): Promise<TeamId | null> =>
  name?.trim() ? findOrAddTeam(ctx.db, name.trim()) : null;

/** Throws inside the transaction, so that nothing of the change stays. */
async function refuseBrokenStructure(ctx: FirmContext, day: Day) {
  readChart(await readStructure(ctx.db, day));
}
