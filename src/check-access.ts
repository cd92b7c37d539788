import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ACCESS, type Access } from './access.ts';
import { ROLE_NAMES, ROLES } from './base/roles.ts';
import { ROOT } from './install.ts';
import { allRoutes } from './routes.ts';

/** Where the table is drawn for readers. */
const PAGE = join(ROOT, 'docs', 'access.md');

const operations = allRoutes.map((route) => route.operation);

/** Operations that no row covers, and rows that no operation has. Both must be empty. */
export const uncovered = operations.map(({ id }) => id).filter((id) => !Object.hasOwn(ACCESS, id));
export const stale = Object.keys(ACCESS).filter((id) => !operations.some((operation) => operation.id === id));

function cellsOf(access: Access | undefined): string[] {
  if (access === undefined) return [...ROLES.map(() => 'no row'), 'no row'];
  if (access === 'anyone') return [...ROLES.map(() => 'before sign-in'), 'before sign-in'];
  if (access === 'program') return [...ROLES.map(() => '–'), 'its own key'];
  if (access === 'everyone') return [...ROLES.map(() => 'own account'), 'yes'];
  return [...ROLES.map((role) => access[role] ?? '–'), access.operator === 'no' ? '–' : 'yes'];
}

const HEAD = ['Operation', ...ROLES.map((role) => ROLE_NAMES[role]), 'Server'];
const rows = operations.map(({ id }) => [id, ...cellsOf(ACCESS[id])]);

/** The page docs/access.md, from the table. */
export function drawPage(): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const summaries = operations.map(({ id, summary }) => `- \`${id}\`: ${summary}`);
  return `${INTRODUCTION}
${line(HEAD)}
${line(HEAD.map(() => '---'))}
${rows.map(line).join('\n')}

## What each operation does

${summaries.join('\n')}
`;
}

const INTRODUCTION = `# Who may do what

Drawn from \`src/access.ts\` by \`npm run check:access -- --write\`; a test keeps it from going stale. The server refuses what is
not in the table, and row-level security in the database (\`migrations/0006_roles.sql\`, \`0007_trust.sql\`) holds the same line
underneath; \`test/access.test.ts\` tries every role against every operation, \`test/roles.test.ts\` every role against every
table.

- **all**: everything the operation can show or change.
- **seen**: only people whose numbers the role may see: the person, their direct lead, and who decides on a seat for which the
  person is a candidate and was told.
- **own**: only what is about oneself.
- **–**: refused. *Its own key*: only a program that shows the key made for this operation.

The owner is no super-reader: ticket numbers of somebody whom they neither lead nor decide about stay closed to them. A new
ticket number reaches its person seven days before anyone else, where people have accounts. *Server* is whoever holds the
machine that Evenkeel runs on: with a shell they can read everything but private notes. Acting for somebody from there
(\`evenkeel sign-in --as\`) is written into the audit log, and the person sees it on their page.

## What each role sees

Pictures by \`npm run screenshots\`, which signs in as each role in a made-up firm.

${ROLES.map((role) => `![${ROLE_NAMES[role]}](pictures/role-${role}.png)`).join('\n\n')}

## The table
`;

/** The page as it is in the repository. */
export const readPage = (): Promise<string> => readFile(PAGE, 'utf8').catch(() => '');

function print(): void {
  const widths = HEAD.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i]!.length)));
  for (const row of [HEAD, ...rows]) console.log(row.map((cell, i) => cell.padEnd(widths[i]!)).join('  '));
  console.log(`\n${operations.length} operations, ${ROLES.length} roles and whoever holds the server`);
  console.log(`operations without a row: ${uncovered.length}${uncovered.length ? ` (${uncovered.join(', ')})` : ''}`);
  if (stale.length) console.log(`rows without an operation: ${stale.join(', ')}`);
}

if (process.argv[1] === import.meta.filename) {
  print();
  if (process.argv.includes('--write')) await writeFile(PAGE, drawPage());
  process.exitCode = uncovered.length + stale.length > 0 ? 1 : 0;
}
