import { type ChildProcess, fork } from 'node:child_process';
import { Client } from 'pg';
import { createFirm, createTestDatabase } from '../../test/support/database.ts';
import type { Cell } from './cells.ts';
import { measureWorld, type WorldResult } from './measure-world.ts';

/** One world to be made and measured. */
type Task = { cell: Cell; n: number };

/** Measures every world of these cells, in so many processes with a database each; results in no order. */
export async function runWorlds(
  cells: readonly Cell[],
  script: string,
  processes: number,
  onResult: (result: WorldResult, done: number, all: number) => void,
): Promise<WorldResult[]> {
  // All cells side by side, so that a run that has to be ended early has the same share of each.
  const tasks = cells
    .flatMap((cell) => Array.from({ length: cell.worlds }, (_, n): Task => ({ cell, n })))
    .sort((a, b) => (a.n + 1) / a.cell.worlds - (b.n + 1) / b.cell.worlds);
  const all = tasks.length;
  const results: WorldResult[] = [];
  const work = (child: ChildProcess) =>
    new Promise<void>((resolve, reject) => {
      const next = () => {
        const task = tasks.shift();
        if (task) child.send(task);
        else child.disconnect();
      };
      child.on('message', (message: WorldResult | 'ready') => {
        if (message !== 'ready') {
          results.push(message);
          onResult(message, results.length, all);
        }
        next();
      });
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('A process of the benchmark failed.'))));
    });
  const children = Array.from({ length: processes }, () => fork(script, ['--worker']));
  try {
    await Promise.all(children.map(work));
  } finally {
    for (const child of children) child.kill();
  }
  return results;
}

/** The other end: measures the worlds it is sent, one after the other, and forgets each. */
export async function work(): Promise<void> {
  const test = await createTestDatabase();
  const owner = new Client({ connectionString: test.adminUrl });
  await owner.connect();
  const measure = async ({ cell, n }: Task) => {
    const { orgId } = await createFirm(test.database);
    const result = await measureWorld({ database: test.database, orgId }, cell, n);
    await owner.query('truncate firm cascade');
    return result;
  };
  const ended = new Promise<void>((resolve) => process.once('disconnect', resolve));
  process.on('message', (task: Task) => {
    measure(task).then(
      (result) => process.send?.(result),
      (error: unknown) => {
        console.error(`“${task.cell.name}”, world ${task.n}:`, error);
        process.exit(1);
      },
    );
  });
  process.send?.('ready');
  await ended;
  await owner.end();
  await test.close();
}
