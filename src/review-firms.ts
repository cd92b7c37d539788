import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from './base/errors.ts';
import { systemClock } from './base/time.ts';
import { addFirm } from './capabilities/welcome/actions.ts';
import { type Install, openInstall } from './install.ts';
import type { Database } from './platform/db/connect.ts';
import { defaultDataFolder } from './platform/db/embedded/folders.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { forgetFirm, readFirmAccess } from './platform/sign-in/store.ts';
import { deleteFirm } from './records/people/firm.store.ts';
import { readFirm } from './records/people/store.ts';

/** A firm as far as a review needs it. */
export type ReviewedFirm = { orgId: number; name: string };

/** Makes an empty firm. */
export async function makeFirm(install: Install, name: string): Promise<ReviewedFirm> {
  const context = { ...install, actor: SERVER_HOLDER, now: systemClock, log: () => undefined };
  return { orgId: await addFirm(context, { name, sample: null, storyDay: null }), name };
}

/** Fills the firm of a name; a firm that was made for it goes again when a file is refused. */
export async function keepIn(
  install: Install,
  name: string,
  fill: (orgId: number) => Promise<void>,
): Promise<ReviewedFirm> {
  const { database } = install;
  const there = (await listFirms(database)).find((firm) => isNamed(firm, name));
  const firm = there ?? (await makeFirm(install, name.trim()));
  try {
    await fill(firm.orgId);
  } catch (error) {
    if (!there) {
      await database.transact({ orgId: firm.orgId, actor: SERVER_HOLDER, standing: 'operator' }, async (db) => {
        await deleteFirm(db);
        await forgetFirm(db, firm.orgId);
      });
      process.stderr.write(`The firm "${firm.name}" was not made, and nothing is kept.\n`);
    }
    throw error;
  }
  process.stderr.write(`Kept in the firm "${firm.name}": start Evenkeel to see it.\n`);
  return firm;
}

const isNamed = (firm: ReviewedFirm, name: string) => firm.name.toLowerCase() === name.trim().toLowerCase();

const NO_FIRM = 'There is no firm here yet: give --people or --tickets, or start Evenkeel and make one.';

/** Refuses where nothing was ever kept. */
export async function refuseEmptyInstall(environment: NodeJS.ProcessEnv): Promise<void> {
  if (await isEmptyInstall(environment)) throw new Refusal('not-found', NO_FIRM);
}

/** Whether nothing was ever kept here; only to find that out no database has to be made. */
export async function isEmptyInstall(environment: NodeJS.ProcessEnv): Promise<boolean> {
  if (environment.DATABASE_URL) return false;
  const there = await stat(join(defaultDataFolder(environment), 'database')).catch(() => undefined);
  return !there;
}

/** Whether any firm is kept here; only to find that out no database has to be made. */
export async function hasFirms(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const there = await refuseEmptyInstall(environment).then(
    () => true,
    () => false,
  );
  if (!there) return false;
  const { database } = await openInstall(environment);
  try {
    return (await listFirms(database)).length > 0;
  } finally {
    await database.close();
  }
}

/** The firm of a name, without a name the newest. */
export async function findFirm(database: Database, name: string | undefined): Promise<ReviewedFirm> {
  const firms = await listFirms(database);
  const found = name === undefined ? firms.at(-1) : firms.find((firm) => isNamed(firm, name));
  if (found) return found;
  const known = firms.map((firm) => `"${firm.name}"`).join(', ');
  throw new Refusal(
    'not-found',
    known ? `There is no firm "${name}" here: give --firm with one of ${known}.` : NO_FIRM,
    { field: 'firm' },
  );
}

async function listFirms(database: Database): Promise<ReviewedFirm[]> {
  const numbers = await database.transactAsInstall(SERVER_HOLDER, (db) => readFirmAccess(db, SERVER_HOLDER));
  const firms: ReviewedFirm[] = [];
  for (const { orgId } of numbers) {
    const firm = await database.transact({ orgId, actor: SERVER_HOLDER, standing: 'operator' }, readFirm);
    if (firm) firms.push(firm);
  }
  return firms;
}
