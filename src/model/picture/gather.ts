import type { LeadingFacts } from '../../records/leading/types.ts';
import type { SeatId, Structure, TeamId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import type { Side } from '../../records/voice/types.ts';
import type { ComingTrial } from '../coming-trials.ts';
import type { UncoveredHours } from '../cover-hours.ts';
import { findLoad, findWeek } from '../load.ts';
import type { Strengths } from '../profile.ts';
import { type Chart, countTechnicians, isFilled, placeName, readChart } from '../structure.ts';
import type { PictureInput, PictureSeat, PictureSide } from './types.ts';

/**
 * Puts together what the picture is drawn from: the structure, our advice, the holders' strengths, and the hours in which
 * a team has nobody to jump in, where they are known. `coming`: agreed trials that have not begun, as far as the reader
 * may read them.
 */
export function gatherPicture(
  firmName: string,
  structure: Structure,
  verdicts: readonly Verdict[],
  strengths: Strengths,
  playbook: Playbook,
  jumpIn: ReadonlyMap<TeamId, UncoveredHours> = new Map(),
  leading?: LeadingFacts,
  coming: ReadonlyMap<SeatId, ComingTrial> = new Map(),
): PictureInput {
  const chart = readChart(structure);
  const verdictOf = new Map(verdicts.map((one) => [one.seatId, one]));
  const seats = structure.seats.map((seat): PictureSeat => {
    const filled = isFilled(seat);
    const strength = filled ? strengths.people.get(seat.holderId) : undefined;
    const side = (which: Side): PictureSide | null => {
      if (!strength) return null;
      const { estimate, evidence } = strength.sides[which];
      return { mean: estimate.mean, low: estimate.low, high: estimate.high, sd: estimate.sd, evidence };
    };
    const week = findWeek(chart, seat, leading);
    const load = week && findLoad(week, playbook);
    const verdict = verdictOf.get(seat.seatId);
    return {
      seatId: seat.seatId,
      title: seat.title,
      place: placeName(chart, seat),
      teamId: seat.teamId,
      reportsTo: seat.reportsTo,
      state: seat.state,
      sight: 'open',
      holderId: filled ? seat.holderId : null,
      holderName: filled ? chart.person.get(seat.holderId)!.name : null,
      actingUntil: seat.actingUntil,
      plannedFor: seat.plannedFor,
      openSince: seat.openSince,
      coming: coming.get(seat.seatId) ?? null,
      steps: verdict?.distance.status === 'known' ? verdict.distance.steps : null,
      technical: side('technical'),
      people: side('people'),
      load: load && { reports: load.reports, needed: load.needed, left: load.left, short: load.short },
      nobodyToJumpIn: verdict !== undefined && lacksTechnicalSecond(verdict),
      jumpIn: (seat.teamId !== null && jumpIn.get(seat.teamId)) || null,
    };
  });
  const teams = structure.teams.map((team) => ({
    teamId: team.teamId,
    name: team.name,
    people: countLed(chart, team.teamId),
    leadSeatId: structure.seats.find((seat) => seat.teamId === team.teamId)?.seatId ?? null,
  }));
  return { firmName, technicians: countTechnicians(structure), playbook, seats, teams };
}

/** Who works in a team, without whoever leads it and without service accounts. */
function countLed(chart: Chart, teamId: TeamId): number {
  const leads = new Set(chart.structure.seats.filter((seat) => seat.teamId === teamId).map((seat) => seat.holderId));
  return (chart.members.get(teamId) ?? []).filter((one) => one.work !== 'service-account' && !leads.has(one.personId))
    .length;
}

function lacksTechnicalSecond({ answer }: Verdict): boolean {
  return (
    answer.kind === 'keep' &&
    answer.needs.some((need) => need.kind === 'second' && need.side === 'technical' && need.personId === null)
  );
}
