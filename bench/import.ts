/**
 * Bringing in a whole event log, against the floor: one pass of csv-parse over the same file and COPY of the rows that the
 * import produced into bare temporary tables of the same database. Medians of three.
 * Run: node bench/import.ts [path of incident_event_log.csv, or EVENKEEL_LOG]; without one, the shipped part of it.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { systemClock } from '../src/base/time.ts';
import { importFile, readFileBytes } from '../src/capabilities/data/actions.ts';
import type { Database } from '../src/platform/db/database.ts';
import type { ImportRun } from '../src/records/work/types.ts';
import { testSecrets } from '../test/support/context.ts';
import { createFirm, createTestDatabase } from '../test/support/database.ts';
import { readIncidentCut } from '../test/support/incident-cut.ts';
import { median, seconds } from './measure.ts';

const RUNS = 3;

export type ImportBench = {
  /** What was imported: the whole log, or the shipped part of it. */
  file: string;
  rows: number;
  tickets: number;
  megabytes: number;
  importSeconds: number;
  /** The same file again, which changes nothing. */
  againSeconds: number;
  floorSeconds: number;
  ratio: number;
  /** Highest resident memory of the process until the imports were done, megabytes. */
  peakMegabytes: number;
};

/** Measures the import of a log; without a path the shipped part of the real one. */
export async function benchImport(pathToLog = process.env.EVENKEEL_LOG): Promise<ImportBench> {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  const test = await createTestDatabase();
  try {
    const path = pathToLog ?? join(folder, 'incident-cut.csv');
    if (!pathToLog) await writeFile(path, readIncidentCut());
    const first: number[] = [];
    const again: number[] = [];
    let run: ImportRun | undefined;
    let orgId = 0;
    for (let i = 0; i < RUNS; i++) {
      orgId = (await createFirm(test.database)).orgId;
      const bring = async () => {
        run = await bringIn(test.database, orgId, path);
      };
      first.push(await seconds(bring));
      const added = run!;
      again.push(await seconds(bring));
      run = added;
    }
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    const floorSeconds = await measureFloor(test.adminUrl, orgId, path);
    const importSeconds = median(first);
    return {
      file: pathToLog ? 'whole log' : 'shipped part of the log',
      rows: run!.rowsRead,
      tickets: run!.ticketsAdded,
      megabytes: Math.round(run!.bytes! / 1e6),
      importSeconds,
      againSeconds: median(again),
      floorSeconds,
      ratio: importSeconds / floorSeconds,
      peakMegabytes,
    };
  } finally {
    await test.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function bringIn(database: Database, orgId: number, path: string): Promise<ImportRun> {
  return importFile({
    database,
    orgId,
    actor: 'bench',
    now: systemClock,
    secrets: testSecrets,
    log: () => undefined,
    kind: 'tickets',
    fileName: 'log.csv',
    source: readFileBytes(path),
    hooks: { refit: async () => undefined },
  });
}

async function measureFloor(adminUrl: string, orgId: number, path: string): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const tables: { name: string; rows: Buffer }[] = [];
    for (const name of ['ticket', 'ticket_event', 'evidence_case', 'evidence_cross']) {
      const parts: Buffer[] = [];
      const out = client.query(copyTo(`copy (select * from ${name} where org_id = ${orgId}) to stdout`));
      for await (const part of out) parts.push(part as Buffer);
      await client.query(`create temporary table bare_${name} as select * from ${name} with no data`);
      tables.push({ name, rows: Buffer.concat(parts) });
    }
    const runs: number[] = [];
    for (let i = 0; i < RUNS; i++) {
      for (const { name } of tables) await client.query(`truncate bare_${name}`);
      runs.push(
        await seconds(async () => {
          await parseOnce(path);
          for (const { name, rows } of tables) {
            const copy = client.query(copyFrom(`copy bare_${name} from stdin`));
            await pipeline([rows], copy);
          }
        }),
      );
    }
    return median(runs);
  } finally {
    await client.end();
  }
}

async function parseOnce(path: string): Promise<number> {
  let count = 0;
  for await (const _ of createReadStream(path).pipe(parse())) count++;
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const result = await benchImport(process.argv[2]);
  if (result.file !== 'whole log') process.stdout.write('No log was given: this is the shipped part of it only.\n');
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
