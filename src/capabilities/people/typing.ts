/** The columns of the grid, in the order in which they are pasted. */
export const GRID_FIELDS = ['name', 'team', 'title', 'reportsTo'] as const;
export type GridRow = Record<(typeof GRID_FIELDS)[number], string>;
export const EMPTY_ROW: GridRow = { name: '', team: '', title: '', reportsTo: '' };

/** Copied cells as a spreadsheet gives them: rows by line, cells by tab. */
export function cellsOfPaste(text: string): string[][] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** The grid with copied cells laid over it from one cell on; rows are added where they are needed. */
export function pasteInto(rows: readonly GridRow[], cells: string[][], from: number, column: number): GridRow[] {
  const next = rows.map((row) => ({ ...row }));
  cells.forEach((line, down) => {
    const row = next[from + down] ?? { ...EMPTY_ROW };
    line.forEach((cell, right) => {
      const field = GRID_FIELDS[column + right];
      if (field) row[field] = cell;
    });
    next[from + down] = row;
  });
  return next;
}

type Typed = { name: string; team: string | null; title: string | null; reportsTo: string | null };

/** The rows that name somebody; empty fields are not known. */
export function peopleOfGrid(rows: readonly GridRow[]): Typed[] {
  return rows
    .filter(({ name }) => name.trim() !== '')
    .map((row) => ({
      name: row.name.trim(),
      team: row.team.trim() || null,
      title: row.title.trim() || null,
      reportsTo: row.reportsTo.trim() || null,
    }));
}
