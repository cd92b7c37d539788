import { instantAt } from '../../base/calendar.ts';
import type { Day } from '../../base/time.ts';
import type { SampleHours, SampleTalks } from '../../model/world/days.ts';
import { SAMPLE_DAYS } from '../../model/world/sample-days.ts';
import type { Db } from '../../platform/db/connect.ts';
import { insertStep } from '../../records/conditions/said.store.ts';
import { type SamplePair, savePairs } from '../../records/oneonones/sample.store.ts';
import type { PersonId, Structure } from '../../records/people/types.ts';
import { replaceShifts } from '../../records/shifts/store.ts';
import type { KeptShift } from '../../records/shifts/types.ts';
import { saveAim, saveCameOf, saveTarget } from '../../records/teams/store.ts';
import type { SampleName } from './contract.ts';

/** Names of people and teams to their numbers; a sample's story names nobody who is not in its cast. */
type Numbers = { person: (name: string) => PersonId; team: (name: string) => Structure['teams'][number]['teamId'] };

/** Fills in what a sample's people agreed and when they work. */
export async function fillDays(db: Db, sample: SampleName, { people, teams }: Structure, zone: string): Promise<void> {
  const days = SAMPLE_DAYS[sample];
  const find = <Row extends { name: string }>(rows: readonly Row[], name: string): Row =>
    rows.find((row) => row.name === name)!;
  const numbers: Numbers = {
    person: (name) => find(people, name).personId,
    team: (name) => find(teams, name).teamId,
  };
  for (const { team, quarter, text, owner, cameOf } of days.aims) {
    const teamId = numbers.team(team);
    await saveAim(db, { teamId, quarter, text, ownerId: owner === null ? null : numbers.person(owner) });
    if (cameOf !== null) await saveCameOf(db, teamId, quarter, cameOf);
  }
  for (const [i, { team, measure, value, withinHours = null, words = null, from }] of days.targets.entries()) {
    const place = days.targets.findIndex((other) => other.team === team) === i ? 1 : 2;
    await saveTarget(db, { teamId: numbers.team(team), place, measure, value, withinHours, words, fromDay: from });
  }
  await savePairs(
    db,
    days.talks.flatMap((talks) => pairsOf(talks, numbers, zone)),
  );
  const shifts = days.hours.flatMap((hours) => shiftsOf(hours, numbers, zone));
  await replaceShifts(db, { people: [...new Set(shifts.map(({ person }) => person))] }, shifts);
  for (const { of, day, text } of days.steps) await insertStep(db, { personId: numbers.person(of), day, text }, 'lead');
}

function pairsOf(talks: SampleTalks, { person }: Numbers, zone: string): SamplePair[] {
  const { lead, members, everyDays, at, beganOn, held, skipped, next } = talks;
  const when = (days: readonly Day[], state: SamplePair['meetings'][number]['state']) =>
    days.map((day) => ({ at: instantAt(day, at, zone), state }));
  const meetings = [
    ...when(held, 'held'),
    ...when(skipped, 'skipped'),
    ...when(next === null ? [] : [next], 'planned'),
  ];
  return members.map((name) => ({
    memberId: person(name),
    leadId: person(lead),
    ...{ everyDays, zone, beganOn, meetings },
  }));
}

function shiftsOf(hours: SampleHours, { person }: Numbers, timeZone: string): KeptShift<PersonId>[] {
  const { of, kind, weekdays, between, from = null, until = null } = hours;
  const when = { kind, first: from, last: until, from: between[0], to: between[1], timeZone };
  return of.flatMap((name) =>
    (weekdays.length > 0 ? weekdays : [null]).map((weekday) => ({ person: person(name), weekday, ...when })),
  );
}
