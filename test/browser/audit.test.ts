import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFile, previewFile } from '../../src/capabilities/data/contract.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, headline, open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
let owner: Client;
beforeAll(async () => {
  visit = await startVisit('harbor');
  owner = new Client({ connectionString: visit.evenkeel.test.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await visit.close();
});

/** From the next request on the session works as this. */
const workAs = (role: string) => owner.query('update auth.firm_access set role = $1', [role]);

/** Nothing against the page in any look, nothing to scroll sideways on a phone, and no fault of the browser. */
async function expectAccessible() {
  const { page, faults } = visit;
  for (const [size, colorScheme] of [
    [DESKTOP, 'light'],
    [DESKTOP, 'dark'],
    [PHONE, 'light'],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await settled(page);
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    expect(await violations(page)).toEqual([]);
    await shoot(`${colorScheme}-${size.width}`);
  }
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(faults).toEqual([]);
}

/** Keeps what is on the screen where EVENKEEL_PICTURES says, to be looked at. */
async function shoot(name: string) {
  const folder = process.env.EVENKEEL_PICTURES;
  if (!folder) return;
  const place = new URL(visit.page.url()).pathname.replaceAll('/', '-');
  await visit.page.screenshot({ path: `${folder}/audit${place}-${name}.png`, fullPage: true });
}

describe('the audit log', () => {
  it('shows in words what was done, checks itself on a button, and says where it was tampered with', async () => {
    const { page, origin } = visit;
    await workAs('owner');
    const { rows } = await owner.query(`select person_id as id, name from person where name like 'Marcus%'`);
    const changed = await page.request.patch(`${origin}/api/people/${rows[0].id}`, {
      data: { title: 'Lead' },
      headers: { origin },
    });
    expect(changed.status()).toBe(200);
    await page.request.delete(`${origin}/api/playbook/gate.clears`, { headers: { origin } });
    await open(visit, '/settings/audit');
    expect(await headline(page)).toBe('Audit log');
    await page.getByRole('row', { name: /changed Marcus Bell's entry/ }).waitFor();
    await page.getByText('It has not been checked from here yet.').waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/^The log is whole: \d+ lines?/).waitFor();
    await page.getByRole('row', { name: /Whoever holds the server \(owner\) checked this log: whole/ }).waitFor();
    await expectAccessible();

    await page.getByLabel('What', { exact: true }).selectOption({ label: 'Checked this log' });
    await expect.poll(() => page.getByRole('row').count()).toBe(2);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^audit-log-\d{4}-\d\d-\d\d\.csv$/);

    await owner.query(`update audit_entry set actor = 'account:9' where seq = 1`);
    await page.getByRole('button', { name: 'Check now' }).click();
    expect(await textOf(page.getByText(/^The log is not whole/))).toContain('line 1 was changed after it was written');
    expect(await violations(page)).toEqual([]);
  });
});

it('writes down that a file was brought in, and not that one was looked into', async () => {
  const { page, origin } = visit;
  await workAs('owner');
  const written = async () =>
    (await owner.query(`select action from audit_entry where action in ('importFile', 'previewFile')`)).rows;
  for (const { path } of [previewFile, importFile]) {
    expect(await written()).toEqual([]);
    const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('name,team\nNia Cole,Desk\n') };
    const answer = await page.request.post(origin + path, {
      multipart: { options: JSON.stringify({ kind: 'people' }), file },
      headers: { origin },
    });
    expect(answer.status()).toBe(200);
  }
  expect(await written()).toEqual([{ action: 'importFile' }]);
});

describe('the fairness audit', () => {
  it('begins with the answer, takes groups all or nothing, and compares them', async () => {
    const { page } = visit;
    await workAs('hr');
    await open(visit, '/settings/fairness');
    expect(await textOf(page.locator('.lead'))).toMatch(/^Nothing can be compared yet: no groups are known/);
    const { rows } = await owner.query(`select name from person where work = 'product' order by person_id`);
    const lines = rows.map(({ name }: { name: string }, i: number) => `${name},gender,${i % 2 ? 'man' : 'woman'}`);
    const box = page.getByLabel('Person (name or address), attribute, group');
    await box.fill([...lines, 'Nobody Here,gender,man'].join('\n'));
    await page.getByRole('button', { name: 'Keep them' }).click();
    await page.getByText(/nobody here is called "Nobody Here". Nothing was kept./).waitFor();
    await box.fill(lines.join('\n'));
    await page.getByRole('button', { name: 'Keep them' }).click();
    await page.getByText(`${lines.length} lines kept.`).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Gender' }).waitFor();
    expect(await textOf(page.locator('.lead'))).not.toMatch(/no groups are known/);
    await page.getByRole('table').getByRole('row', { name: /woman/ }).first().waitFor();
    const shown = (await page.getByRole('main').getByRole('table').allInnerTexts()).join(' ');
    for (const { name } of rows) expect(shown).not.toContain(name);
    await expectAccessible();

    await page.getByRole('button', { name: 'Remove gender' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText(/no groups are known/).waitFor();
  });

  it('is not for whoever holds the server', async () => {
    const { page, origin } = visit;
    await workAs('operator');
    expect((await page.request.get(`${origin}/api/fairness`)).status()).toBe(403);
  });

  it('lets everyone say, see and take back their own', async () => {
    const { page } = visit;
    await owner.query(`update auth.firm_access a set role = 'technician', person_id =
      (select person_id from person p where p.org_id = a.org_id and work = 'product' limit 1)`);
    await open(visit, '/me/groups');
    await page.getByLabel('Gender', { exact: true }).fill('woman');
    await page.getByRole('button', { name: 'Keep: Gender' }).click();
    await page.getByText('Kept.').waitFor();
    await expectAccessible();
    await page.getByRole('button', { name: 'Take back: Gender' }).click();
    await page.getByText('Taken back.').waitFor();
    expect((await owner.query('select from protected_attribute')).rowCount).toBe(0);
  });
});
