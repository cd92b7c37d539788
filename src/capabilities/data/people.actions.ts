import { dayOf } from '../../base/time.ts';
import { readPeople } from '../../connectors/files/people.ts';
import { readChart } from '../../model/structure.ts';
import type { Db } from '../../platform/db/connect.ts';
import { refreshCasesOf } from '../../records/evidence/store.ts';
import { firmDay } from '../../records/firm/store.ts';
import { leaveOutErased } from '../../records/people/erased.store.ts';
import { applyPeoplePlan } from '../../records/people/plan.store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { Done, FileReading } from './reading.actions.ts';

/** Imports people, seats and lines from a file, within the transaction of `db`. */
export async function importPeople(db: Db, reading: FileReading): Promise<Done> {
  const day = await firmDay(db, reading.now);
  const onColumns = (mapping: Record<string, string>) => reading.onRecognised('people', mapping);
  const read = await readPeople({ ...reading, today: dayOf(reading.now), onColumns });
  reading.onRows(read.rows);
  const { plan, leftOut } = await leaveOutErased(db, read.plan, reading.hashName);
  const before = await readStructure(db, day);
  const { peopleAdded, seatsAdded } = await applyPeoplePlan(db, plan, day);
  const after = await readStructure(db, day);
  // Together with what was there before, lines of the file may close a circle.
  readChart(after);
  const work = new Map(before.people.map((person) => [person.personId, person.work]));
  const moved = after.people.filter((person) => work.has(person.personId) && work.get(person.personId) !== person.work);
  await refreshCasesOf(
    db,
    moved.map((person) => person.personId),
  );
  return {
    ticketsAdded: 0,
    ticketsChanged: 0,
    peopleAdded,
    health: null,
    message: sentence(plan.people.length, peopleAdded, seatsAdded) + sayLeftOut(leftOut),
  };
}

function sentence(people: number, added: number, seats: number): string {
  const who = people === 1 ? 'One person' : `${people.toLocaleString('en')} people`;
  return `${who} read, ${added.toLocaleString('en')} of them new, ${seats.toLocaleString('en')} new seat${seats === 1 ? '' : 's'}.`;
}

function sayLeftOut(count: number): string {
  if (count === 0) return '';
  const who = count === 1 ? 'One person was' : `${count.toLocaleString('en')} people were`;
  return ` ${who} left out, because they were erased here.`;
}
