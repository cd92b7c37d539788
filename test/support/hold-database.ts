/** Opens the embedded server of a folder, adds a row, says which process serves it and holds it until its input ends. */
import { Client } from 'pg';
import { openEmbedded } from '../../src/platform/db/embedded/launch.ts';

const [dataFolder = '', row = ''] = process.argv.slice(2);
const server = await openEmbedded({ dataFolder, mayCreateUser: false });
const client = new Client(server.addressOf('postgres'));
client.on('error', () => undefined);
await client.connect();
// Several of these may run at once: the lock keeps them from making the table together.
await client.query('select pg_advisory_lock(1)');
await client.query('create table if not exists kept (row text)');
await client.query('insert into kept values ($1)', [row]);
await client.query('select pg_advisory_unlock(1)');
console.log(server.pid);
process.stdin.resume().once('end', async () => {
  await client.end();
  await server.close();
});
