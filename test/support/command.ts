import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { runCommand } from '../../src/command-line.ts';

const BIN = join(import.meta.dirname, '../../bin/evenkeel.js');

/** As a command sees it from a shell: without what npm or our own variables have set around the test. */
function environmentWith(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|EVENKEEL|DATABASE|PORT$)/i.test(name));
  return { ...Object.fromEntries(inherited), ...own };
}

/** The command as a process of its own. */
export function runEvenkeel(args: string[], own: NodeJS.ProcessEnv = {}, options: SpawnOptions = {}): ChildProcess {
  const env = environmentWith(own);
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

let before: Promise<unknown> = Promise.resolve();

/**
 * The same command within this process, which saves the half second that a process takes to load it: for what it does, says
 * and ends with. One after another, since what it prints is told apart by time alone.
 */
export function runHere(args: string[], own: NodeJS.ProcessEnv = {}): Promise<Result> {
  const mine = before.then(() => printedBy(() => runCommand(args, environmentWith(own))));
  before = mine.catch(() => undefined);
  return mine;
}

async function printedBy(work: () => Promise<number>): Promise<Result> {
  const [printed, said]: [string[], string[]] = [[], []];
  const { log, error } = console;
  const streams = [process.stdout.write, process.stderr.write] as const;
  const into = (parts: string[]) => (part: string) => parts.push(part) > 0;
  console.log = (...parts) => void printed.push(`${format(...parts)}\n`);
  console.error = (...parts) => void said.push(`${format(...parts)}\n`);
  process.stdout.write = into(printed) as typeof process.stdout.write;
  process.stderr.write = into(said) as typeof process.stderr.write;
  try {
    const code = await work();
    return { code, out: printed.join(''), err: said.join('') };
  } finally {
    [process.stdout.write, process.stderr.write] = streams;
    Object.assign(console, { log, error });
  }
}
