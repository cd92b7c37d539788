import { describe, expect, it } from 'vitest';
import { inThread } from './in-thread.ts';

const moduleOf = (text: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort, workerData } from 'node:worker_threads'; ${text}`)}`,
  );

describe('work in a thread of its own', () => {
  it('leaves this one free meanwhile, and does one piece after another', async () => {
    const busy = moduleOf(`const until = performance.now() + 200; while (performance.now() < until);
      parentPort.postMessage({ from: performance.timeOrigin + until - 200, to: performance.timeOrigin + until, ...workerData });`);
    let ticks = 0;
    const clock = setInterval(() => ticks++, 10);
    const both = await Promise.all(
      [1, 2].map((n) => inThread<{ from: number; to: number; n: number }>(busy, { n }, 20)),
    );
    clearInterval(clock);
    expect(both.map(({ n }) => n)).toEqual([1, 2]);
    expect(both[1]!.from).toBeGreaterThanOrEqual(both[0]!.to - 1);
    expect(ticks).toBeGreaterThan(5);
  });

  it('says when it takes too long, passes an error on, and goes on with the next', async () => {
    await expect(inThread(moduleOf('for (;;);'), null, 0.5)).rejects.toThrow('not worked out within 0.5 seconds');
    await expect(inThread(moduleOf(`throw new Error('broken here')`), null, 20)).rejects.toThrow('broken here');
    await expect(inThread(moduleOf('process.exit(3)'), null, 20)).rejects.toThrow('ended with 3');
    expect(await inThread(moduleOf('parentPort.postMessage(workerData + 1)'), 1, 20)).toBe(2);
  });
});
