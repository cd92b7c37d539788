/** One round of sending as a process of its own: `node deliver-once.ts DATABASE HOST NOW`, until it is done or killed. */
import { join } from 'node:path';
import type { Instant } from '../../src/base/time.ts';
import { runRound } from '../../src/capabilities/delivery/round.actions.ts';
import { findOpenCards } from '../../src/capabilities/today/actions.ts';
import { openDatabase } from '../../src/platform/db/connect.ts';
import { createFetcher } from '../../src/platform/fetch/fetcher.ts';
import { testSecrets } from './context.ts';

const [url = '', host = '', now = ''] = process.argv.slice(2);
const migrationsFolder = join(import.meta.dirname, '../../migrations');
const database = await openDatabase({ url, migrationsFolder, dataFolder: '' });
await runRound({
  ...{ database, secrets: testSecrets, mail: null, origin: null, cardsOf: findOpenCards, log: console.error },
  fetcher: createFetcher({ allowPrivate: [host] }),
  now: () => Number(now) as Instant,
  isStopping: () => false,
});
await database.close();
