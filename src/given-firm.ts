import { Refusal } from './base/errors.ts';
import { systemClock } from './base/time.ts';
import { refit } from './capabilities/evidence/refit.actions.ts';
import { addFirm, SAMPLE_FIRMS } from './capabilities/welcome/actions.ts';
import type { SampleName } from './capabilities/welcome/contract.ts';
import { fillWithSample } from './capabilities/welcome/sample.actions.ts';
import { type Install, openInstall } from './install.ts';
import { STORY_DAY } from './model/world/cast.ts';
import { appendAudit } from './platform/audit/store.ts';
import { type FirmContext, firmContext } from './platform/context.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { findFirm, hasFirms, type ReviewedFirm } from './review-firms.ts';
import { interruptible } from './terminal.ts';
import { withThrowAway } from './throw-away.ts';

/** Which firm a command looks at: one that is kept here, or a sample that is made for it and thrown away. */
export type GivenFirm = { firm?: string; sample?: string };

/**
 * Looks at the firm that is meant, as whoever holds the server: the one of that name, else the newest that is kept here.
 * With `--sample`, or where nothing is kept here yet, it is a sample firm in a database of its own, of which nothing is left.
 */
export async function lookAtFirm<T>(
  environment: NodeJS.ProcessEnv,
  { firm, sample }: GivenFirm,
  action: string,
  look: (ctx: FirmContext) => Promise<T>,
): Promise<{ firm: string; found: T }> {
  if (firm !== undefined && sample !== undefined)
    throw new Refusal('bad-input', '--firm and --sample name two firms: give one of them.', { field: 'sample' });
  if (sample !== undefined) return lookAtSample(sample as SampleName, action, look);
  if (firm === undefined && !(await hasFirms(environment))) {
    process.stderr.write(
      'There is no firm here yet, so this is the sample firm Harbor. Start Evenkeel to make your own.\n',
    );
    return lookAtSample('harbor', action, look);
  }
  const install = await openInstall(environment);
  try {
    return await lookInside(install, await findFirm(install.database, firm), action, look);
  } finally {
    await install.database.close();
  }
}

async function lookAtSample<T>(
  sample: SampleName,
  action: string,
  look: (ctx: FirmContext) => Promise<T>,
): Promise<{ firm: string; found: T }> {
  let found: { firm: string; found: T } | undefined;
  await interruptible((signal) =>
    withThrowAway(signal, async (install) => {
      const name = SAMPLE_FIRMS[sample];
      const context = { ...install, actor: SERVER_HOLDER, now: systemClock, log: () => undefined };
      const orgId = await addFirm(context, { name, sample, storyDay: STORY_DAY }, async (inside) => {
        await fillWithSample(inside, sample);
        await refit(inside);
      });
      found = await lookInside(install, { orgId, name }, action, look);
    }),
  );
  return found!;
}

function lookInside<T>(
  { database, secrets }: Install,
  { orgId, name }: ReviewedFirm,
  action: string,
  look: (ctx: FirmContext) => Promise<T>,
): Promise<{ firm: string; found: T }> {
  const scope = { orgId, actor: SERVER_HOLDER, standing: 'operator' as const };
  return database.transact(scope, async (db) => {
    const now = systemClock();
    const ctx = firmContext(db, scope, { now: () => now, log: () => undefined, secrets });
    const found = await look(ctx);
    const people = [...ctx.concerns.people];
    // Whoever holds the server looked at people: they read that in the log.
    if (people.length > 0) await appendAudit(db, secrets, scope, { action, people, look: true }, now);
    return { firm: name, found };
  });
}
