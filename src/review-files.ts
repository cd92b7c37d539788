import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from './base/errors.ts';
import { systemClock } from './base/time.ts';
import { importFile, readFileBytes } from './capabilities/data/actions.ts';
import type { FileOptions } from './capabilities/data/contract.ts';
import { refit } from './capabilities/evidence/refit.actions.ts';
import type { Install } from './install.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { createProgressBar } from './terminal.ts';

/** A file as it was named, and how large it is; null where that is not known, as of a pipe. */
export type GivenFile = { kind: FileOptions['kind']; path: string; bytes: number | null };

/** How the files are to be read, as far as the command says. */
export type ReadingOptions = Pick<FileOptions, 'dateOrder' | 'timeZone' | 'mapping'>;

/** Looks whether the files are there before anything else is done. */
export async function lookAtFile(kind: FileOptions['kind'], path: string): Promise<GivenFile> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw explain(path, error);
  });
  if (found.isDirectory()) {
    throw new Refusal('bad-input', `${path}: this is a folder: give a CSV file.`, { file: path });
  }
  return { kind, path, bytes: found.isFile() ? found.size : null };
}

/** Imports a file into a firm and says on stderr how far it is and what came of it. */
export async function bringIn(
  { database, secrets }: Pick<Install, 'database' | 'secrets'>,
  orgId: number,
  file: GivenFile,
  options: ReadingOptions,
  signal: AbortSignal,
): Promise<void> {
  const bar = createProgressBar(process.stderr, `Reading ${basename(file.path)}`);
  let bytes = 0;
  async function* source() {
    for await (const chunk of readFileBytes(file.path)) {
      signal.throwIfAborted();
      bytes += chunk.length;
      yield chunk;
    }
  }
  try {
    const run = await importFile({
      database,
      orgId,
      actor: SERVER_HOLDER,
      now: systemClock,
      log: () => undefined,
      secrets,
      kind: file.kind,
      source: source(),
      fileName: basename(file.path),
      dateOrder: options.dateOrder,
      timeZone: options.timeZone,
      mapping: file.kind === 'tickets' ? options.mapping : undefined,
      hooks: { refit },
      onProgress: (rows) => bar.report(rows, file.bytes ? Math.min(1, bytes / file.bytes) : null),
    });
    const count = run.rowsRejected.toLocaleString('en');
    const unread =
      run.rowsRejected === 0 ? '' : ` ${count} ${run.rowsRejected === 1 ? 'row' : 'rows'} could not be read.`;
    bar.done((run.message ?? '') + unread);
  } catch (error) {
    bar.done('');
    throw explain(file.path, error);
  }
}

/** Says which file it is, and which option answers a question. */
function explain(path: string, error: unknown): unknown {
  if (error instanceof Refusal) {
    const { question } = error.details;
    const hint =
      question === 'date-order'
        ? ' Add --date-order day-first or --date-order month-first.'
        : question === 'mapping'
          ? hintOnColumns(error)
          : '';
    return new Refusal(error.code, `${path}: ${error.message}${hint}`, { ...error.details, file: path }, error);
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Refusal('not-found', `${path}: there is no such file: check the path.`, { file: path }, error);
  if (code === 'EACCES' || code === 'EPERM')
    return new Refusal(
      'not-allowed',
      `${path}: this file can't be opened: you may not read it.`,
      { file: path },
      error,
    );
  return error;
}

const MOST_COLUMNS_NAMED = 12;

function hintOnColumns({ details }: Refusal): string {
  const columns = (details.columns as string[]).filter(Boolean);
  const named = columns.slice(0, MOST_COLUMNS_NAMED).map((name) => `"${name.slice(0, 40)}"`);
  const rest = columns.length - named.length;
  const field = (details.missing as string[])[0];
  return ` Add --column ${field}=…, with one of ${named.join(', ')}${rest > 0 ? ` or ${rest} more` : ''}.`;
}
