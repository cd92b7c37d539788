import { afterAll, beforeAll, expect, it } from 'vitest';
import { readIncidentCut } from '../support/incident-cut.ts';
import { open, settled, startVisit, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
  const { page, origin } = visit;
  await page.request.post(`${origin}/api/firms`, { data: { name: 'A helpdesk' }, headers: { origin } });
});
afterAll(() => visit.close());
it('x', async () => {
  const { page } = visit;
  await open(visit, '/data/add?kind=tickets');
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'incident-cut.csv', mimeType: 'text/csv', buffer: readIncidentCut() });
  await page.getByText('Understood as').waitFor();
  console.log(
    await page
      .locator('main')
      .innerText()
      .then((t) => t.slice(0, 3000)),
  );
  const t = Date.now();
  await page.getByRole('button', { name: 'Import' }).click();
  await page.waitForURL(/data\/\d+/);
  console.log(Date.now() - t, await page.locator('main').innerText());
  await page.getByRole('link', { name: 'See the balance' }).waitFor({ timeout: 40000 });
  console.log(Date.now() - t, await page.locator('main').innerText());
  await open(visit, '/seats');
  console.log(await page.locator('main').innerText());
  await open(visit, '/');
  console.log(await page.locator('main').innerText());
  await open(visit, '/data/add?kind=people');
  await page
    .getByLabel('Choose a file')
    .setInputFiles({
      name: 'circle.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('name,reports to\nXu,Yan\nYan,Zoe\nZoe,Xu\n'),
    });
  await page.getByText('Understood as').waitFor();
  await page.getByRole('button', { name: 'Import' }).click();
  await page.waitForURL(/data\/\d+/);
  await page.getByText('Nothing was imported').waitFor();
  console.log(await page.locator('main').innerText());
  console.log(visit.faults);
});
