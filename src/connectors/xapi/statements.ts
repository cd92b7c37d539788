import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../../base/errors.ts';
import { type Day, parseDay } from '../../base/time.ts';

/** The newest of 1.0 (ADL) and of 2.0 (IEEE 9274.1.1) that are understood. */
const NEWEST = { '1.0': '1.0.3', '2.0': '2.0.0' } as const;
/** As a learning system asks for them before it chooses one; 1.0.0 must be among them (2.8). */
export const XAPI_VERSIONS: readonly string[] = ['1.0.0', NEWEST['1.0'], NEWEST['2.0']];

/**
 * With which version a request is answered: the newest patch of its own, 1.0 counts as 1.0.0. Undefined: it says none, or one
 * that isn't understood (before 1.0.0, 1.1.0 and later), which is refused.
 */
export function versionFor(header: string | undefined): string | undefined {
  const [, minor] = /^(1\.0|2\.0)(?:\.\d+)?$/.exec(header?.trim() ?? '') ?? [];
  return minor === undefined ? undefined : NEWEST[minor as keyof typeof NEWEST];
}

const MOST_STATEMENTS = 1000;

const uri = z
  .string()
  .max(600, 'At most 600 characters.')
  .regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'Give an address (IRI).');
const agent = z
  .looseObject({
    objectType: z.enum(['Agent', 'Group']).optional(),
    mbox: z
      .string()
      .max(330)
      .regex(/^mailto:\S+@\S+$/i, 'Give the address as mailto:somebody@example.com.')
      .optional(),
    mbox_sha1sum: z
      .string()
      .regex(/^[0-9a-f]{40}$/i, 'Give 40 hexadecimal digits.')
      .optional(),
    openid: uri.optional(),
    account: z.object({ homePage: uri, name: z.string().min(1).max(320) }).optional(),
  })
  .refine(
    (one) =>
      one.objectType === 'Group' ||
      [one.mbox, one.mbox_sha1sum, one.openid, one.account].filter((given) => given !== undefined).length === 1,
    'Name somebody in exactly one way: mbox, mbox_sha1sum, openid or account.',
  );
const activity = z.looseObject({
  objectType: z.literal('Activity').optional(),
  id: uri,
  definition: z.looseObject({ type: uri.optional(), name: z.record(z.string(), z.string()).optional() }).optional(),
});
const reference = z.looseObject({ objectType: z.literal('StatementRef'), id: z.uuid() });
const other = z.looseObject({ objectType: z.enum(['Agent', 'Group', 'SubStatement']) });
const statement = z.looseObject({
  id: z.uuid('Give a UUID.').optional(),
  actor: agent,
  verb: z.looseObject({ id: uri }),
  object: z.union([reference, other, activity]),
  result: z.looseObject({ completion: z.boolean().optional(), success: z.boolean().optional() }).optional(),
  timestamp: z
    .string()
    .max(40)
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, 'Give the time as 2026-11-16T09:30:00Z.')
    .optional(),
});
type Statement = z.output<typeof statement>;

const batch = z.array(statement).max(MOST_STATEMENTS, `Send at most ${MOST_STATEMENTS} statements at once.`);
/** One statement, a list of them, or what a store of statements answers with. */
const given = z.union([batch, z.looseObject({ statements: batch }), statement]);

/** A statement as far as it concerns us. */
export type ReadStatement = {
  statementId: string;
  /** It came with that number; else the number follows from what it says. */
  isNumbered: boolean;
  /** Of what it says: the same again is the same statement. */
  fingerprint: string;
} & (
  | {
      kind: 'completion';
      /** A mail address, `sha1:…` of one, an OpenID, or the name of an account. */
      who: string;
      what: string;
      title: string | null;
      doneOn: Day;
      /** It calls itself a course, or doesn't say what it is. */
      mayBeCourse: boolean;
    }
  | { kind: 'void'; voids: string }
  | { kind: 'other' }
);

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const COMPLETES = new Set([
  `${VERBS}completed`,
  `${VERBS}passed`,
  `${VERBS}mastered`,
  `${VERBS}attended`,
  'https://w3id.org/xapi/adl/verbs/satisfied',
  'http://activitystrea.ms/schema/1.0/complete',
]);
const COURSES = new Set([
  'http://adlnet.gov/expapi/activities/course',
  'https://w3id.org/xapi/cmi5/activitytype/course',
  'http://id.tincanapi.com/activitytype/lms/course',
]);

/**
 * Reads xAPI statements; throws a ZodError that says which and where. Of each only that somebody completed something on a day:
 * no marks, no answers. `today`: for statements without a time, and for clocks that run ahead.
 */
export function readStatementList(body: unknown, today: Day): ReadStatement[] {
  const read = chosen(body).parse(body);
  const list: readonly Statement[] = Array.isArray(read)
    ? read
    : 'statements' in read
      ? (read.statements as Statement[])
      : [read as Statement];
  return list.map((one) => readStatement(one, today));
}

/** Reads the one statement that is put under a number, which its own must be. Throws as `readStatementList`. */
export function readStatementUnder(statementId: string, body: unknown, today: Day): ReadStatement {
  const one = statement.parse(body);
  if (one.id !== undefined && one.id.toLowerCase() !== statementId.toLowerCase())
    throw new Refusal('bad-input', `This statement says that it is ${one.id}: put it under its own number.`, {
      field: 'statementId',
    });
  return readStatement({ ...one, id: statementId }, today);
}

/** Parsed by the form that it has, so that what is wrong is said of that form alone. */
function chosen(body: unknown): typeof given | typeof batch | typeof statement {
  if (Array.isArray(body)) return batch;
  if (typeof body === 'object' && body !== null && !('statements' in body)) return statement;
  return given;
}

function readStatement(one: Statement, today: Day): ReadStatement {
  const day = one.timestamp === undefined ? undefined : parseDay(one.timestamp.slice(0, 10));
  const { object, result } = one;
  const about = 'id' in object ? object.id : object.objectType;
  // Without its time, which whoever passes a statement on may write otherwise.
  const fingerprint = sha256(
    JSON.stringify([whoIn(one.actor), one.verb.id, about, result?.completion, result?.success]),
  );
  const statementId = one.id?.toLowerCase() ?? uuidOf(sha256(`${fingerprint} ${one.timestamp}`));
  const kept = { statementId, isNumbered: one.id !== undefined, fingerprint };
  if (object.objectType === 'StatementRef')
    return one.verb.id === `${VERBS}voided`
      ? { ...kept, kind: 'void', voids: (object as z.output<typeof reference>).id.toLowerCase() }
      : { ...kept, kind: 'other' };
  const who = whoIn(one.actor);
  if ((object.objectType !== undefined && object.objectType !== 'Activity') || who === null || !completes(one))
    return { ...kept, kind: 'other' };
  const { id, definition } = object as z.output<typeof activity>;
  return {
    ...kept,
    kind: 'completion',
    who,
    what: id,
    title: titleIn(definition?.name),
    doneOn: day === undefined || day > today ? today : day,
    mayBeCourse: definition?.type === undefined || COURSES.has(definition.type),
  };
}

/** By its verb, or because its result says so; never against its result. */
const completes = ({ verb, result }: Statement) =>
  result?.completion !== false && result?.success !== false && (COMPLETES.has(verb.id) || result?.completion === true);

/** Null: a group, which is nobody in particular. */
function whoIn({ objectType, mbox, mbox_sha1sum, openid, account }: Statement['actor']): string | null {
  if (objectType === 'Group') return null;
  if (mbox !== undefined) return mbox.slice('mailto:'.length);
  if (mbox_sha1sum !== undefined) return `sha1:${mbox_sha1sum.toLowerCase()}`;
  return openid ?? account!.name;
}

/** What a mail address is called by its hash, as `who` has it. */
export const sha1Of = (email: string): string => `sha1:${createHash('sha1').update(`mailto:${email}`).digest('hex')}`;

/** In English where there is that; cut to what a title holds. */
function titleIn(name: Record<string, string> | undefined): string | null {
  const said = Object.entries(name ?? {});
  const [, text] = said.find(([language]) => /^en\b/i.test(language)) ?? said[0] ?? [];
  return text?.trim().slice(0, 200) || null;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A statement without a number gets the same one each time it comes (RFC 9562, version 8). */
function uuidOf(hex: string): string {
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
