import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, goTo, hasFocus, open, PHONE, settled, startVisit, type Visit } from './visit.ts';

const LOOKS = [
  { name: 'light', size: DESKTOP, colorScheme: 'light' },
  { name: 'dark', size: DESKTOP, colorScheme: 'dark', part: 'contrast' },
  { name: 'phone', size: PHONE, colorScheme: 'light', part: 'rest' },
] as const;

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('harbor');
});
afterAll(() => visit.close());

/** Every page of the product; a panel and a form over a page stand for all of theirs. */
const PAGES = [
  { name: 'Welcome', path: async () => '/welcome' },
  { name: 'Balance', path: async () => '/' },
  { name: 'Seats', path: async () => '/seats' },
  { name: 'a seat', path: () => linked('/seats', /Service manager/i) },
  { name: 'Teams', path: async () => '/teams' },
  { name: 'People', path: async () => '/people' },
  { name: 'a profile', path: () => linked('/people', /Marcus Bell/) },
  { name: 'adding people', path: async () => '/people/add' },
  { name: 'the questions', path: async () => '/questions' },
  { name: 'Plan ahead', path: async () => '/plan?part=plan' },
  { name: 'Playbook', path: async () => '/playbook' },
  { name: 'Data', path: async () => '/data' },
  { name: 'an import', path: () => linked('/data', /tickets/) },
  { name: 'adding a file', path: async () => '/data/add?kind=tickets' },
  { name: 'an address that leads nowhere', path: async () => '/nowhere' },
  { name: 'what stands behind a number', path: async () => '/?panel=playbook/gate.clears' },
];

/** Where a link on a page leads. */
async function linked(from: string, name: RegExp): Promise<string> {
  await goTo(visit.page, from);
  return (await visit.page.getByRole('main').getByRole('link', { name }).first().getAttribute('href'))!;
}

describe('every page', () => {
  it.each(PAGES)('$name', async ({ path }) => {
    const { page, faults } = visit;
    const address = await path();
    faults.length = 0;
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light' });
    await goTo(page, address);
    expect(page.url()).toBe(visit.origin + address);
    expect(await page.getByRole('heading', { level: 1, includeHidden: true }).count()).toBe(1);
    expect(await page.title()).toMatch(/^.+ · Evenkeel$/);
    for (const { name, size, colorScheme, ...only } of LOOKS) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await settled(page);
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      expect(await violations(page, 'part' in only ? only.part : undefined), name).toEqual([]);
    }
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});

describe('what opens over a page', () => {
  const FORMS = [
    { name: 'the menu behind the gear', path: '/', button: 'Data, playbook and settings' },
    { name: 'what came of a step', path: '/', button: 'Done' },
    { name: 'a new seat', path: '/seats', button: 'Add a seat' },
    { name: 'who holds a seat', path: '/seats', button: /^Who holds/ },
    { name: 'a value of the playbook', path: '/playbook', button: /^Change: / },
    { name: "a second person's view", path: '/questions', button: 'Answer as somebody else' },
  ];
  it.each(FORMS)('$name', async ({ path, button }) => {
    const { page, faults } = visit;
    faults.length = 0;
    await page.setViewportSize(DESKTOP);
    // By way of another page: nothing is left of what was opened before.
    await goTo(page, '/nowhere');
    await goTo(page, path);
    const fields = page.getByRole('textbox').or(page.getByRole('combobox')).or(page.getByRole('radio'));
    const closed = await fields.count();
    await page.getByRole('button', { name: button }).first().press('Enter');
    await expect.poll(() => fields.count()).toBeGreaterThan(closed);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

it('would be noticed: a picture without words, and grey on grey, each by its part', async () => {
  const { page } = visit;
  await open(visit, '/nowhere');
  await page.evaluate(() => {
    const grey = document.createElement('p');
    grey.textContent = 'Hardly to be read';
    grey.style.color = '#777';
    grey.style.backgroundColor = '#888';
    document.querySelector('main')!.append(grey, document.createElement('img'));
  });
  const [image, contrast] = [/^image-alt: img /, /^color-contrast: #content > p /].map((one) =>
    expect.stringMatching(one),
  );
  expect(await violations(page)).toEqual([contrast, image]);
  expect(await violations(page, 'rest')).toEqual([image]);
  expect(await violations(page, 'contrast')).toEqual([contrast]);
});

describe('the keyboard', () => {
  it('skips to the content with its first stop, and is taken to the new page by a link', async () => {
    const { page } = visit;
    await page.setViewportSize(DESKTOP);
    await open(visit, '/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    expect(await hasFocus(skip)).toBe(true);
    await page.keyboard.press('Enter');
    const content = page.getByRole('main');
    expect(await hasFocus(content)).toBe(true);
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
    await expect.poll(() => hasFocus(content)).toBe(true);
  });
});
