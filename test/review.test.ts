import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { peopleCsv, ratingsCsv, ticketsCsv } from '../src/model/world/csv.ts';
import { sampleWorld } from '../src/model/world/sample-world.ts';
import { readPostmaster } from '../src/platform/db/embedded/postmaster.ts';
import { SERVER_HOLDER } from '../src/platform/sign-in/actions.ts';
import { forgetFirm, readFirmAccess } from '../src/platform/sign-in/store.ts';
import { deleteFirm } from '../src/records/people/firm.store.ts';
import type { Verdict } from '../src/records/verdicts/types.ts';
import { type Result, resultOf, runEvenkeel, runHere } from './support/command.ts';
import { createTestDatabase, type TestDatabase } from './support/database.ts';
import { readIncidentCut } from './support/incident-cut.ts';
import { quickFolder } from './support/quick-folder.ts';

const BAD = join(import.meta.dirname, 'fixtures/bad');

let folder: string;
/** Where firms are kept. */
let test: TestDatabase;
/** Where throw-away firms are made: nothing may be left in it. */
let temporary: string;

beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'evenkeel-'));
  await chmod(folder, 0o711);
  temporary = join(folder, 'tmp');
  await mkdir(temporary, { mode: 0o711 });
  const world = sampleWorld('cove');
  for (const [name, text] of [
    ['people.csv', peopleCsv(world)],
    ['tickets.csv', ticketsCsv(world)],
    ['ratings.csv', ratingsCsv(world)],
    ['huge.csv', `ticket,opened,assignee\n1,2026-10-01,Ana\n2,2026-10-02,"${'x'.repeat(10_000_000)}"\n`],
  ] as const)
    await writeFile(join(folder, name), text);
  test = await createTestDatabase();
});
afterEach(() => removeFirms());
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

/** With a server and a firm of its own, which are thrown away. */
const start = (...args: string[]) => runEvenkeel(['review', ...args], { TMPDIR: temporary });
/** Where firms are kept. */
const review = (...args: string[]) =>
  runHere(['review', ...args], {
    DATABASE_URL: test.adminUrl,
    EVENKEEL_DATA: join(folder, 'key'),
    EVENKEEL_KEY: '07'.repeat(32),
  });
const cove = () => ['people', 'tickets', 'ratings'].flatMap((kind) => [`--${kind}`, join(folder, `${kind}.csv`)]);
const verdictsOf = ({ out }: Result) => (JSON.parse(out) as { verdicts: (Verdict & { seat: string })[] }).verdicts;

/** Every number below a value; what stands where a number belongs and is none, as its path. */
function noNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return /\b(NaN|Infinity|undefined)\b/.test(value) ? [path] : [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null) return /(mean|low|high|sd|chance|evidence|gate|effort|tickets)$/.test(path) ? [path] : [];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => noNumbers(inner, `${path}/${key}`));
}

describe('a review of files', () => {
  it('prints the same advice each time as JSON, progress apart, and leaves nothing behind', async () => {
    const first = await resultOf(start('--json', ...cove()));
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('Reading tickets.csv: 1,500 tickets added') });
    const second = await review('--keep', 'Cove Ltd', '--json', ...cove());
    expect(second.out).toBe(first.out);
    const verdicts = verdictsOf(first);
    expect(verdicts.map((one) => [one.seat, one.kind, one.answer.kind]).toSorted()).toEqual([
      ['Helpdesk Lead', 'technical-first', 'person'],
      ['Owner', 'both', 'keep'],
    ]);
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({
        team: expect.toBeOneOf([expect.any(String), null]),
        reasons: expect.arrayContaining([expect.objectContaining({ text: expect.any(String) })]),
        evidence: { observations: expect.any(Number), raters: expect.any(Number), tickets: expect.any(Number) },
      });
      expect(verdict.flips.length > 0).toBe(verdict.flipsNote === null);
      expect(verdict.candidates.length).toBeGreaterThan(0);
    }
    expect(noNumbers(verdicts)).toEqual([]);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('prints for people in lines that fit a terminal, without words of ours', async () => {
    const { out } = await review('--keep', 'Cove Ltd', ...cove());
    expect(out).toContain('Mei Lin Chua, named');
    expect(out).toContain('What would change this:');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(96);
    expect(out).not.toMatch(/verdict|posterior|\bgate\b|NaN|undefined|null/i);
  });

  it('stopped half-way ends at once and leaves neither a folder nor a server', async () => {
    const child = start('--tickets', join(folder, 'tickets.csv'));
    const ended = resultOf(child);
    let pid: number | undefined;
    while (pid === undefined && child.exitCode === null) {
      const [made] = await readdir(temporary);
      if (made) pid = (await readPostmaster(join(temporary, made, 'database/18/data')))?.pid;
      await sleep(10);
    }
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, out: '' });
    expect(await readdir(temporary)).toEqual([]);
    expect(() => process.kill(pid!, 0)).toThrow('ESRCH');
  });
});

describe('a file with many teams', () => {
  it('is shown by its seats with most tickets, and whole with --all', async () => {
    await writeFile(join(folder, 'log.csv'), readIncidentCut());
    const keep = ['--keep', 'A real helpdesk', '--tickets', join(folder, 'log.csv')];
    const { out, code } = await review(...keep);
    expect(code).toBe(0);
    const seats = (page: string) => page.match(/^\S.* {2}\(vacant\)$/gm)?.length ?? 0;
    expect(seats(out)).toBe(10);
    const more = Number(/the 10 seats with most tickets; there are (\d+) more: add --all/.exec(out)?.[1]);
    const all = await review('--all', '--firm', 'A real helpdesk');
    expect(seats(all.out)).toBe(10 + more);
    expect(all.out).not.toContain('--all');
  });
});

describe('a question that a file leaves open', () => {
  it('is answered by an option', async () => {
    const columns = ['--column', 'ticket=Nummer', '--column', 'opened=Eröffnet', '--column', 'assignee=Wer'];
    const named = await review('--keep', 'Named', '--tickets', join(BAD, 'unknown-columns.csv'), ...columns);
    expect(named).toMatchObject({ code: 0, err: expect.stringContaining('1 ticket added') });
    const whichDay = join(BAD, 'which-day.csv');
    const ordered = await review('--keep', 'Ordered', '--tickets', whichDay, '--date-order', 'day-first');
    expect(ordered).toMatchObject({ code: 0, err: expect.stringContaining('1 ticket added') });
  });
});

describe('too little to go on', () => {
  it.each(['one-technician.csv', 'one-ticket.csv'])(
    '%s gives "not enough evidence", in numbers that are some',
    async (name) => {
      const [verdict, ...more] = verdictsOf(await review('--keep', 'Small', '--json', '--tickets', join(BAD, name)));
      expect(more).toEqual([]);
      expect(verdict!.answer).toMatchObject({ kind: 'not-enough-evidence', next: expect.stringContaining('Ana') });
      expect(noNumbers(verdict)).toEqual([]);
    },
  );
});

const firms = async () =>
  (await test.database.transactAsInstall(SERVER_HOLDER, (db) => readFirmAccess(db, SERVER_HOLDER))).length;

async function removeFirms(): Promise<void> {
  const { database } = test;
  const numbers = await database.transactAsInstall(SERVER_HOLDER, (db) => readFirmAccess(db, SERVER_HOLDER));
  for (const { orgId } of numbers) {
    await database.transact({ orgId, actor: SERVER_HOLDER, standing: 'operator' }, async (db) => {
      await deleteFirm(db);
      await forgetFirm(db, orgId);
    });
  }
}

/** What is given, the exit code, and what the one sentence has to say. */
const REFUSED: [kind: string, file: string, code: number, says: RegExp][] = [
  ['people', 'empty.csv', 65, /The file is empty: choose/],
  ['people', 'circle.csv', 65, /in a circle: Bo → Cy → Bo. Correct line 3/],
  ['people', 'reports-to-self.csv', 65, /Bo on line 3 reports to themselves/],
  ['people', 'same-email.csv', 65, /Lines 3 and 4 give the same email address/],
  ['people', 'unknown-manager.csv', 65, /Line 2: "Zed", .* is not on the list/],
  ['people', 'two-encodings.csv', 65, /Line 3 is written in another encoding .* "CSV UTF-8"/],
  ['tickets', 'header-only.csv', 65, /a header and no rows/],
  ['tickets', 'wrong-delimiter.csv', 65, /Only one column was found .* must be separated by comma/],
  ['tickets', 'open-quote.csv', 65, /opens on line 2 is never closed/],
  ['tickets', 'in-2087.csv', 65, /line 2, column "opened": This date lies more than a year ahead/],
  ['tickets', 'negative-minutes.csv', 65, /line 2, column "minutes": A length of time can not be negative/],
  ['tickets', 'which-day.csv', 65, /"opened" can be read both ways .* Add --date-order day-first/],
  [
    'tickets',
    'unknown-columns.csv',
    65,
    /for "Ticket number" and "Opened".* Add --column ticket=…, with one of "Nummer"/,
  ],
  ['tickets', '../huge.csv', 65, /A field on line 3 is longer than 65,536 characters/],
  ['tickets', 'nowhere.csv', 66, /there is no such file: check the path/],
  ['tickets', '..', 65, /this is a folder: give a CSV file/],
];

describe('a file that can not be read', () => {
  it.each(REFUSED)('%s %s is refused in a sentence', async (kind, name, code, says) => {
    const path = name === '../huge.csv' ? join(folder, 'huge.csv') : join(BAD, name);
    const result = await review('--keep', `Refused ${name}`, `--${kind}`, path);
    expect(result).toMatchObject({ code, out: '' });
    const [sentence, ...more] = result.err.trim().split('\n').toReversed();
    expect(sentence!.startsWith(`${path}: `)).toBe(true);
    expect(sentence).toMatch(says);
    expect(more.filter((line) => !line.startsWith('The firm "Refused'))).toEqual([]);
    expect(await firms()).toBe(0);
  });

  it('leaves no firm behind, whatever came before', async () => {
    const result = await review(
      ...['--keep', 'Half', '--people', join(folder, 'people.csv'), '--tickets', join(BAD, 'in-2087.csv')],
    );
    expect(result.code).toBe(65);
    expect(await firms()).toBe(0);
  });
});

describe('a command that can not be followed', () => {
  it.each([
    [['--spots'], 64, "unknown option '--spots'"],
    [['people.csv'], 64, 'too many arguments'],
    [['--date-order', 'year-first'], 64, 'Allowed choices are day-first, month-first'],
    [['--keep', 'Here'], 65, 'there are none: give --people'],
    [['--firm', 'Here', '--tickets', 'x.csv'], 65, 'use --keep "Here"'],
    [['--column', 'opened', '--tickets', 'x.csv'], 65, 'write field=column'],
  ])('%j says so', async (args, code, says) => {
    expect(await review(...args)).toMatchObject({ code, out: '', err: expect.stringContaining(says) });
  });

  it('makes no data folder only to say that nothing is in it', async () => {
    const nowhere = join(folder, 'nowhere');
    const result = await runHere(['review'], { EVENKEEL_DATA: nowhere });
    expect(result).toMatchObject({ code: 66, err: expect.stringContaining('There is no firm here yet') });
    expect(await readdir(folder)).not.toContain('nowhere');
  });
});

describe('a firm that is kept', () => {
  it('is reviewed again without files, by its name in any case, and takes more files', async () => {
    const [people, tickets, ratings] = [cove().slice(0, 2), cove().slice(2, 4), cove().slice(4)];
    const first = await review('--keep', 'Cove Ltd', '--json', ...people, ...tickets);
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('Kept in the firm "Cove Ltd"') });
    expect((await review('--firm', 'cove ltd', '--json')).out).toBe(first.out);
    const more = await review('--keep', 'cove ltd', '--json', ...ratings);
    expect(verdictsOf(more).find((one) => one.seat === 'Helpdesk Lead')!.answer.kind).toBe('person');
    expect(await firms()).toBe(1);
    expect(await review()).toMatchObject({ code: 0, out: expect.stringMatching(/^Cove Ltd\n/) });
    expect(await review('--firm', 'Elsewhere')).toMatchObject({
      code: 66,
      err: 'There is no firm "Elsewhere" here: give --firm with one of "Cove Ltd".\n',
    });
  });
});
