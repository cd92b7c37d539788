/**
 * Today's cards on a real log, day by day, the future hidden: how often a fix card came before a ticket took far too long,
 * bounced or came back, beside as many tickets of the same queue, the oldest first.
 * Run: node bench/today.ts [path of incident_event_log.csv, or EVENKEEL_LOG]; without one, the shipped part of it. The
 * whole log writes its figures into docs/methods/today.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { dayOf, type Instant, systemClock } from '../src/base/time.ts';
import { importFile, readFileBytes } from '../src/capabilities/data/actions.ts';
import type { Db } from '../src/platform/db/connect.ts';
import type { TeamId } from '../src/records/people/types.ts';
import { testSecrets } from '../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../test/support/database.ts';
import { readIncidentCut } from '../test/support/incident-cut.ts';
import { type Judged, judge, judgeRules, type RuleScore, type Story } from './today/judge.ts';
import { readEnds } from './today/outcomes.ts';
import { type Replay, replay } from './today/replay.ts';
import { describeReplay } from './today/report.ts';

const PAGE = join(import.meta.dirname, '../docs/methods/today.md');
const MARKS = ['<!-- replay -->', '<!-- /replay -->'] as const;

/** The replay with its judgement. */
export type TodayBench = { tickets: number; replay: Replay; judged: Judged[]; rules: RuleScore[] };

/** Replays a log; without a path the shipped part of the real one. */
export async function benchToday(pathToLog = process.env.EVENKEEL_LOG): Promise<TodayBench> {
  const source = pathToLog ?? readIncidentCut();
  const ends = await readEnds(source);
  const test = await createTestDatabase();
  try {
    const { orgId } = await createFirm(test.database);
    await bringIn(test, orgId, source);
    return await test.database.transact({ orgId, actor: 'bench', standing: 'engine' }, async (db) => {
      const { teams, from, to } = await readSpan(db);
      const found = await replay(db, teams, dayOf(from), dayOf(to));
      const stories = await readStories(db, found, ends);
      return { tickets: ends.size, replay: found, judged: judge(found, stories), rules: judgeRules(found, stories) };
    });
  } finally {
    await test.close();
  }
}

async function bringIn({ database }: TestDatabase, orgId: number, source: string | Buffer): Promise<void> {
  async function* whole() {
    yield source as Buffer;
  }
  const hooks = { refit: async () => undefined };
  const rest = { actor: 'bench', now: systemClock, secrets: testSecrets, log: () => undefined, hooks };
  const file = typeof source === 'string' ? readFileBytes(source) : whole();
  await importFile({ database, orgId, kind: 'tickets', fileName: 'log.csv', source: file, ...rest });
}

async function readSpan(db: Db): Promise<{ teams: TeamId[]; from: Instant; to: Instant }> {
  const { rows } = await sql<{ from: Instant; to: Instant }>`
    select min(opened_at) as from, max(resolved_at) as to from ticket`.execute(db);
  const teams = await db.selectFrom('team').select('team_id').orderBy('team_id').execute();
  return { teams: teams.map(({ team_id }) => team_id as TeamId), ...rows[0]! };
}

/** What became of every ticket that was open on a morning. */
async function readStories(
  db: Db,
  { seen }: Replay,
  ends: ReadonlyMap<string, { missed: boolean; reopenedAt: number | null }>,
): Promise<Map<number, Story>> {
  const rows = await db.selectFrom('ticket').select(['ticket_id', 'handoffs', 'resolved_at']).execute();
  return new Map(
    rows.flatMap(({ ticket_id, handoffs, resolved_at }) => {
      const one = seen.get(ticket_id);
      const story = one && { ...one, ...ends.get(one.number)!, handoffs, resolvedAt: resolved_at as Instant | null };
      return story ? [[ticket_id, story] as const] : [];
    }),
  );
}

async function writePage(text: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const [from, to] = [page.indexOf(MARKS[0]), page.indexOf(MARKS[1])];
  await writeFile(PAGE, `${page.slice(0, from + MARKS[0].length)}\n${text}\n${page.slice(to)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = process.argv[2] ?? process.env.EVENKEEL_LOG;
  const text = describeReplay(await benchToday(path));
  if (path === undefined) process.stdout.write('No log was given: this is the shipped part of it only.\n\n');
  else await writePage(text);
  process.stdout.write(`${text}\n`);
}
