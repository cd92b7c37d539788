import type { ComingTrial } from '../../model/coming-trials.ts';
import { findLoad, findWeek, sayLoad, sayNoTime, type WeekFacts } from '../../model/load.ts';
import type { Sights } from '../../model/sight.ts';
import { type ShownAdvice, shortOf } from '../../model/sight-advice.ts';
import { readChart, reportsOf } from '../../model/structure.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId, Seat, SeatId, Structure, TeamId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { SeatLoad, SeatRow } from './contract.ts';

/** What the rows show beside the advice, as far as the reader may see it. */
type RowFacts = {
  tickets: ReadonlyMap<TeamId, number>;
  sights: Sights;
  decided: ReadonlySet<number>;
  coming: ReadonlyMap<SeatId, ComingTrial>;
};

/** Each seat with its advice as far as the reader sees it, as rows of the tree. */
export function seatRows(
  { structure, playbook, leading }: Pick<Situation, 'structure' | 'playbook' | 'leading'>,
  advice: readonly ShownAdvice[],
  { tickets, sights, decided, coming }: RowFacts,
): SeatRow[] {
  const chart = readChart(structure);
  const ticketsOf = (seat: Seat) => (seat.teamId === null ? 0 : (tickets.get(seat.teamId) ?? 0));
  const rows = advice.map((shown): SeatRow => {
    const about = shown.verdict ?? shown.closed;
    const seat = chart.seat.get(about.seatId)!;
    const sight = seat.holderId === null ? 'open' : sights.of(seat.holderId);
    const seesHours = seat.holderId !== null && sights.seesHours(seat.holderId);
    return {
      // Since when and until when somebody holds a seat is about them.
      seat: sight === 'hidden' ? { ...seat, heldSince: null, actingUntil: null } : seat,
      teamName: about.teamName,
      holderName: seat.holderId === null ? null : chart.person.get(seat.holderId)!.name,
      sight,
      distance: about.distance,
      demand: about.demand,
      gate: about.gate,
      kind: about.kind,
      kindSentence: about.kindSentence,
      sentence: shortOf(shown),
      answerKind: shown.verdict ? shown.verdict.answer.kind : 'closed',
      load: seesHours ? loadOf(findWeek(chart, seat, leading), playbook) : null,
      // Of a small team the count would be a person's: it only orders the rows, and that is done below.
      tickets: sights.everything ? ticketsOf(seat) : 0,
      reports: reportsOf(chart, seat).length,
      mayHold: decided.has(seat.seatId),
      coming: coming.get(seat.seatId) ?? null,
    };
  });
  return rows.sort((one, other) => ticketsOf(other.seat) - ticketsOf(one.seat));
}

function loadOf(week: WeekFacts | null, playbook: Playbook): SeatLoad | null {
  if (week === null) return null;
  const load = findLoad(week, playbook);
  return {
    reports: load.reports,
    needed: load.needed,
    left: load.left,
    sentence: sayNoTime(load, playbook) ?? sayLoad(load),
  };
}

/** People who hold no seat, report to none and are in no team that a seat leads: the tree can't show them. */
export function unseated(structure: Structure): { personId: PersonId; name: string }[] {
  const led = new Set(structure.seats.map((seat) => seat.teamId));
  const placed = new Set<PersonId | null>([
    ...structure.seats.map((seat) => seat.holderId),
    ...structure.lines.map((line) => line.personId),
    ...structure.memberships.filter((row) => led.has(row.teamId)).map((row) => row.personId),
  ]);
  return structure.people
    .filter((person) => person.work !== 'service-account' && !placed.has(person.personId))
    .map(({ personId, name }) => ({ personId, name }));
}
