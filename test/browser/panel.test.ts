import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './accessible.ts';
import { DESKTOP, goTo, hasFocus, open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
let panel: Locator;
beforeAll(async () => {
  visit = await startVisit('harbor');
  panel = visit.page.getByRole('dialog', { name: 'What stands behind this number' });
});
afterAll(() => visit.close());

describe('every number is a door', () => {
  it('on a profile: down to a single ticket, back a step at a time, and Escape closes all of it', async () => {
    const { page, faults } = visit;
    await follow('/people', 'Marcus Bell');
    const address = page.url();
    const number = page.getByRole('button', { name: /^Marcus Bell, knows the work: about \d/ });
    await number.press('Enter');
    await showing('Marcus Bell: knows the work');
    const said = await textOf(panel);
    expect(said).toMatch(/Probably \d\.\d to \d\.\d/);
    for (const part of ["What it can't tell", 'rules it rests on', 'Where it comes from']) expect(said).toContain(part);
    expect(await hasFocus(panel)).toBe(true);

    await panel.getByRole('button', { name: 'The tickets' }).click();
    await showing('Tickets of Marcus Bell');
    const ticket = panel
      .getByRole('table')
      .getByRole('button', { name: /^HA-\d+/ })
      .first();
    const name = await textOf(ticket);
    await ticket.click();
    await showing(name);
    expect(await panel.getByRole('row').count()).toBeGreaterThan(2);
    expect(await violations(page)).toEqual([]);

    await panel.getByRole('button', { name: 'Back' }).click();
    await showing('Tickets of Marcus Bell');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(page.url()).toBe(address);
    await expect.poll(() => hasFocus(number)).toBe(true);
    expect(faults).toEqual([]);
  });

  it('down to what an estimate is made of: every part with its bar and its words, and a ticket that pulls it', async () => {
    const { page, faults } = visit;
    await follow('/people', 'Marcus Bell');
    await page.getByRole('button', { name: /^Marcus Bell, knows the work: about \d/ }).click();
    await showing('Marcus Bell: knows the work');
    expect(await textOf(panel)).toMatch(/No single source carries this|Most of this rests on/);
    await panel.getByRole('button', { name: 'What it is made of: time on tickets' }).click();
    await showing('Marcus Bell: time on tickets');
    const parts = panel.getByRole('region', { name: 'What it is made of' }).getByRole('listitem');
    const said = await parts.allInnerTexts();
    expect(said.length).toBeGreaterThan(5);
    for (const text of said) expect(text).toMatch(/% (less|more)|no difference|times as much/);
    expect(await parts.locator('rect').count()).toBe(said.length);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize(PHONE);
    const wide = await panel.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.setViewportSize(DESKTOP);
    const ticket = panel.getByRole('button', { name: /^HA-\d+/ }).first();
    const name = await textOf(ticket);
    await ticket.click();
    await showing(`Ticket ${name}`);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
  });

  it("on a seat: the browser's back closes it", async () => {
    const { page } = visit;
    await follow('/seats', 'Service manager');
    const need = page.getByRole('button', { name: '3.6 with people' });
    await need.click();
    await showing('What Service manager needs: leading people');
    await page.goBack();
    await panel.waitFor({ state: 'hidden' });
    await expect.poll(() => hasFocus(need)).toBe(true);
    await page.getByRole('button', { name: /^Dana Ruiz, leads people/ }).click();
    await showing('Dana Ruiz: leads people');
    await panel.getByRole('button', { name: 'Close' }).click();
    await panel.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1, name: 'Service manager' }).waitFor();
  });

  it('on the balance: hours, and the rule behind them in the playbook', async () => {
    const { page } = visit;
    await open(visit, '/');
    await page.getByRole('button', { name: /^Lead, Service Desk: .*[Nn]o time left to listen: 13 h/ }).click();
    await showing('Hours of Lead, Service Desk');
    await panel.getByText('The 4 rules it rests on').click();
    await panel.getByRole('link', { name: 'Hours with each report' }).click();
    await settled(page);
    await panel.waitFor({ state: 'hidden' });
    const rule = page.getByRole('heading', { level: 3, name: 'Hours with each report' });
    await expect.poll(() => hasFocus(rule)).toBe(true);
  });

  it('has an address of its own that can be sent to somebody', async () => {
    const { page, origin } = visit;
    await open(visit, '/?panel=playbook/gate.clears');
    await showing('Sure enough to say yes');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(page.url()).toBe(`${origin}/`);
  });
});

/** Opens a page through a link on another one. */
async function follow(from: string, link: string) {
  await goTo(visit.page, from);
  await visit.page.getByRole('main').getByRole('link', { name: link, exact: true }).first().click();
  await visit.page.getByRole('heading', { level: 1, name: link, exact: true }).waitFor();
  await settled(visit.page);
}

/** Waits until the panel is about this. */
const showing = (title: string) => panel.getByRole('heading', { level: 2, name: title }).waitFor();
