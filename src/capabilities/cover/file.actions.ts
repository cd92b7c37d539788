import { createHash } from 'node:crypto';
import { Refusal } from '../../base/errors.ts';
import { dayOf } from '../../base/time.ts';
import { createPersonFinder } from '../../connectors/files/ratings.ts';
import { createRejections, type Rejections } from '../../connectors/files/rejections.ts';
import { readShifts } from '../../connectors/files/shifts.ts';
import { readCalendar } from '../../connectors/files/shifts-ics.ts';
import { readText } from '../../connectors/files/text.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Upload, UploadContext } from '../../platform/http/routes.ts';
import { readWhole } from '../../platform/http/whole-upload.ts';
import type { Person, PersonId } from '../../records/people/types.ts';
import {
  type CalendarShift,
  countCalendar,
  countTyped,
  replaceCalendar,
  replaceShifts,
} from '../../records/shifts/store.ts';
import type { HoursOptions, HoursRead } from './contract.ts';
import { peopleOf, structureOf, zoneOf } from './hours.actions.ts';
import { sayHours } from './hours-words.ts';

const MOST_LISTED = 200;

/** What a file of hours is understood to be. */
export const understandHours = (ctx: UploadContext, input: HoursOptions, upload: Upload): Promise<HoursRead> =>
  takeIn(ctx, input, upload, false);

/** Brings in a file of hours: all of it in one transaction, but for the rows that can't be read. */
export const keepHours = (ctx: UploadContext, input: HoursOptions, upload: Upload): Promise<HoursRead> =>
  takeIn(ctx, input, upload, true);

async function takeIn(ctx: UploadContext, input: HoursOptions, upload: Upload, keep: boolean): Promise<HoursRead> {
  const { database, orgId, actor, standing, personId } = ctx;
  const bytes = await readWhole(upload, 'export a shorter period');
  zoneOf(input.timeZone);
  return database.transact({ orgId, actor, standing, personId }, async (db) => {
    const file = { bytes, name: upload.fileName, options: input, now: ctx.now() };
    const understood = await understand(db, file);
    if (!keep) return understood.read;
    if (understood.shifts.length === 0) throw nothingRead(understood.read);
    if (understood.calendar === null)
      await replaceShifts(
        db,
        { people: understood.people },
        understood.shifts.map(({ shift }) => shift),
      );
    else await replaceCalendar(db, understood.calendar, understood.shifts);
    return understood.read;
  });
}

function nothingRead({ rejections }: HoursRead): Refusal {
  const [first] = rejections;
  const why = first
    ? `None of its entries could be read, so nothing was brought in. The first is on line ${first.line}, ${first.columnName}: ${first.reason}`
    : 'None of its entries is a shift, an on-call time or leave by its title, so nothing was brought in: say what the entries are.';
  return new Refusal('cannot-read', why, { rejections: rejections.slice(0, 20) });
}

type HoursFile = { bytes: Buffer; name: string; options: HoursOptions; now: ReturnType<UploadContext['now']> };
type Understood = {
  read: HoursRead;
  shifts: CalendarShift[];
  /** Whose rows a table replaces. */
  people: PersonId[];
  /** Under which key a calendar is kept; null: it is a table. */
  calendar: string | null;
};

async function understand(db: Db, file: HoursFile): Promise<Understood> {
  const people = peopleOf(await structureOf({ db, now: () => file.now }));
  const isCalendar = /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(file.bytes.subarray(0, 200).toString('utf8'));
  const rejections = createRejections();
  return isCalendar ? understandCalendar(db, file, people, rejections) : understandTable(db, file, people, rejections);
}

async function understandTable(db: Db, file: HoursFile, people: Person[], rejections: Rejections): Promise<Understood> {
  const { dateOrder, timeZone } = file.options;
  const find = createPersonFinder(people);
  const { shifts, rows } = await readShifts({
    source: pieces([file.bytes]),
    mapping: {},
    dateOrder,
    now: file.now,
    rejections,
    find,
  });
  const kept = shifts.map((shift) => ({ uid: '', shift: { ...shift, timeZone: shift.timeZone ?? timeZone } }));
  const ids = [...new Set(shifts.map(({ person }) => person))];
  const read = {
    format: 'table' as const,
    calendar: null,
    entries: rows,
    leftOut: { otherKind: 0, cancelled: 0, over: 0 },
    writtenOutUntil: null,
    replaces: await countTyped(db, ids),
  };
  return { calendar: null, shifts: kept, people: ids, read: { ...read, ...describe(kept, people, rejections) } };
}

async function* pieces(chunks: Iterable<Uint8Array>) {
  yield* chunks;
}

async function understandCalendar(
  db: Db,
  file: HoursFile,
  people: Person[],
  rejections: Rejections,
): Promise<Understood> {
  const { kind, personId, timeZone } = file.options;
  if (personId !== null && !people.some((one) => one.personId === personId))
    throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
  const { chunks } = await readText(pieces([file.bytes]));
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const text = Buffer.concat(parts).toString('utf8');
  const today = dayOf(file.now);
  const found = readCalendar({
    text,
    kind,
    personId: personId as PersonId | null,
    timeZone,
    today,
    people,
    rejections,
  });
  const name = found.name ?? file.name.replace(/(\s*\(\d+\))?\.[a-z]+$/i, '');
  const calendar = keyOf(name, personId);
  const { entries, leftOut, writtenOutUntil } = found;
  const read = {
    format: 'calendar' as const,
    calendar: name,
    entries,
    leftOut,
    writtenOutUntil,
    replaces: await countCalendar(db, calendar),
  };
  return {
    calendar,
    shifts: found.shifts,
    people: [],
    read: { ...read, ...describe(found.shifts, people, rejections) },
  };
}

/** A calendar is known again by what it is called and whose it is; its name may say why somebody is away, so it isn't kept. */
const keyOf = (name: string, personId: number | null) =>
  createHash('sha256')
    .update(`${name}\n${personId ?? ''}`)
    .digest('hex')
    .slice(0, 24);

function describe(
  shifts: readonly CalendarShift[],
  people: readonly Person[],
  rejections: Rejections,
): Pick<HoursRead, 'people' | 'rejected' | 'rejections'> {
  const own = Map.groupBy(shifts, ({ shift }) => shift.person);
  return {
    people: people.flatMap(({ personId, name }) => {
      const theirs = own.get(personId);
      return theirs ? [{ personId, name, said: sayHours(theirs.map(({ shift }) => shift)) }] : [];
    }),
    rejected: rejections.count,
    rejections: rejections.kept.slice(0, MOST_LISTED),
  };
}
