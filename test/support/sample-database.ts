import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { SampleName } from '../../src/capabilities/welcome/contract.ts';
import { setUpDatabase } from '../../src/platform/db/connect.ts';
import { createDatabase } from '../../src/platform/db/database.ts';
import type { Embedded } from '../../src/platform/db/embedded/launch.ts';
import { makeSampleFirm } from '../../src/sample-firm.ts';
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
      await makeSampleFirm({ database, secrets: testSecrets }, sample);
    } finally {
      await database.close();
    }
  });
}

/** Which firm a sample is. */
export async function sampleOrg({ adminUrl }: TestDatabase, sample: SampleName): Promise<number> {
  const owner = new Client({ connectionString: adminUrl });
  await owner.connect();
  const { rows } = await owner.query(`select org_id from firm where sample = $1`, [sample]);
  await owner.end();
  return Number(rows[0].org_id);
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
