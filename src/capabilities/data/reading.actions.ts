import type { Instant } from '../../base/time.ts';
import type { DateOrder } from '../../connectors/files/dates.ts';
import type { Rejections } from '../../connectors/files/rejections.ts';
import type { HashName } from '../../records/people/erased.store.ts';
import type { ImportEnd, NameCounts } from '../../records/work/store.ts';

/** How a file is to be read, as far as the user said. */
export type FileReading = {
  source: AsyncIterable<Uint8Array>;
  mapping: Readonly<Record<string, string>>;
  dateOrder: DateOrder | undefined;
  timeZone: string;
  now: Instant;
  rejections: Rejections;
  /** Finds names again that were erased. */
  hashName: HashName;
  onRows: (rows: number) => void;
  /** Told as soon as it is known, so that a failed import can still say it. */
  onRecognised: (source: string, mapping: Record<string, string>) => void;
};

/** What is in the staging tables. */
export type Staged = { newPeople: number[]; newTeams: number[]; names: NameCounts };

/** What one kind of import did. */
export type Done = Pick<ImportEnd, 'ticketsAdded' | 'ticketsChanged' | 'peopleAdded' | 'health' | 'message'>;
