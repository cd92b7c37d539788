/** What a spreadsheet would run as a formula or split: kept as text by a leading apostrophe. */
const FORMULA = /^[=+\-@\t\r]/;

/** One cell: defused where it could be a formula, quoted where it must be. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180), header first. */
export function csvOf(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
