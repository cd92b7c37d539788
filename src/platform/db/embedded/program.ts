import { spawn } from 'node:child_process';

/** The operating system user as which PostgreSQL runs; undefined ids: whoever runs Evenkeel. */
export type Account = { uid?: number; gid?: number };

/** How a program ended: its exit code (null when it could not be started or was killed) and what it printed, trimmed. */
export type Ended = { code: number | null; output: string };

/**
 * What PostgreSQL's programs see of an environment: nothing of ours, which could change their language or connections.
 * On Windows Node adds what every program needs there.
 */
export const PROGRAM_ENVIRONMENT = {
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/sbin:/usr/local/bin:/run/current-system/sw/bin',
  // macOS: without LC_ALL the server starts a thread while it reads the locale and then refuses to run.
  LC_ALL: 'C',
} as const;

/** Runs a program to its end; one that can't be started ends with code null and the reason as its output. */
export function runProgram(file: string, args: readonly string[], account: Account = {}, cwd = '/'): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...account,
      cwd: process.platform === 'win32' ? undefined : cwd,
      env: process.platform === 'win32' ? { LC_ALL: 'C' } : PROGRAM_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.stderr.on('data', (part: Buffer) => parts.push(part));
    const output = () => Buffer.concat(parts).toString().trim();
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output: output() }));
  });
}
