import { Refusal } from '../../base/errors.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { PeoplePlan } from '../../records/people/plan.ts';
import type { Aspiration, Work } from '../../records/people/types.ts';
import type { DateOrder } from './dates.ts';
import { type PersonRow, planPeople } from './people-plan.ts';
import type { Rejections } from './rejections.ts';
import { readSmallTable, type SmallField, type SmallRow } from './small-table.ts';
import { readName, readNumber } from './values.ts';

export type PeopleField =
  | 'name'
  | 'first-name'
  | 'last-name'
  | 'email'
  | 'title'
  | 'team'
  | 'reports-to'
  | 'start-date'
  | 'site'
  | 'time-zone'
  | 'hours'
  | 'work'
  | 'wants-to-lead'
  | 'own-ticket-hours'
  | 'held-since'
  | 'account-enabled'
  | 'user-type';

/** What a list of people can hold; the last two are columns of Microsoft Entra's export of users. */
export const PEOPLE_FIELDS: Readonly<Record<PeopleField, SmallField>> = {
  name: { title: 'Name', columns: ['name', 'full name', 'display name', 'employee', 'employee name', 'person'] },
  'first-name': { title: 'First name', columns: ['first name', 'given name', 'givenName', 'forename'] },
  'last-name': { title: 'Last name', columns: ['last name', 'surname', 'family name'] },
  email: { title: 'Email', columns: ['email', 'mail', 'email address', 'work email', 'user principal name', 'upn'] },
  title: { title: 'Title', columns: ['title', 'job title', 'position', 'role'] },
  team: { title: 'Team', columns: ['team', 'department', 'group', 'queue', 'pod'] },
  'reports-to': {
    title: 'Reports to',
    columns: ['reports to', 'manager', 'supervisor', 'line manager', 'manager name', 'manager email', 'lead', 'boss'],
  },
  'start-date': {
    title: 'Start date',
    columns: ['start date', 'started', 'hire date', 'employee hire date', 'joined', 'since'],
    date: true,
  },
  site: { title: 'Site', columns: ['site', 'office', 'office location', 'location', 'city'] },
  'time-zone': { title: 'Time zone', columns: ['time zone', 'timezone'] },
  hours: {
    title: 'Hours a week',
    columns: ['hours', 'hours per week', 'hours a week', 'weekly hours', 'contract hours'],
  },
  work: { title: 'Kind of work', columns: ['work', 'kind of work'] },
  'wants-to-lead': { title: 'Wants to lead', columns: ['wants to lead', 'aspiration'] },
  'own-ticket-hours': {
    title: 'Hours on own tickets',
    columns: ['own ticket hours', 'ticket hours', 'hours on own tickets'],
  },
  'held-since': { title: 'Leads since', columns: ['held since', 'leads since', 'in role since'], date: true },
  'account-enabled': { title: 'Account enabled', columns: ['account enabled', 'accountEnabled'] },
  'user-type': { title: 'Kind of account', columns: ['user type', 'userType'] },
};

/** How a file of people is to be read. */
export type PeopleReading = {
  source: AsyncIterable<Uint8Array>;
  mapping: Readonly<Record<string, string>>;
  dateOrder?: DateOrder | undefined;
  now: Instant;
  today: Day;
  rejections: Rejections;
  onColumns?: (mapping: Partial<Record<PeopleField, string>>) => void;
};

/** Reads a list of people into a plan of people, seats and lines. Wrong in one place, it is refused whole, with the line. */
export async function readPeople(reading: PeopleReading): Promise<{ plan: PeoplePlan; rows: number }> {
  const { rows, mapping } = await readSmallTable(reading.source, PEOPLE_FIELDS, reading);
  if (mapping.name === undefined && mapping['first-name'] === undefined) {
    throw new Refusal('needs-answer', 'No column was recognised for "Name": say which column of the file holds it.', {
      question: 'mapping',
      missing: ['name'],
    });
  }
  const read: PersonRow[] = [];
  for (const row of rows) {
    const why = leftOut(row);
    if (why) reading.rejections.add(row.line, why.column, why.reason);
    else read.push(readRow(row));
  }
  if (read.length === 0)
    throw new Refusal('cannot-read', 'No row of the file names a person: check its columns.', { line: 1 });
  return { plan: planPeople(read, reading.today), rows: rows.length };
}

function leftOut(row: SmallRow<PeopleField>): { column: string; reason: string } | undefined {
  if (/^guest$/i.test(row.text('user-type') ?? '')) return { column: 'user-type', reason: 'This is a guest account.' };
  if (/^(false|no|0)$/i.test(row.text('account-enabled') ?? '')) {
    return { column: 'account-enabled', reason: 'This account is switched off.' };
  }
  return fullName(row) === null ? { column: 'name', reason: 'The name is missing.' } : undefined;
}

const fullName = (row: SmallRow<PeopleField>): string | null =>
  row.text('name') ?? ([row.text('first-name'), row.text('last-name')].filter(Boolean).join(' ') || null);

/** "(open)", "vacant", "(vacant) Service Manager", "open: Lead": a seat that nobody holds; the rest is its title. */
const NOBODY = 'open|vacant|vacancy|to be hired|unfilled';
const VACANT = new RegExp(`^(?:\\(\\s*(?:${NOBODY})\\s*\\)\\s*(.*)|(?:${NOBODY})(?:\\s*[:–-]\\s*(.+))?)$`, 'i');

function readRow(row: SmallRow<PeopleField>): PersonRow {
  const name = nameOf(row, 'name', fullName(row)!);
  const vacant = VACANT.exec(name);
  const text = (field: PeopleField) => {
    const given = row.text(field);
    return given === null ? null : nameOf(row, field, given);
  };
  const email = row.text('email');
  if (email !== null && (!/^\S+@\S+$/.test(email) || email.length > 320))
    throw wrong(row, 'email', 'is no email address');
  const timeZone = row.text('time-zone');
  if (timeZone !== null && !isTimeZone(timeZone))
    throw wrong(row, 'time-zone', 'is no time zone such as Europe/Berlin');
  return {
    line: row.line,
    name: vacant ? null : name,
    email: vacant ? null : email,
    title: vacant ? vacant[1] || vacant[2] || text('title') : text('title'),
    team: text('team'),
    reportsTo: text('reports-to'),
    startedOn: dayIn(row, 'start-date'),
    site: text('site'),
    timeZone,
    hoursPerWeek: hoursIn(row, 'hours', 1),
    work: oneOf(row, 'work', WORK),
    aspiration: oneOf(row, 'wants-to-lead', ASPIRATION),
    ownTicketHours: hoursIn(row, 'own-ticket-hours', 0),
    heldSince: dayIn(row, 'held-since'),
  };
}

const WORK: readonly [RegExp, Work][] = [
  [/^(product|tickets?|technical|hands.?on|technician)$/i, 'product'],
  [/^(dispatch(er)?|coordinat(or|ion))$/i, 'dispatch'],
  [/^(service.?account|bot|system)$/i, 'service-account'],
  [/^(other|neither|none|management|office)$/i, 'other'],
];
const ASPIRATION: readonly [RegExp, Aspiration][] = [
  [/^(yes|y|true|wants to( lead)?|wants-to-lead)$/i, 'wants-to-lead'],
  [/^(technical( path)?|technical-path)$/i, 'technical-path'],
  [/^(no|n|false|not now|not-now|later)$/i, 'not-now'],
  [/^(not asked|not-asked|unknown|\?)$/i, 'not-asked'],
];

function oneOf<T>(row: SmallRow<PeopleField>, field: PeopleField, words: readonly [RegExp, T][]): T | null {
  const text = row.text(field);
  if (text === null) return null;
  const found = words.find(([pattern]) => pattern.test(text));
  if (!found) throw wrong(row, field, 'is not one of the words that are known here');
  return found[1];
}

function hoursIn(row: SmallRow<PeopleField>, field: PeopleField, low: number): Hours | null {
  const text = row.text(field);
  if (text === null) return null;
  const value = readNumber(text.replace(/\s*h(ours)?$/i, ''));
  if (value === undefined || value < low || value > 100) throw wrong(row, field, `must be hours a week, ${low} to 100`);
  return value as Hours;
}

function dayIn(row: SmallRow<PeopleField>, field: PeopleField): Day | null {
  const day = row.day(field);
  if (day === undefined) throw wrong(row, field, 'is no date that can be read');
  return day;
}

function nameOf(row: SmallRow<PeopleField>, field: PeopleField, text: string): string {
  const name = readName(text);
  if (name === undefined) throw wrong(row, field, 'is longer than 200 characters');
  return name;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }));
  } catch {
    return false;
  }
}

function wrong(row: SmallRow<PeopleField>, field: PeopleField, what: string): Refusal {
  const { title } = PEOPLE_FIELDS[field];
  return new Refusal(
    'cannot-read',
    `Line ${row.line}: "${title}" ${what}. Correct it in the file and import it again.`,
    {
      line: row.line,
      column: title,
    },
  );
}
