import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirmRows, openFirmRows } from './rows.ts';
import { goTo, headline, open, settled, startVisit, textOf, type Visit } from './visit.ts';

const REAL = [
  { name: 'Ana', title: 'Owner' },
  { name: 'Tom', team: 'Desk', reportsTo: 'Ana' },
];

let visit: Visit;
let rows: FirmRows;
beforeAll(async () => {
  visit = await startVisit();
  rows = await openFirmRows(visit.evenkeel.test.adminUrl);
  const { page, origin } = visit;
  const headers = { origin };
  await page.request.post(`${origin}/api/firms`, { data: { name: 'Real Ltd' }, headers });
  expect((await page.request.post(`${origin}/api/people`, { data: { people: REAL }, headers })).ok()).toBe(true);
});
afterAll(async () => {
  await rows.close();
  await visit.close();
});

const PLACES = ['/', '/seats', '/people', '/people/add', '/questions', '/playbook', '/data', '/data/add', '/welcome'];

const SAMPLES = [
  { name: 'Cove IT', today: '5 technicians', says: /Helpdesk has no lead/ },
  {
    name: 'Harbor',
    today: '22 technicians',
    says: /Service Desk has outgrown its lead's hours.*Pod B has nobody to jump in/,
  },
  { name: 'Northline', today: '45 technicians', says: /Service Desk .*outgrown their leads' hours/ },
];

describe.each(SAMPLES)('the sample $name', ({ name, today, says }) => {
  it('opens from Welcome with its sentence, its picture, the same as a table and at most three next steps', async () => {
    const { page } = visit;
    await open(visit, '/welcome');
    await page.getByRole('main').getByRole('button', { name }).click();
    await page.getByRole('slider').waitFor({ timeout: 60_000 });
    const sentence = await headline(page);
    expect(sentence).toMatch(says);
    expect(await page.getByRole('img', { name: sentence }).count()).toBe(1);
    await page.getByText('As a table').click();
    const table = page.getByRole('table', { name: /What each job needs/ });
    expect(await table.getByRole('rowheader').count()).toBeGreaterThan(1);
    const steps = await page.getByRole('main').getByRole('listitem').getByRole('heading', { level: 3 }).count();
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThanOrEqual(3);
  });

  it('moves the needs and the sentence with the size of the firm, without asking the server', async () => {
    const { page } = visit;
    const asked: string[] = [];
    const note = (request: { url(): string }) => void asked.push(request.url());
    page.on('request', note);
    const before = await seen();
    const slider = page.getByRole('slider', { name: /If the firm had/ });
    expect(await slider.getAttribute('aria-valuetext')).toBe(today);
    await slider.press('End');
    const larger = await seen();
    expect(larger.needs).not.toEqual(before.needs);
    expect(larger.sentence).not.toBe(before.sentence);
    expect(await page.getByRole('img', { name: larger.sentence }).count()).toBe(1);
    await page.getByRole('button', { name: 'Back to today' }).click();
    expect(await seen()).toEqual(before);
    page.off('request', note);
    expect(asked).toEqual([]);
  });

  it('is labelled as made up on every page', async () => {
    // The label belongs to what surrounds all pages: one walk over all of them is enough.
    for (const place of name === 'Harbor' ? PLACES : ['/seats']) {
      await goTo(visit.page, place);
      const label = await textOf(visit.page.getByRole('complementary', { name: 'Sample firm' }));
      expect(label, place).toContain(`Sample firm: ${name}. Nothing here is real.`);
    }
  });

  it('is removed with one click: every row of it, and not one of another firm', async () => {
    const { page, faults } = visit;
    const orgId = await openFirm();
    expect((await rows.of(orgId)).length).toBeGreaterThan(10);
    const others = await rows.except(orgId);
    await page.getByRole('button', { name: 'Remove sample' }).click();
    await page.getByRole('complementary', { name: 'Sample firm' }).waitFor({ state: 'detached' });
    await settled(page);
    expect(await textOf(page.getByRole('banner'))).toContain('Real Ltd');
    expect(await rows.of(orgId)).toEqual([]);
    expect(await rows.except(orgId)).toEqual(others);
    expect(faults).toEqual([]);
  });
});

/** The sentence and what the jobs need, as the picture says it to those who hear it. */
async function seen(): Promise<{ sentence: string; needs: string[] }> {
  const doors = visit.page.getByRole('group', { name: 'What stands behind the picture' }).getByRole('button');
  const needs = await doors.filter({ hasText: /: needs \d/ }).allInnerTexts();
  return { sentence: await headline(visit.page), needs };
}

async function openFirm(): Promise<number> {
  const answer = await visit.page.request.get(`${visit.origin}/api/firm`);
  return ((await answer.json()) as { firm: { orgId: number } }).firm.orgId;
}
