/** How much JavaScript the first screen loads, and how fast the API answers with Northline loaded. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startEvenkeel } from '../test/browser/evenkeel.ts';
import { type AllReads, type ReadTime, timeAllReads, timeRead } from './reads.ts';

const WEB = join(import.meta.dirname, '../dist/web');
const REQUESTS = 140;
/** Of each when every read there is is asked. */
const REQUESTS_OF_ALL = 15;

export type ScreensBench = { javascriptKilobytes: number; api: ReadTime[]; all: AllReads };

export async function benchScreens(): Promise<ScreensBench> {
  const evenkeel = await startEvenkeel(undefined, { requestsPerMinute: 1_000_000 });
  try {
    const entered = await fetch(evenkeel.running.address, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
    const headers = { cookie, 'content-type': 'application/json' };
    await fetch(`${evenkeel.origin}/api/samples`, { method: 'POST', headers, body: '{"sample":"northline"}' });
    const read = async (path: string) => {
      const answer = await fetch(evenkeel.origin + path, { headers: { cookie } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      // Some are files.
      const text = await answer.text();
      return answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    };
    const { seats } = (await read('/api/seats')) as { seats: { seat: { seatId: number } }[] };
    const { people } = (await read('/api/people')) as { people: { personId: number }[] };
    const paths = [
      '/api/balance',
      '/api/seats',
      `/api/seats/${seats[2]!.seat.seatId}`,
      '/api/people',
      `/api/people/${people[5]!.personId}`,
    ];
    paths.push(`/api/panel?ref=strength/${people[5]!.personId}/technical`, '/api/playbook', '/api/questions');
    const api: ReadTime[] = [];
    for (const path of paths) api.push(await timeRead(read, path, REQUESTS));
    return { javascriptKilobytes: await firstScreenKilobytes(), api, all: await timeAllReads(read, REQUESTS_OF_ALL) };
  } finally {
    await evenkeel.close();
  }
}

/** gzip size of what the page loads before it shows Balance: the entry, what it preloads, and the page with its own imports. */
async function firstScreenKilobytes(): Promise<number> {
  const html = await readFile(join(WEB, 'index.html'), 'utf8');
  const found = new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]!));
  const entry = await readFile(join(WEB, [...found][0]!), 'utf8');
  const pages = await Promise.all(
    [...entry.matchAll(/assets\/[\w.-]+\.js/g)].map(async (match) => ({
      path: match[0],
      text: await readFile(join(WEB, match[0]), 'utf8').catch(() => ''),
    })),
  );
  const balance = pages.find((page) => page.text.includes('/api/balance'));
  const queue = [...found, ...(balance ? [balance.path] : [])];
  const loaded = new Map<string, number>();
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (loaded.has(path)) continue;
    const text = await readFile(join(WEB, path), 'utf8');
    loaded.set(path, gzipSync(text).length);
    for (const match of text.matchAll(/from\s*"\.\/([\w.-]+\.js)"|import\s*"\.\/([\w.-]+\.js)"/g))
      queue.push(`assets/${match[1] ?? match[2]}`);
  }
  return [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000;
}
