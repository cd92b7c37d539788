import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../src/base/time.ts';
import { importFile } from '../src/capabilities/data/actions.ts';
import { refit } from '../src/capabilities/evidence/refit.actions.ts';
import { advise } from '../src/model/advice.ts';
import { limitsOf } from '../src/model/limits.ts';
import { firmDay, readSituation } from '../src/records/firm/store.ts';
import type { Situation } from '../src/records/firm/types.ts';
import type { Verdict } from '../src/records/verdicts/types.ts';
import { readLatestHealth } from '../src/records/work/store.ts';
import type { DataHealth } from '../src/records/work/types.ts';
import { testSecrets } from './support/context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from './support/database.ts';
import { readIncidentCut } from './support/incident-cut.ts';

/** A cut of a real helpdesk's log, through the product to advice: what it can tell, and what it can't. */
let test: TestDatabase;
let situation: Situation;
let health: DataHealth | null;
let verdicts: Verdict[];

beforeAll(async () => {
  test = await createTestDatabase();
  const { orgId } = await createFirm(test.database);
  await importFile({
    database: test.database,
    orgId,
    actor: 'test',
    now: systemClock,
    secrets: testSecrets,
    log: () => undefined,
    kind: 'tickets',
    source: (async function* () {
      yield readIncidentCut();
    })(),
    fileName: 'incident-cut.csv',
    hooks: { refit },
  });
  await test.database.transact({ orgId, actor: 'test', standing: 'engine' }, async (db) => {
    situation = await readSituation(db, await firmDay(db, systemClock()), { others: systemClock() });
    health = await readLatestHealth(db);
  });
  verdicts = advise({ ...situation, day: situation.structure.day });
});
afterAll(() => test.close());

describe("a real helpdesk's log", () => {
  it('gives each group one vacant lead seat, one step from the product', () => {
    expect(verdicts.map((verdict) => verdict.teamName).toSorted()).toEqual(
      situation.structure.teams.map((team) => team.name).toSorted(),
    );
    for (const { state, distance } of verdicts)
      expect([state, distance]).toEqual(['vacant', expect.objectContaining({ status: 'known', steps: 1 })]);
  });

  it('is fitted from its queue time, because it keeps no minutes', () => {
    expect(situation.effects).toMatchObject({ status: 'fitted', effects: { outcome: 'queue-minutes' } });
  });

  it('advises the kind of leader and the technical side, and names nobody', () => {
    for (const verdict of verdicts) {
      expect(verdict.kind).toBe('technical-first');
      expect(['not-enough-evidence', 'leave-open']).toContain(verdict.answer.kind);
      expect(verdict.candidates.every((one) => one.role === null)).toBe(true);
    }
    const told = verdicts.filter((verdict) => verdict.short.startsWith('The technical side of'));
    expect(told.length).toBeGreaterThan(2);
    expect(told.some((verdict) => /probably ha(s|ve)/.test(verdict.short))).toBe(true);
  });

  it('says what it can not tell', () => {
    const limits = limitsOf(situation, health).join(' ');
    for (const part of ['no people side', 'No minutes worked', 'No client satisfaction', 'is not one helpdesk team'])
      expect(limits).toContain(part);
  });

  it('says what would change it, or that nothing in range does', () => {
    for (const verdict of verdicts) expect(verdict.flips.length > 0).toBe(verdict.flipsNote === null);
  });

  it('never turns into a number that is none', () => {
    const holes = JSON.stringify(verdicts, (_, value) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'hole' : value,
    );
    expect(holes).not.toContain('"hole"');
  });
});
