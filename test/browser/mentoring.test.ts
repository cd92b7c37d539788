import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { goOn } from './go-on.ts';
import { DESKTOP, hasFocus, open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
let owner: Client;
let orgId: number;
let operator: string;
beforeAll(async () => {
  visit = await startVisit('harbor');
  owner = new Client({ connectionString: visit.evenkeel.test.adminUrl });
  await owner.connect();
  orgId = Number((await owner.query('select max(org_id) as id from firm')).rows[0].id);
  operator = (await visit.context.cookies()).find(({ name }) => name === 'evenkeel_session')!.value;
});
afterAll(async () => {
  await owner.end();
  await visit.close();
});

const become = (secret: string) =>
  visit.context.addCookies([
    { name: 'evenkeel_session', value: secret, url: visit.origin, httpOnly: true, sameSite: 'Strict' },
  ]);

const goOnAs = (name: string, role: string) => goOn(visit, owner, { orgId, name, role });

async function fitsPhone(path: string): Promise<void> {
  await visit.page.setViewportSize(PHONE);
  await open(visit, path);
  expect(await sidewaysScroll(visit.page)).toBeLessThanOrEqual(0);
  expect(await violations(visit.page)).toEqual([]);
  await visit.page.setViewportSize(DESKTOP);
}

describe('mentoring', () => {
  it('shows whoever looks at the round each pair with why and the second best, and asks both', async () => {
    const { page, faults } = visit;
    await open(visit, '/people');
    await page.getByRole('link', { name: 'Mentoring' }).click();
    await page.getByRole('heading', { name: 'Who could mentor whom' }).waitFor();
    await settled(page);
    const main = await textOf(page.getByRole('main'));
    expect(main).toContain('Priya Raman for Tom Okafor');
    expect(main).toContain('Both wrote: climbing.');
    expect(main).toMatch(/Second best: /);
    expect(main).toContain('Too few to tell whether it helps here');
    expect(main).not.toContain('I fix it myself');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Ask Marcus Bell and Chiara Fontana').uncheck();
    await page.getByRole('button', { name: 'Ask 2 pairs' }).click();
    await page.getByRole('button', { name: 'Take back Priya Raman for Tom Okafor' }).waitFor();
    await fitsPhone('/mentoring/round');
    expect(faults).toEqual([]);
  });

  it('is said by oneself, answered by both, planned in advance, and read by nobody else', async () => {
    const { page, faults } = visit;
    for (const [name, role] of [
      ['Priya Raman', 'technician'],
      ['Tom Okafor', 'team-lead'],
    ] as const) {
      await goOnAs(name, role);
      await open(visit, '/mentoring');
      await page.getByRole('link', { name: name === 'Priya Raman' ? 'Tom Okafor' : 'Priya Raman' }).click();
      await page.getByRole('button', { name: 'Yes, I would like that' }).click();
      await page.getByText(name === 'Priya Raman' ? 'You said yes.' : 'Your mentor since').waitFor();
    }
    await page.getByLabel('How many').fill('3');
    await page.getByRole('button', { name: 'Plan them' }).click();
    await expect.poll(() => page.getByRole('button', { name: /^Take off:/ }).count()).toBe(3);
    await page.getByLabel('Add a goal').fill('Lead one hard talk alone');
    await page.getByRole('button', { name: 'Add goal' }).click();
    await page.getByRole('button', { name: 'Reached: Lead one hard talk alone' }).waitFor();
    expect(await textOf(page.getByRole('main'))).toMatch(/[Cc]ommunication.*: (too early|can’t be told)/);
    expect(await violations(page)).toEqual([]);
    await fitsPhone(new URL(page.url()).pathname);
    await open(visit, '/mentoring');
    await page.getByRole('button', { name: 'Change what you said' }).click();
    await page.getByText('Somebody I would rather not be paired with').click();
    await page.getByLabel('Owen Pritchard').check();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('Only you can see that.').waitFor();
    await fitsPhone('/mentoring');
    expect(faults).toEqual([]);
  });
});

describe('skills and clients', () => {
  it('say what is short, whose leaving would hurt, and the cheapest pairings, which go onto the board', async () => {
    const { page, faults } = visit;
    await become(operator);
    await open(visit, '/teams');
    await page.getByRole('link', { name: 'Skills and clients' }).click();
    await settled(page);
    const main = page.getByRole('main');
    await expect.poll(() => textOf(main)).toContain('That is the smallest such set');
    expect(await textOf(main)).toContain('29 of 37 skills and clients have the people they need.');
    expect(await violations(page)).toEqual([]);
    const pairing = page
      .getByRole('row', { name: /Servers and backup \(Pod B\)/ })
      .getByRole('button', { name: /^Begin/ });
    const learner = /Begin: (.*) learns/.exec((await pairing.first().getAttribute('aria-label'))!)![1]!;
    await pairing.first().click();
    const column = (name: string) => page.getByRole('region', { name, exact: true });
    await column('Learning').getByText('Servers and backup').first().waitFor();
    // By keyboard alone from here on.
    await page.getByRole('button', { name: `Shadows now: ${learner}, Servers and backup` }).focus();
    await page.keyboard.press('Enter');
    const signOff = column('Shadowing').getByRole('button', { name: `Sign off: ${learner}, Servers and backup` });
    await signOff.waitFor();
    expect(await textOf(main)).toContain('29 of 37');
    await signOff.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Who looked').selectOption({ label: 'Elena Popescu' });
    await page.getByRole('dialog').getByRole('button', { name: 'Sign off' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf(column('Signed off'))).toContain('signed off by Elena Popescu');
    expect(faults).toEqual([]);
  });

  it('open to who can do one of them, change what it needs, take tables, and fit a phone', async () => {
    const { page, faults } = visit;
    await page.getByRole('button', { name: 'Who can do Orchard Packaging' }).click();
    const who = page.getByRole('region', { name: 'Who can do Orchard Packaging' });
    expect(await hasFocus(who)).toBe(true);
    expect(await textOf(who)).toMatch(/Isla Brennan signed off by Dana Ruiz/);
    expect(await textOf(who)).toMatch(/copes, by their tickets; not signed off/);
    await page.getByRole('button', { name: 'What Orchard Packaging needs' }).click();
    await page.getByLabel('People signed off').fill('1');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(() => textOf(page.getByRole('main'))).toContain('30 of 37');
    await page.locator('input[type=file]').setInputFiles({
      name: 'skills.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('skill,person,state\nFirewalls,Owen Pritchard,learning\nFirewalls,Nobody,learning\n'),
    });
    await page.getByText('1 entry is in.').waitFor();
    expect(await textOf(page.getByRole('table', { name: '1 row could not be read' }))).toContain('Nobody of this name');
    await fitsPhone('/skills');
    await goOnAs('Ahmed Sayed', 'technician');
    await open(visit, '/learning');
    expect(await textOf(page.getByRole('main'))).toContain('with Owen Pritchard');
    await fitsPhone('/learning');
    expect(faults).toEqual([]);
  });
});
