import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ROLES, type Role } from '../../src/base/roles.ts';
import { systemClock } from '../../src/base/time.ts';
import type { Members } from '../../src/capabilities/account/contract.ts';
import { importFile } from '../../src/capabilities/data/actions.ts';
import type { FileOptions } from '../../src/capabilities/data/contract.ts';
import { refit } from '../../src/capabilities/evidence/refit.actions.ts';
import { peopleCsv, ratingsCsv, ticketsCsv } from '../../src/model/world/csv.ts';
import { sampleWorld } from '../../src/model/world/sample-world.ts';
import { SERVER_HOLDER } from '../../src/platform/sign-in/actions.ts';
import { testSecrets } from '../support/context.ts';
import type { TestEvenkeel } from './evenkeel.ts';

/** Who stands for each role in Harbor, when it is a firm like any other; a wallboard is nobody. */
const CAST: Record<Role, string | null> = {
  owner: 'Ana Keller',
  'service-manager': 'Priya Raman',
  'team-lead': 'Marcus Bell',
  technician: 'Owen Pritchard',
  hr: 'Hana Okoye',
  wallboard: null,
};

/** The page that says most about what a role sees. */
const PICTURED: Record<Role, string> = {
  owner: '/',
  'service-manager': '/people',
  'team-lead': '/',
  technician: '/me',
  hr: '/settings/audit',
  wallboard: '/wallboard',
};

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1440, height: 900 };

/**
 * Makes a firm of Harbor's files, invites one person for each role, signs each in by their own link in a browser of their
 * own, and takes a picture of what they see. Resolves to the files' names.
 */
export async function pictureRoles(browser: Browser, evenkeel: TestEvenkeel, folder: string): Promise<string[]> {
  const keeper = await browser.newContext();
  const taken: string[] = [];
  const take = async (page: Page, name: string) => {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${name}.png`) });
    taken.push(`${name}.png`);
  };
  try {
    const persons = await bringHarbor(keeper, evenkeel);
    for (const role of ROLES) {
      const context = await letIn(browser, keeper, evenkeel, role, persons);
      const page = await context.newPage();
      await page.goto(evenkeel.origin + PICTURED[role]);
      await take(page, `role-${role}`);
      if (role === 'technician') {
        await page.setViewportSize(PHONE);
        await take(page, 'role-technician-phone');
      }
      await context.close();
    }
    const door = await browser.newPage({ viewport: LAPTOP });
    await door.goto(`${evenkeel.origin}/sign-in`);
    await take(door, 'sign-in');
    await door.close();
  } finally {
    await keeper.close();
  }
  return taken;
}

type Persons = Map<string, number>;

async function bringHarbor(keeper: BrowserContext, evenkeel: TestEvenkeel): Promise<Persons> {
  const entered = await keeper.newPage();
  await entered.goto(evenkeel.running.address);
  await entered.getByRole('heading', { level: 1 }).waitFor();
  await entered.close();
  const { firm } = await send<{ firm: { orgId: number } }>(keeper, evenkeel, 'POST', '/api/firms', { name: 'Harbor' });
  const world = sampleWorld('harbor');
  const files: [FileOptions['kind'], string][] = [
    ['people', peopleCsv(world)],
    ['tickets', ticketsCsv(world)],
    ['ratings', ratingsCsv(world)],
  ];
  for (const [kind, text] of files) {
    await importFile({
      database: evenkeel.test.database,
      orgId: firm.orgId,
      actor: SERVER_HOLDER,
      now: systemClock,
      log: () => undefined,
      secrets: testSecrets,
      kind,
      source: Readable.from([Buffer.from(text)]),
      fileName: `${kind}.csv`,
      hooks: { refit },
    });
  }
  await send(keeper, evenkeel, 'POST', '/api/people', { people: [{ name: 'Hana Okoye', title: 'HR' }] });
  const { without } = await send<Members>(keeper, evenkeel, 'GET', '/api/members');
  const hana = without.find(({ name }) => name === 'Hana Okoye')!;
  await send(keeper, evenkeel, 'PATCH', `/api/people/${hana.personId}`, { work: 'other' });
  const persons = new Map(without.map(({ name, personId }) => [name, personId]));
  const { seats } = await send<{ seats: { seat: { seatId: number; title: string } }[] }>(
    keeper,
    evenkeel,
    'GET',
    '/api/seats',
  );
  const manager = seats.find(({ seat }) => /service manager/i.test(seat.title));
  if (!manager) throw new Error('Harbor has no service manager’s seat');
  await send(keeper, evenkeel, 'PUT', `/api/seats/${manager.seat.seatId}/holder`, {
    personId: persons.get('Priya Raman'),
    reason: 'She wants it, and both sides are there.',
  });
  return persons;
}

async function letIn(
  browser: Browser,
  keeper: BrowserContext,
  evenkeel: TestEvenkeel,
  role: Role,
  persons: Persons,
): Promise<BrowserContext> {
  const name = CAST[role];
  const { link } = await send<{ link: string }>(keeper, evenkeel, 'POST', '/api/members/invitations', {
    email: `${role}@harbor.example.com`,
    role,
    personId: name === null ? null : persons.get(name),
  });
  const context = await browser.newContext({ viewport: LAPTOP, deviceScaleFactor: 1.5, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  const token = new URL(link).hash.slice(1);
  const own = name === null ? {} : { name, password: `eleven quiet boats at anchor, ${role.length}` };
  await send(context, evenkeel, 'POST', '/api/invitation', { token, ...own });
  return context;
}

async function send<T>(
  context: BrowserContext,
  { origin }: TestEvenkeel,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  data?: object,
): Promise<T> {
  const answer = await context.request.fetch(origin + path, {
    method,
    headers: { origin },
    ...(data && { data }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}
