import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { open, PHONE, settled, startVisit, takeSample, textOf, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('cove');
});
afterAll(() => visit.close());

describe('who helps whom', () => {
  it('says without tickets which files can tell, and leads to adding one', async () => {
    const { page, origin } = visit;
    await page.request.post(`${origin}/api/firms`, { data: { name: 'Real Ltd' }, headers: { origin } });
    await open(visit, '/teams');
    expect(await textOf(page.getByRole('main'))).toMatch(/No tickets yet Two files can tell who helped whom: a log/);
    expect(await page.getByRole('link', { name: 'Add such a file' }).getAttribute('href')).toContain('/data/add');
  });

  it('says who helps most, draws it, tells the same in a table, and every number opens', async () => {
    const { page, faults } = visit;
    await takeSample(visit, 'cove');
    await open(visit, '/');
    await page.getByRole('navigation', { name: 'Places' }).first().getByRole('link', { name: 'Teams' }).click();
    await page.getByRole('table').waitFor();
    const sentence = await textOf(page.locator('.lead'));
    expect(sentence).toMatch(/^Mei Lin Chua resolves \d\d% of all that is handed on/);
    expect(await page.getByRole('img', { name: sentence }).count()).toBe(1);
    const row = page.getByRole('row', { name: /^Mei Lin Chua/ });
    await row.getByRole('button', { name: /helped others/ }).click();
    await page.getByRole('dialog').getByRole('heading', { name: 'Mei Lin Chua: getting stuck work moving' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Whose ties').selectOption({ label: 'Jake Morley' });
    expect(await textOf(page.locator('figcaption'))).toMatch(/\d ties of theirs/);
    await page.setViewportSize(PHONE);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});
