import { afterAll, beforeAll, expect, it } from 'vitest';
import { headline, settled, startVisit, tabTo, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
});
afterAll(() => visit.close());

/** As they are asked for: by team, then by name; nobody's team is first. */
const PEOPLE = ['Ana Keller', 'Lena Ott', 'Marcus Bell', 'Priya Shah', 'Tom Weber'] as const;

/** Keys for each question over the five. Marcus knows the work; Priya moves it too, listens, stays calm and wants to lead. */
const ANSWERS = ['22543', '32443', '21142', '33143', '44412'];

it('leads a new user without ticket data to a first advice in five steps', async () => {
  const { page, faults } = visit;
  const steps: string[] = [];
  page.on('framenavigated', () => steps.push(new URL(page.url()).pathname));
  await page.getByRole('button', { name: 'Type them in' }).click();
  await page.getByRole('textbox', { name: 'Name of the firm' }).fill('Tern IT');
  await page.keyboard.press('Enter');

  for (const [place, name] of PEOPLE.entries()) {
    await page.getByRole('textbox', { name: `Name, row ${place + 1}` }).fill(name);
    if (place > 0) await page.getByRole('combobox', { name: `Team, row ${place + 1}` }).fill('Service Desk');
  }
  await page.getByRole('combobox', { name: 'Team without a lead, 1' }).fill('Service Desk');
  await page.getByRole('button', { name: 'Add 5 people' }).click();

  await page.getByText('Question 1 of 5').waitFor();
  console.log(steps);
  console.log(await headline(page));
  console.log(await page.locator('main').innerText());
}, 60_000);
