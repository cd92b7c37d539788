import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_NAMES, ROLES, type Role } from '../../src/base/roles.ts';
import { listMembers, type Members } from '../../src/capabilities/account/contract.ts';
import { mayOpen } from '../../src/web/places.ts';
import { QUICK } from '../support/visitor.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import { startEvenkeel } from './evenkeel.ts';
import { pictureRoles } from './role-pictures.ts';
import { DESKTOP, goTo, headline, PATIENCE, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

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
const pages = new Map<Role, Page>();
const persons = new Map<string, number>();

beforeAll(async () => {
  // Six people sign in, and none of it is about how long a guess takes.
  visit = await startVisit(undefined, { signInRules: QUICK });
  await post('/api/firms', { name: 'Tern IT' });
  await post('/api/people', { people: PEOPLE, vacantLeads: [{ team: 'Pod B' }] });
  const members = await get<Members>(listMembers.path);
  for (const { name, personId } of members.without) persons.set(name, personId);
  for (const role of ROLES) pages.set(role, await signedInAs(role));
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

/** A browser of its own for each role, let in by an invitation: an empty page of it. */
async function signedInAs(role: Role): Promise<Page> {
  const name = CAST[role];
  const personId = name === null ? null : persons.get(name)!;
  const { link } = await post<{ link: string }>('/api/members/invitations', {
    email: `${role}@tern-it.example`,
    role,
    personId,
  });
  const browser = visit.context.browser()!;
  const context = await browser.newContext({ viewport: DESKTOP, colorScheme: 'light', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  context.on('weberror', (error) => faults.push(`${role}: ${error.error().message}`));
  const token = new URL(link).hash.slice(1);
  const own = name === null ? {} : { name, password: `eleven quiet boats at anchor, ${role.length}` };
  await post('/api/invitation', { token, ...own }, context);
  return context.newPage();
}

/** The role's page at an address: loaded once, from then on as a link leads there. */
async function at(role: Role, path: string): Promise<Page> {
  const page = pages.get(role)!;
  if (page.url() !== 'about:blank') await goTo(page, path);
  else {
    await page.goto(visit.origin + path);
    await settled(page);
  }
  return page;
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
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize(DESKTOP);
  });

  it.skipIf(role === 'wallboard')('the gear says who one is and leads to what is theirs', async () => {
    const page = await at(role, home);
    await page.getByRole('button', { name: 'Data, playbook and settings' }).click();
    const menu = page.getByRole('navigation', { name: 'Behind the gear' });
    await menu.getByRole('link', { name: CAST[role]! }).waitFor();
    expect(await textOf(menu)).toContain(`${CAST[role]} ${ROLE_NAMES[role]}.`);
    const ways = await menu.getByRole('link').allInnerTexts();
    expect(ways.slice(1).map((way) => way.split('\n')[0])).toEqual(gear);
  });

  it('every other page opens, or says in a sentence that it is not part of the role', async () => {
    const personId = CAST[role] === null ? null : persons.get(CAST[role])!;
    const page = await at(role, '/account');
    const wrong: string[] = [];
    for (const path of PAGES.filter((one) => one !== '/')) {
      await goTo(page, path);
      expect(new URL(page.url()).pathname).toBe(path);
      const isMine = mayOpen(path, { standing: role, personId });
      const said = await headline(page);
      const alerts = await page.getByRole('alert').allInnerTexts();
      if (isMine === (said === REFUSED) || alerts.length > 0) wrong.push(`${path}: ${said} ${alerts.join(' ')}`);
    }
    expect(wrong).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

it('a technician opens their own profile and is told that others are not theirs', async () => {
  const own = await at('technician', `/people/${persons.get('Tom Weber')}`);
  expect(await headline(own)).toBe('Tom Weber');
  const other = await at('technician', `/people/${persons.get('Una Marsh')}`);
  expect(await headline(other)).toBe(REFUSED);
});

describe('the pictures of the docs', () => {
  it('are taken by signing in as each role by an invitation of their own', async () => {
    const evenkeel = await startEvenkeel(undefined, { signInRules: QUICK });
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
