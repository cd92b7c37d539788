import { Readable } from 'node:stream';
import { Refusal } from '../../base/errors.ts';
import { dayOf } from '../../base/time.ts';
import { createPersonFinder, type FindPerson } from '../../connectors/files/ratings.ts';
import { readSmallTable, type SmallField, type SmallRow } from '../../connectors/files/small-table.ts';
import type { FirmContext } from '../../platform/context.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { Person, PersonId } from '../../records/people/types.ts';
import { ATTRIBUTE_WORDS, ATTRIBUTES, type Attribute, readAttribute, readGroup } from './attributes.ts';
import { type GivenGroup, readGroups, saveGroups } from './store.ts';

/** What is given at once: a pasted table, or rows that were picked. */
type Given = {
  text?: string | undefined;
  rows?: { personId: number; attribute: Attribute; group: string }[] | undefined;
};

/** Keeps which groups people belong to: every row, or none with the reason why. */
export async function keepGroups(ctx: FirmContext, given: Given): Promise<{ saved: number }> {
  const { people } = await readStructure(ctx.db, await firmDay(ctx.db, ctx.now()));
  const spelling = createSpelling(await readGroups(ctx.db));
  const picked = (given.rows ?? []).map((row) => checkPicked(row, people, spelling));
  const pasted = given.text?.trim() ? await readPasted(given.text, people, spelling, ctx) : [];
  const all = [...picked, ...pasted];
  if (all.length === 0)
    throw new Refusal('bad-input', 'Nothing was given: paste a table of person, attribute and group.', {
      field: 'text',
    });
  refuseTwice(all, people);
  await saveGroups(ctx.db, all, dayOf(ctx.now()));
  // How many, not whose: that somebody has a group here is known to HR alone.
  Object.assign(ctx.concerns.details, { saved: all.length });
  return { saved: all.length };
}

/** Reads a group's name, in the spelling that came first. */
type Spelling = (attribute: Attribute, text: string) => { value: string } | { reason: string };

function createSpelling(known: readonly GivenGroup[]): Spelling {
  const spellings = new Map(ATTRIBUTES.map((one) => [one, [...ATTRIBUTE_WORDS[one].offered]]));
  for (const { attribute, group } of known) spellings.get(attribute)!.push(group);
  return (attribute, text) => {
    const mine = spellings.get(attribute)!;
    const read = readGroup(text, mine);
    if ('value' in read && !mine.includes(read.value)) mine.push(read.value);
    return read;
  };
}

function checkPicked(
  { personId, attribute, group }: { personId: number; attribute: Attribute; group: string },
  people: readonly Person[],
  spelling: Spelling,
): GivenGroup {
  const person = people.find((one) => one.personId === personId);
  if (!person)
    throw new Refusal('not-found', 'Nobody of that number works here: choose from the list.', { field: 'person' });
  const read = spelling(attribute, group);
  if ('reason' in read) throw new Refusal('bad-input', read.reason, { field: 'group' });
  return { personId: person.personId, attribute, group: read.value };
}

type Field = 'person' | 'attribute' | 'group';
const FIELDS: Readonly<Record<Field, SmallField>> = {
  person: { title: 'Person', columns: ['person', 'name', 'email', 'e-mail', 'employee', 'who'] },
  attribute: { title: 'Attribute', columns: ['attribute', 'what', 'field'] },
  group: { title: 'Group', columns: ['group', 'value', 'answer'] },
};
const HEADER = 'person,attribute,group';

async function readPasted(
  text: string,
  people: readonly Person[],
  spelling: Spelling,
  { now }: FirmContext,
): Promise<GivenGroup[]> {
  // A table may come with its header or without: ours is put above it, with the separator that it uses.
  const first = text.trimStart().split('\n', 1)[0]!;
  const hasHeader = /attribute/i.test(first);
  const separator = /\t/.test(first) ? '\t' : /;/.test(first) ? ';' : ',';
  const whole = hasHeader ? text : `${HEADER.replaceAll(',', separator)}\n${text}`;
  const { rows, mapping } = await readSmallTable(Readable.from([Buffer.from(whole, 'utf8')]), FIELDS, {
    mapping: {},
    now: now(),
  });
  const missing = (Object.keys(FIELDS) as Field[]).filter((field) => mapping[field] === undefined);
  if (missing.length > 0)
    throw new Refusal(
      'bad-input',
      `The table has no column "${missing[0]}": it needs ${HEADER.replaceAll(',', ', ')}.`,
      {
        field: 'text',
        column: missing[0]!,
      },
    );
  const find = createPersonFinder(people);
  const problems: { line: number; reason: string }[] = [];
  const given = rows.flatMap((row) => {
    const read = readRow(row, find, spelling);
    if (!('reason' in read)) return [read];
    problems.push({ line: row.line - (hasHeader ? 0 : 1), reason: read.reason });
    return [];
  });
  refuseProblems(problems);
  return given;
}

function readRow(row: SmallRow<Field>, find: FindPerson, spelling: Spelling): GivenGroup | { reason: string } {
  const who = row.text('person');
  if (who === null) return { reason: 'the person is missing' };
  const personId = find(who);
  if (personId === 'unknown') return { reason: `nobody here is called "${who.slice(0, 80)}"` };
  if (personId === 'ambiguous') return { reason: `several people are called "${who.slice(0, 80)}": give the address` };
  const attribute = readAttribute(row.text('attribute') ?? '');
  if (attribute === undefined) return { reason: `the attribute must be one of ${ATTRIBUTES.join(', ')}` };
  const read = spelling(attribute, row.text('group') ?? '');
  if ('reason' in read) return { reason: read.reason.replace(/\.$/, '') };
  return { personId, attribute, group: read.value };
}

function refuseProblems(problems: readonly { line: number; reason: string }[]): void {
  const [first, ...others] = problems;
  if (!first) return;
  const more =
    others.length > 0 ? ` ${others.length} more ${others.length === 1 ? 'line has' : 'lines have'} a problem too.` : '';
  throw new Refusal('bad-input', `Line ${first.line}: ${first.reason}. Nothing was kept.${more}`, {
    field: 'text',
    line: first.line,
  });
}

function refuseTwice(given: readonly GivenGroup[], people: readonly Person[]): void {
  const seen = new Map<string, string>();
  for (const { personId, attribute, group } of given) {
    const key = `${personId} ${attribute}`;
    const before = seen.get(key);
    if (before !== undefined)
      throw new Refusal(
        'bad-input',
        `${nameOf(people, personId)} stands twice with ${ATTRIBUTE_WORDS[attribute].title.toLowerCase()}: keep one line. Nothing was kept.`,
        { field: 'text' },
      );
    seen.set(key, group);
  }
}

const nameOf = (people: readonly Person[], personId: PersonId) =>
  people.find((one) => one.personId === personId)?.name ?? 'Somebody';
