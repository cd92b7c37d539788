import { GROUPS } from './catalogue.ts';
import type { OwnNumber } from './contract.ts';
import type { AboutExport } from './export-json.ts';
import { columnOf, type Holding, sayReaders } from './holding.ts';
import { type Cell, sayCell } from './present.ts';

/** More rows of one kind than this make a page that nobody reads; JSON has them all. */
const MOST_ROWS = 500;

/** A page of its own to read and print: no script, nothing from elsewhere, every value escaped. */
export function aboutHtml(about: AboutExport): string {
  const groups = GROUPS.map((group) => {
    const tables = about.held.filter(({ holding }) => holding.group === group.key);
    const numbers = group.key === 'tickets' ? numbersHtml(about.numbers) : '';
    return `<section><h2>${escapeHtml(group.title)}</h2><p>${escapeHtml(group.note)}</p>${numbers}${tables.map(tableHtml).join('')}</section>`;
  });
  const considered = about.considered.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('');
  const alone = about.aloneUntil
    ? `<p>Your newest numbers are yours alone until ${escapeHtml(about.aloneUntil)}.</p>`
    : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`What is held about ${about.name}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>What ${escapeHtml(about.firmName)} holds about ${escapeHtml(about.name)}</h1>
<p>Written by Evenkeel on ${escapeHtml(about.madeAt)} UTC. All times are UTC.</p>
${considered}${alone}
${groups.join('\n')}
</body>
</html>
`;
}

function tableHtml({ holding, rows, note }: AboutExport['held'][number]): string {
  const why = [
    ['Where it comes from', holding.source],
    ['What for', holding.purpose],
    ['Who may see it', sayReaders(holding)],
    ['How long', holding.kept],
  ].map(([term, text]) => `<dt>${term}</dt><dd>${escapeHtml(text!)}</dd>`);
  const said = note === null ? '' : `<p>${escapeHtml(note)}</p>`;
  return `<h3>${escapeHtml(holding.title)}</h3>${said}${rowsHtml(holding, rows)}<dl class="why">${why.join('')}</dl>`;
}

function rowsHtml(holding: Holding, rows: Record<string, Cell>[]): string {
  if (rows.length === 0) return '<p class="none">Nothing.</p>';
  const columns = Object.keys(holding.columns);
  const cell = (row: Record<string, Cell>, column: string) => escapeHtml(sayCell(holding, column, row[column] ?? null));
  if (holding.single) {
    const facts = columns.map(
      (column) => `<dt>${escapeHtml(columnOf(holding, column).label)}</dt><dd>${cell(rows[0]!, column)}</dd>`,
    );
    return `<dl>${facts.join('')}</dl>`;
  }
  const head = columns.map((column) => `<th scope="col">${escapeHtml(columnOf(holding, column).label)}</th>`).join('');
  const body = rows
    .slice(0, MOST_ROWS)
    .map((row) => `<tr>${columns.map((column) => `<td>${cell(row, column)}</td>`).join('')}</tr>`);
  const rest =
    rows.length > MOST_ROWS ? `<p>These are ${MOST_ROWS} of ${rows.length}: the JSON export has them all.</p>` : '';
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${rest}`;
}

function numbersHtml(numbers: readonly OwnNumber[]): string {
  if (numbers.length === 0) return '';
  const rows = numbers.map(({ title, estimate, tooLittle, views, raters, tickets }) => {
    const level =
      tooLittle ?? `${estimate.mean.toFixed(1)} (${estimate.low.toFixed(1)} to ${estimate.high.toFixed(1)})`;
    return `<tr>${[title, level, views, raters, tickets].map((value) => `<td>${escapeHtml(value)}</td>`).join('')}</tr>`;
  });
  const head = ['What', 'Level and 80% interval', 'Views', 'People', 'Tickets'].map(
    (one) => `<th scope="col">${one}</th>`,
  );
  return `<h3>My numbers</h3><table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A value as text inside HTML, in an attribute too. */
export function escapeHtml(value: Cell): string {
  return value === null ? '–' : String(value).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const STYLE = `
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: #1b2a3a; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #8b949e; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { padding: 4px 8px 4px 0; border-bottom: 1px solid #e2ded5; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 2px 1rem; }
dt { color: #596572; } dd { margin: 0; overflow-wrap: anywhere; }
.why { font-size: 13px; color: #596572; } .none { color: #596572; }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt; } h3, tr { break-after: avoid; break-inside: avoid; } }
`;
