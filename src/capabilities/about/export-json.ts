import type { Day } from '../../base/time.ts';
import type { OwnNumber } from './contract.ts';
import { columnOf, type Holding, sayReaders } from './holding.ts';
import type { Cell } from './present.ts';

/** Everything that is held about somebody, before it is written as one file or another. */
export type AboutExport = {
  /** Date and time, UTC. */
  madeAt: string;
  firmName: string;
  personId: number;
  name: string;
  considered: string[];
  numbers: OwnNumber[];
  aloneUntil: Day | null;
  held: { holding: Holding; rows: Record<string, Cell>[]; note: string | null }[];
};

/** The whole of it for programs: every kind with its source, purpose, who may see it and how long it is kept. */
export function aboutJson(about: AboutExport): string {
  const { held, ...rest } = about;
  const tables = held.map(({ holding, rows, note }) => ({
    key: holding.key,
    title: holding.title,
    source: holding.source,
    purpose: holding.purpose,
    seenBy: sayReaders(holding),
    kept: holding.kept,
    columns: Object.fromEntries(Object.keys(holding.columns).map((column) => [column, columnOf(holding, column)])),
    notShown: holding.withheld,
    ...(note !== null && { note }),
    rows,
  }));
  return `${JSON.stringify({ format: 'evenkeel about me', version: 1, ...rest, held: tables }, null, 2)}\n`;
}
