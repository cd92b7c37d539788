import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, headline, open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('harbor');
});
afterAll(() => visit.close());

const part = (name: string): Promise<void> =>
  visit.page.getByRole('navigation', { name: 'What stands behind it' }).getByRole('button', { name }).click();
const marker = (name: string): Locator =>
  visit.page.getByRole('listitem').filter({ has: visit.page.getByRole('button', { name, exact: true }) });
const keepBar = (): Locator => visit.page.getByRole('region', { name: 'Changed and not kept' });
const DUE = /due in (\w+ \d{4})/;
/** When the next lead is due, as the picture says it now. */
const nextLead = async (): Promise<string> => DUE.exec(await textOf(marker('Next lead')))?.[1] ?? 'not said';
const setDueFrom = async (value: string): Promise<void> => {
  await visit.page.getByRole('searchbox', { name: 'Find' }).fill('counts as due');
  const field = visit.page.getByRole('textbox', { name: 'When something counts as due' });
  await field.fill(value);
  await field.press('Enter');
};

describe('planning ahead', () => {
  it('begins with one date and one sentence, and says the same hours of a lead everywhere', async () => {
    const { page, faults } = visit;
    await open(visit, '/');
    expect(await textOf(page.getByRole('main'))).toMatch(/[Nn]o time left to listen: 13 h needed, 3 h left/);
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Plan ahead' }).click();
    await page.getByText(/From [\d,]+ simulated futures/).waitFor();
    expect(await headline(page)).toMatch(/^(Now|[A-Z][a-z]+ \d{4}) .+\.$/);
    expect(await page.getByRole('list', { name: 'What growth brings' }).getByRole('listitem').count()).toBe(5);
    expect(await violations(page)).toEqual([]);
    await open(visit, '/seats');
    const row = page.getByRole('row').filter({ hasText: 'Marcus Bell' });
    expect(await textOf(row.first())).toMatch(/[Nn]o time left to listen: 13 h needed, 3 h left/);
    await row
      .first()
      .getByRole('img', { name: /^Marcus Bell: own tickets .+ a week of 40 h$/ })
      .waitFor();
    await page.getByRole('heading', { name: 'How many each one leads' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('moves the date with an assumption, stops a run, and keeps what was changed under a name', async () => {
    const { page, faults } = visit;
    await open(visit, '/plan?part=assumptions');
    const before = await nextLead();
    await setDueFrom('0.3');
    await expect.poll(nextLead).not.toBe(before);
    expect(await textOf(keepBar())).toContain('Changed, not kept: one assumption.');
    await stopOneRun();
    await page.getByRole('button', { name: 'Go back to 0.5: When something counts as due' }).click();
    await expect.poll(nextLead).toBe(before);
    expect(await keepBar().count()).toBe(0);
    await setDueFrom('0.2');
    await keepBar().getByRole('button', { name: 'Keep as another scenario' }).click();
    await page.getByLabel('Name of the scenario').fill('Sooner');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
    await page.waitForURL(/scenario=\d+/);
    await part('Scenarios');
    await page.getByText(/^Sooner needs its next lead \d+ months? sooner/).waitFor();
    expect(await violations(page)).toEqual([]);
    await part('What it rests on');
    await page.getByText(/^Your tickets say 0\.\d\d h \(.+, 11 months, 7,\d{3} tickets\)\./).waitFor();
    await page.getByRole('button', { name: /^Take over 0\.\d\d: Reactive work per endpoint$/ }).click();
    await page.getByText('Take over “Share of paid hours on tickets” too').waitFor();
    await page.getByRole('button', { name: /^Take over 0\.\d\d: Share of paid hours on tickets$/ }).click();
    await keepBar().getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(() => keepBar().count()).toBe(0);
    // What was kept stands there, and is marked as measured.
    expect(await page.locator('.basis-measured').count()).toBe(2);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('reads a plan from a table, draws it with the keyboard, and keeps it', async () => {
    const { page, faults } = visit;
    await open(visit, '/plan?part=plan');
    const now = await page.getByRole('slider', { name: /^Endpoints in / }).getAttribute('aria-label');
    const first = new Date(`1 ${now!.replace('Endpoints in ', '')} UTC`);
    const lines = Array.from({ length: 24 }, (_, at) => {
      const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + at, 1)).toISOString().slice(0, 7);
      return `${month},${5000 + 150 * at},note`;
    });
    const file = (rows: string[]) => ({
      name: 'plan.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['month,endpoints,remark', ...rows].join('\n')),
    });
    const chooser = page.locator('input[type=file]');
    await chooser.setInputFiles(file(lines.filter((_, at) => at !== 3)));
    await page.getByText(/is missing in the plan, after line \d+: add a row for that month/).waitFor();
    await chooser.setInputFiles(file(lines));
    await page.getByText(/plan\.csv: 24 months/).waitFor();
    expect(await textOf(page.getByRole('main'))).toContain('Left out: remark.');
    await page.getByRole('button', { name: 'Look ahead with it' }).click();
    const point = page.getByRole('slider', { name: /^Endpoints in / });
    await point.press('End');
    const last = Number(await point.getAttribute('aria-valuenow'));
    expect(last).toBe(8450);
    await point.press('PageUp');
    expect(Number(await point.getAttribute('aria-valuenow'))).toBeGreaterThan(last);
    expect(await textOf(keepBar())).toContain('Changed, not kept: the plan by month.');
    await keepBar().getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(() => keepBar().count()).toBe(0);
    expect(await page.getByRole('textbox', { name: /^Endpoints, / }).count()).toBe(24);
    expect(faults).toEqual([]);
  });

  it('sets four ways side by side, makes a planned seat that stands on the balance picture, and works on a phone', async () => {
    const { page, faults } = visit;
    await open(visit, '/plan?part=policies');
    const ways = page.getByRole('region', { name: 'Ways to get a lead' });
    expect(await ways.getByRole('heading', { level: 3 }).allInnerTexts()).toHaveLength(4);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next lead', exact: true }).click();
    await marker('Next lead').getByRole('button', { name: 'Make it a planned seat' }).click();
    await page.getByLabel('Title of the seat').fill('Lead, Pod C');
    await page.getByRole('button', { name: 'Plan it' }).click();
    await page.getByRole('link', { name: 'Lead, Pod C' }).waitFor();
    await page.setViewportSize(PHONE);
    for (const path of ['/plan?part=months', '/plan?part=plan', '/plan?part=assumptions']) {
      await open(visit, path);
      expect(await sidewaysScroll(page), path).toBeLessThanOrEqual(0);
    }
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize(DESKTOP);
    await open(visit, '/');
    await settled(page);
    expect(await textOf(page.getByRole('main'))).toContain('Lead, Pod C');
    expect(await page.locator('.balance-frame .balance-bar-dashed').count()).toBe(2);
    expect(faults).toEqual([]);
  });
});

/** Stops a run that is being refined; one that was done before the press is begun again with other numbers. */
async function stopOneRun(): Promise<void> {
  const stop = keepBar().getByRole('button', { name: 'Stop' });
  for (let turn = 0; turn < 8; turn++) {
    await setDueFrom(String(0.31 + turn / 100));
    const begun = await stop.waitFor({ timeout: 3000 }).then(
      () =>
        stop.click({ timeout: 1000 }).then(
          () => true,
          () => false,
        ),
      () => false,
    );
    if (!begun) continue;
    await keepBar()
      .getByText(/^(Stopped: a rough picture from|From) /)
      .waitFor();
    if ((await textOf(keepBar())).includes('Stopped: a rough picture from')) return;
  }
  throw new Error('No run could be stopped before it was done.');
}
