import { Refusal } from '../../base/errors.ts';
import { advise } from '../../model/advice.ts';
import type { FirmContext } from '../../platform/context.ts';
import { situationOf } from '../../records/firm/store.ts';
import { PLAYBOOK, PLAYBOOK_KEYS, type PlaybookKey } from '../../records/playbook/definitions.ts';
import { deleteOwnValue, readOwnValues, saveOwnValue } from '../../records/playbook/store.ts';
import type { PlaybookDefinition } from '../../records/playbook/types.ts';
import type { PlaybookMove, PlaybookRow } from './contract.ts';

/** Every threshold with the value in force and the firm's own, where it has one. */
export async function findPlaybook(ctx: FirmContext): Promise<{ rows: PlaybookRow[] }> {
  const own = new Map((await readOwnValues(ctx.db)).map((value) => [value.key, value]));
  const rows = PLAYBOOK_KEYS.map((key): PlaybookRow => {
    const definition: PlaybookDefinition = PLAYBOOK[key];
    return { ...definition, key, current: own.get(key)?.value ?? definition.value, own: own.get(key) ?? null };
  });
  return { rows };
}

/** Sets the firm's own value and says what moved in our advice because of it. */
export async function changeValue(
  ctx: FirmContext,
  input: { key: PlaybookKey; value: number; reason?: string | null | undefined },
): Promise<PlaybookMove> {
  const { title, unit, low, high } = PLAYBOOK[input.key];
  if (!(input.value >= low && input.value <= high)) {
    throw new Refusal('bad-input', `${title} goes from ${low} to ${high} ${unit}: ${input.value} is outside.`, {
      field: 'value',
    });
  }
  return withMoves(ctx, () =>
    saveOwnValue(ctx.db, { key: input.key, value: input.value, reason: input.reason ?? null, changedBy: ctx.actor }),
  );
}

/** Goes back to the default and says what moved. */
export async function resetValue(ctx: FirmContext, input: { key: PlaybookKey }): Promise<PlaybookMove> {
  return withMoves(ctx, () => deleteOwnValue(ctx.db, input.key));
}

async function withMoves(ctx: FirmContext, change: () => Promise<void>): Promise<PlaybookMove> {
  const sentences = async () => {
    const situation = await situationOf(ctx);
    return advise({ ...situation, day: situation.structure.day }, { flips: false });
  };
  const before = await sentences();
  await change();
  const after = await sentences();
  const moved = after.flatMap((verdict, i) => {
    const was = before[i]!;
    return was.sentence === verdict.sentence
      ? []
      : [{ seatTitle: verdict.title, before: was.sentence, after: verdict.sentence }];
  });
  return { ...(await findPlaybook(ctx)), moved };
}
