import { Worker } from 'node:worker_threads';
import { Refusal } from '../../base/errors.ts';

/** Long work waits here for the one before, so that a server with two cores goes on answering. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Works something out in a thread of its own, one piece of work at a time. The file is a module that takes `workerData` and
 * posts its answer; plain data goes in and comes out. After so many seconds the thread is ended.
 */
export function inThread<Out>(file: URL, data: unknown, seconds: number): Promise<Out> {
  const mine = before.then(() => runThread<Out>(file, data, seconds));
  before = mine.catch(() => undefined);
  return mine;
}

async function runThread<Out>(file: URL, data: unknown, seconds: number): Promise<Out> {
  const thread = new Worker(file, { workerData: data });
  try {
    return await new Promise<Out>((resolve, reject) => {
      const late = new Refusal(
        'unavailable',
        `This was not worked out within ${seconds} seconds: try again when less is going on.`,
      );
      const timer = setTimeout(() => reject(late), seconds * 1000);
      thread.once('message', (answer: Out) => {
        clearTimeout(timer);
        resolve(answer);
      });
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`The thread of ${file.pathname} ended with ${code}.`)));
    });
  } finally {
    await thread.terminate();
  }
}
