import { Refusal } from '../../base/errors.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { SkillState } from '../../records/skills/types.ts';
import type { FindPerson } from './ratings.ts';
import type { Rejections } from './rejections.ts';
import { readSmallTable, type SmallField, type SmallRow } from './small-table.ts';

export type SkillField = 'skill' | 'person' | 'state' | 'signer' | 'teacher' | 'since';

/** What a table of who can do what holds. */
export const SKILL_FIELDS: Readonly<Record<SkillField, SmallField>> = {
  skill: { title: 'Skill or client', columns: ['skill', 'skill or client', 'client', 'area', 'competence', 'topic'] },
  person: { title: 'Person', columns: ['person', 'name', 'employee', 'technician', 'email'] },
  state: { title: 'State: learning, shadowing or signed off', columns: ['state', 'status', 'level'] },
  signer: { title: 'Signed off by', columns: ['signed off by', 'signed by', 'signer', 'checked by'] },
  teacher: { title: 'Shown by', columns: ['shown by', 'teacher', 'learns from', 'trainer'] },
  since: { title: 'Since', columns: ['since', 'date', 'on', 'day'], date: true },
};

/** A row as it was read: the skill still by its name. */
export type ReadSkill = {
  line: number;
  skill: string;
  personId: PersonId;
  state: SkillState;
  signerId: PersonId | null;
  teacherId: PersonId | null;
  /** null: not given. */
  since: Day | null;
};

/** How a table of skills is to be read. */
export type SkillsReading = {
  source: AsyncIterable<Uint8Array>;
  now: Instant;
  rejections: Rejections;
  find: FindPerson;
};

/** Reads who can do what. Rows that can't be read are rejected one by one: a sign-off without somebody else's name is none. */
export async function readSkillTable(reading: SkillsReading): Promise<{ skills: ReadSkill[]; rows: number }> {
  const { rows, mapping } = await readSmallTable(reading.source, SKILL_FIELDS, { ...reading, mapping: {} });
  const missing = (['skill', 'person', 'state'] as const).filter((field) => mapping[field] === undefined);
  if (missing.length > 0) {
    const titles = missing.map((field) => `"${SKILL_FIELDS[field].title}"`).join(', ');
    throw new Refusal('cannot-read', `No column of the file is ${titles}: call them skill, person and state.`, {
      field: 'file',
      missing,
    });
  }
  const skills: ReadSkill[] = [];
  for (const row of rows) {
    const read = readRow(row, reading.find);
    if ('reason' in read) reading.rejections.add(row.line, SKILL_FIELDS[read.field].title, read.reason);
    else skills.push(read);
  }
  return { skills, rows: rows.length };
}

type Unread = { field: SkillField; reason: string };

const STATES: readonly [RegExp, SkillState][] = [
  [/^(learning|learns|in training|started)$/i, 'learning'],
  [/^(shadowing|shadows|supervised)$/i, 'shadowing'],
  [/^(signed[ -]?off|signed|yes|y|x|can|done|qualified)$/i, 'signed-off'],
];

function readRow(row: SmallRow<SkillField>, find: FindPerson): ReadSkill | Unread {
  const skill = row.text('skill');
  if (skill === null) return { field: 'skill', reason: 'This is missing.' };
  if (skill.length > 120) return { field: 'skill', reason: 'This is longer than 120 characters.' };
  const person = row.text('person');
  const personId = person === null ? 'unknown' : find(person);
  if (typeof personId === 'string') return { field: 'person', reason: WHO[personId] };
  const state = STATES.find(([pattern]) => pattern.test(row.text('state') ?? ''))?.[1];
  if (state === undefined) return { field: 'state', reason: 'This must be learning, shadowing or signed off.' };
  const signer = readOther(row, 'signer', personId, find);
  if (signer !== null && typeof signer === 'object') return signer;
  const teacher = readOther(row, 'teacher', personId, find);
  if (teacher !== null && typeof teacher === 'object') return teacher;
  if (state === 'signed-off' && signer === null)
    return { field: 'signer', reason: 'A sign-off has a name: say who looked and found that they can do it.' };
  const since = row.day('since');
  if (since === undefined) return { field: 'since', reason: 'This is no date that can be read.' };
  const signerId = state === 'signed-off' ? signer : null;
  return { line: row.line, skill, personId, state, signerId, teacherId: teacher, since };
}

const WHO = {
  unknown: 'Nobody of this name or address is on the list of people.',
  ambiguous: 'Several people have this name: give the email address.',
} as const;

function readOther(
  row: SmallRow<SkillField>,
  field: 'signer' | 'teacher',
  self: PersonId,
  find: FindPerson,
): PersonId | null | Unread {
  const text = row.text(field);
  if (text === null) return null;
  const found = find(text);
  if (typeof found === 'string') return { field, reason: WHO[found] };
  return found === self ? { field, reason: 'This must be somebody else.' } : found;
}
