import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { systemClock } from '../../src/base/time.ts';
import { refit } from '../../src/capabilities/evidence/refit.actions.ts';
import { addFirm, SAMPLE_FIRMS } from '../../src/capabilities/welcome/actions.ts';
import type { SampleName } from '../../src/capabilities/welcome/contract.ts';
import { fillWithSample } from '../../src/capabilities/welcome/sample.actions.ts';
import { STORY_DAY } from '../../src/model/world/cast.ts';
import { setUpDatabase } from '../../src/platform/db/connect.ts';
import { createDatabase } from '../../src/platform/db/database.ts';
import type { Embedded } from '../../src/platform/db/embedded/launch.ts';
import { SERVER_HOLDER } from '../../src/platform/sign-in/actions.ts';
import { testSecrets } from './context.ts';
import { createTestDatabase, ensureTemplate, MIGRATIONS, makeOnce, type TestDatabase } from './database.ts';

const SOURCES = join(import.meta.dirname, '../../src');

/** A database with a sample firm of whoever holds the server in it, as opening it makes it; made once for each state of the sources. */
export function createSampleDatabase(sample: SampleName): Promise<TestDatabase> {
  return createTestDatabase({ template: (cluster, admin) => ensureSample(cluster, admin, sample) });
}

async function ensureSample(cluster: Embedded, admin: Client, sample: SampleName): Promise<string> {
  const empty = await ensureTemplate(cluster, admin);
  const template = `sample_${sample}_${empty.slice(-8)}_${await hashSources()}`;
  return makeOnce(admin, template, async (draft) => {
    await admin.query(`create database ${draft} template ${empty}`);
    const database = createDatabase(await setUpDatabase(cluster.addressOf(draft), { migrationsFolder: MIGRATIONS }));
    try {
      const context = { database, secrets: testSecrets, actor: SERVER_HOLDER, now: systemClock, log: () => undefined };
      await addFirm(context, { name: SAMPLE_FIRMS[sample], sample, storyDay: STORY_DAY }, async (inside) => {
        await fillWithSample(inside, sample);
        await refit(inside);
      });
    } finally {
      await database.close();
    }
  });
}

/** What a sample is made by: everything but screens and tests. */
async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(SOURCES, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(SOURCES, name))));
  names.forEach((name, at) => {
    hash.update(name).update(texts[at]!);
  });
  return hash.digest('hex').slice(0, 16);
}
