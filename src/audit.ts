import { dirname, join } from 'node:path';
import { Refusal } from './base/errors.ts';
import { isoOf } from './base/time.ts';
import { type Install, openInstall } from './install.ts';
import type { Head } from './platform/audit/chain.ts';
import { type NotePlace, type Notes, readNotes, writeNotes } from './platform/audit/notes.ts';
import { listFirms } from './platform/audit/store.ts';
import { type ChainReport, verifyChain } from './platform/audit/verify.ts';
import { defaultDataFolder } from './platform/db/embedded/folders.ts';
import { SERVER_HOLDER } from './platform/sign-in/actions.ts';
import { readFirm } from './records/people/store.ts';
import { refuseEmptyInstall } from './review-firms.ts';

/** What `evenkeel audit verify` was given, as command-line.ts declares it. */
export type VerifyOptions = { head?: string[]; json?: boolean; noteAnew?: boolean };

/** How the log of one firm stands. */
export type FirmReport = Omit<ChainReport, 'broken'> & { name: string | null; problem: string | null };

/** A head that somebody noted by hand; without a firm it belongs to the only one. */
type GivenHead = Head & { orgId: number | null };

/** Beside the key, because who can change the database alone must not be able to change the notes. */
export function notePlaceOf(environment: NodeJS.ProcessEnv): NotePlace {
  const beside = environment.EVENKEEL_KEY_FILE
    ? dirname(environment.EVENKEEL_KEY_FILE)
    : defaultDataFolder(environment);
  return { file: join(beside, 'audit-heads.json'), database: databaseName(environment.DATABASE_URL) };
}

/** Host, port and name: what tells databases apart without their passwords. */
function databaseName(url: string | undefined): string {
  if (!url) return 'embedded';
  if (!URL.canParse(url)) return 'by address';
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${hostname || searchParams.get('host') || 'localhost'}:${port || searchParams.get('port') || '5432'}${pathname}`;
}

/** `evenkeel audit verify`: checks the log of every firm of this install; answers whether all of them are whole. */
export async function verifyAudit(
  environment: NodeJS.ProcessEnv,
  options: VerifyOptions,
  print: (text: string) => void,
): Promise<boolean> {
  const given = (options.head ?? []).map(parseHead);
  await refuseEmptyInstall(environment);
  const install = await openInstall(environment);
  try {
    const reports = await verifyInstall(install, notePlaceOf(environment), { given, anew: options.noteAnew === true });
    print(options.json ? jsonOf(reports) : pageOf(reports));
    return reports.every((report) => report.problem === null);
  } finally {
    await install.database.close();
  }
}

/** Checks every firm against what was noted, and notes the ends of the logs that stand. */
export async function verifyInstall(
  { database, secrets }: Install,
  place: NotePlace,
  how: { given?: readonly GivenHead[]; anew?: boolean } = {},
): Promise<FirmReport[]> {
  const { given = [], anew = false } = how;
  const notes = anew ? {} : await readNotes(place);
  const firms = await database.transactAsInstall(SERVER_HOLDER, listFirms);
  refuseUnclear(given, firms);
  const reports: FirmReport[] = [];
  const kept: Notes = {};
  for (const { orgId, sample } of firms) {
    const noted = [notes[orgId], ...given.filter((one) => (one.orgId ?? orgId) === orgId)].filter(
      (one) => one !== undefined,
    );
    const report = await database.transact({ orgId, actor: SERVER_HOLDER, standing: 'operator' }, async (db) => {
      const { broken, ...rest } = await verifyChain(db, secrets, orgId, noted);
      return { ...rest, name: (await readFirm(db))?.name ?? null, problem: broken?.text ?? null };
    });
    reports.push(report);
    const standing = report.problem === null && report.head ? { ...report.head, sample } : notes[orgId];
    if (standing) kept[orgId] = standing;
  }
  for (const [orgId, noted] of Object.entries(notes)) {
    // A sample goes with its log; nothing else may go.
    if (noted.sample || firms.some((firm) => firm.orgId === Number(orgId))) continue;
    kept[orgId] = noted;
    reports.push(goneFirm(Number(orgId), noted));
  }
  if (JSON.stringify(kept) !== JSON.stringify(await readNotes(place))) await writeNotes(place, kept);
  return reports;
}

const goneFirm = (orgId: number, { seq }: Head): FirmReport => ({
  orgId,
  name: null,
  lines: 0,
  unchecked: 0,
  first: null,
  last: null,
  head: null,
  problem: `the firm and its log are gone; it had ${seq} ${seq === 1 ? 'line' : 'lines'} when it was last noted`,
});

function parseHead(text: string): GivenHead {
  const parts = /^(?:(\d{1,15})\/)?([1-9]\d{0,14}):([0-9a-f]{12,64})$/i.exec(text.trim());
  if (parts) return { orgId: parts[1] ? Number(parts[1]) : null, seq: Number(parts[2]), hash: parts[3]!.toLowerCase() };
  throw new Refusal('bad-input', `--head is "${text}": give it as it was printed, such as 1204:3fa9c1d2e4b5a6f7.`, {
    field: 'head',
  });
}

function refuseUnclear(given: readonly GivenHead[], firms: readonly { orgId: number }[]): void {
  for (const { orgId, seq } of given) {
    if (orgId === null && firms.length !== 1)
      throw new Refusal(
        'bad-input',
        `--head names no firm, and there are ${firms.length} here: write it as FIRM/${seq}:….`,
        {
          field: 'head',
        },
      );
    if (orgId !== null && !firms.some((firm) => firm.orgId === orgId))
      throw new Refusal('not-found', `--head names firm ${orgId}, and there is none of that number here.`, {
        field: 'head',
      });
  }
}

/** How far a hash is printed: 64 bits, more than anybody can search for. */
const SHORT = 16;

const headText = ({ orgId, head }: FirmReport) => (head ? `${orgId}/${head.seq}:${head.hash.slice(0, SHORT)}` : null);

function pageOf(reports: readonly FirmReport[]): string {
  if (reports.length === 0) return 'There is no firm here, so there is no audit log.';
  const broken = reports.filter((report) => report.problem !== null).length;
  const end =
    broken === 0
      ? 'Every log is whole. Keep the heads elsewhere too: `--head` checks that a log still holds them.'
      : `${broken} of ${reports.length} logs ${broken === 1 ? 'is' : 'are'} not whole: docs/audit.md says what to do.`;
  return [...reports.map(lineOf), end].join('\n');
}

function lineOf(report: FirmReport): string {
  const { orgId, name, lines, unchecked, first, last, problem } = report;
  const firm = name === null ? `Firm ${orgId}` : `Firm ${orgId} "${name}"`;
  const count = `${lines.toLocaleString('en')} ${lines === 1 ? 'line' : 'lines'}`;
  const span = first !== null && last !== null ? `, ${isoOf(first)} to ${isoOf(last)}` : '';
  if (problem !== null)
    return `${firm}: NOT WHOLE: ${problem}. ${count} before that ${lines === 1 ? 'stands' : 'stand'}${span}.`;
  const earlier =
    unchecked === 0 ? '' : ` (the first ${unchecked.toLocaleString('en')} signed with an earlier key, not checked)`;
  return lines === 0
    ? `${firm}: whole, no line yet`
    : `${firm}: whole, ${count}${earlier}${span}, head ${headText(report)}`;
}

function jsonOf(reports: readonly FirmReport[]): string {
  const firms = reports.map((report) => ({
    firm: report.orgId,
    name: report.name,
    whole: report.problem === null,
    problem: report.problem,
    lines: report.lines,
    signedWithEarlierKey: report.unchecked,
    first: report.first === null ? null : isoOf(report.first),
    last: report.last === null ? null : isoOf(report.last),
    head: headText(report),
  }));
  return JSON.stringify({ whole: firms.every((firm) => firm.whole), firms }, null, 2);
}
