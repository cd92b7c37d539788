import type { FirmContext } from '../../platform/context.ts';
import { GROUPS, HOLDINGS } from './catalogue.ts';
import type { AboutGroup, HeldTable } from './contract.ts';
import { columnOf, type GroupKey, type Holding, sayReaders } from './holding.ts';
import { aboutRow, type Cell, resolveRow, type Speaking, sayCell, type Whose } from './present.ts';
import { countHeld, type HeldRow, readCalled, readHeld, readLeadsOf } from './store.ts';

/** Rows of one kind that a page shows at once. */
export const ROWS_A_PAGE = 50;

/** What is needed to say somebody's rows in words. */
export function speakTo(ctx: FirmContext, whose: Whose): Promise<Speaking> {
  return ctx.asEngine(async (db) => ({
    whose,
    leads: await readLeadsOf(db, whose.personId),
    names: await readCalled(db),
  }));
}

/** What is held, in the sections of the page; of tickets the page that was asked for. */
export async function readGroups(
  ctx: FirmContext,
  speaking: Speaking,
  only: readonly GroupKey[] | null,
  ticketsFrom: number,
): Promise<AboutGroup[]> {
  const groups: AboutGroup[] = [];
  for (const group of GROUPS) {
    if (only && !only.includes(group.key)) continue;
    const tables: HeldTable[] = [];
    for (const holding of HOLDINGS) {
      if (holding.group !== group.key) continue;
      tables.push(await readTable(ctx, holding, speaking, holding.key === 'ticket' ? ticketsFrom : 0));
    }
    groups.push({ ...group, tables });
  }
  return groups;
}

async function readTable(ctx: FirmContext, holding: Holding, speaking: Speaking, offset: number): Promise<HeldTable> {
  const { whose } = speaking;
  const found = holding.onlyInExport
    ? { rows: [], total: await within(ctx, holding, (db) => countHeld(db, holding, whose)) }
    : await within(ctx, holding, (db) => readHeld(db, holding, whose, { limit: ROWS_A_PAGE, offset }));
  return {
    ...describe(holding),
    rows: found.rows.map((row) => ({
      about: aboutRow(holding, row, whose.personId),
      cells: sayRow(holding, resolveRow(holding, row, speaking)),
    })),
    total: found.total,
    offset,
    note: holding.onlyInExport && found.total === 0 ? null : noteOf(ctx, holding),
  };
}

/** Reads as the program, which sees every row, and only what is about the one person; or, where it may not, as the reader. */
function within<T>(ctx: FirmContext, holding: Holding, work: (db: FirmContext['db']) => Promise<T>): Promise<T> {
  return isOnlyTheirs(holding) ? work(ctx.db) : ctx.asEngine(work);
}

/** What somebody says of mentoring, and what two keep in it, is read by nobody else though the program matches by it. */
const ONLY_THEIRS = new Set([
  'mentoring_wish',
  'mentoring_veto',
  'mentoring_pair',
  'mentoring_answer',
  'mentoring_session',
  'mentoring_goal',
  'mentoring_check',
]);

/** What two people keep between them is theirs too, though the program counts how often they meet. */
const isOnlyTheirs = ({ readBy, table }: Holding) =>
  readBy.includes('pair') ||
  ONLY_THEIRS.has(table) ||
  (!readBy.includes('engine') && !readBy.includes('everyone') && !readBy.includes('no-firm'));

function noteOf(ctx: FirmContext, holding: Holding): string | null {
  if (isOnlyTheirs(holding) && ctx.standing === 'operator')
    return `Only ${holding.readBy.includes('hr') ? 'the person themselves and HR' : 'the person themselves'} can read this: whoever holds the server sees nothing here.`;
  return holding.onlyInExport ? 'Too much for a page: the export has every row.' : null;
}

/** What a table is called and why it is kept, without its rows. */
export function describe(holding: Holding): Omit<HeldTable, 'rows' | 'total' | 'offset' | 'note'> {
  const { key, title, source, purpose, kept } = holding;
  const columns = Object.keys(holding.columns).map((column) => {
    const { label, source: own } = columnOf(holding, column);
    return { key: column, label, source: own ?? null };
  });
  return { key, title, source, purpose, kept, seenBy: sayReaders(holding), single: holding.single ?? false, columns };
}

export function sayRow(holding: Holding, row: Record<string, Cell>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, sayCell(holding, column, value)]));
}

/** Every row of every kind, for an export; as JSON holds it. */
export async function readEverything(
  ctx: FirmContext,
  speaking: Speaking,
): Promise<{ holding: Holding; rows: Record<string, Cell>[]; note: string | null }[]> {
  const all = [];
  for (const holding of HOLDINGS) {
    const { rows } = await within(ctx, holding, (db) =>
      readHeld(db, holding, speaking.whose, { limit: null, offset: 0 }),
    );
    const note = isOnlyTheirs(holding) ? noteOf(ctx, holding) : null;
    all.push({ holding, rows: rows.map((row: HeldRow) => resolveRow(holding, row, speaking)), note });
  }
  return all;
}
