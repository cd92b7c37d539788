import { join } from 'node:path';
import { openEmbedded } from '../../src/platform/db/embedded/launch.ts';
import { asAdmin } from '../support/cluster.ts';
import { urlOf } from '../support/database.ts';
import { makeEmbeddedPlace } from '../support/install.ts';
import { killRounds, type Outcome } from './kill-rounds.ts';

type Options = { kills: number; seed: number; say?: (line: string) => void };

const clusterOf = (data: string) => join(data, 'database/18/data');

/** The program and the PostgreSQL that it started, killed together. */
export async function crashEmbedded(folder: string, options: Options): Promise<Outcome> {
  const place = await makeEmbeddedPlace(folder, 'embedded');
  const cluster = clusterOf(place.EVENKEEL_DATA);
  return killRounds(place, { ...options, cluster, server: 'always' });
}

/** The program on a server by DATABASE_URL, one made for this; in every other round the server is killed as well. */
export async function crashServer(folder: string, options: Options): Promise<Outcome> {
  const { EVENKEEL_DATA: dataFolder } = await makeEmbeddedPlace(folder, 'server');
  // It starts its server again when that was killed, as a service manager would.
  const server = await openEmbedded({ dataFolder, mayCreateUser: false });
  try {
    await asAdmin(server, 'postgres', (admin) => admin.query('create database crash'));
    const place = { EVENKEEL_DATA: join(folder, 'program'), DATABASE_URL: urlOf(server.addressOf('crash')) };
    return await killRounds(place, { ...options, cluster: clusterOf(dataFolder), server: 'sometimes' });
  } finally {
    await server.close();
  }
}
