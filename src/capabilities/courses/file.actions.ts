import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import { readCompletionFile } from '../../connectors/files/completions.ts';
import { createRejections, refuseTooMany } from '../../connectors/files/rejections.ts';
import { readStatementList } from '../../connectors/xapi/statements.ts';
import type { Db } from '../../platform/db/connect.ts';
import { piecesOf, readUpload } from '../../platform/http/read-upload.ts';
import type { Upload, UploadContext } from '../../platform/http/routes.ts';
import { firmDay } from '../../records/firm/store.ts';
import type { CompletionsOptions, CompletionsRead } from './contract.ts';
import { type Incoming, openMatching } from './matching.actions.ts';
import { matchStatements, sortStatements, takeIn } from './statements.actions.ts';
import { describeMatches, findNew, keepMatches } from './takein.actions.ts';

const MOST_MIB = 8;
const MOST_LISTED = 200;

export const understandCompletions = (ctx: UploadContext, input: CompletionsOptions, upload: Upload) =>
  read(ctx, input, upload, false);

/** Brings completions in: all that can be read, in one transaction; what isn't known here waits. */
export const keepCompletions = (ctx: UploadContext, input: CompletionsOptions, upload: Upload) =>
  read(ctx, input, upload, true);

type Reading = {
  db: Db;
  now: () => Instant;
  secrets: UploadContext['secrets'];
  orgId: number;
  bytes: Buffer;
  keep: boolean;
};

async function read(
  ctx: UploadContext,
  { dateOrder }: CompletionsOptions,
  upload: Upload,
  keep: boolean,
): Promise<CompletionsRead> {
  const { database, orgId, actor, now, secrets } = ctx;
  const bytes = await readUpload(upload, MOST_MIB, 'split it');
  // Whom completions are about the program finds out: only counts, and what can't be matched, go back.
  return database.transact({ orgId, actor, standing: 'engine' }, (db) => {
    const reading = { db, now, secrets, orgId, bytes, keep };
    const isJson = /^\uFEFF?\s*[[{]/.test(bytes.subarray(0, 200).toString('utf8'));
    return isJson ? readStatementFile(reading) : readTable(reading, dateOrder);
  });
}

async function readTable(reading: Reading, dateOrder: CompletionsOptions['dateOrder']): Promise<CompletionsRead> {
  const { db, now, bytes, keep } = reading;
  const rejections = createRejections();
  const today = await firmDay(db, now());
  const { completions, rows } = await readCompletionFile({
    ...{ source: piecesOf(bytes), mapping: {}, now: now(), rejections, dateOrder, today },
  });
  if (completions.length === 0) refuseTooMany(rejections, rows);
  const { match } = await openMatching(reading);
  const given = completions.map(({ who, what, doneOn }): Incoming => ({ who, what, doneOn, ...FROM_FILE }));
  const matches = match(given);
  const fresh = await findNew(db, matches.matched);
  if (keep) await keepMatches(db, matches, now());
  return {
    format: 'table',
    entries: rows,
    ...describeMatches(matches, { fresh, of: matches.matched.length }),
    aside: 0,
    rejected: rejections.count,
    rejections: rejections.kept.slice(0, MOST_LISTED),
  };
}

const FROM_FILE = { title: null, source: 'file', statementId: null, isPart: false } as const;

async function readStatementFile(reading: Reading): Promise<CompletionsRead> {
  const { db, now, bytes, keep } = reading;
  const list = readStatementList(jsonIn(bytes), await firmDay(db, now()));
  const found = keep ? await takeIn(reading, list) : await look(reading, list);
  return {
    format: 'statements',
    entries: list.length,
    ...describeMatches(found.matches, { fresh: found.fresh, of: found.matches.matched.length }),
    aside: found.aside,
    rejected: 0,
    rejections: [],
  };
}

async function look(reading: Reading, list: Parameters<typeof sortStatements>[1]) {
  const found = await matchStatements(reading, await sortStatements(reading.db, list));
  return { ...found, fresh: await findNew(reading.db, found.matches.matched) };
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new Refusal(
      'cannot-read',
      'This looks like JSON and is none: export the statements again.',
      { field: 'file' },
      cause,
    );
  }
}
