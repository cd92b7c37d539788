import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../src/platform/sign-in/secrets.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
let owner: Client;
let orgId: number;
let report: string;
let lead: string;
beforeAll(async () => {
  visit = await startVisit('harbor');
  owner = new Client({ connectionString: visit.evenkeel.test.adminUrl });
  await owner.connect();
  orgId = Number((await owner.query('select max(org_id) as id from firm')).rows[0].id);
  const { rows } = await owner.query(
    `select m.name as lead, min(p.name) as report from person_line l join seat_holding h using (org_id, seat_id)
       join person m on m.person_id = h.person_id join person p on p.person_id = l.person_id and p.work = 'product'
     where l.org_id = $1 and l.to_day is null and h.to_day is null group by m.name order by count(*) desc limit 1`,
    [orgId],
  );
  lead = rows[0].lead;
  report = rows[0].report;
});
afterAll(async () => {
  await owner.end();
  await visit.close();
});

/** Goes on as somebody of the firm, with a session of their own. */
async function goOnAs(name: string, role: string): Promise<void> {
  const secret = `secret of ${name}`;
  await owner.query(
    `with who as (select person_id from person where org_id = $1 and name = $2),
       account as (insert into auth.account (email, name) values ($2 || '@harbor.example', $2)
         on conflict (lower(email)) do update set name = excluded.name returning account_id),
       access as (insert into auth.firm_access (actor, org_id, role, person_id)
         select 'account:' || account_id, $1, $3, person_id from account, who on conflict do nothing)
     insert into auth.session (session_hash, actor, org_id, account_id, expires_at, method, browser)
     select $4, 'account:' || account_id, $1, account_id, now() + interval '1 day', 'password', 'Firefox' from account
     on conflict do nothing`,
    [orgId, name, role, hashOf(secret)],
  );
  await visit.context.addCookies([
    { name: 'evenkeel_session', value: secret, url: visit.origin, httpOnly: true, sameSite: 'Strict' },
  ]);
}

describe('working conditions', () => {
  it('are read by oneself first, shared by a switch, and said in one’s own words', async () => {
    const { page, faults } = visit;
    await goOnAs(report, 'technician');
    await open(visit, '/conditions');
    expect(await textOf(page.getByRole('main'))).toMatch(
      /You touched \d+ tickets in the week of \d+ \w+; usual is \d+\./,
    );
    expect(await page.getByRole('img', { name: /^Tickets\. You touched/ }).count()).toBe(1);
    await page.getByText('As a table: Tickets').click();
    expect(
      await page
        .getByRole('table', { name: /^Tickets:/ })
        .getByRole('row')
        .count(),
    ).toBe(18);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('switch', { name: new RegExp(`^Let ${lead} see my weeks`) }).click({ force: true });
    await page.getByText(`${lead} sees this, because you share it.`).first().waitFor();
    await page.getByLabel('could be better').check();
    await page.getByLabel('In your words, if you like').fill('Too many Fridays');
    await page.getByLabel(`For ${lead} to read too`).check();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText(`${lead} reads it`).waitFor();
    await page.setViewportSize(PHONE);
    await settled(page);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });

  it('reach the lead as causes, and by person only as far as that person lets them', async () => {
    const { page, faults } = visit;
    await page.setViewportSize(DESKTOP);
    await goOnAs(lead, 'team-lead');
    await open(visit, '/teams/conditions');
    const text = await textOf(page.getByRole('main'));
    expect(text).toContain('Too many Fridays');
    const first = report.split(' ')[0];
    expect(text).toMatch(new RegExp(`${first} touched \\d+ tickets`));
    expect(text).not.toContain('went from one ticket to another');
    expect(text).toMatch(/\w+ keeps their weeks to themselves\./);
    await page.getByText('Not shown, and why').first().click();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    await settled(page);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});
