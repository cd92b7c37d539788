import type { DoorContext } from '../context.ts';
import type { Db } from '../db/connect.ts';
import type { Account } from './account.store.ts';
import { spendRecoveryCode, takeTotpStep } from './factor.store.ts';
import { bareCode, isAppCode, recoveryHash, stepOfCode } from './totp.ts';

/** What the secret of an account's codes is sealed for. */
export const totpSeal = (accountId: number): string => `totp/${accountId}`;

type Taking = Pick<DoorContext, 'secrets' | 'now'>;

/** Takes a code of the app: true once for each. The secret may still be in the making. */
export async function takeAppCode(ctx: Taking, db: Db, account: Account, code: string): Promise<boolean> {
  if (account.totpSecret === null || !isAppCode(code)) return false;
  const step = stepOfCode(ctx.secrets.unseal(account.totpSecret, totpSeal(account.accountId)), code, ctx.now());
  return step !== undefined && (await takeTotpStep(db, account.accountId, step));
}

/** Takes a code of the app, or uses a recovery code up. */
export async function takeCode(ctx: Taking, db: Db, account: Account, typed: string): Promise<boolean> {
  if (account.totpSince === null) return false;
  const code = bareCode(typed);
  if (isAppCode(code)) return takeAppCode(ctx, db, account, code);
  const hash = recoveryHash(ctx.secrets, account.accountId, code);
  return spendRecoveryCode(db, account.accountId, hash, ctx.now());
}
