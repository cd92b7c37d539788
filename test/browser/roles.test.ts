import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_NAMES, ROLES, type Role } from '../../src/base/roles.ts';
import { listMembers, type Members } from '../../src/capabilities/account/contract.ts';
import { mayOpen } from '../../src/web/places.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import { startEvenkeel } from './evenkeel.ts';
import { pictureRoles } from './role-pictures.ts';
import { DESKTOP, headline, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

/** Who stands for each role: Sam runs the desk under Olga, Lea leads Tom and not Una, Hana is HR. */
const CAST: Record<Role, string | null> = {
  owner: 'Olga Brandt',
  'service-manager': 'Sam Steward',
  'team-lead': 'Lea Lindqvist',
  technician: 'Tom Weber',
  hr: 'Hana Okoye',
  wallboard: null,
};
const PEOPLE = [
  { name: 'Olga Brandt', title: 'Owner' },
  { name: 'Sam Steward', title: 'Service manager', reportsTo: 'Olga Brandt' },
  { name: 'Lea Lindqvist', team: 'Pod A', title: 'Lead', reportsTo: 'Sam Steward' },
  { name: 'Tom Weber', team: 'Pod A', title: 'Technician', reportsTo: 'Lea Lindqvist' },
  { name: 'Una Marsh', team: 'Pod B', title: 'Technician', reportsTo: 'Sam Steward' },
  { name: 'Hana Okoye', title: 'HR', reportsTo: 'Olga Brandt' },
];

/** What each role has before it: the places, the page one begins on, and what the gear leads to besides. */
const BEFORE: Record<Role, { places: string[]; home: string; gear: string[] }> = {
  owner: {
    places: ['Today', 'Balance', 'Teams', 'People', 'Plan ahead', 'Me'],
    home: '/',
    gear: ['Data', 'Playbook', 'How hard tickets look', 'Settings'],
  },
  'service-manager': {
    places: ['Today', 'Balance', 'Teams', 'People', 'Plan ahead', 'Me'],
    home: '/',
    gear: ['Data', 'Playbook', 'How hard tickets look', 'Settings'],
  },
  'team-lead': { places: ['Today', 'Balance', 'Teams', 'People', 'Me'], home: '/', gear: ['Playbook'] },
  technician: { places: ['Teams', 'Me'], home: '/me', gear: ['Playbook'] },
  hr: { places: ['People', 'Me'], home: '/people', gear: ['Playbook', 'Settings'] },
  wallboard: { places: [], home: '/wallboard', gear: [] },
};

/** Every page of which the role decides. */
const PAGES = [
  '/',
  '/seats',
  '/teams',
  '/people',
  '/people/add',
  '/questions',
  '/one-on-ones',
  '/playbook',
  '/data',
  '/data/add',
  '/me',
  '/me/groups',
  '/wallboard',
  '/welcome',
  '/account',
  '/settings/members',
  '/settings/sign-in',
  '/settings/let-in',
  '/settings/audit',
  '/settings/fairness',
];

let visit: Visit;
const faults: string[] = [];
const contexts = new Map<Role, BrowserContext>();
const persons = new Map<string, number>();

beforeAll(async () => {
  visit = await startVisit();
  await post('/api/firms', { name: 'Tern IT' });
  await post('/api/people', { people: PEOPLE, vacantLeads: [{ team: 'Pod B' }] });
  const members = await get<Members>(listMembers.path);
  for (const { name, personId } of members.without) persons.set(name, personId);
  for (const role of ROLES) contexts.set(role, await signedInAs(role));
});
afterAll(() => visit.close());

async function post<T>(path: string, data: object, context = visit.context): Promise<T> {
  const { origin } = visit;
  const answer = await context.request.post(origin + path, { data, headers: { origin } });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return (await answer.json()) as T;
}

const get = async <T>(path: string): Promise<T> =>
  (await (await visit.context.request.get(visit.origin + path)).json()) as T;

/** A browser of its own for each role, let in by an invitation. */
async function signedInAs(role: Role): Promise<BrowserContext> {
  const name = CAST[role];
  const personId = name === null ? null : persons.get(name)!;
  const { link } = await post<{ link: string }>('/api/members/invitations', {
    email: `${role}@tern-it.example`,
    role,
    personId,
  });
  const browser = visit.context.browser()!;
  const context = await browser.newContext({ viewport: DESKTOP, colorScheme: 'light', reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  context.on('weberror', (error) => faults.push(`${role}: ${error.error().message}`));
  const token = new URL(link).hash.slice(1);
  const own = name === null ? {} : { name, password: `eleven quiet boats at anchor, ${role.length}` };
  await post('/api/invitation', { token, ...own }, context);
  return context;
}

/** A new page of the role's browser. */
async function at(role: Role, path: string): Promise<Page> {
  const page = await contexts.get(role)!.newPage();
  await page.goto(visit.origin + path);
  await settled(page);
  return page;
}

/** Goes to a page as a link does, without loading the application anew; by way of one that everyone has. */
async function goTo(page: Page, path: string): Promise<void> {
  const between = 'Your account · Evenkeel';
  await page.evaluate(() => history.pushState(null, '', '/account'));
  await expect.poll(() => page.title(), { timeout: 15_000 }).toBe(between);
  if (path === '/account') return settled(page);
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await expect.poll(() => page.title(), { timeout: 15_000 }).not.toBe(between);
  await settled(page);
}

const REFUSED = 'Not part of your role';

describe.each(ROLES)('as %s', (role) => {
  const { places, home, gear } = BEFORE[role];

  it("one begins where one's work is, on both widths and in both schemes", async () => {
    const page = await at(role, '/');
    await expect.poll(() => new URL(page.url()).pathname).toBe(home);
    await settled(page);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('navigation', { name: 'Places' }).getByRole('link').allInnerTexts()).toEqual(places);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(PHONE);
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await page.close();
  });

  it.skipIf(role === 'wallboard')('the gear says who one is and leads to what is theirs', async () => {
    const page = await at(role, home);
    await page.getByRole('button', { name: 'Data, playbook and settings' }).click();
    const menu = page.getByRole('navigation', { name: 'Behind the gear' });
    await menu.getByRole('link', { name: CAST[role]! }).waitFor();
    expect(await textOf(menu)).toContain(`${CAST[role]} ${ROLE_NAMES[role]}.`);
    const ways = await menu.getByRole('link').allInnerTexts();
    expect(ways.slice(1).map((way) => way.split('\n')[0])).toEqual(gear);
    await page.close();
  });

  it('every other page opens, or says in a sentence that it is not part of the role', async () => {
    const personId = CAST[role] === null ? null : persons.get(CAST[role])!;
    const page = await at(role, '/account');
    const wrong: string[] = [];
    for (const path of PAGES.filter((one) => one !== '/')) {
      await goTo(page, path);
      const isMine = mayOpen(path, { standing: role, personId });
      const said = await headline(page);
      const alerts = await page.getByRole('alert').allInnerTexts();
      if (isMine === (said === REFUSED) || alerts.length > 0) wrong.push(`${path}: ${said} ${alerts.join(' ')}`);
    }
    expect(wrong).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });
});

it('a technician opens their own profile and is told that others are not theirs', async () => {
  const own = await at('technician', `/people/${persons.get('Tom Weber')}`);
  expect(await headline(own)).toBe('Tom Weber');
  await own.close();
  const other = await at('technician', `/people/${persons.get('Una Marsh')}`);
  expect(await headline(other)).toBe(REFUSED);
  await other.close();
});

describe('the pictures of the docs', () => {
  it('are taken by signing in as each role by an invitation of their own', async () => {
    const evenkeel = await startEvenkeel();
    const folder = await mkdtemp(join(tmpdir(), 'evenkeel-'));
    try {
      const taken = await pictureRoles(visit.context.browser()!, evenkeel, folder);
      expect(await readdir(folder)).toEqual([...taken].sort());
      for (const role of ROLES) expect(taken).toContain(`role-${role}.png`);
    } finally {
      await evenkeel.close();
      await rm(folder, { recursive: true });
    }
  });
});
