import { Refusal } from './base/errors.ts';
import { systemClock } from './base/time.ts';
import type { SampleName } from './capabilities/welcome/contract.ts';
import { type Install, openInstall } from './install.ts';
import { appendAudit } from './platform/audit/store.ts';
import { type FirmContext, firmContext } from './platform/context.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { findFirm, hasFirms, type ReviewedFirm } from './review-firms.ts';
import { makeSampleFirm } from './sample-firm.ts';
import { interruptible } from './terminal.ts';
import { withThrowAway } from './throw-away.ts';

/** Which firm a command looks at: one that is kept here, or a sample that is made for it and thrown away. */
export type GivenFirm = { firm?: string; sample?: SampleName };

/**
 * Works with the firm that is meant: the one of that name, else the newest that is kept here. With `--sample`, or where
 * nothing is kept here yet, it is a sample firm in a database of its own, of which nothing is left.
 */
export async function withGivenFirm<T>(
  environment: NodeJS.ProcessEnv,
  { firm, sample }: GivenFirm,
  work: (install: Install, firm: ReviewedFirm) => Promise<T>,
): Promise<T> {
  if (firm !== undefined && sample !== undefined)
    throw new Refusal('bad-input', '--firm and --sample name two firms: give one of them.', { field: 'sample' });
  if (sample !== undefined) return withSample(sample, work);
  if (firm === undefined && !(await hasFirms(environment))) {
    process.stderr.write(
      'There is no firm here yet, so this is the sample firm Harbor. Start Evenkeel to make your own.\n',
    );
    return withSample('harbor', work);
  }
  const install = await openInstall(environment);
  try {
    return await work(install, await findFirm(install.database, firm));
  } finally {
    await install.database.close();
  }
}

/** Looks at the firm that is meant, as whoever holds the server; those looked at read it in the log. */
export function lookAtFirm<T>(
  environment: NodeJS.ProcessEnv,
  given: GivenFirm,
  action: string,
  look: (ctx: FirmContext) => Promise<T>,
): Promise<{ firm: string; found: T }> {
  return withGivenFirm(environment, given, async ({ database, secrets }, { orgId, name }) => {
    const scope = { orgId, actor: SERVER_HOLDER, standing: 'operator' as const };
    return database.transact(scope, async (db) => {
      const now = systemClock();
      const ctx = firmContext(db, scope, { now: () => now, log: () => undefined, secrets });
      const found = await look(ctx);
      const people = [...ctx.concerns.people];
      if (people.length > 0) await appendAudit(db, secrets, scope, { action, people, look: true }, now);
      return { firm: name, found };
    });
  });
}

async function withSample<T>(
  sample: SampleName,
  work: (install: Install, firm: ReviewedFirm) => Promise<T>,
): Promise<T> {
  let done: { value: T } | undefined;
  await interruptible((signal) =>
    withThrowAway(signal, async (install) => {
      done = { value: await work(install, await makeSampleFirm(install, sample)) };
    }),
  );
  return done!.value;
}
