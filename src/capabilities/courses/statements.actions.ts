import { Refusal } from '../../base/errors.ts';
import type { Day } from '../../base/time.ts';
import {
  type ReadStatement,
  readStatementList,
  readStatementUnder,
  versionFor,
  XAPI_VERSIONS,
} from '../../connectors/xapi/statements.ts';
import { appendAudit } from '../../platform/audit/store.ts';
import type { FirmContext, ProgramContext } from '../../platform/context.ts';
import {
  type KeptStatement,
  readStatements,
  saveStatements,
  takeStatementTurn,
  voidStatements,
} from '../../records/development/statement.store.ts';
import type { Completion } from '../../records/development/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import { VERSION_HEADER } from './contract.ts';
import { type Incoming, openMatching } from './matching.actions.ts';
import { findNew, keepMatches } from './takein.actions.ts';

/** Everything that a list of statements says, against what came before. */
export type Statements = {
  fresh: Extract<ReadStatement, { kind: 'completion' }>[];
  others: ReadStatement[];
  /** Numbers of statements that are void from now on. */
  voids: string[];
  /** Came before, or came twice in the list, or were made void. */
  repeated: number;
};

/** Sorts statements; refuses one that says something else under a number that came before. */
export async function sortStatements(db: FirmContext['db'], list: readonly ReadStatement[]): Promise<Statements> {
  const before = new Map<string, KeptStatement>(
    await readStatements(
      db,
      list.map(({ statementId }) => statementId),
    ),
  );
  const sorted: Statements = { fresh: [], others: [], voids: [], repeated: 0 };
  const voids = new Set(list.flatMap((one) => (one.kind === 'void' ? [one.voids] : [])));
  for (const one of list) {
    const { statementId, fingerprint } = one;
    const there = before.get(statementId);
    if (there && there.fingerprint !== null && there.fingerprint !== fingerprint)
      throw new Refusal(
        'conflict',
        `Statement ${statementId} came before and said something else: nothing of this was taken in.`,
        { statementId },
      );
    if (there) {
      sorted.repeated += 1;
      continue;
    }
    before.set(statementId, { statementId, fingerprint, became: 'other' });
    if (one.kind === 'completion' && !voids.has(statementId)) sorted.fresh.push(one);
    else sorted.others.push(one);
  }
  sorted.voids = [...voids];
  return sorted;
}

export const asIncoming = (one: Extract<ReadStatement, { kind: 'completion' }>): Incoming => ({
  who: one.who,
  what: one.what,
  title: one.title,
  doneOn: one.doneOn,
  source: 'learning-system',
  statementId: one.statementId,
  isPart: !one.mayBeCourse,
});

/** What statements told, and whom the change is about. */
export type TakenIn = { fresh: Completion[]; people: Set<number>; aside: number } & Awaited<
  ReturnType<typeof matchStatements>
>;

/** Whose the new statements of a list are. */
export async function matchStatements(ctx: Pick<FirmContext, 'db' | 'now' | 'secrets' | 'orgId'>, sorted: Statements) {
  const { match } = await openMatching(ctx);
  const matches = match(sorted.fresh.map(asIncoming));
  return { matches, aside: sorted.others.length + sorted.repeated + matches.parts.length };
}

/** Takes statements in, all or nothing; each counts once, however often it comes. In the program's standing. */
export async function takeIn(
  ctx: Pick<FirmContext, 'db' | 'now' | 'secrets' | 'orgId'>,
  list: readonly ReadStatement[],
): Promise<TakenIn> {
  const { db, now } = ctx;
  await takeStatementTurn(db);
  const sorted = await sortStatements(db, list);
  const found = await matchStatements(ctx, sorted);
  const { matches } = found;
  const fresh = await findNew(db, matches.matched);
  await keepMatches(db, matches, now());
  const counted = new Map(matches.matched.map((one) => [one.statementId, one]));
  const waits = new Set(matches.waiting.map(({ statementId }) => statementId));
  await saveStatements(
    db,
    [...sorted.fresh, ...sorted.others].map(({ statementId, fingerprint }) => {
      const one = counted.get(statementId);
      const became = one ? ('counted' as const) : waits.has(statementId) ? ('waiting' as const) : ('other' as const);
      const { personId = null, courseId = null, doneOn = null } = one ?? {};
      return { statementId, fingerprint, became, personId, courseId, doneOn };
    }),
    now(),
  );
  const undone = await voidStatements(db, sorted.voids, now());
  return { ...found, fresh, people: new Set([...matches.matched.map(({ personId }) => personId), ...undone]) };
}

/** A learning system reports: the statements as xAPI has them, answered with their numbers. */
export async function receiveStatements(ctx: ProgramContext, { body }: { body?: unknown }): Promise<string[]> {
  answerInVersion(ctx);
  return report(ctx, (today) => {
    const list = readStatementList(body, today);
    refuseTwice(list);
    return list;
  });
}

/** The same of one statement under a number: the same again changes nothing, another under it is refused. */
export async function putStatement(
  ctx: ProgramContext,
  { statementId, body }: { statementId: string; body?: unknown },
): Promise<null> {
  answerInVersion(ctx);
  await report(ctx, (today) => [readStatementUnder(statementId, body, today)]);
  ctx.answerNothing();
  return null;
}

/** Which versions a learning system may choose from. Nobody is refused for the version they ask in. */
export const findVersions = async (): Promise<{ version: string[] }> => ({ version: [...XAPI_VERSIONS] });

/** Refuses a request that says no version, or one that isn't understood; answers in the newest of its own. */
function answerInVersion(ctx: ProgramContext): void {
  const said = ctx.header(VERSION_HEADER);
  const version = versionFor(said);
  if (version === undefined)
    throw new Refusal(
      'bad-input',
      said === undefined
        ? `Say the version of xAPI in the header ${VERSION_HEADER}: 1.0.3 or 2.0.0.`
        : `xAPI ${said.slice(0, 20)} isn’t spoken here: say 1.0.3 or 2.0.0 in the header ${VERSION_HEADER}.`,
      { field: VERSION_HEADER },
    );
  ctx.answerHeader(VERSION_HEADER, version);
}

/** A list must not hold two statements of one number (xAPI 1.0.3, part three, 2.1.2). */
function refuseTwice(list: readonly ReadStatement[]): void {
  const seen = new Set<string>();
  for (const { statementId, isNumbered } of list) {
    if (isNumbered && seen.has(statementId))
      throw new Refusal('bad-input', `Statement ${statementId} is in this list twice: nothing of it was taken in.`, {
        statementId,
      });
    seen.add(statementId);
  }
}

/** Takes in what was reported and tells the log whom it is about; answers with the numbers. */
async function report(
  { database, orgId, actor, now, secrets }: ProgramContext,
  read: (today: Day) => ReadStatement[],
): Promise<string[]> {
  const scope = { orgId, actor, standing: 'engine' as const };
  return database.transact(scope, async (db) => {
    const list = read(await firmDay(db, now()));
    const { people } = await takeIn({ db, now, secrets, orgId }, list);
    if (people.size > 0)
      await appendAudit(db, secrets, scope, { action: 'takeStatements', people: [...people] }, now());
    return list.map(({ statementId }) => statementId);
  });
}
