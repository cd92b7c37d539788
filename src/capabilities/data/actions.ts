import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../base/errors.ts';
import type { Clock } from '../../base/time.ts';
import { createRejections } from '../../connectors/files/rejections.ts';
import { type Counted, countBytes } from '../../connectors/files/source.ts';
import type { FirmContext, Log } from '../../platform/context.ts';
import type { Database, Db } from '../../platform/db/connect.ts';
import { withoutLimit } from '../../platform/db/database.ts';
import { describeFailure } from '../../platform/http/failure.ts';
import type { Upload, UploadContext } from '../../platform/http/routes.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import { nameHasher } from '../../records/people/erased.store.ts';
import {
  createImportRun,
  finishImportRun,
  type ImportEnd,
  listImportRuns,
  markInterrupted,
  readImportRun,
  readRejections,
  saveRejections,
  takeImportTurn,
  wasImported,
} from '../../records/work/store.ts';
import type { ImportRejection, ImportRun } from '../../records/work/types.ts';
import { whatItTells } from './can-tell.ts';
import type { FileOptions } from './contract.ts';
import { importPeople } from './people.actions.ts';
import { createProgress } from './progress.actions.ts';
import { importRatings } from './ratings.actions.ts';
import type { Done, FileReading } from './reading.actions.ts';
import { importTickets } from './tickets.actions.ts';

/** What happens, inside the same transaction, once the data is in: the models are fitted again. */
export type ImportHooks = { refit: (ctx: Pick<FirmContext, 'db' | 'log' | 'now'>) => Promise<void> };

/** One file to import. */
export type ImportRequest = FileOptions & {
  database: Database;
  orgId: number;
  actor: string;
  now: Clock;
  log: Log;
  /** Holds the key under which names that were erased are kept. */
  secrets: Secrets;
  /** The file's bytes. */
  source: AsyncIterable<Uint8Array>;
  fileName: string;
  hooks: ImportHooks;
  /** Told the import's number as soon as it has one. */
  onStarted?: (importId: number) => void;
  /** Told how many rows were read, at most every 250 ms. */
  onProgress?: (rows: number) => void;
};

/** Larger reads than the default make far fewer of them. */
const READ_BYTES = 262_144;

/** The bytes of a file on this machine. */
export const readFileBytes = (path: string): AsyncIterable<Uint8Array> =>
  createReadStream(path, { highWaterMark: READ_BYTES });

/** Imports a file in one transaction: all of it or nothing. Resolves to the record of it; refuses with a `Refusal`. */
export async function importFile(request: ImportRequest): Promise<ImportRun> {
  const { database, orgId, actor, now } = request;
  // The program reads and writes what the file brings; whether the actor may import was asked before.
  const scope = { orgId, actor, standing: 'engine' as const };
  let importId: number | undefined;
  let isRecorded = false;
  const file = countBytes(request.source);
  const progress = createProgress(database, scope, now, () => importId, request.onProgress);
  const rejections = createRejections();
  let recognised: Pick<ImportEnd, 'source' | 'mapping'> = { source: null, mapping: null };
  const end = (): Omit<ImportEnd, 'state' | keyof Done> => ({
    ...recognised,
    bytes: file.bytes(),
    contentHash: null,
    rowsRead: progress.rows,
    rowsRejected: rejections.count,
  });
  try {
    await database.transact(scope, async (db) => {
      await withoutLimit(db);
      await takeTurn(db);
      importId = await database.transact(scope, (own) => createImportRun(own, request.kind, request.fileName));
      request.onStarted?.(importId);
      const number = importId;
      const reading: FileReading = {
        source: file.chunks,
        mapping: request.mapping ?? {},
        dateOrder: request.dateOrder,
        timeZone: request.timeZone ?? 'UTC',
        now: now(),
        rejections,
        hashName: nameHasher(request),
        onRows: progress.report,
        onRecognised: (source, mapping) => {
          recognised = { source, mapping };
        },
      };
      const done = await bringIn(db, number, request, reading, file).catch(async (error: unknown) => {
        // Said while this transaction still has the turn: whoever looks now must not take it for one whose process died.
        await progress.settle();
        await recordFailure(request, number, end(), rejections.kept, error);
        isRecorded = true;
        throw error;
      });
      await progress.settle();
      await saveRejections(db, importId, rejections.kept);
      await finishImportRun(db, importId, {
        ...end(),
        ...done,
        state: 'done',
      });
    });
  } catch (error) {
    await progress.settle();
    if (importId !== undefined && !isRecorded) await recordFailure(request, importId, end(), rejections.kept, error);
    throw error;
  }
  return (await database.transact(scope, (db) => readImportRun(db, importId!)))!;
}

async function takeTurn(db: Db): Promise<void> {
  if (await takeImportTurn(db)) return;
  throw new Refusal('conflict', 'Another file is being imported for this firm: wait until it is done, then try again.');
}

/** The data of a file and what follows on it; writes nothing to the record of the import. */
async function bringIn(
  db: Db,
  importId: number,
  request: ImportRequest,
  reading: FileReading,
  file: Counted,
): Promise<Done & { contentHash: string }> {
  const done = await importKind(db, importId, request, reading);
  await request.hooks.refit({ db, log: request.log, now: request.now });
  return withHistory(db, importId, done, file);
}

function importKind(db: Db, importId: number, request: ImportRequest, reading: FileReading): Promise<Done> {
  const { kind } = request;
  if (kind === 'tickets') return importTickets(db, importId, reading);
  return kind === 'people' ? importPeople(db, reading) : importRatings(db, importId, reading);
}

/** Adds the file's hash, and says so when the same file came before. */
async function withHistory(
  db: Db,
  importId: number,
  done: Done,
  file: Counted,
): Promise<Done & { contentHash: string }> {
  const contentHash = file.hash();
  const again = await wasImported(db, contentHash, importId);
  const message = again ? `This very file was imported before. ${done.message}` : done.message;
  return { ...done, message, contentHash };
}

async function recordFailure(
  request: ImportRequest,
  importId: number,
  end: Omit<ImportEnd, 'state' | keyof Done>,
  rejections: readonly ImportRejection[],
  error: unknown,
): Promise<void> {
  const { database, orgId, actor, log } = request;
  const refusal = error instanceof Refusal ? error : undefined;
  const message =
    refusal?.message ?? 'Something went wrong in Evenkeel, and nothing of the file was kept: please report it.';
  const state = refusal?.code === 'needs-answer' ? 'needs-answer' : 'failed';
  await database
    .transact({ orgId, actor, standing: 'engine' }, async (db) => {
      await saveRejections(db, importId, rejections);
      await finishImportRun(db, importId, { ...end, ...NOTHING, state, message });
    })
    // The first error says more; the record is marked as interrupted when imports are listed next.
    .catch((cause: unknown) => log(`The end of import ${importId} could not be recorded: ${describeFailure(cause)}`));
}

const NOTHING = { ticketsAdded: 0, ticketsChanged: 0, peopleAdded: 0, health: null };

/** Takes an upload whole onto the disk, begins to import it, and answers with the import's number. */
export async function startImport(
  ctx: UploadContext,
  input: FileOptions,
  upload: Upload,
  hooks: ImportHooks,
): Promise<{ importId: number }> {
  const { database, orgId, actor, now, log, secrets } = ctx;
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-import-'));
  const path = join(folder, 'upload');
  const clear = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(upload.stream, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await clear();
    throw error;
  }
  return new Promise((resolve, reject) => {
    const onStarted = (importId: number) => resolve({ importId });
    const { fileName } = upload;
    const source = readFileBytes(path);
    importFile({ ...input, database, orgId, actor, now, log, secrets, source, fileName, hooks, onStarted })
      // Refusals after the start stand in the record of the import; before it they answer the request.
      .catch((error: unknown) => {
        reject(error);
        if (!(error instanceof Refusal)) log(`An import failed: ${describeFailure(error)}`);
      })
      .finally(clear);
  });
}

/** Every import of the firm, the latest first. */
export async function findImports(ctx: FirmContext): Promise<{ imports: ImportRun[] }> {
  await markInterrupted(ctx.db);
  return { imports: await listImportRuns(ctx.db) };
}

/** One import with the rows that could not be read and what its data can tell. */
export async function findImport(
  ctx: FirmContext,
  input: { importId: number },
): Promise<{ run: ImportRun; rejections: ImportRejection[]; canTell: string[]; cantTell: string[] }> {
  await markInterrupted(ctx.db);
  const run = await readImportRun(ctx.db, input.importId);
  if (!run) throw new Refusal('not-found', 'There is no such import.', { field: 'importId' });
  return { run, rejections: await readRejections(ctx.db, run.importId), ...whatItTells(run) };
}
