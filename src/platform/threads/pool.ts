import { availableParallelism } from 'node:os';
import { type Transferable, Worker } from 'node:worker_threads';

/** Threads that answer tasks, one at a time each. */
export type Threads = {
  /** How many tasks can run at once. */
  size: number;
  /** Rejects where the task failed, or its thread was ended. `first`: before those that wait already. */
  run<T>(task: unknown, options?: { first?: boolean; transfer?: readonly Transferable[] }): Promise<T>;
  /** Ends every thread at once; what was running or waiting is rejected. The next task starts new ones. */
  close(): Promise<void>;
};

/** What a thread answers with: `answerTasks` sends it. */
export type ThreadAnswer = { result: unknown } | { error: unknown };

type Task = {
  task: unknown;
  transfer: readonly Transferable[];
  done: (result: never) => void;
  failed: (error: unknown) => void;
};

/** Threads that had nothing to do for so long end: whoever looks ahead once a quarter keeps no memory for it. */
const IDLE_MILLIS = 5 * 60_000;

/**
 * A pool of threads that run a file, as many as there are cores, started when they are needed. Threads without a task don't keep
 * the program running.
 */
export function createThreads(file: URL, size = availableParallelism()): Threads {
  const waiting: Task[] = [];
  const idle = new Set<Worker>();
  const busy = new Map<Worker, Task>();
  const resting = new Map<Worker, NodeJS.Timeout>();

  const start = (): Worker => {
    const worker = new Worker(file);
    worker.on('message', (answer: ThreadAnswer) => {
      const task = busy.get(worker);
      rest(worker);
      if (task) settle(task, answer);
      next();
    });
    worker.on('error', (error) => lose(worker, error));
    worker.on('exit', () => lose(worker, new Error('a thread ended before its task was done')));
    return worker;
  };
  const rest = (worker: Worker) => {
    busy.delete(worker);
    idle.add(worker);
    worker.unref();
    resting.set(worker, setTimeout(() => void worker.terminate(), IDLE_MILLIS).unref());
  };
  const lose = (worker: Worker, error: unknown) => {
    const task = busy.get(worker);
    busy.delete(worker);
    idle.delete(worker);
    clearTimeout(resting.get(worker));
    resting.delete(worker);
    task?.failed(error);
    next();
  };
  const next = () => {
    while (waiting.length > 0 && busy.size < size) {
      const task = waiting.shift()!;
      const worker = idle.values().next().value ?? start();
      idle.delete(worker);
      clearTimeout(resting.get(worker));
      busy.set(worker, task);
      worker.ref();
      worker.postMessage(task.task, task.transfer);
    }
  };
  return {
    size,
    run: <T>(task: unknown, options: { first?: boolean; transfer?: readonly Transferable[] } = {}) =>
      new Promise<T>((done, failed) => {
        const one = { task, transfer: options.transfer ?? [], done, failed } as Task;
        if (options.first) waiting.unshift(one);
        else waiting.push(one);
        next();
      }),
    close: async () => {
      for (const { failed } of waiting.splice(0)) failed(new Error('the threads were ended'));
      const workers = [...busy.keys(), ...idle];
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function settle(task: Task, answer: ThreadAnswer): void {
  if ('error' in answer) task.failed(answer.error);
  else task.done(answer.result as never);
}
