import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Refusal } from './base/errors.ts';
import { systemClock } from './base/time.ts';
import { importFile, readFileBytes } from './capabilities/data/actions.ts';
import { refit } from './capabilities/evidence/actions.ts';
import { jsonOf } from './capabilities/review/json.ts';
import { pageOf } from './capabilities/review/words.ts';
import { addFirm } from './capabilities/welcome/actions.ts';
import { advise } from './model/advice.ts';
import { limitsOf } from './model/limits.ts';
import type { Database } from './platform/db/connect.ts';
import { readFirmAccess } from './platform/sign-in/store.ts';
import { firmDay, readSituation } from './records/firm/store.ts';
import { readFirm } from './records/people/store.ts';
import { readLatestHealth } from './records/work/store.ts';
import type { ImportKind } from './records/work/types.ts';
import { openInstall, SINGLE_USER } from './start.ts';
import { createProgressBar } from './terminal.ts';

export type ReviewOptions = {
  people?: string;
  tickets?: string;
  ratings?: string;
  dateOrder?: 'day-first' | 'month-first';
  keep?: string;
  firm?: string;
  json?: boolean;
};

/** `evenkeel review`: prints our advice for every seat, of files in a throw-away firm or of a firm that is kept here. */
export async function review(environment: NodeJS.ProcessEnv, options: ReviewOptions): Promise<void> {
  if (options.dateOrder !== undefined && !['day-first', 'month-first'].includes(options.dateOrder)) {
    throw new Refusal('bad-input', `--date-order is "${options.dateOrder}": give day-first or month-first.`, {
      field: 'date-order',
    });
  }
  const files = (['people', 'tickets', 'ratings'] as const).flatMap((kind) =>
    options[kind] ? [{ kind, path: options[kind] }] : [],
  );
  const throwAway = files.length > 0 && options.keep === undefined;
  const folder = throwAway ? await mkdtemp(join(tmpdir(), 'evenkeel-review-')) : undefined;
  // A folder inside, because the server's user must be able to enter what lies above its own folder.
  const place = folder === undefined ? undefined : await openToAll(folder);
  const install = throwAway ? { ...environment, DATABASE_URL: '' } : environment;
  const database = await openInstall(install, () => undefined, place);
  try {
    const orgId = await chooseFirm(database, files.length > 0, options);
    for (const file of files) await bringIn(database, orgId, file, options);
    await print(database, orgId, options.json === true);
  } finally {
    await database.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

async function openToAll(folder: string): Promise<string> {
  const { chmod } = await import('node:fs/promises');
  await chmod(folder, 0o711);
  return join(folder, 'data');
}

const context = (database: Database) => ({ database, actor: SINGLE_USER, now: systemClock, log: () => undefined });

async function chooseFirm(database: Database, given: boolean, options: ReviewOptions): Promise<number> {
  const firms = await listFirms(database);
  const name = given ? (options.keep ?? 'Review') : options.firm;
  const found =
    name === undefined ? firms.at(-1) : firms.find((firm) => firm.name.toLowerCase() === name.toLowerCase());
  if (found) return found.orgId;
  if (given) return addFirm(context(database), { name: name!, sample: null, storyDay: null });
  const known = firms.map((firm) => firm.name).join(', ');
  throw new Refusal(
    'not-found',
    name
      ? `There is no firm "${name}" here; there is: ${known || 'none'}.`
      : 'There is no firm yet: give --people or --tickets, or run npm start.',
  );
}

async function listFirms(database: Database) {
  const numbers = await database.transactAsInstall(SINGLE_USER, (db) => readFirmAccess(db, SINGLE_USER));
  const firms = [];
  for (const orgId of numbers) {
    const firm = await database.transact({ orgId, actor: SINGLE_USER }, readFirm);
    if (firm) firms.push(firm);
  }
  return firms;
}

async function bringIn(
  database: Database,
  orgId: number,
  file: { kind: ImportKind; path: string },
  options: ReviewOptions,
) {
  const bar = createProgressBar(process.stderr, `Reading ${basename(file.path)}`);
  try {
    const run = await importFile({
      ...context(database),
      orgId,
      kind: file.kind,
      source: readFileBytes(file.path),
      fileName: basename(file.path),
      dateOrder: options.dateOrder,
      hooks: { refit },
      onProgress: bar.report,
    });
    bar.done(run.message ?? '');
  } catch (error) {
    bar.done('');
    const missing = (error as NodeJS.ErrnoException).code;
    if (missing === 'ENOENT')
      throw new Refusal('not-found', `There is no file ${file.path}: check the path.`, { file: file.path }, error);
    if (missing === 'EISDIR')
      throw new Refusal('bad-input', `${file.path} is a folder: give a CSV file.`, { file: file.path }, error);
    throw error;
  }
}

async function print(database: Database, orgId: number, json: boolean) {
  const read = await database.transact({ orgId, actor: SINGLE_USER }, async (db) => {
    const situation = await readSituation(db, await firmDay(db, systemClock()));
    return { situation, health: await readLatestHealth(db) };
  });
  const { situation, health } = read;
  const verdicts = advise({ ...situation, day: situation.structure.day });
  const page = json ? JSON.stringify(jsonOf(verdicts), null, 2) : pageOf(verdicts, limitsOf(situation, health));
  process.stdout.write(`${page}\n`);
}
