import { Refusal } from '../../base/errors.ts';
import { advise } from '../../model/advice.ts';
import { sightOf } from '../../model/sight.ts';
import { showAdvice, shownIn } from '../../model/sight-advice.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDecided, readVisible } from '../../platform/db/standing.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { PLAYBOOK, PLAYBOOK_KEYS, type PlaybookKey } from '../../records/playbook/definitions.ts';
import { deleteOwnValue, readOwnValues, saveOwnValue } from '../../records/playbook/store.ts';
import type { PlaybookDefinition } from '../../records/playbook/types.ts';
import type { PlaybookMove, PlaybookRow } from './contract.ts';

/** What follows where tickets are counted by another value; brought in from outside. */
export type PlaybookHooks = { refit(ctx: Pick<FirmContext, 'db' | 'log' | 'now'>): Promise<void> };

/** Every threshold with the value in force and the firm's own, where it has one. */
export async function findPlaybook(ctx: FirmContext): Promise<{ rows: PlaybookRow[]; mayChange: boolean }> {
  const own = new Map((await readOwnValues(ctx.db)).map((value) => [value.key, value]));
  const rows = PLAYBOOK_KEYS.map((key): PlaybookRow => {
    const definition: PlaybookDefinition = PLAYBOOK[key];
    return { ...definition, key, current: own.get(key)?.value ?? definition.value, own: own.get(key) ?? null };
  });
  return { rows, mayChange: ['operator', 'engine', 'owner', 'service-manager'].includes(ctx.standing) };
}

/** Sets the firm's own value and says what moved in our advice because of it. */
export async function changeValue(
  ctx: FirmContext,
  input: { key: PlaybookKey; value: number; reason?: string | null | undefined },
  hooks: PlaybookHooks,
): Promise<PlaybookMove> {
  const { title, unit, low, high } = PLAYBOOK[input.key];
  if (!(input.value >= low && input.value <= high)) {
    throw new Refusal('bad-input', `${title} goes from ${low} to ${high} ${unit}: ${input.value} is outside.`, {
      field: 'value',
    });
  }
  return withMoves(ctx, async () => {
    const { key, value, reason = null } = input;
    await saveOwnValue(ctx.db, { key, value, reason, changedBy: ctx.actor });
    await countAnew(ctx, key, hooks);
  });
}

/** Goes back to the default and says what moved. */
export async function resetValue(
  ctx: FirmContext,
  input: { key: PlaybookKey },
  hooks: PlaybookHooks,
): Promise<PlaybookMove> {
  return withMoves(ctx, async () => {
    await deleteOwnValue(ctx.db, input.key);
    await countAnew(ctx, input.key, hooks);
  });
}

/** Values by which tickets are counted: the counts and what is read of them are made anew. */
const COUNTED_BY: readonly PlaybookKey[] = [
  'tickets.day-starts',
  'tickets.day-ends',
  'tickets.satisfied-from',
  'help.months',
];

async function countAnew(ctx: FirmContext, key: PlaybookKey, hooks: PlaybookHooks): Promise<void> {
  if (COUNTED_BY.includes(key)) await ctx.asEngine((db) => hooks.refit({ ...ctx, db }));
}

async function withMoves(ctx: FirmContext, change: () => Promise<void>): Promise<PlaybookMove> {
  const before = await readAdvice(ctx);
  await change();
  const after = await readAdvice(ctx);
  const pairs = after.map((now, at) => ({ was: before[at]!, now }));
  const seen = pairs.filter(({ was, now }) => was.shown !== now.shown);
  for (const id of seen.flatMap(({ now }) => now.people)) if (id !== ctx.personId) ctx.concerns.people.add(id);
  const { rows } = await findPlaybook(ctx);
  return {
    rows,
    moved: seen.map(({ was, now }) => ({ seatTitle: now.title, before: was.shown, after: now.shown })),
    closed: pairs.filter(({ was, now }) => was.shown === now.shown && was.whole !== now.whole).length,
  };
}

/** Our advice for every seat: the whole of it, and as much as the reader sees. */
async function readAdvice(ctx: FirmContext) {
  const situation = await situationOf(ctx);
  const { structure } = situation;
  const personId = ctx.personId as PersonId | null;
  const sights = sightOf({ standing: ctx.standing, personId, visible: await readVisible(ctx.db), structure });
  const decided = await readDecided(ctx.db);
  return advise({ ...situation, day: structure.day }, { flips: false }).map((verdict) => {
    const shown = showAdvice(verdict, sights, decided.has(verdict.seatId));
    const { sentence, title } = shown.verdict ?? shown.closed;
    return { title, whole: verdict.sentence, shown: sentence, people: shownIn(shown) };
  });
}
