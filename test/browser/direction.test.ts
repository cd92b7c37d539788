import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('harbor');
});
afterAll(() => visit.close());

const team = (name: string) => visit.page.getByRole('region', { name, exact: true });

describe('where the teams are going', () => {
  it('is read on its page: aim, targets with their range, who moves them', async () => {
    const { page } = visit;
    await open(visit, '/teams/direction');
    expect(await textOf(page.locator('.lead'))).toMatch(/On track: Pod B; not there yet: Projects and Service Desk/);
    expect(await textOf(team('Service Desk'))).toMatch(
      /Marcus Bell leads this team.*Priya Raman sees to it.*on track.*92 of 100 .*not there yet.*75 of 100/,
    );
    expect(await violations(page)).toEqual([]);
  });

  it('is said by whoever leads: another aim, a second target, one ended', async () => {
    const { page } = visit;
    await team('Pod B').getByRole('button', { name: 'Change the aim of Pod B' }).click();
    await page.getByLabel(/What do you want to be better at/).fill('Nobody asks Ana any more.');
    await page.getByLabel('Who sees to it').selectOption({ label: 'Chiara Fontana' });
    await page.getByRole('button', { name: 'Keep the aim' }).click();
    await team('Pod B').getByText('Nobody asks Ana any more.').waitFor();
    await team('Pod B').getByRole('button', { name: 'Set a target of Pod B' }).click();
    await page.getByLabel('What it is about').selectOption({ label: 'Open tickets' });
    await page.getByLabel('Open tickets, at most').fill('75');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Keep the target' }).click();
    await team('Pod B').getByText('At most 75 open tickets').waitFor();
    expect(
      await team('Pod B')
        .getByRole('button', { name: /Set a target/ })
        .count(),
    ).toBe(0);
    await team('Pod B')
      .getByRole('button', { name: /End it.*Open tickets/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await team('Pod B').getByRole('button', { name: 'Set a target of Pod B' }).waitFor();
  });

  it('stands on Balance with who moves it, and fits a phone', async () => {
    const { page } = visit;
    await open(visit, '/');
    expect(await textOf(page.getByRole('region', { name: 'Where the teams are going' }))).toMatch(
      /Pod B: on track Nobody asks Ana any more. Dana Ruiz leads it. Chiara Fontana sees to the aim./,
    );
    await page.setViewportSize(PHONE);
    await open(visit, '/teams/direction');
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
});

describe('a card that asks for hands', () => {
  it('opens its ticket in the ticket system once somebody said where, and asks nothing there itself', async () => {
    const { page, faults } = visit;
    await open(visit, '/data');
    const address = page.getByLabel('Address of a ticket');
    await address.fill('http://tickets.harbor.example/{number}');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('The address has to begin with https://.').waitFor();
    await address.fill('https://tickets.harbor.example/{number}');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('Kept.').waitFor();
    await open(visit, '/today');
    const link = page.getByRole('link', { name: /^Open HA-\d+ in the ticket system$/ }).first();
    const number = (await textOf(link)).split(' ')[1]!;
    expect(await link.getAttribute('href')).toBe(`https://tickets.harbor.example/${number}`);
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
