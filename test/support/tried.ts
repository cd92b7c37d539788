import type { Standing } from '../../src/base/roles.ts';
import type { FirmContext } from '../../src/platform/context.ts';
import { contextIn } from './context.ts';
import type { TestDatabase } from './database.ts';

export type Who = { standing?: Standing; personId?: number | null };

/** Does something in a firm in a transaction that is undone: every test finds the firm as it is. */
export async function triedIn<T>(
  { database }: TestDatabase,
  orgId: number,
  work: (ctx: FirmContext) => Promise<T>,
  { standing = 'operator', personId = null }: Who = {},
): Promise<T> {
  const undo = new Error('undo');
  let result: T | undefined;
  await database
    .transact({ orgId, actor: 'test', standing, personId }, async (db) => {
      result = await work(contextIn(db, orgId, { standing, personId }));
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
  return result!;
}
