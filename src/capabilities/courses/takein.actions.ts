import type { Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readKnownCompletions, saveCompletions, saveWaiting } from '../../records/development/completion.store.ts';
import { closeTrainings } from '../../records/development/step.store.ts';
import type { Completion } from '../../records/development/types.ts';
import type { CompletionsRead } from './contract.ts';
import type { Matches } from './matching.actions.ts';

const MOST_LISTED = 200;

/** Those of some completions that are not kept yet, each once. */
export async function findNew(db: Db, completions: readonly Completion[]): Promise<Completion[]> {
  const keyOf = ({ personId, courseId, doneOn }: Completion) => `${personId}/${courseId}/${doneOn}`;
  const known = new Set(
    (await readKnownCompletions(db, [...new Set(completions.map((one) => one.personId))])).map(keyOf),
  );
  const fresh = new Map(completions.map((one) => [keyOf(one), one]));
  return [...fresh].flatMap(([key, one]) => (known.has(key) ? [] : [one]));
}

/** Keeps what was matched and what waits; a training of a plan that was completed is done. In the program's standing. */
export async function keepMatches(
  db: Db,
  { matched, waiting }: Pick<Matches, 'matched' | 'waiting'>,
  at: Instant,
): Promise<Completion[]> {
  const added = await saveCompletions(db, matched);
  await closeTrainings(db, matched);
  await saveWaiting(db, waiting, at);
  return added;
}

/** What was found, counted. */
export function describeMatches(
  { waiting, erased }: Matches,
  { fresh, of }: { fresh: readonly Completion[]; of: number },
): Pick<CompletionsRead, 'added' | 'people' | 'known' | 'waits' | 'waiting' | 'erased'> {
  return {
    added: fresh.length,
    people: new Set(fresh.map(({ personId }) => personId)).size,
    known: of - fresh.length,
    waits: waiting.length,
    waiting: waiting
      .slice(0, MOST_LISTED)
      .map(({ who, what, title, doneOn, missing }) => ({ who, what, title, doneOn, missing })),
    erased: erased.length,
  };
}
