import { csvOf } from '../../base/csv.ts';
import { type Day, dayOf, isoOf } from '../../base/time.ts';
import { readHead } from '../../platform/audit/store.ts';
import { verifyChain } from '../../platform/audit/verify.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { AuditCheck, AuditPage, AuditRow } from './contract.ts';
import { type Names, titleOf, whatWasDone, whoDid } from './sentence.ts';
import { type LineFilter, type LoggedLine, readActionsUsed, readActorNames, readLines, readNames } from './store.ts';

const PAGE = 100;
const MOST_EXPORTED = 50_000;
const SHORT_HASH = 16;

type Asked = { personId?: number | undefined; action?: string | undefined; day?: string | undefined };

const filterOf = ({ personId, action, day }: Asked, limit: number, before?: number): LineFilter => ({
  personId,
  action,
  day: day as Day | undefined,
  before,
  limit,
});

/** A page of the log in words, newest first. */
export async function findAudit(ctx: FirmContext, asked: Asked & { before?: number | undefined }): Promise<AuditPage> {
  const found = await readLines(ctx.db, filterOf(asked, PAGE + 1, asked.before));
  const lines = found.slice(0, PAGE);
  const names = await namesFor(ctx, lines);
  const [check] = await readLines(ctx.db, { action: 'checkAudit', limit: 1 });
  return {
    rows: lines.map((line) => rowOf(line, names)),
    lines: (await readHead(ctx.db))?.seq ?? 0,
    next: found.length > PAGE ? lines.at(-1)!.seq : null,
    actions: (await readActionsUsed(ctx.db))
      .map((action) => ({ action, title: titleOf(action) }))
      .sort((one, other) => (one.title < other.title ? -1 : 1)),
    people: [...names.people].map(([personId, name]) => ({ personId, name })),
    lastCheck: check ? { at: check.at, whole: check.details.whole === 'yes' } : null,
  };
}

async function namesFor(ctx: FirmContext, lines: readonly LoggedLine[]): Promise<Names> {
  const actors = lines.flatMap(({ actor, details }) => [actor, String(details.actingBy ?? '')]);
  return { people: await readNames(ctx.db), actors: await readActorNames(ctx.db, actors) };
}

const rowOf = (line: LoggedLine, names: Names): AuditRow => ({
  seq: line.seq,
  at: line.at,
  who: whoDid(line, names),
  what: whatWasDone(line, names),
});

/** Checks the whole log of the firm; that it was checked, and with what result, is a line of its own. */
export async function checkChain(ctx: FirmContext): Promise<AuditCheck> {
  const { lines, unchecked, first, last, head, broken } = await verifyChain(ctx.db, ctx.secrets, ctx.orgId);
  Object.assign(ctx.concerns.details, { whole: broken ? 'no' : 'yes', lines });
  return {
    whole: broken === null,
    lines,
    unchecked,
    first,
    last,
    head: head && `${head.seq}:${head.hash.slice(0, SHORT_HASH)}`,
    problem: broken?.text ?? null,
  };
}

/** The log as CSV: words for people, and what is stored for whoever checks. */
export async function exportLines(
  ctx: FirmContext,
  asked: Asked,
): Promise<{ fileName: string; text: string; cut: boolean }> {
  const found = await readLines(ctx.db, filterOf(asked, MOST_EXPORTED + 1));
  const lines = found.slice(0, MOST_EXPORTED);
  const names = await namesFor(ctx, lines);
  const rows = lines.map((line) => [
    line.seq,
    isoOf(line.at),
    whoDid(line, names),
    whatWasDone(line, names),
    line.actor,
    line.action,
    line.people.join(' '),
    JSON.stringify(line.details),
  ]);
  const header = ['line', 'at (UTC)', 'who', 'did', 'actor', 'action', 'people', 'details'];
  const fileName = `audit-log-${dayOf(ctx.now())}.csv`;
  return { fileName, text: csvOf(header, rows), cut: found.length > lines.length };
}
