import { runProgram } from '../../src/platform/db/embedded/program.ts';

/** kill -9 of a PostgreSQL server and of every process it has started. */
export async function killServer(pid: number): Promise<void> {
  const { output } = await runProgram('ps', ['-A', '-o', 'pid=,ppid=']);
  const family = output.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const victims = family.flatMap(([each, parent]) => (each && parent === pid ? [each] : []));
  for (const victim of [pid, ...victims]) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // It had ended by itself meanwhile.
    }
  }
}
