import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';

/** What a log says of a ticket at its end, beside what Evenkeel keeps. */
export type LogEnd = {
  /** The log's own promise was not kept; it is said only when a ticket is closed. */
  missed: boolean;
  /** When it was first seen reopened, ms since 1970; null: never. */
  reopenedAt: number | null;
};

/** Reads ends out of the raw log, by number. `made_sla` and who resolved it are never imported: they are known only at the end. */
export async function readEnds(source: string | Buffer): Promise<Map<string, LogEnd>> {
  const stream = typeof source === 'string' ? createReadStream(source) : Readable.from([source]);
  const ends = new Map<string, LogEnd & { at: number }>();
  const rows = stream.pipe(parse({ columns: true, bom: true }));
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const at = timeOf(row.sys_updated_at!);
    const before = ends.get(row.number!) ?? { missed: false, reopenedAt: null, at: 0 };
    const reopened = Number(row.reopen_count) > 0 ? Math.min(at, before.reopenedAt ?? at) : before.reopenedAt;
    const missed = at >= before.at ? row.made_sla === 'false' : before.missed;
    ends.set(row.number!, { missed, reopenedAt: reopened, at: Math.max(at, before.at) });
  }
  return ends;
}

/** "29/2/2016 01:23", day first, as this log has it. */
function timeOf(text: string): number {
  const [, day, month, year, hour, minute] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(text)!.map(Number);
  return Date.UTC(year!, month! - 1, day!, hour!, minute!);
}
