import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './accessible.ts';
import { DESKTOP, open, PHONE, settled, startVisit, takeSample, type Visit } from './visit.ts';

const LOOKS = [
  { name: 'light', size: DESKTOP, colorScheme: 'light' },
  { name: 'dark', size: DESKTOP, colorScheme: 'dark' },
  { name: 'phone', size: PHONE, colorScheme: 'light' },
] as const;

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit();
  await takeSample(visit, 'harbor');
});
afterAll(() => visit.close());

/** Every page of the product; a panel and a form over a page stand for all of theirs. */
const PAGES = [
  { name: 'Welcome', path: async () => '/welcome' },
  { name: 'Balance', path: async () => '/' },
  { name: 'Seats', path: async () => '/seats' },
  { name: 'a seat', path: () => linked('/seats', /Service manager/i) },
  { name: 'People', path: async () => '/people' },
  { name: 'a profile', path: () => linked('/people', /Marcus Bell/) },
  { name: 'adding people', path: async () => '/people/add' },
  { name: 'the questions', path: async () => '/questions' },
  { name: 'Playbook', path: async () => '/playbook' },
  { name: 'Data', path: async () => '/data' },
  { name: 'an import', path: () => linked('/data', /tickets/) },
  { name: 'adding a file', path: async () => '/data/add?kind=tickets' },
  { name: 'an address that leads nowhere', path: async () => '/nowhere' },
  { name: 'what stands behind a number', path: async () => '/?panel=playbook/gate.clears' },
];

/** Where a link on a page leads. */
async function linked(from: string, name: RegExp): Promise<string> {
  await open(visit, from);
  return (await visit.page.getByRole('main').getByRole('link', { name }).first().getAttribute('href'))!;
}

describe('every page', () => {
  it.each(PAGES)('$name', async ({ path }) => {
    const { page, faults } = visit;
    const address = await path();
    faults.length = 0;
    await page.setViewportSize(DESKTOP);
    await page.emulateMedia({ colorScheme: 'light' });
    await open(visit, address);
    expect(await page.getByRole('heading', { level: 1, includeHidden: true }).count()).toBe(1);
    expect(await page.title()).toMatch(/^.+ · Evenkeel$/);
    for (const { name, size, colorScheme } of LOOKS) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await settled(page);
      expect(await violations(page), name).toEqual([]);
    }
    expect(await sidewaysScroll(), 'what is wider than a phone').toEqual([]);
    expect(faults).toEqual([]);
  });
});

/** By how much the page can be scrolled sideways, and by what. Empty: it can't. */
async function sidewaysScroll(): Promise<string[]> {
  return visit.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth}`] : [];
  });
}
