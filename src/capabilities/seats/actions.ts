import { Refusal } from '../../base/errors.ts';
import { type Day, parseDay } from '../../base/time.ts';
import { advise } from '../../model/advice.ts';
import { comingIn } from '../../model/coming-trials.ts';
import type { UncoveredHours } from '../../model/cover-hours.ts';
import { comingMonday, coverTeams, uncoveredHours } from '../../model/cover-teams.ts';
import { limitsOf } from '../../model/limits.ts';
import { teamsUnder } from '../../model/sight-cover.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDeciders, setDecider } from '../../records/decisions/candidacy.store.ts';
import { readTeamTicketCounts } from '../../records/evidence/fit.store.ts';
import { firmDay, situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import {
  endSeat,
  findOrAddTeam,
  insertSeat,
  type SeatFacts,
  setSeatLine,
  updateSeat,
} from '../../records/people/seats.store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId, SeatId, Structure, TeamId } from '../../records/people/types.ts';
import { asStanding, disputesOf } from '../../records/remarks/disputes.ts';
import { readRemarks } from '../../records/remarks/store.ts';
import { readCoverFacts } from '../../records/shifts/areas.store.ts';
import { readTrials } from '../../records/trials/store.ts';
import type { Trial } from '../../records/trials/types.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import { readLatestHealth } from '../../records/work/store.ts';
import type { SeatAnswer, SeatList, SeatRow } from './contract.ts';
import { readDecision, refuseOverTrial } from './decision.actions.ts';
import { seatRows, unseated } from './seat-rows.ts';
import { keepsStructure, noteShown, readSeen, showFor } from './seen.actions.ts';

type Id = number | null;

/** The structure with each seat's distance, need and our advice in short. */
export async function findSeats(ctx: FirmContext): Promise<SeatList> {
  const situation = await situationOf(ctx);
  const { structure } = situation;
  const seen = await readSeen(ctx, structure);
  const advice = advise({ ...situation, day: structure.day }, { flips: false }).map((one) => showFor(seen, one));
  noteShown(ctx, seen.sights, advice);
  return {
    seats: seatRows(situation, advice, {
      ...seen,
      tickets: await ctx.asEngine(readTeamTicketCounts),
      coming: comingIn(await readTrials(ctx.db, { isOpen: true }), structure),
    }),
    unseated: unseated(structure),
    people: structure.people
      .filter((person) => person.work !== 'service-account')
      .map(({ personId, name }) => ({ personId, name })),
    note: null,
    mayChange: keepsStructure(ctx),
  };
}

/** Our advice for one seat, with what the data behind it can't tell. */
export async function findSeat(ctx: FirmContext, input: { seatId: number }): Promise<SeatAnswer> {
  const situation = await situationOf(ctx);
  const { structure } = situation;
  const [verdict] = advise({ ...situation, day: structure.day }, { seatId: input.seatId as SeatId });
  if (!verdict) throw noSuchSeat();
  const seen = await readSeen(ctx, structure);
  const shown = showFor(seen, verdict);
  noteShown(ctx, seen.sights, [shown]);
  const open = await readTrials(ctx.db, { seatId: verdict.seatId, isOpen: true });
  const [row] = seatRows(situation, [shown], {
    ...seen,
    tickets: await ctx.asEngine(readTeamTicketCounts),
    coming: comingIn(open, structure),
  });
  const limits = shown.verdict ? limitsOf(situation, await ctx.asEngine(readLatestHealth)) : [];
  return {
    row: row!,
    ...shown,
    limits,
    disputes: shown.verdict ? await readDisputes(ctx, shown.verdict) : [],
    decision: await readDecision(ctx, structure, verdict, seen.decided),
    trial: openTrialOf(open, structure),
    jumpIn: await readJumpIn(ctx, situation, row!),
    mayChange: keepsStructure(ctx),
  };
}

/** The trial that is open in a seat, as far as it is the reader’s to read. */
function openTrialOf([open]: readonly Trial[], { people }: Structure): SeatAnswer['trial'] {
  if (open === undefined) return null;
  const personName = people.find(({ personId }) => personId === open.personId)?.name ?? 'somebody';
  const { trialId, fromDay } = open;
  return { trialId, personName, state: open.state as 'proposed' | 'agreed' | 'running', fromDay };
}

/** The hours of the coming week in which the team of a seat has nobody able to jump in; null: none, or not for this reader. */
async function readJumpIn(
  ctx: FirmContext,
  situation: Situation,
  { seat, sight }: SeatRow,
): Promise<UncoveredHours | null> {
  const { structure, playbook } = situation;
  const { teamId } = seat;
  const isOutside = () => !teamsUnder(readChart(structure), ctx.personId as PersonId | null).has(teamId!);
  if (teamId === null || sight === 'hidden' || (ctx.standing === 'team-lead' && isOutside())) return null;
  const monday = comingMonday(structure.day);
  const facts = await ctx.asEngine((db) => readCoverFacts(db, monday, playbook['help.months']));
  return uncoveredHours(coverTeams(situation, facts, monday)).get(teamId) ?? null;
}

/** What candidates dispute of the numbers that stand side by side, until it is answered. */
async function readDisputes(ctx: FirmContext, { candidates }: Verdict): Promise<SeatAnswer['disputes']> {
  const remarks = await readRemarks(ctx.db);
  return candidates.flatMap(({ personId }) =>
    (['technical', 'people'] as const).flatMap((side) =>
      disputesOf(remarks, personId, `strength/${personId}/${side}`).map((one) => ({
        ...asStanding(one),
        personId,
        side,
      })),
    ),
  );
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
  deciderId?: Id | undefined;
} & Partial<Pick<SeatFacts, 'title' | 'handsOn' | 'distanceOverride' | 'overrideReason'>>;

/** Changes a seat; whatever would make a circle of reporting lines is refused and changes nothing. */
export async function reviseSeat(ctx: FirmContext, input: SeatChange): Promise<{ seatId: SeatId }> {
  const day = await firmDay(ctx.db, ctx.now());
  const seatId = input.seatId as SeatId;
  const { team, reportsTo, plannedFor, deciderId, seatId: _, ...facts } = input;
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
  if (deciderId !== undefined) await sayWhoDecides(ctx, seatId, deciderId as PersonId | null);
  await refuseBrokenStructure(ctx, day);
  return { seatId };
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
  await refuseOverTrial(ctx, seatId);
  await endSeat(ctx.db, seatId, day);
  return { seatId };
}

const asDay = (text: string | null): Day | null => (text === null ? null : (parseDay(text) ?? null));
export const noSuchSeat = () => new Refusal('not-found', 'There is no such seat in this firm.', { field: 'seatId' });
const teamNamed = async (ctx: FirmContext, name: string | null): Promise<TeamId | null> =>
  name?.trim() ? findOrAddTeam(ctx.db, name.trim()) : null;

async function sayWhoDecides(ctx: FirmContext, seatId: SeatId, deciderId: PersonId | null): Promise<void> {
  const before = (await readDeciders(ctx.db)).get(seatId) ?? null;
  if (before === deciderId) return;
  // Who decides sees the candidates' numbers: that is not for everyone to hand out, least of all to themselves.
  if (ctx.standing === 'service-manager')
    throw new Refusal('not-allowed', 'Who decides about a seat is said by the owner: ask them.', {
      field: 'deciderId',
    });
  await setDecider(ctx.db, seatId, deciderId);
  if (deciderId !== null) ctx.concerns.people.add(deciderId);
}

/** Throws inside the transaction, so that nothing of the change stays. */
async function refuseBrokenStructure(ctx: FirmContext, day: Day) {
  readChart(await readStructure(ctx.db, day));
}
