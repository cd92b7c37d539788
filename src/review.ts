import { styleText } from 'node:util';
import { Refusal } from './base/errors.ts';
import { systemClock } from './base/time.ts';
import { jsonOf } from './capabilities/review/json.ts';
import { pageOf } from './capabilities/review/words.ts';
import { type Install, openInstall } from './install.ts';
import { advise } from './model/advice.ts';
import { limitsOf } from './model/limits.ts';
import type { Database } from './platform/db/connect.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { firmDay, readSituation } from './records/firm/store.ts';
import { readLatestHealth } from './records/work/store.ts';
import { bringIn, type GivenFile, lookAtFile, type ReadingOptions } from './review-files.ts';
import { findFirm, keepIn, makeFirm, refuseEmptyInstall } from './review-firms.ts';
import { interruptible } from './terminal.ts';
import { withThrowAway } from './throw-away.ts';

/** What `evenkeel review` was given, as command-line.ts declares it. */
export type ReviewOptions = {
  people?: string;
  tickets?: string[];
  ratings?: string;
  dateOrder?: 'day-first' | 'month-first';
  timeZone?: string;
  column?: string[];
  keep?: string;
  firm?: string;
  all?: boolean;
  json?: boolean;
};

/** `evenkeel review`: prints our advice for every seat, of files in a throw-away firm or of a firm that is kept here. */
export async function review(environment: NodeJS.ProcessEnv, options: ReviewOptions): Promise<void> {
  refuseContradictions(options);
  const reading = readingOf(options);
  const files = await lookAtFiles(options);
  await interruptible(async (signal) => {
    const { keep } = options;
    if (files.length > 0 && keep === undefined) {
      return withThrowAway(signal, async (install) => {
        const { database } = install;
        const { orgId } = await makeFirm(install, 'Review');
        await bringAllIn(install, orgId, files, reading, signal);
        await print(database, orgId, options);
      });
    }
    if (keep === undefined) await refuseEmptyInstall(environment);
    const install = await openInstall(environment);
    const { database } = install;
    try {
      signal.throwIfAborted();
      const firm =
        keep === undefined
          ? await findFirm(database, options.firm)
          : await keepIn(install, keep, (orgId) => bringAllIn(install, orgId, files, reading, signal));
      signal.throwIfAborted();
      await print(database, firm.orgId, options, firm.name);
    } finally {
      await database.close();
    }
  });
}

function refuseContradictions({ people, tickets, ratings, keep, firm }: ReviewOptions): void {
  const given = people !== undefined || tickets !== undefined || ratings !== undefined;
  if (keep !== undefined && !given) {
    throw new Refusal(
      'bad-input',
      '--keep says where the files go, and there are none: give --people, --tickets or --ratings, or --firm to review a firm that is kept here.',
      { field: 'keep' },
    );
  }
  if (keep !== undefined && (keep.trim() === '' || keep.length > 200)) {
    throw new Refusal('bad-input', '--keep needs a name for the firm, of at most 200 characters.', { field: 'keep' });
  }
  if (firm !== undefined && given) {
    throw new Refusal(
      'bad-input',
      `--firm reviews what is kept here already: use --keep "${firm}" to bring the files into it.`,
      { field: 'firm' },
    );
  }
}

function readingOf({ dateOrder, timeZone, column = [] }: ReviewOptions): ReadingOptions {
  const mapping = Object.fromEntries(
    column.map((text) => {
      const at = text.indexOf('=');
      if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
      throw new Refusal('bad-input', `--column is "${text}": write field=column, as in opened="Created on".`, {
        field: 'column',
      });
    }),
  );
  return { dateOrder, timeZone, mapping };
}

/** People first: tickets and ratings name them. */
async function lookAtFiles({ people, tickets = [], ratings }: ReviewOptions): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  if (people !== undefined) files.push(await lookAtFile('people', people));
  for (const path of tickets) files.push(await lookAtFile('tickets', path));
  if (ratings !== undefined) files.push(await lookAtFile('ratings', ratings));
  return files;
}

async function bringAllIn(
  install: Install,
  orgId: number,
  files: readonly GivenFile[],
  reading: ReadingOptions,
  signal: AbortSignal,
): Promise<void> {
  for (const file of files) {
    await bringIn(install, orgId, file, reading, signal);
    signal.throwIfAborted();
  }
}

async function print(database: Database, orgId: number, { json, all = false }: ReviewOptions, name?: string) {
  const { situation, health } = await database.transact(
    { orgId, actor: SERVER_HOLDER, standing: 'operator' },
    async (db) => ({
      situation: await readSituation(db, await firmDay(db, systemClock()), { others: systemClock() }),
      health: await readLatestHealth(db),
    }),
  );
  const verdicts = advise({ ...situation, day: situation.structure.day });
  const limits = limitsOf(situation, health);
  const bold = (text: string) => styleText('bold', text, { stream: process.stdout });
  const title = name === undefined ? '' : `${bold(name)}\n\n`;
  process.stdout.write(`${json ? jsonOf(verdicts, limits) : title + pageOf(verdicts, limits, { all, bold })}\n`);
}
