/** The refit after one more day of tickets, through the database, in a firm whose sums stand for a million tickets. */
import { sql } from 'kysely';
import { createRandom } from '../src/base/random.ts';
import { systemClock } from '../src/base/time.ts';
import { refit } from '../src/capabilities/evidence/refit.actions.ts';
import type { Db } from '../src/platform/db/connect.ts';
import { copyInto } from '../src/platform/db/copy.ts';
import { refreshTouchedCases } from '../src/records/evidence/store.ts';
import { EVIDENCE_FACTORS } from '../src/records/evidence/types.ts';
import { openStaging, type StagedTicket, stageTickets } from '../src/records/work/intake.store.ts';
import { mergeStaged } from '../src/records/work/merge.store.ts';
import { resolveCategories, resolveClients, resolvePeople, resolveTeams } from '../src/records/work/names.store.ts';
import { accumulateCrossProducts } from '../src/science/mixed-model/accumulate.ts';
import { listEntries } from '../src/science/mixed-model/cross-products.ts';
import { createFirm, createTestDatabase } from '../test/support/database.ts';
import { median, seconds } from './measure.ts';

const MILLION = 1_000_000;
const DAY = 1_500;
const DAYS = 5;
const MINUTE = 60_000;

export type RefitBench = {
  tickets: number;
  entries: number;
  aDay: number;
  deltaSeconds: number;
  refitSeconds: number;
  firstFitSeconds: number;
};

type Ids = { people: number[]; clients: number[]; areas: number[]; teams: number[] };

export async function benchRefit(): Promise<RefitBench> {
  const test = await createTestDatabase();
  try {
    const { orgId } = await createFirm(test.database);
    const inFirm = <T>(work: (db: Db) => Promise<T>) =>
      test.database.transact({ orgId, actor: 'bench', standing: 'engine' }, work);
    const random = createRandom(7);
    const ids = await inFirm(addNames);
    const entries = await inFirm((db) => addMillion(db, ids, random));
    const fitOnce = () => inFirm((db) => refit({ db, log: () => undefined, now: systemClock }));
    const firstFitSeconds = await seconds(fitOnce);
    const deltas: number[] = [];
    const refits: number[] = [];
    for (let day = 0; day < DAYS; day++) {
      deltas.push(await seconds(() => inFirm((db) => addDay(db, ids, random, day))));
      refits.push(await seconds(fitOnce));
    }
    return {
      tickets: MILLION,
      entries,
      aDay: DAY,
      deltaSeconds: median(deltas),
      refitSeconds: median(refits),
      firstFitSeconds,
    };
  } finally {
    await test.close();
  }
}

const named = (what: string, count: number) => Array.from({ length: count }, (_, i) => `${what} ${i}`);

async function addNames(db: Db): Promise<Ids> {
  return {
    people: (await resolvePeople(db, named('Technician', 100))).ids,
    clients: (await resolveClients(db, named('Client', 500))).ids,
    areas: (await resolveCategories(db, named('Area', 30))).ids,
    teams: (await resolveTeams(db, ['Desk'])).ids,
  };
}

/** Puts the sums of a million tickets in place; the tickets themselves play no part in a refit. */
async function addMillion(db: Db, ids: Ids, random: ReturnType<typeof createRandom>): Promise<number> {
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  // Nobody said of any how hard it looked.
  const pools = [ids.people, ids.clients, ids.areas, ids.teams, [1, 2, 3, 4], hours, [0]];
  const levels = pools.map((pool) =>
    Float64Array.from({ length: MILLION }, () => pool[Math.floor(pool.length * random.uniform() ** 1.5)]!),
  );
  const y = Float64Array.from({ length: MILLION }, (_, i) => 3.5 + random.normal() + 0.003 * (levels[0]![i]! % 100));
  const factors = EVIDENCE_FACTORS.map((name, i) => ({ key: i + 1, name }));
  const sums = accumulateCrossProducts({ levels, y }, factors);
  const rows = [...listEntries(sums)].map((entry) => [orderedEntry(entry), entry.n, entry.sumY].flat());
  await sql`create temporary table given (a int, la bigint, b int, lb bigint, n bigint, s float8) on commit drop`.execute(
    db,
  );
  await copyInto(db, 'given', ['a', 'la', 'b', 'lb', 'n', 's'], rows);
  await sql`insert into evidence_cross (outcome, factor_a, level_a, factor_b, level_b, n, sum_y) select 'minutes-worked', a, la, b, lb, n, s from given`.execute(
    db,
  );
  await sql`insert into evidence_total (outcome, n, sum_y, sum_yy, data_version) values ('minutes-worked', ${sums.n}, ${sums.sumY}, ${sums.sumYY}, 1)`.execute(
    db,
  );
  return rows.length;
}

/** The database keeps each pair once, the factor with the lower number first. */
function orderedEntry(entry: { factorA: number; levelA: number; factorB: number; levelB: number }): number[] {
  const { factorA, levelA, factorB, levelB } = entry;
  return factorA <= factorB ? [factorA, levelA, factorB, levelB] : [factorB, levelB, factorA, levelA];
}

async function addDay(db: Db, ids: Ids, random: ReturnType<typeof createRandom>, day: number): Promise<void> {
  const tickets = Array.from({ length: DAY }, (_, place): StagedTicket => {
    const openedAt = Date.UTC(2026, 0, 1 + day, Math.floor(24 * random.uniform()));
    const worked = Math.exp(3.5 + random.normal());
    return {
      place,
      externalId: `${day}-${place}`,
      openedAt,
      resolvedAt: openedAt + worked * MINUTE,
      firstAssigneeId: random.pick(ids.people),
      firstAssignedAt: openedAt,
      firstTeamId: ids.teams[0]!,
      clientId: random.pick(ids.clients),
      categoryId: random.pick(ids.areas),
      priority: 1 + random.integer(4),
      triageDifficulty: null,
      triageAt: null,
      resolverId: null,
      handedById: null,
      minutesWorked: worked,
      queueMinutes: null,
      startedUnassigned: false,
      handoffs: 0,
      reopenCount: 0,
      escalated: false,
      satisfaction: null,
    };
  });
  await openStaging(db);
  await stageTickets(db, tickets);
  await mergeStaged(db, 'bench', 1, 'list');
  await refreshTouchedCases(db);
}
