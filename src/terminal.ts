import { constants } from 'node:os';

const BAR_CELLS = 24;
const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Says how far a long import is. */
export type ProgressBar = {
  /** Rows read so far and, where the size is known, the share of the bytes, 0 to 1. */
  report(rows: number, share: number | null): void;
  /** Ends it; what came of it stays on the screen. */
  done(message: string): void;
};

/** On one line that rewrites itself in a terminal; in a pipe only what came of it. */
export function createProgressBar(out: NodeJS.WriteStream, title: string): ProgressBar {
  return {
    report(rows, share) {
      if (!out.isTTY) return;
      const count = `${rows.toLocaleString('en')} rows`;
      out.write(
        share === null
          ? `\r\x1b[2K${title}: ${count}`
          : `\r\x1b[2K${title} ${barOf(share)} ${Math.floor(share * 100)}%, ${count}`,
      );
    },
    done(message) {
      if (out.isTTY) out.write('\r\x1b[2K');
      if (message) out.write(`${title}: ${message}\n`);
    },
  };
}

function barOf(share: number): string {
  const eighths = Math.round(share * BAR_CELLS * PARTS.length);
  const bar = '█'.repeat(Math.floor(eighths / PARTS.length)) + PARTS[eighths % PARTS.length];
  return bar.padEnd(BAR_CELLS, '·');
}

/** The user asked to stop, by Ctrl-C or a signal. */
export class Interrupted extends Error {
  /** As a shell has it: 128 and the signal's number. */
  readonly exitCode: number;
  constructor(signal: NodeJS.Signals) {
    super(`stopped by ${signal}`);
    this.name = 'Interrupted';
    this.exitCode = 128 + constants.signals[signal];
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that has something to clear up. Ctrl-C aborts its signal, and whatever the work then ends with is an
 * `Interrupted`; a second Ctrl-C changes nothing, since the clearing up is under way.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => controller.abort(new Interrupted(signal));
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}
