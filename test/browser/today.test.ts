import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { open, PHONE, settled, startVisit, takeSample, textOf, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('harbor');
});
afterAll(() => visit.close());

describe('today', () => {
  it('says that nobody leads yet, and where to say who does', async () => {
    const { page, origin } = visit;
    await page.request.post(`${origin}/api/firms`, { data: { name: 'Real Ltd' }, headers: { origin } });
    await open(visit, '/today');
    expect(await textOf(page.getByRole('main'))).toMatch(/Nobody leads anybody here yet: say under Seats/);
  });

  it('stands first, shows every lead’s cards to whoever holds the server, and each opens what it rests on', async () => {
    const { page } = visit;
    await takeSample(visit, 'harbor');
    await open(visit, '/');
    const places = page.getByRole('navigation', { name: 'Places' }).first();
    expect(await textOf(places.getByRole('link').first())).toBe('Today');
    await places.getByRole('link', { name: 'Today' }).click();
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 3 }) })
      .first();
    await card.getByText('What it rests on').click();
    await card
      .getByRole('button', { name: /^Ticket / })
      .first()
      .click();
    await page
      .getByRole('dialog')
      .getByRole('heading', { name: /^Ticket / })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByLabel('Whose day').selectOption({ label: 'Dana Ruiz' });
    await page.getByText(/for one lead today/).waitFor();
  });

  it('takes an answer by one tap on a phone, and gives it back', async () => {
    const { page, faults } = visit;
    await page.setViewportSize(PHONE);
    await open(visit, '/today');
    const cards = page.locator('.today-card');
    const before = await cards.count();
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    const done = cards.first().getByRole('button', { name: 'Done' });
    expect((await done.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await done.click();
    await expect.poll(() => cards.count()).toBe(before - 1);
    await cards.first().getByRole('button', { name: 'Not useful' }).click();
    await page.getByLabel(/Why not/).fill('They had it in hand');
    await page.getByRole('button', { name: 'Say so' }).click();
    await expect.poll(() => cards.count()).toBe(before - 2);
    await page
      .getByText(/^Answered today/)
      .first()
      .click();
    await page.getByText('Not useful: They had it in hand').waitFor();
    await page.getByRole('button', { name: 'Take it back' }).first().click();
    await expect.poll(() => cards.count()).toBe(before - 1);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('says beside a rule’s switch how useful its cards were found', async () => {
    const { page } = visit;
    await open(visit, '/playbook');
    expect(await textOf(page.getByText(/Found useful \d of \d times?: probably/).first())).toMatch(/of 100\./);
  });
});
