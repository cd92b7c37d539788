/** Imports the shipped log up to just before its end, says so, and never ends: to be killed. */

import { join } from 'node:path';
import { systemClock } from '../../src/base/time.ts';
import { importFile } from '../../src/capabilities/data/actions.ts';
import { setUpDatabase } from '../../src/platform/db/connect.ts';
import { createDatabase } from '../../src/platform/db/database.ts';
import { testSecrets } from './context.ts';
import { readIncidentCut } from './incident-cut.ts';

const [adminUrl = '', orgId = ''] = process.argv.slice(2);
const migrationsFolder = join(import.meta.dirname, '../../migrations');
const database = createDatabase(await setUpDatabase({ connectionString: adminUrl }, { migrationsFolder }));

async function* source() {
  yield readIncidentCut();
}
await importFile({
  database,
  orgId: Number(orgId),
  actor: 'owner',
  now: systemClock,
  secrets: testSecrets,
  log: () => undefined,
  kind: 'tickets',
  fileName: 'incident-cut.csv',
  source: source(),
  // Called when everything is written and nothing committed.
  hooks: {
    refit: () => {
      process.stdout.write('written\n');
      return new Promise(() => setInterval(() => undefined, 1000));
    },
  },
});
