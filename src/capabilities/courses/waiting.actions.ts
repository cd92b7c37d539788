import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { deleteWaiting, readWaitingCompletions } from '../../records/development/completion.store.ts';
import { countWaitedStatements } from '../../records/development/statement.store.ts';
import type { Completion, WaitingCompletion } from '../../records/development/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { WaitingList } from './contract.ts';
import { openMatching } from './matching.actions.ts';
import { keepMatches } from './takein.actions.ts';

/** What waits to be matched. What can be by now, because somebody or something was added since, is. */
export async function findWaiting(ctx: FirmContext): Promise<WaitingList> {
  return ctx.asEngine(async (db) => {
    const { match, people, courses } = await openMatching({ ...ctx, db });
    const kept = await readWaitingCompletions(db);
    const { waiting, matched } = match(kept.map((one) => ({ ...one, isPart: false })));
    const missing = new Map(waiting.map((one) => [keyOf(one), one.missing]));
    const gone = kept.filter((one) => !missing.has(keyOf(one)));
    if (gone.length > 0) await settle({ ...ctx, db }, gone, matched);
    return {
      waiting: kept.flatMap((one) => {
        const lacks = missing.get(keyOf(one));
        return lacks === undefined ? [] : [{ ...one, missing: lacks }];
      }),
      people: people.map(({ personId, name }) => ({ personId, name })),
      courses: courses.map(({ courseId, title }) => ({ courseId, title })),
    };
  });
}

type Key = Pick<WaitingCompletion, 'who' | 'what' | 'doneOn'>;
const keyOf = ({ who, what, doneOn }: Key) => JSON.stringify([who, what, doneOn]);

type Settled = Pick<FirmContext, 'db' | 'now' | 'concerns'>;

async function settle(
  { db, now, concerns }: Settled,
  waited: readonly WaitingCompletion[],
  matched: readonly (Completion & { statementId: string | null })[],
): Promise<void> {
  await keepMatches(db, { matched: [...matched], waiting: [] }, now());
  await deleteWaiting(
    db,
    waited.map(({ waitingId }) => waitingId),
  );
  await countWaitedStatements(
    db,
    matched.flatMap(({ statementId, personId, courseId, doneOn }) =>
      statementId === null ? [] : [{ statementId, personId, courseId, doneOn }],
    ),
  );
  for (const { personId } of matched) concerns.people.add(personId);
}

/** Says whose a waiting completion is, and of which course. */
export async function settleWaiting(
  ctx: FirmContext,
  input: { waitingId: number; personId: number; courseId: number },
): Promise<WaitingList> {
  await ctx.asEngine(async (db) => {
    const { people, courses } = await openMatching({ ...ctx, db });
    const one = (await readWaitingCompletions(db)).find(({ waitingId }) => waitingId === input.waitingId);
    if (!one) throw noSuchOne();
    if (!people.some(({ personId }) => personId === input.personId))
      throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
    if (!courses.some(({ courseId }) => courseId === input.courseId))
      throw new Refusal('not-found', 'There is no such course in this firm.', { field: 'courseId' });
    const { doneOn, source, statementId } = one;
    const personId = input.personId as PersonId;
    await settle({ ...ctx, db }, [one], [{ personId, courseId: input.courseId, doneOn, source, statementId }]);
  });
  return findWaiting(ctx);
}

/** Drops a waiting completion. */
export async function dropWaiting(ctx: FirmContext, { waitingId }: { waitingId: number }): Promise<WaitingList> {
  if ((await deleteWaiting(ctx.db, [waitingId])) === 0) throw noSuchOne();
  return findWaiting(ctx);
}

const noSuchOne = () => new Refusal('not-found', 'This completion no longer waits.', { field: 'waitingId' });
