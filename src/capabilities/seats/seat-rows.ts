import { findLoad, findWeek, sayLoad } from '../../model/load.ts';
import { type Chart, readChart, reportsOf } from '../../model/structure.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId, Seat, Structure, TeamId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import type { SeatLoad, SeatRow } from './contract.ts';

/** Each seat with its advice, as rows of the tree. */
export function seatRows(
  { structure, playbook }: Pick<Situation, 'structure' | 'playbook'>,
  verdicts: Verdict[],
  tickets: ReadonlyMap<TeamId, number>,
): SeatRow[] {
  const chart = readChart(structure);
  return verdicts.map((verdict) => {
    const seat = chart.seat.get(verdict.seatId)!;
    const load = loadOf(chart, seat, playbook);
    return {
      seat,
      teamName: verdict.teamName,
      holderName: seat.holderId === null ? null : chart.person.get(seat.holderId)!.name,
      distance: verdict.distance,
      demand: verdict.demand,
      gate: verdict.gate,
      kind: verdict.kind,
      kindSentence: verdict.kindSentence,
      sentence: verdict.short,
      answerKind: verdict.answer.kind,
      load,
      tickets: seat.teamId === null ? 0 : (tickets.get(seat.teamId) ?? 0),
      reports: reportsOf(chart, seat).length,
    };
  });
}

function loadOf(chart: Chart, seat: Seat, playbook: Playbook): SeatLoad | null {
  const week = findWeek(chart, seat);
  if (week === null) return null;
  const load = findLoad(week, playbook);
  return { reports: load.reports, needed: load.needed, left: load.left, sentence: sayLoad(load) };
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
