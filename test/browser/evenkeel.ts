import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Page } from 'playwright-core';
import { systemClock } from '../../src/base/time.ts';
import { importFile, readFileBytes } from '../../src/capabilities/data/actions.ts';
import { refit } from '../../src/capabilities/evidence/refit.actions.ts';
import type { SampleName } from '../../src/capabilities/welcome/contract.ts';
import { SERVER_HOLDER } from '../../src/platform/sign-in/actions.ts';
import { type Running, serve } from '../../src/start.ts';
import { testSecrets } from '../support/context.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createSampleDatabase } from '../support/sample-database.ts';

/** An Evenkeel of its own on a fresh database, empty or with a sample firm, and how to stop it. */
export type TestEvenkeel = { test: TestDatabase; running: Running; origin: string; close(): Promise<void> };

export async function startEvenkeel(sample?: SampleName): Promise<TestEvenkeel> {
  const test = await (sample ? createSampleDatabase(sample) : createTestDatabase());
  const running = await serve({ database: test.database, secrets: testSecrets }, { port: 0, log: console.error });
  return {
    test,
    running,
    origin: new URL(running.address).origin,
    close: async () => {
      await running.close();
      await test.close();
    },
  };
}

const CUT = join(import.meta.dirname, '../fixtures/incident-cut.csv.gz');

/** Starts an empty firm and imports a real helpdesk's log into it: the whole one where EVENKEEL_LOG names it, else the cut. */
export async function bringLog(page: Page, { test, origin }: TestEvenkeel): Promise<void> {
  const answer = await page.request.post(`${origin}/api/firms`, {
    data: { name: 'A real helpdesk' },
    headers: { origin },
  });
  const { firm } = (await answer.json()) as { firm: { orgId: number } };
  const whole = process.env.EVENKEEL_LOG;
  await importFile({
    database: test.database,
    orgId: firm.orgId,
    actor: SERVER_HOLDER,
    now: systemClock,
    secrets: testSecrets,
    log: () => undefined,
    kind: 'tickets',
    source: whole ? readFileBytes(whole) : createReadStream(CUT).pipe(createGunzip()),
    fileName: whole ? 'incident_event_log.csv' : 'incident-cut.csv',
    hooks: { refit },
  });
}
