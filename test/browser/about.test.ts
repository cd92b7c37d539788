import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../src/platform/sign-in/secrets.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, open, PHONE, settled, startVisit, tabTo, textOf, type Visit } from './visit.ts';

let visit: Visit;
let owner: Client;
let orgId: number;
beforeAll(async () => {
  visit = await startVisit('harbor');
  owner = new Client({ connectionString: visit.evenkeel.test.adminUrl });
  await owner.connect();
  orgId = Number((await owner.query('select max(org_id) as id from firm')).rows[0].id);
});
afterAll(async () => {
  await owner.end();
  await visit.close();
});

const idOf = async (name: string) =>
  Number(
    (await owner.query('select person_id as id from person where org_id = $1 and name = $2', [orgId, name])).rows[0].id,
  );

/** Goes on as somebody of the firm, with an account and a session of their own. */
async function goOnAs(name: string, role: string): Promise<number> {
  const personId = await idOf(name);
  const account = await owner.query<{ id: string }>(
    `insert into auth.account (email, name) values ($1, $2)
     on conflict (lower(email)) do update set name = excluded.name returning account_id as id`,
    [`${personId}@harbor.example`, name],
  );
  const actor = `account:${account.rows[0]!.id}`;
  await owner.query(
    'insert into auth.firm_access (actor, org_id, role, person_id) values ($1, $2, $3, $4) on conflict do nothing',
    [actor, orgId, role, personId],
  );
  const secret = `secret of ${name}`;
  await owner.query(
    `insert into auth.session (session_hash, actor, org_id, account_id, expires_at, method, browser)
     values ($1, $2, $3, $4, now() + interval '1 day', 'password', 'Firefox on Windows') on conflict do nothing`,
    [hashOf(secret), actor, orgId, account.rows[0]!.id],
  );
  await visit.context.addCookies([
    { name: 'evenkeel_session', value: secret, url: visit.origin, httpOnly: true, sameSite: 'Strict' },
  ]);
  return personId;
}

const LEAD = 'Marcus Bell';
/** Somebody who reports to the lead. */
const reportOf = async () =>
  String(
    (
      await owner.query(
        `select p.name from person_line l join seat_holding h using (org_id, seat_id) join person m on m.person_id = h.person_id
           join person p on p.person_id = l.person_id where l.org_id = $1 and m.name = $2 and l.to_day is null and h.to_day is null
         order by p.person_id limit 1`,
        [orgId, LEAD],
      )
    ).rows[0].name,
  );

describe('About me', () => {
  it('holds together on a phone, in light and dark, and says of each thing why it is held', async () => {
    const { page, faults } = visit;
    faults.length = 0;
    await goOnAs(await reportOf(), 'technician');
    await page.setViewportSize(PHONE);
    await open(visit, '/me');
    expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe('About me');
    for (const title of [
      'My numbers',
      'Who I am here',
      'My place',
      'What people said',
      'My tickets',
      'My account',
      'Who looked, and when',
      'Being erased',
    ])
      expect(await page.getByRole('heading', { level: 2, name: title }).count(), title).toBe(1);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    const why = page.locator('details', { has: page.getByText('Why, and who may see it') }).first();
    await why.locator('summary').press('Enter');
    expect(await textOf(why)).toMatch(/Where it comes from .*What for .*Who may see it .*How long/);
    await page.setViewportSize(DESKTOP);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('takes a dispute, shows it beside the number to the lead, and brings the answer back', async () => {
    const { page, faults } = visit;
    faults.length = 0;
    const name = await reportOf();
    const personId = await goOnAs(name, 'technician');
    await page.setViewportSize(PHONE);
    await open(visit, '/me');
    const say = page.getByRole('button', { name: 'Say something about this: Coaching and mentoring' });
    await say.press('Enter');
    await page.getByRole('radio', { name: /This is wrong/ }).check();
    await page.getByRole('textbox', { name: 'In your words' }).fill('I coach two people <every> week.');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Say it' }).press('Enter');
    await page.getByText('I coach two people <every> week.').waitFor();
    await page.getByText('Not answered yet.').first().waitFor();

    await goOnAs(LEAD, 'team-lead');
    await open(visit, `/people/${personId}`);
    await page.getByText(`${name} disputes this`).first().waitFor();
    await open(visit, `/me?panel=competency/${personId}/coaching`);
    await page.getByRole('dialog').getByText('I coach two people <every> week.').waitFor();
    await open(visit, '/me');
    await page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
    await page.getByRole('button', { name: `Answer ${name}: Coaching and mentoring` }).press('Enter');
    await page.getByRole('textbox', { name: 'Your answer' }).fill('You are right; I have asked for a second view.');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Answer', exact: true }).last().press('Enter');
    await expect.poll(() => page.getByRole('heading', { name: 'Waiting for you' }).count()).toBe(0);

    await goOnAs(name, 'technician');
    await open(visit, '/me');
    await page.getByText('You are right; I have asked for a second view.').first().waitFor();
    const looks = page.getByRole('region', { name: 'Who looked, and when' });
    expect(await textOf(looks.last())).toMatch(/Marcus Bell.*team lead.*answered what you said/);
    expect(faults).toEqual([]);
  });

  it('saves everything as a file of its own, without a script', async () => {
    const { page } = visit;
    await goOnAs(await reportOf(), 'technician');
    await open(visit, '/me');
    for (const [button, kind] of [
      ['Save as JSON', 'json'],
      ['Save to read', 'html'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^about-me-\\d{4}-\\d\\d-\\d\\d\\.${kind}$`));
      const text = await readFile(await download.path(), 'utf8');
      if (kind === 'json')
        expect(JSON.parse(text)).toMatchObject({ format: 'evenkeel about me', held: expect.any(Array) });
      else expect(text).toMatch(/^<!doctype html>(?![\s\S]*<script)[\s\S]*I coach two people &lt;every&gt; week\./);
    }
  });

  it('asks for an erasure, which HR sees with a name to type, and takes it back', async () => {
    const { page } = visit;
    const name = await reportOf();
    await goOnAs(name, 'technician');
    await page.setViewportSize(PHONE);
    await open(visit, '/me');
    await page.getByRole('button', { name: 'Ask to be erased' }).press('Enter');
    await page.getByRole('button', { name: 'Ask for it' }).press('Enter');
    await page.getByText('Nobody has carried it out yet.').waitFor();

    const other = String(
      (
        await owner.query(
          'select name from person where org_id = $1 and name <> all($2) order by person_id desc limit 1',
          [orgId, [name, LEAD]],
        )
      ).rows[0].name,
    );
    await goOnAs(other, 'hr');
    await open(visit, '/me');
    await page.getByRole('button', { name: `Erase ${name}` }).press('Enter');
    await page.getByRole('textbox', { name: `Type the name: ${name}` }).fill('Somebody');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Erase for good' }).press('Enter');
    await page.getByText(/Type the name as it stands on the list/).waitFor();
    await page.keyboard.press('Escape');

    await goOnAs(name, 'technician');
    await open(visit, '/me');
    await tabTo(page, page.getByRole('button', { name: 'Take it back' }), 400);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ask to be erased' }).waitFor();
  });

  it('lets whoever holds the server choose whose page to see, and says so on that page', async () => {
    const { page, origin, context, evenkeel } = visit;
    const name = await reportOf();
    await context.clearCookies();
    const secret = 'secret of the server';
    await owner.query(
      `insert into auth.session (session_hash, actor, org_id, expires_at) values ($1, 'owner', $2, now() + interval '1 day')`,
      [hashOf(secret), orgId],
    );
    await context.addCookies([
      { name: 'evenkeel_session', value: secret, url: origin, httpOnly: true, sameSite: 'Strict' },
    ]);
    await page.setViewportSize(PHONE);
    await open(visit, '/me');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('main').getByRole('link', { name, exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: `About ${name}` }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.getByRole('button', { name: /Say something/ }).count()).toBe(0);
    expect(evenkeel.origin).toBe(origin);
    await goOnAs(name, 'technician');
    await open(visit, '/me');
    await page.getByText('opened this page about you').first().waitFor();
  });
});
