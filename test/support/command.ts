import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = join(import.meta.dirname, '../../bin/evenkeel.js');

/** The command as a process of its own, as from a shell: without what npm or our own variables have set around the test. */
export function runEvenkeel(args: string[], own: NodeJS.ProcessEnv = {}, options: SpawnOptions = {}): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|EVENKEEL|DATABASE|PORT$)/i.test(name));
  const env = { ...Object.fromEntries(inherited), ...own };
  return spawn(process.execPath, [BIN, ...args], { cwd: tmpdir(), ...options, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** How a command ended and what it printed. */
export type Result = { code: number | null; out: string; err: string };

/** Collects what a process prints until it ends. */
export async function resultOf(child: ChildProcess): Promise<Result> {
  const result: Result = { code: null, out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    result.out += part;
  });
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    result.err += part;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { ...result, code };
}
