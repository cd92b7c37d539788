import { Refusal } from '../../base/errors.ts';
import { type ReadStatement, readStatementList, XAPI_VERSION } from '../../connectors/xapi/statements.ts';
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

const VERSION_HEADER = 'X-Experience-API-Version';

/** A learning system reports: the statements as xAPI has them, answered with their numbers. */
export async function receiveStatements(ctx: ProgramContext, { body }: { body?: unknown }): Promise<string[]> {
  const version = ctx.header(VERSION_HEADER);
  if (version === undefined || !XAPI_VERSION.test(version))
    throw new Refusal('bad-input', `Say the version of xAPI in the header ${VERSION_HEADER}: 1.0.3 or 2.0.0.`, {
      field: VERSION_HEADER,
    });
  ctx.answerHeader(VERSION_HEADER, version);
  const { database, orgId, actor, now, secrets } = ctx;
  const scope = { orgId, actor, standing: 'engine' as const };
  return database.transact(scope, async (db) => {
    const list = readStatementList(body, await firmDay(db, now()));
    const { people } = await takeIn({ db, now, secrets, orgId }, list);
    if (people.size > 0)
      await appendAudit(db, secrets, scope, { action: 'takeStatements', people: [...people] }, now());
    return list.map(({ statementId }) => statementId);
  });
}
