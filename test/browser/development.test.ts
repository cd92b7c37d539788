import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { goOn } from './go-on.ts';
import { DESKTOP, open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
let owner: Client;
let orgId: number;
beforeAll(async () => {
  visit = await startVisit('harbor');
  owner = new Client({ connectionString: visit.evenkeel.test.adminUrl });
  await owner.connect();
  orgId = Number((await owner.query('select max(org_id) as id from firm')).rows[0].id);
});
afterAll(async () => {
  await owner.end();
  await visit.close();
});

const goOnAs = (name: string, role: string) => goOn(visit, owner, { orgId, name, role });

/** Nothing against WCAG on a desk, nothing to push sideways on a phone. */
async function isFit(): Promise<void> {
  const { page, faults } = visit;
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  await settled(page);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize(DESKTOP);
  expect(faults).toEqual([]);
}

describe('development', () => {
  it('shows who has a plan, and of one what is due, what it is about and what can’t be told yet', async () => {
    const { page } = visit;
    await open(visit, '/development');
    expect(await textOf(page.getByRole('main'))).toContain('One plan is under way, one waits for a word');
    await isFit();
    await page.getByRole('link', { name: 'Marcus Bell' }).click();
    await settled(page);
    const text = await textOf(page.getByRole('main'));
    expect(text).toContain('For leading Service Desk: four steps done, two are due.');
    expect(text).toContain('Too early to tell: one view from before, the second reading is on 18 January.');
    for (const need of ['Communication', 'Conflict resolution', 'Team building'])
      expect(await page.getByRole('article', { name: need }).count()).toBe(1);
    await isFit();
  });

  it('lets whoever reads a sample see an answer beside what each level does', async () => {
    const { page } = visit;
    await open(visit, '/development/practice');
    await page.getByRole('link', { name: 'The update nobody wants to write' }).first().click();
    await page.getByText('What Dana Ruiz saw').first().waitFor();
    expect(await textOf(page.getByRole('main'))).toMatch(/What Dana Ruiz saw .* strong ?seen here/);
    await isFit();
  });

  it('brings courses and completions by file, and says what waits', async () => {
    const { page } = visit;
    await open(visit, '/development/courses');
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    const [catalogue, completions] = [page.locator('input[type=file]').nth(0), page.locator('input[type=file]').nth(1)];
    await catalogue.setInputFiles(file('c.csv', 'title,competency,hours\nQuiet words,coaching,3\n'));
    await page.getByText('One course to add').waitFor();
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByRole('rowheader', { name: 'Quiet words' }).waitFor();
    await completions.setInputFiles(file('d.csv', 'person,course,date\nZoe New,Quiet words,2026-11-02\n'));
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByRole('heading', { name: 'Waiting to be matched' }).waitFor();
    await page.getByLabel('For which system').fill('Moodle');
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByText('it is shown this once').waitFor();
    await isFit();
  });
});

describe('my plan', () => {
  it('is moved and practised by its person, who chooses who reads what they write', async () => {
    const { page } = visit;
    await goOnAs('Marcus Bell', 'team-lead');
    await open(visit, '/me/plan');
    await page.getByRole('button', { name: 'Move: Practice, communication, 16 November' }).click();
    await page.getByRole('textbox', { name: 'Why' }).fill('Two people are ill');
    await page.getByRole('dialog').locator('input[type=date]').fill('2026-11-24');
    await page.getByRole('button', { name: 'Move it' }).click();
    await page.getByText('moved from 16 November: Two people are ill').first().waitFor();
    expect(await textOf(page.getByRole('table', { name: 'Both paths, level by level' }))).toMatch(
      /Chief engineer you, about here/,
    );
    await isFit();
    await open(visit, '/me/plan/practice/conflict/easy-tickets');
    await page.getByLabel('Word for word').fill('Not here. I talk with each of you first.');
    await page.getByLabel('Who is to read it').selectOption({ label: 'Dana Ruiz' });
    await page.getByText('Only you and Dana Ruiz read it.').waitFor();
    await isFit();
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('It waits for Dana Ruiz.').waitFor();
  });

  it('is helped by whom they asked: with a sentence for each level, not a mark', async () => {
    const { page } = visit;
    await goOnAs('Dana Ruiz', 'team-lead');
    await open(visit, '/me/plan/practice');
    await page.getByRole('link', { name: 'Who takes the easy ones' }).first().click();
    await page.getByRole('radio', { name: /Stops the quarrel/ }).check();
    await page.getByRole('radio', { name: /Looks at the numbers/ }).check();
    await isFit();
    await page.getByRole('button', { name: 'Send it back' }).click();
    await page.getByText('Marcus Bell can read it now.').waitFor();
  });
});
