import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readIncidentCut } from '../support/incident-cut.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

const CIRCLE = join(import.meta.dirname, '../fixtures/bad/circle.csv');

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
});
afterAll(() => visit.close());

it("brings a real helpdesk's log from Welcome to one open seat a group", async () => {
  const { page, faults } = visit;
  await page.getByRole('button', { name: 'Bring tickets (CSV)' }).click();
  await page.getByRole('textbox', { name: 'Name of the firm' }).fill('A real helpdesk');
  await page.keyboard.press('Enter');
  const log = { name: 'incident-cut.csv', mimeType: 'text/csv', buffer: readIncidentCut() };
  await page.getByLabel('Choose a file').setInputFiles(log);

  await page.getByText('Understood as: ServiceNow event log.').waitFor();
  expect(await columnOf('Ticket number')).toBe('number');
  expect(await columnOf('Assigned to')).toBe('assigned_to');
  expect(await columnOf('Team')).toBe('assignment_group');
  const sample = page.getByRole('table', { name: 'The first rows of the file, as understood' });
  expect(await sample.getByRole('row').count()).toBeGreaterThan(3);
  expect(await violations(page)).toEqual([]);

  const progress = page.getByRole('progressbar').first().waitFor();
  await page.getByRole('button', { name: 'Import' }).click();
  await progress;
  const result = page.getByText('18,340 rows read: 2,973 new tickets, 133 people added. 2 rows could not be read.');
  await result.waitFor({ timeout: 60_000 });
  expect(await listUnder('What this can tell')).toContain('Who was given which tickets first.');
  expect((await listUnder("What it can't")).join()).toMatch(/the file keeps no minutes.*How satisfied clients were/);
  const rejected = page.getByRole('table', { name: 'Rows that could not be read' });
  expect(await textOf(rejected.getByRole('row').nth(1))).toBe('15293 incident_state This is no state.');
  expect(await violations(page)).toEqual([]);
  const held = await textOf(under('What incident-cut.csv held'));
  const teams = Number(/Teams (\d+)/.exec(held)?.[1]);

  await open(visit, '/seats');
  await page.getByText(`${teams} seats, ${teams} open.`).waitFor();
  const seats = await page.getByRole('rowheader').getByRole('link').allInnerTexts();
  expect(new Set(seats).size).toBe(teams);
  for (const group of [20, 24, 25, 64]) expect(seats).toContain(`Lead, Group ${group}`);
  expect(faults).toEqual([]);
});

it('shows fifty seats on a desk and on a phone', async () => {
  const { page, faults } = visit;
  for (const place of ['/', '/seats']) {
    await page.setViewportSize(DESKTOP);
    await open(visit, place);
    expect(await violations(page), place).toEqual([]);
    await page.setViewportSize(PHONE);
    await settled(page);
    expect(await sidewaysScroll(page), place).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(DESKTOP);
  expect(faults).toEqual([]);
});

it('refuses a list in which people report in a circle, with the circle, and keeps nothing of it', async () => {
  const { page } = visit;
  const before = await everybody();
  await open(visit, '/data/add?kind=people');
  await page.getByLabel('Choose a file').setInputFiles(CIRCLE);
  await page.getByRole('button', { name: 'Import' }).click();
  await page.getByText(/^Nothing was imported\. The reporting line runs in a circle: .+ → .+ → .+\./).waitFor();
  await page.getByRole('link', { name: 'Bring the file again' }).waitFor();
  expect(await everybody()).toBe(before);
  await open(visit, '/data');
  await page.getByRole('row', { name: /circle\.csv People .* nothing imported/ }).waitFor();
});

/** The column of the file that is taken for one of our fields. */
const columnOf = (field: string): Promise<string> =>
  visit.page.getByRole('combobox', { name: field, exact: false }).first().inputValue();

const listUnder = (title: string): Promise<string[]> => under(title).getByRole('listitem').allInnerTexts();

const under = (title: string): Locator => visit.page.getByRole('region', { name: title });

/** How many people are here and who, as the page of all of them says. */
async function everybody(): Promise<string> {
  await open(visit, '/people');
  await settled(visit.page);
  return textOf(visit.page.getByRole('main'));
}
