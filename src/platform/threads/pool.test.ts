import { afterAll, describe, expect, it } from 'vitest';
import { createThreads } from './pool.ts';

const CODE = `
import { answerTasks } from ${JSON.stringify(new URL('./answer-tasks.ts', import.meta.url).href)};
answerTasks((task) => {
  if (task.die) process.exit(1);
  if (task.fail) throw new Error('no');
  const end = performance.now() + (task.millis ?? 0);
  while (performance.now() < end);
  const result = new Float64Array([task.value ?? 0]);
  return { result, transfer: [result.buffer] };
});`;
const file = new URL(`data:text/javascript,${encodeURIComponent(CODE)}`);
const threads = createThreads(file, 2);
afterAll(() => threads.close());

const numberOf = async (task: object, first = false) => (await threads.run<Float64Array>(task, { first }))[0];

describe('a pool of threads', () => {
  it('answers every task, more of them than there are threads', async () => {
    const values = await Promise.all([1, 2, 3, 4, 5].map((value) => numberOf({ value })));
    expect(values).toEqual([1, 2, 3, 4, 5]);
  });

  it('takes what is urgent before what waits', async () => {
    const alone = createThreads(file, 1);
    const order: number[] = [];
    const note = async (value: number, first: boolean) => {
      await alone.run({ value }, { first });
      order.push(value);
    };
    await Promise.all([note(1, false), note(2, false), note(3, false), note(4, true)]);
    expect(order).toEqual([1, 4, 2, 3]);
    await alone.close();
  });

  it('says what failed, and goes on with a new thread where one died', async () => {
    await expect(threads.run({ fail: true })).rejects.toThrow('no');
    await expect(threads.run({ die: true })).rejects.toThrow('a thread ended before its task was done');
    expect(await numberOf({ value: 7 })).toBe(7);
  });

  it('ends with what is running and waiting, at once, and may be used again', async () => {
    const long = [1, 2, 3].map((value) => threads.run({ value, millis: 60_000 }));
    const outcomes = Promise.allSettled(long);
    await threads.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await numberOf({ value: 8 })).toBe(8);
  });
});
