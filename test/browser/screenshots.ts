// Takes the pictures of the README and docs: `npm run screenshots`. Everything in them is made here from seeds and from the
// shipped cut of a real helpdesk's log (or the whole log: EVENKEEL_LOG=path), so anyone can take them again.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { setup, teardown } from '../support/global-setup.ts';
import { openBrowser } from './browser.ts';
import { bringLog, startEvenkeel, type TestEvenkeel } from './evenkeel.ts';
import { pictureRoles } from './role-pictures.ts';

const PICTURES = join(import.meta.dirname, '../../docs/pictures');
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

type Shot = {
  name: string;
  path: string;
  size: typeof DESKTOP;
  scheme: 'light' | 'dark';
  full?: boolean;
  lead?: string;
};

const shot = (name: string, path: string, more: Partial<Shot> = {}): Shot => ({
  name,
  path,
  size: DESKTOP,
  scheme: 'light',
  full: true,
  ...more,
});

const HARBOR: Shot[] = [
  shot('balance', '/'),
  shot('balance-dark', '/', { scheme: 'dark' }),
  shot('balance-phone', '/', { size: PHONE }),
  shot('seats', '/seats'),
  shot('plan', '/plan'),
  shot('plan-dark', '/plan', { scheme: 'dark' }),
  shot('plan-phone', '/plan', { size: PHONE }),
  shot('journal', '/journal'),
  shot('people', '/people'),
  shot('questions', '/questions'),
  shot('today', '/today', { lead: 'Tom Okafor' }),
  shot('today-phone', '/today', { lead: 'Tom Okafor', size: { ...PHONE, height: 1260 }, full: false }),
  shot('direction', '/teams/direction'),
  shot('mentoring', '/mentoring/round'),
  shot('skills', '/skills'),
  shot('playbook', '/playbook', { full: false }),
  shot('data', '/data'),
];

async function signedIn(browser: Browser, evenkeel: TestEvenkeel): Promise<Page> {
  const page = await browser.newPage({ viewport: DESKTOP, deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
  await page.goto(evenkeel.running.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function take(page: Page, origin: string, { name, path, size, scheme, full, lead }: Shot) {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.goto(origin + path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  if (lead) await page.getByLabel('Whose day').selectOption({ label: lead });
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: full ?? false });
  console.log(`docs/pictures/${name}.png`);
}

/** The number at the end of the address that a link of this name leads to. */
async function openLink(page: Page, origin: string, from: string, name: RegExp): Promise<string> {
  await page.goto(origin + from);
  const link = page.getByRole('link', { name }).first();
  await link.waitFor();
  return (await link.getAttribute('href'))!;
}

await mkdir(PICTURES, { recursive: true });
await setup();
const browser = await openBrowser();
const evenkeel = await startEvenkeel();
const withAccounts = await startEvenkeel();
try {
  const page = await signedIn(browser, evenkeel);
  await take(page, evenkeel.origin, shot('welcome', '/welcome'));
  const post = (path: string, data: object) =>
    page.request.post(evenkeel.origin + path, { data, headers: { origin: evenkeel.origin } });
  await post('/api/samples', { sample: 'cove' });
  await take(page, evenkeel.origin, shot('cove-balance', '/'));
  await take(
    page,
    evenkeel.origin,
    shot('cove-seat', await openLink(page, evenkeel.origin, '/seats', /Helpdesk Lead/)),
  );
  await post('/api/samples', { sample: 'northline' });
  await take(page, evenkeel.origin, shot('northline-balance', '/'));
  await take(page, evenkeel.origin, shot('northline-journal', '/journal'));
  await post('/api/samples', { sample: 'harbor' });
  for (const one of HARBOR) await take(page, evenkeel.origin, one);
  const seat = await openLink(page, evenkeel.origin, '/seats', /Service manager/);
  await take(page, evenkeel.origin, shot('seat', seat));
  await take(page, evenkeel.origin, shot('seat-phone', seat, { size: PHONE, scheme: 'dark' }));
  await take(page, evenkeel.origin, shot('trial', await openLink(page, evenkeel.origin, '/trials', /Lead, Projects/)));
  const person = await openLink(page, evenkeel.origin, '/people', /Marcus Bell/);
  await take(page, evenkeel.origin, shot('profile', person));
  const { pathname } = new URL(person, evenkeel.origin);
  await take(
    page,
    evenkeel.origin,
    shot('panel', `${pathname}?panel=strength/${pathname.split('/').at(-1)}/technical`, { full: false }),
  );
  const plan = await openLink(page, evenkeel.origin, '/development', /Marcus Bell/);
  await take(page, evenkeel.origin, shot('development-plan', plan));
  await bringLog(page, evenkeel);
  await take(page, evenkeel.origin, shot('real-log-balance', '/'));
  await take(page, evenkeel.origin, shot('real-log-seats', '/seats', { full: false }));
  await take(
    page,
    evenkeel.origin,
    shot('real-log-seat', await openLink(page, evenkeel.origin, '/seats', /Group 70\b/), { full: false }),
  );
  await take(page, evenkeel.origin, shot('real-log-data', '/data'));
  // The printed address was used above, and accounts would change what the pictures above show.
  for (const name of await pictureRoles(browser, withAccounts, PICTURES)) console.log(`docs/pictures/${name}`);
} finally {
  await browser.close();
  await evenkeel.close();
  await withAccounts.close();
  await teardown();
}
