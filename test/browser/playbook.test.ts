import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasFocus, open, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('cove');
});
afterAll(() => visit.close());

const TITLE = 'Smallest team that needs a lead of its own';

it('shows what a changed value moves in our advice, and going back brings it back', async () => {
  const { page, faults } = visit;
  const before = await advice();
  const value = await change();
  await value.fill('5');
  await page.getByRole('textbox', { name: 'Why (optional)' }).fill('We are small');
  await page.keyboard.press('Enter');
  const moved = item().getByRole('status');
  await moved.getByText('Saved. Our advice moved for 1 seat.').waitFor();
  expect(await textOf(moved)).toMatch(/Helpdesk Lead before .*Mei.* now /);
  await item()
    .getByText(/Changed by you.*from 3 on .*: We are small/)
    .waitFor();

  const after = await advice();
  expect(after).toHaveLength(before.length);
  expect(after.filter((line, at) => line !== before[at])).toHaveLength(1);

  await open(visit, '/playbook');
  await page.getByRole('button', { name: `Go back to 3: ${TITLE}` }).click();
  await item().getByText('Saved. Our advice moved for 1 seat.').waitFor();
  expect(await advice()).toEqual(before);
  expect(faults).toEqual([]);
});

it('says the range to a value outside it, and Escape leaves everything as it was', async () => {
  const { page } = visit;
  const value = await change();
  expect(await hasFocus(value)).toBe(true);
  await value.fill('80');
  await item().getByText('80 is outside 2 to 8 (people).').waitFor();
  expect(await item().getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await value.press('Escape');
  await page.getByRole('button', { name: new RegExp(`^${TITLE}: 3 people`) }).waitFor();
  expect(await item().getByText('Changed by you').count()).toBe(0);
});

/** Where the value stands in the list. */
const item = (): Locator =>
  visit.page.getByRole('listitem').filter({ has: visit.page.getByRole('heading', { level: 3, name: TITLE }) });

/** Opens the value to be changed: its field. */
async function change(): Promise<Locator> {
  await open(visit, '/playbook');
  await visit.page.getByRole('button', { name: `Change: ${TITLE}` }).press('Enter');
  return item().getByRole('textbox', { name: '2 to 8 people' });
}

/** Our advice for every seat, as the tree says it. */
async function advice(): Promise<string[]> {
  await open(visit, '/seats');
  return visit.page.getByRole('table').getByRole('row').allInnerTexts();
}
