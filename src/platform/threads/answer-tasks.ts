import { parentPort, type Transferable } from 'node:worker_threads';
import { assert } from '../../base/assert.ts';
import type { ThreadAnswer } from './pool.ts';

/** What a thread does with its tasks; `transfer`: memory that goes over with the result instead of being copied. */
export function answerTasks<T>(work: (task: T) => { result: unknown; transfer?: readonly Transferable[] }): void {
  const port = parentPort;
  assert(port, 'this file runs in a thread');
  port.on('message', (task: T) => {
    try {
      const { result, transfer = [] } = work(task);
      port.postMessage({ result } satisfies ThreadAnswer, transfer);
    } catch (error) {
      port.postMessage({ error } satisfies ThreadAnswer);
    }
  });
}
