import { createPersonFinder, readRatings } from '../../connectors/files/ratings.ts';
import { refuseTooMany } from '../../connectors/files/rejections.ts';
import type { Db } from '../../platform/db/connect.ts';
import { firmDay } from '../../records/firm/store.ts';
import { hideErasedRaters } from '../../records/people/erased.store.ts';
import { readStructure } from '../../records/people/store.ts';
import { saveObservations } from '../../records/voice/store.ts';
import type { Done, FileReading } from './reading.actions.ts';

/** Imports ratings from a file, within the transaction of `db`. */
export async function importRatings(db: Db, importId: number, reading: FileReading): Promise<Done> {
  const { people } = await readStructure(db, await firmDay(db, reading.now));
  const onColumns = (mapping: Record<string, string>) => reading.onRecognised('ratings', mapping);
  const { observations, rows } = await readRatings({ ...reading, find: createPersonFinder(people), onColumns });
  reading.onRows(rows);
  refuseTooMany(reading.rejections, rows);
  await saveObservations(db, await hideErasedRaters(db, observations, reading.hashName), importId);
  const message = `${observations.length.toLocaleString('en')} rating${observations.length === 1 ? '' : 's'} read.`;
  return { ticketsAdded: 0, ticketsChanged: 0, peopleAdded: 0, health: null, message };
}
