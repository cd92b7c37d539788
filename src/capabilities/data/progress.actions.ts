import type { Clock } from '../../base/time.ts';
import type { Database, Scope } from '../../platform/db/database.ts';
import { noteProgress } from '../../records/work/store.ts';

const EVERY_MS = 250;

/** Says how far an import is while its own transaction is still open. */
export type Progress = { rows: number; report(rows: number): void; settle(): Promise<void> };

/** Writes the rows read so far on a connection of its own, at most every 250 ms and never twice at once. */
export function createProgress(
  database: Database,
  scope: Scope,
  now: Clock,
  importId: () => number | undefined,
  onProgress: ((rows: number) => void) | undefined,
): Progress {
  let last = now();
  let writing: Promise<void> | undefined;
  const progress: Progress = {
    rows: 0,
    report(rows) {
      progress.rows = rows;
      const id = importId();
      if (id === undefined || writing || now() - last < EVERY_MS) return;
      last = now();
      onProgress?.(rows);
      writing = database
        .transact(scope, (db) => noteProgress(db, id, rows))
        // Progress is a courtesy: an import doesn't fail because nobody could be told.
        .catch(() => undefined)
        .finally(() => {
          writing = undefined;
        });
    },
    settle: async () => writing,
  };
  return progress;
}
