import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type Day, systemClock } from '../../base/time.ts';
import { peopleCsv, ticketsCsv } from '../../model/world/csv.ts';
import { generateWorld } from '../../model/world/generate-world.ts';
import { type InventedFirm, inventSpec } from '../../model/world/invent-spec.ts';
import { readCells, readCrossEntries } from '../../records/evidence/store.ts';
import { importFile } from '../data/actions.ts';
import { fitTechnicians } from '../evidence/fitting.ts';

/** Tickets differ in ways that no column shows, and the hard ones go to the strong. */
const FIRM: InventedFirm = {
  technicians: 12,
  teams: 1,
  tickets: 2000,
  day: '2026-11-16' as Day,
  days: 365,
  correlation: 0.3,
  hiddenDifficulty: 0.8,
  ratersEach: 0,
  icc: 0.2,
};
const WORLD = generateWorld(inventSpec({ ...FIRM, triageNoise: 0.3 }), 11);
const [HEADER = '', ...ROWS] = ticketsCsv(WORLD).trimEnd().split('\n');
const COLUMNS = HEADER.split(',');
const place = (column: string) => COLUMNS.indexOf(column);

/** The same tickets with some cells written anew. */
const fileWith = (change: (cells: string[]) => void) =>
  [
    HEADER,
    ...ROWS.map((row) => {
      const cells = row.split(',');
      change(cells);
      return cells.join(',');
    }),
  ].join('\n');

const FILES = {
  before: fileWith(() => undefined),
  unsaid: fileWith((cells) => {
    cells[place('triage difficulty')] = '';
    cells[place('triaged')] = '';
  }),
  after: fileWith((cells) => {
    cells[place('triaged')] = cells[place('resolved')]!;
  }),
  undated: fileWith((cells) => {
    cells[place('triaged')] = '';
  }),
};

let test: TestDatabase;
const firms = {} as Record<keyof typeof FILES, number>;
beforeAll(async () => {
  test = await createTestDatabase();
  for (const [name, text] of Object.entries(FILES)) {
    const { orgId } = await createFirm(test.database);
    firms[name as keyof typeof FILES] = orgId;
    await bring(orgId, 'people', peopleCsv(WORLD));
    await bring(orgId, 'tickets', text);
  }
}, 60_000);
afterAll(() => test.close());

async function bring(orgId: number, kind: 'people' | 'tickets', text: string) {
  async function* source() {
    yield Buffer.from(text);
  }
  const hooks = { refit: async () => undefined };
  const rest = { actor: 'owner', now: systemClock, secrets: testSecrets, log: () => undefined, hooks };
  const run = await importFile({ database: test.database, orgId, kind, source: source(), fileName: 'f.csv', ...rest });
  expect(run).toMatchObject({ state: 'done', rowsRejected: 0 });
  return run;
}

const inFirm = <T>(orgId: number, work: Parameters<typeof test.database.transact<T>>[1]) =>
  test.database.transact({ orgId, actor: 'owner', standing: 'engine' }, work);

/** How closely fitted speed follows what everyone really can. */
async function closeness(firm: keyof typeof FILES): Promise<number> {
  return inFirm(firms[firm], async (db) => {
    const fit = fitTechnicians((await readCrossEntries(db, 'minutes-worked'))!).evidence;
    if (fit.status !== 'fitted') throw new Error('no fit');
    const rows = await db.selectFrom('person').select(['person_id', 'name']).execute();
    const names = new Map(rows.map(({ person_id, name }) => [person_id, name]));
    const truth = fit.effects.personIds.map((id) => WORLD.truth.get(names.get(id)!)!.competencies.resolving as number);
    return correlation(
      truth,
      fit.effects.effect.map((value) => -value),
    );
  });
}

/** The sums with the numbers of levels left out, which differ from firm to firm. */
async function sumsOf(firm: keyof typeof FILES) {
  return inFirm(firms[firm], async (db) => {
    const { n, sumY, sumYY, entries } = (await readCrossEntries(db, 'minutes-worked'))!;
    const difficulties = entries.filter((one) => one.factorA === 7 && one.factorB === 7).map((one) => one.levelA);
    const cells = (await readCells(db, 'kept'))!.cells.length;
    const round = (sum: number) => sum.toPrecision(12);
    return {
      n,
      sumY: round(sumY),
      sumYY: round(sumYY),
      entries: entries.length,
      difficulties: difficulties.sort(),
      cells,
    };
  });
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const centre = (of: readonly number[]) => {
    const mean = of.reduce((sum, one) => sum + one, 0) / of.length;
    return of.map((one) => one - mean);
  };
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, i) => sum + one * b[i]!, 0);
  const [x, y] = [centre(xs), centre(ys)];
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
}

describe('difficulty that was set before anybody had the ticket', () => {
  it('makes what tickets say of people truer where hard tickets went to the strong', async () => {
    const [said, unsaid] = [await closeness('before'), await closeness('unsaid')];
    expect(said).toBeGreaterThan(unsaid + 0.3);
    expect(said).toBeGreaterThan(0.6);
  });

  it('is a factor of its own in the sums', async () => {
    expect((await sumsOf('before')).difficulties).toEqual(expect.arrayContaining([1, 2, 3, 4, 5]));
    expect((await sumsOf('unsaid')).difficulties).toEqual([0]);
  });
});

describe('difficulty that was set later, or nobody knows when', () => {
  it.each(['after', 'undated'] as const)('changes nothing in the sums: %s', async (firm) => {
    expect(await sumsOf(firm)).toEqual(await sumsOf('unsaid'));
  });
});
