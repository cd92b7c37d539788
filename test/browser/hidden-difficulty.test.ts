import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/time.ts';
import { importFile } from '../../src/capabilities/data/actions.ts';
import { SERVER_HOLDER } from '../../src/platform/sign-in/actions.ts';
import { testSecrets } from '../support/context.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import { DESKTOP, hasFocus, open, PHONE, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('harbor');
});
afterAll(() => visit.close());

describe('supposing on a seat that tickets hid difficulty', () => {
  it('widens the intervals by keyboard, says where the advice flips, and can be assumed for the whole firm', async () => {
    const { page, origin, faults } = visit;
    const answer = await page.request.get(`${origin}/api/seats`);
    const { seats } = (await answer.json()) as { seats: { seat: { seatId: number; state: string } }[] };
    await open(visit, `/seats/${seats.find(({ seat }) => seat.state !== 'held')!.seat.seatId}`);
    const part = page.getByRole('region', { name: 'If hard tickets went to the strong' });
    const slider = part.getByRole('slider', { name: /^How much harder may some people's tickets have been/ });
    await part
      .getByText(/^(From 0\.\d+ on the advice would be: .+|Nothing up to 1\.0 changes this advice\.)$/)
      .waitFor();
    const width = async () => {
      const bar = part.getByRole('img', { name: /knows the work: about/ }).first();
      const [, low, high] = /probably ([\d.-]+) to ([\d.-]+)/.exec((await bar.getAttribute('aria-label'))!)!;
      return Number(high) - Number(low);
    };
    const before = await width();
    await slider.focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe('0.6, much');
    await part.getByText('At 0.6, much:').waitFor();
    expect(await width()).toBeGreaterThan(before);
    expect(await violations(page)).toEqual([]);
    await expectDark();
    await page.setViewportSize(PHONE);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize(DESKTOP);

    await part.getByRole('button', { name: 'Assume this for the whole firm' }).click();
    await page.getByRole('textbox', { name: 'Why' }).fill('Dispatch gives the hard ones to the strong');
    await page.getByRole('button', { name: 'Assume it' }).click();
    await part.getByText('In force for the whole firm: 0.6').waitFor();
    await part.getByText(/^Saved. Our advice moved for /).waitFor();
    await open(visit, '/playbook?key=tickets.hidden-difficulty');
    await page.getByText(/Changed by you.*Dispatch gives the hard ones to the strong/).waitFor();
    expect(faults).toEqual([]);
  });
});

const TICKETS = [
  'ticket,opened,client,category,priority',
  ...['T-101', 'T-102', 'T-103'].map((number, i) => `${number},2026-11-0${i + 1} 09:00,Acme Dental,Network,${i + 2}`),
].join('\n');

describe('saying how hard tickets look', () => {
  it('takes one key or one tap a ticket, takes it back, and says when nothing waits', async () => {
    const { page, faults } = visit;
    await startFirm();
    await open(visit, '/');
    await page.getByRole('button', { name: 'Data, playbook and settings' }).click();
    await page.getByRole('link', { name: /^How hard tickets look/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Still to say: 3 tickets' }).waitFor();
    const items = page.getByRole('main').getByRole('listitem');
    expect(await textOf(items.first())).toContain('T-101');
    expect(await violations(page)).toEqual([]);

    const group = (number: string) => page.getByRole('group', { name: `How hard ${number} looks` });
    await group('T-101').getByRole('button', { name: /easy/ }).first().focus();
    await page.keyboard.press('4');
    await page.getByRole('status').getByText('T-101: fairly hard.').waitFor();
    await page.getByRole('heading', { level: 2, name: 'Still to say: 2 tickets' }).waitFor();
    expect(await hasFocus(group('T-102'))).toBe(true);

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { level: 2, name: 'Still to say: 3 tickets' }).waitFor();

    await page.setViewportSize(PHONE);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    for (const number of ['T-101', 'T-102', 'T-103'])
      await group(number).getByRole('button', { name: '5 hard' }).click();
    await page.getByRole('heading', { level: 2, name: 'Nothing waits' }).waitFor();
    await page.getByText('Said already, and nobody has them yet (3)').click();
    expect(await group('T-103').getByRole('button', { name: '5 hard' }).getAttribute('aria-pressed')).toBe('true');
    expect(await violations(page)).toEqual([]);
    await expectDark();
    await page.setViewportSize(DESKTOP);
    expect(faults).toEqual([]);
  });
});

/** The colours hold in the dark too. */
async function expectDark() {
  const { page } = visit;
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  expect(await violations(page, 'contrast')).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** An empty firm with three tickets that nobody has. */
async function startFirm() {
  const { page, origin, evenkeel } = visit;
  const answer = await page.request.post(`${origin}/api/firms`, { data: { name: 'Desk' }, headers: { origin } });
  const { firm } = (await answer.json()) as { firm: { orgId: number } };
  async function* source() {
    yield Buffer.from(TICKETS);
  }
  await importFile({
    database: evenkeel.test.database,
    orgId: firm.orgId,
    actor: SERVER_HOLDER,
    now: systemClock,
    secrets: testSecrets,
    log: () => undefined,
    kind: 'tickets',
    source: source(),
    fileName: 'tickets.csv',
    hooks: { refit: async () => undefined },
  });
}
