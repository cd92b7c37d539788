import { dayOf, type Instant } from '../../base/time.ts';
import { recogniseSource, requireFields } from '../../connectors/files/recognise.ts';
import { refuseTooMany } from '../../connectors/files/rejections.ts';
import { openTable } from '../../connectors/files/table.ts';
import { readEventLog, readTicketList, type TicketReading } from '../../connectors/files/tickets.ts';
import { openZone } from '../../connectors/files/zone.ts';
import type { Db } from '../../platform/db/connect.ts';
import { forgetWeeks } from '../../records/conditions/store.ts';
import { refreshTouchedCases } from '../../records/evidence/store.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { mergeStaged } from '../../records/work/merge.store.ts';
import { addVacantLeads, joinUsualTeams } from '../../records/work/names.store.ts';
import { countHealth } from '../../records/work/store.ts';
import type { WorkingDay } from '../../records/work/working-time.ts';
import { stageList } from './list.actions.ts';
import { stageLog } from './log.actions.ts';
import type { Done, FileReading, Staged } from './reading.actions.ts';

/** Imports tickets from a file, within the transaction of `db`. */
export async function importTickets(db: Db, importId: number, reading: FileReading): Promise<Done> {
  const table = await openTable(reading.source);
  const recognised = recogniseSource(table.columns, reading.mapping);
  const { source } = recognised;
  reading.onRecognised(source.source, recognised.mapping as Record<string, string>);
  requireFields(recognised, table.columns);
  const zone = openZone(reading.timeZone);
  let rows = 0;
  const tickets: TicketReading = {
    table,
    recognised,
    zone,
    now: reading.now,
    dateOrder: reading.dateOrder,
    rejections: reading.rejections,
    onRows: (count) => {
      rows = count;
      reading.onRows(count);
    },
  };
  const options = {
    workingDay: await readWorkingDay(db),
    offsetMinutes: (instant: number) => zone.offsetMinutes(instant as Instant),
    hashName: reading.hashName,
    now: reading.now,
  };
  const staged =
    source.shape === 'log'
      ? await stageLog(db, source.system, await readEventLog(tickets), options)
      : await stageList(db, readTicketList(tickets), options);
  refuseTooMany(reading.rejections, rows);
  return finish(db, importId, source, staged, dayOf(reading.now));
}

async function readWorkingDay(db: Db): Promise<WorkingDay> {
  const playbook = await readPlaybook(db);
  return { starts: playbook['tickets.day-starts'], ends: playbook['tickets.day-ends'] };
}

async function finish(
  db: Db,
  importId: number,
  source: { system: string; shape: 'log' | 'list' },
  staged: Staged,
  today: ReturnType<typeof dayOf>,
): Promise<Done> {
  const { added, changed } = await mergeStaged(db, source.system, importId, source.shape);
  await addVacantLeads(db, staged.newTeams);
  await joinUsualTeams(db, staged.newPeople, today);
  const health = await countHealth(db, staged.names);
  await refreshTouchedCases(db);
  await forgetWeeks(db);
  const count = (n: number, one: string) => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;
  const message = `${count(added, 'ticket')} added, ${count(changed, 'ticket')} changed.`;
  return { ticketsAdded: added, ticketsChanged: changed, peopleAdded: staged.newPeople.length, health, message };
}
