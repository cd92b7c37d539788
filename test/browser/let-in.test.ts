import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, open, PHONE, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('cove');
});
afterAll(() => visit.close());

describe('the page Let your team in', () => {
  it('says what is open on a fresh install, each with what to do, on a desk and on a phone, light and dark', async () => {
    const { page, faults } = visit;
    await open(visit, '/settings/let-in');
    const items = page.getByRole('main').getByRole('listitem');
    expect(await items.count()).toBe(6);
    const first = await textOf(items.first());
    expect(first).toContain('Open');
    expect(first).toContain('Only this machine can reach Evenkeel.');
    expect(await page.getByRole('main').textContent()).toContain('4 things are still open; 2 more only you can tell.');
    for (const [size, colorScheme] of [
      [DESKTOP, 'light'],
      [DESKTOP, 'dark'],
      [PHONE, 'light'],
      [PHONE, 'dark'],
    ] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    }
    expect(faults).toEqual([]);
  });

  it('leads to where a thing is done', async () => {
    const { page } = visit;
    await page.setViewportSize(DESKTOP);
    await open(visit, '/settings/let-in');
    await page.getByRole('link', { name: 'To the members' }).click();
    await page.waitForURL('**/settings/members');
  });
});
