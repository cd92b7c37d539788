/** How every page of figures is written. */
import { cpus, release, totalmem, type } from 'node:os';

const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Whether an aim was met. */
export const met = (holds: boolean) => (holds ? 'met' : '**not met**');

/** The machine and Node, for the head of a page. */
export function describeMachine(): string {
  return `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node ${process.versions.node}`;
}
