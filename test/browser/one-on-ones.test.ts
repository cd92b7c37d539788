import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMembers, type Members } from '../../src/capabilities/account/contract.ts';
import { QUICK } from '../support/visitor.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, PATIENCE, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

const PEOPLE = [
  { name: 'Olga Brandt', title: 'Owner' },
  { name: 'Lea Lindqvist', team: 'Pod A', title: 'Lead', reportsTo: 'Olga Brandt' },
  { name: 'Tom Weber', team: 'Pod A', title: 'Technician', reportsTo: 'Lea Lindqvist' },
];
const PHRASE = { tom: 'seven lanterns over a quiet quay', lea: 'a kettle hums in the boathouse' };
const OWN = 'I told nobody that nights are too much';
const SHARED = 'We try four weeks without nights';
const SLOW = { timeout: 30_000 };

let visit: Visit;
let tom: Page;
let lea: Page;
let olga: BrowserContext;
/** Everything that Tom's browser sent. */
const sent: string[] = [];

beforeAll(async () => {
  visit = await startVisit(undefined, { signInRules: QUICK });
  await post('/api/firms', { name: 'Tern IT' });
  await post('/api/people', { people: PEOPLE });
  olga = await letIn('Olga Brandt', 'owner');
  tom = await (await letIn('Tom Weber', 'technician')).newPage();
  lea = await (await letIn('Lea Lindqvist', 'team-lead')).newPage();
  for (const page of [tom, lea]) page.on('pageerror', (error) => visit.faults.push(error.message));
  tom.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
});
afterAll(() => visit.close());

async function post<T>(path: string, data: object, context = visit.context): Promise<T> {
  const answer = await context.request.post(visit.origin + path, { data, headers: { origin: visit.origin } });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return (await answer.json()) as T;
}

async function letIn(name: string, role: string): Promise<BrowserContext> {
  const members = (await (await visit.context.request.get(visit.origin + listMembers.path)).json()) as Members;
  const { personId } = members.without.find((one) => one.name === name)!;
  const { link } = await post<{ link: string }>('/api/members/invitations', {
    email: `${role}@tern-it.example`,
    role,
    personId,
  });
  const options = { viewport: DESKTOP, colorScheme: 'light', reducedMotion: 'reduce', acceptDownloads: true } as const;
  const context = await visit.context.browser()!.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  const password = `eleven quiet boats at anchor, ${role.length}`;
  await post('/api/invitation', { token: new URL(link).hash.slice(1), name, password }, context);
  return context;
}

const go = async (page: Page, path: string) => {
  await page.goto(visit.origin + path);
  await settled(page);
};
const notesOf = (page: Page) => page.locator('.talks-private');

async function makeKeys(page: Page, phrase: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(phrase);
  await page.getByRole('textbox', { name: 'The same again' }).fill(phrase);
  await page.getByRole('checkbox', { name: /nobody can reset/ }).check();
  await page.getByRole('button', { name: 'Make my keys' }).click();
  await page.getByRole('button', { name: 'Encrypt and keep' }).waitFor(SLOW);
}

async function unlock(page: Page, phrase: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your passphrase' }).fill(phrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('button', { name: 'Encrypt and keep' }).waitFor(SLOW);
}

async function writeNote(page: Page, text: string, both: boolean): Promise<void> {
  await page.getByLabel('A private note').fill(text);
  await page.getByRole('radio', { name: both ? /^You and/ : 'Only you' }).check();
  await page.getByRole('button', { name: 'Encrypt and keep' }).click();
  await notesOf(page).getByText(text).and(page.locator('p')).waitFor();
}

async function fits(page: Page): Promise<void> {
  for (const [viewport, colorScheme] of [
    [DESKTOP, 'light'],
    [PHONE, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(DESKTOP);
}

let address: string;

describe('1:1s', () => {
  it('begin where the member writes first: a topic, an action, a day, and a file for the calendar', async () => {
    await go(tom, '/me');
    await tom.getByRole('link', { name: '1:1s' }).click();
    await tom.getByText('Begin 1:1s with somebody').click();
    expect(await tom.getByLabel('With', { exact: true }).locator('option').allInnerTexts()).toEqual([
      'Lea Lindqvist (your lead)',
    ]);
    await tom.getByRole('button', { name: 'Begin', exact: true }).click();
    await tom.getByRole('heading', { level: 1, name: '1:1 with Lea Lindqvist' }).waitFor();
    address = new URL(tom.url()).pathname;
    await tom.getByLabel('Add a topic').fill('My nights');
    await tom.getByRole('button', { name: 'Add topic' }).click();
    await tom.getByText('My nights', { exact: true }).waitFor();
    await tom.getByLabel('Add an action').fill('Ask for a course');
    await tom.getByRole('button', { name: 'Add action' }).click();
    await tom.getByRole('button', { name: 'Done: Ask for a course' }).waitFor();
    await tom.getByLabel('Day', { exact: true }).fill('2027-01-12');
    await tom.getByRole('button', { name: 'Plan it' }).click();
    await tom.getByText(/^Next: Tue,? 12 January 2027, 10:00/).waitFor();
    const taken = tom.waitForEvent('download');
    await tom.getByRole('button', { name: 'For my calendar (.ics)' }).click();
    const file = await readFile(await (await taken).path(), 'utf8');
    expect(file).toMatch(
      /^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:1:1: Lea Lindqvist and Tom Weber\r\n[\s\S]*END:VCALENDAR\r\n$/,
    );
    expect(file).not.toContain('nights');
  });

  it('keep private notes apart, encrypted in the browser, and locked once the page is left', async () => {
    await makeKeys(tom, PHRASE.tom);
    await writeNote(tom, OWN, false);
    expect(await tom.getByRole('radio', { name: 'You and Lea Lindqvist' }).isDisabled()).toBe(true);
    await fits(tom);
    const stored = await tom.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(stored).not.toMatch(/AGE-SECRET|lanterns|nights/);
    await go(tom, address);
    await notesOf(tom).getByText('Locked. 1 note here.').waitFor();
    expect(await textOf(notesOf(tom))).not.toContain(OWN);
  });

  it('let the other read what was written for both, and nothing else', async () => {
    await go(lea, address);
    await lea.getByText('My nights', { exact: true }).waitFor();
    await makeKeys(lea, PHRASE.lea);
    expect(await textOf(notesOf(lea))).toContain('No private notes yet.');
    await go(tom, address);
    await tom.clock.install();
    await unlock(tom, PHRASE.tom);
    await tom.getByText(OWN).waitFor();
    await writeNote(tom, SHARED, true);
    await lea.getByRole('button', { name: 'Lock' }).click();
    await tom.clock.fastForward('16:00');
    await notesOf(tom).getByText('Locked. 2 notes here.').waitFor();
  });

  it('are gone for whoever loses their passphrase, but for what the other writes again', async () => {
    await go(lea, address);
    await lea.getByText('I have lost my passphrase').click();
    expect(await textOf(notesOf(lea))).toMatch(/stays closed to you for good.*nobody can reset it/);
    await makeKeys(lea, `${PHRASE.lea}, again`);
    await notesOf(lea)
      .getByText('Closed to you: it was written for keys you no longer have. Tom Weber can still open it')
      .waitFor();
    await go(tom, address);
    await unlock(tom, PHRASE.tom);
    await tom.getByRole('button', { name: 'Write it again for both' }).click();
    await expect.poll(() => notesOf(tom).getByText(SHARED).count()).toBe(2);
    await go(lea, address);
    await unlock(lea, `${PHRASE.lea}, again`);
    await expect.poll(() => notesOf(lea).getByText(SHARED).count()).toBe(1);
    await fits(lea);
  });

  it('give an owner counts and nothing more: not on screen, not by the API, not from the database or the log', async () => {
    const page = await olga.newPage();
    await go(page, '/one-on-ones');
    await page.getByRole('table', { name: '1:1s by lead' }).waitFor();
    expect(await textOf(page.getByRole('main'))).toMatch(/Lea Lindqvist 0 of 1 had a 1:1 in their time/);
    await fits(page);
    for (const path of [`/api${address}`, `/api${address}/notes`, `/api${address}/invitation`]) {
      expect((await olga.request.get(visit.origin + path)).status()).toBe(404);
      expect((await visit.context.request.get(visit.origin + path)).status()).toBe(403);
    }
    const client = new Client({ connectionString: visit.evenkeel.test.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ dump: string }>(
      `select query_to_xml('select * from private_note', true, true, '')::text
        || query_to_xml('select * from note_identity', true, true, '')::text
        || query_to_xml('select * from audit_entry', true, true, '')::text as dump`,
    );
    await client.end();
    const audit = await (await olga.request.get(`${visit.origin}/api/audit`)).text();
    expect(audit).toContain('kept a private note');
    for (const text of [rows[0]!.dump, audit, ...sent])
      expect(text).not.toMatch(/told nobody|four weeks|lanterns|AGE-SECRET/);
    expect(sent.filter((one) => one.includes('BEGIN AGE')).length).toBe(4);
    expect(audit).not.toMatch(/My nights|course/);
    expect(visit.faults).toEqual([]);
  });
});
