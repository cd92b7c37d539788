import { afterAll, beforeAll, expect, it } from 'vitest';
import { headline, settled, startVisit, tabTo, textOf, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
});
afterAll(() => visit.close());

const DESK = ['Lena Ott', 'Marcus Bell', 'Priya Shah', 'Tom Weber'];

/**
 * Keys for each question over the four and the owner. Marcus is the strongest with the work and says not now; Priya knows
 * it too, people go to her, and she wants to lead.
 */
const ANSWERS = ['24324', '24424', '21411', '21421', '42144'];

it('leads a new user without ticket data to a first advice in five pages', async () => {
  const { page, faults } = visit;
  const places = [new URL(page.url()).pathname];
  page.on('framenavigated', () => places.push(new URL(page.url()).pathname));
  expect(await headline(page)).toBe('Who should lead this helpdesk?');
  await page.getByRole('button', { name: 'Type them in' }).click();
  await page.getByRole('textbox', { name: 'Name of the firm' }).fill('Tern IT');
  await page.keyboard.press('Enter');
  await typePeople();
  await answerByKeyboard();
  await page.getByText('Only your view so far').waitFor();
  await page.getByRole('link', { name: 'See our first advice' }).press('Enter');

  await page.getByRole('img', { name: /Service Desk has no lead/ }).waitFor();
  expect(await headline(page)).toBe('Service Desk has no lead.');
  // Not even for a moment is there advice that leaves out answers which are still on their way.
  expect(await page.getByRole('heading', { name: /five questions/ }).count()).toBe(0);
  await page.getByRole('heading', { name: 'Agree a trial for Service Desk with Priya Shah.' }).waitFor();
  await page.getByRole('link', { name: 'Open, Lead, Service Desk' }).press('Enter');

  const advice = page.getByRole('region', { name: 'Our advice' });
  const said = await textOf(advice);
  expect(said).toMatch(/^A trial with Priya\b.*Priya wants it\..*Next: talk to Priya\./);
  expect(said).toContain('Marcus is probably the strongest technically.');
  await page.getByText('This rests on 16 answers by one person.').waitFor();
  expect(places).toEqual(['/welcome', '/people/add', '/questions', '/', expect.stringMatching(/^\/seats\/\d+$/)]);
  expect(faults).toEqual([]);
});

it('keeps who gave the answers: a second person starts without seeing them', async () => {
  const { page } = visit;
  await page.getByRole('link', { name: 'Give or ask for a second view' }).click();
  await page.getByRole('combobox', { name: 'Whose view is this?' }).fill('Ana Keller');
  await page.getByRole('button', { name: 'Begin with their view' }).click();
  await page.getByText('This is the view of Ana Keller').waitFor();
  // Nobody is asked about themselves.
  await page.getByText('0 of 4').waitFor();
  expect(await page.getByRole('group', { name: 'Ana Keller' }).count()).toBe(0);
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
});

async function typePeople() {
  const { page } = visit;
  for (const [place, name] of ['Ana Keller', ...DESK].entries()) {
    await page.getByRole('textbox', { name: `Name, row ${place + 1}` }).fill(name);
    if (place > 0) await page.getByRole('combobox', { name: `Team, row ${place + 1}` }).fill('Service Desk');
  }
  await page.getByRole('combobox', { name: 'Team without a lead, 1' }).fill('Service Desk');
  await page.getByRole('button', { name: 'Add 5 people' }).click();
}

/** Each question over everyone with nothing but Tab, digits and Enter. */
async function answerByKeyboard() {
  const { page } = visit;
  for (const [at, keys] of ANSWERS.entries()) {
    await page.getByText(`Question ${at + 1} of 5`).waitFor();
    await tabTo(page, page.getByRole('group', { name: DESK[0]! }));
    for (const key of keys) await page.keyboard.press(key);
    await tabTo(page, page.getByRole('button', { name: at < 4 ? 'Next question' : 'Finish' }));
    await page.keyboard.press('Enter');
  }
  await settled(page);
}
