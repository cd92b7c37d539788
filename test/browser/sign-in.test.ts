import { TOTP } from 'otpauth';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/time.ts';
import { SIGN_IN_RULES } from '../../src/platform/sign-in/rules.ts';
import { QUICK } from '../support/visitor.ts';
import { sidewaysScroll, violations } from './accessible.ts';
import {
  DESKTOP,
  hasFocus,
  headline,
  open,
  PATIENCE,
  PHONE,
  settled,
  startVisit,
  textOf,
  type Visit,
} from './visit.ts';

const EMAIL = 'ana.keller@tern-it.example';
const PASSWORD = 'nine calm herons over the estuary';
const STEP_MS = 30_000;

/** Whoever holds the server, in a browser of their own. */
let operator: Visit;
/** Ana, at an address with a name: passkeys belong to names. */
let ana: Page;
let site: string;
let totp: TOTP;
let recoveryCodes: string[];

beforeAll(async () => {
  // Guesses as scarce as ever, but none that takes half a second of the machine.
  operator = await startVisit(undefined, { signInRules: { ...SIGN_IN_RULES, cost: QUICK.cost } });
  site = operator.origin.replace('127.0.0.1', 'localhost');
  const { origin, page } = operator;
  await page.request.post(`${origin}/api/firms`, { data: { name: 'Tern IT' }, headers: { origin } });
  ana = await (await someone()).newPage();
});
afterAll(() => operator.close());

/** A browser of somebody who is not signed in. */
const someone = async (): Promise<BrowserContext> => {
  const browser: Browser = operator.context.browser()!;
  const context = await browser.newContext({ viewport: DESKTOP, colorScheme: 'light', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  context.on('weberror', (error) => operator.faults.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) operator.faults.push(message.text());
  });
  return context;
};

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (page: Page | Locator, name: string) => page.getByRole('textbox', { name, exact: true });
const part = (name: string) => ana.getByRole('region', { name, exact: true });
const atPlace = (page: Page) => new URL(page.url()).pathname;

/** The page is for everyone: both schemes, both widths, nothing to scroll sideways. */
async function looksRight(page: Page): Promise<void> {
  await settled(page);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await page.setViewportSize(PHONE);
  expect(await violations(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESKTOP);
}

/** Address and password on the sign-in page. */
async function givePassword(page: Page, password = PASSWORD, email = EMAIL): Promise<void> {
  await field(page, 'Email address').fill(email);
  await field(page, 'Password').fill(password);
  await button(page, 'Sign in').click();
}

describe('before anyone has an account', () => {
  it('a stranger is told of the printed address', async () => {
    const page = await (await someone()).newPage();
    await page.goto(`${site}/people`);
    await page.getByText('Open that address: it signs you in.').waitFor();
    expect(await headline(page)).toBe('Not signed in');
    await looksRight(page);
    await page.context().close();
  });
});

describe('an invitation', () => {
  it('is made by whoever holds the server, and its link is shown once', async () => {
    const { page } = operator;
    await open(operator, '/settings');
    expect(await headline(page)).toBe('Members');
    expect(await page.getByRole('radio', { name: /^Owner/ }).isChecked()).toBe(true);
    await looksRight(page);
    await field(page, 'Email address').fill(EMAIL);
    await button(page, 'Make the link').click();
    await button(page, 'Copy the link').waitFor();
    await looksRight(page);
    const link = await textOf(page.locator('.invite-address'));
    expect(link).toContain('/invitation#');
    await page.reload();
    await page.getByRole('row', { name: new RegExp(EMAIL) }).waitFor();
    expect(await page.getByText('/invitation#').count()).toBe(0);
    await ana.goto(link.replace('127.0.0.1', 'localhost'));
  });

  it('becomes an account with a password, and offers a passkey at once', async () => {
    await ana.getByRole('heading', { level: 1, name: 'Welcome to Tern IT' }).waitFor();
    expect(await textOf(ana.getByText(/ as Owner\.$/))).toContain(EMAIL);
    await looksRight(ana);
    await field(ana, 'Your name').fill('Ana Keller');
    await field(ana, 'Password').fill(PASSWORD);
    await button(ana, 'Make my account').click();
    await ana.getByRole('heading', { level: 1, name: 'Your account is made' }).waitFor();
    await looksRight(ana);
    await button(ana, 'Not now').click();
    await ana.getByText('Tern IT').first().waitFor();
    await ana.waitForURL(`${site}/`);
  });

  it('works once', async () => {
    const page = await (await someone()).newPage();
    await page.goto(`${site}/invitation#${'a'.repeat(43)}`);
    await page.getByRole('heading', { level: 1, name: "This invitation doesn't work" }).waitFor();
    await page.goto(`${site}/invitation`);
    await page.getByRole('heading', { level: 1, name: 'This address is not complete' }).waitFor();
    await page.context().close();
  });
});

describe('codes of an app', () => {
  it('are set up by a picture or a text, and turned on by a first code', async () => {
    await ana.goto(`${site}/account`);
    await looksRight(ana);
    await button(ana, 'Set up codes').click();
    await field(part('Codes from an app'), 'Password').fill(PASSWORD);
    await button(ana, 'Next').click();
    await ana.getByRole('img', { name: /^QR code/ }).waitFor();
    await looksRight(ana);
    totp = new TOTP({ secret: (await textOf(ana.locator('.secret-text code'))).replaceAll(' ', '') });
    await field(ana, 'The code it shows').fill(totp.generate());
    await button(ana, 'Turn codes on').click();
    await ana.getByRole('heading', { name: 'Codes are on. Keep these recovery codes' }).waitFor();
    recoveryCodes = await ana.locator('.recovery-codes code').allInnerTexts();
    expect(new Set(recoveryCodes).size).toBe(10);
    await looksRight(ana);
    await button(ana, 'I have kept them').click();
    await ana.getByText('10 recovery codes left').waitFor();
  });

  it('are asked after the password, and lead on to the page that was wanted', async () => {
    await button(ana, 'Sign out').first().click();
    await ana.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await ana.goto(`${site}/playbook?key=gate.clears`);
    await ana.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await looksRight(ana);
    await givePassword(ana);
    await field(ana, 'Code').fill('000000');
    await button(ana, 'Sign in').click();
    await ana.getByText("This code isn't right").waitFor();
    await looksRight(ana);
    // The code of now was used to turn codes on; no code is taken twice.
    await field(ana, 'Code').fill(totp.generate({ timestamp: systemClock() + STEP_MS }));
    await button(ana, 'Sign in').click();
    await ana.getByRole('heading', { level: 1, name: 'Playbook' }).waitFor();
    expect(ana.url()).toBe(`${site}/playbook?key=gate.clears`);
  });
});

describe('a passkey', () => {
  it('is made by the device and lets one in without a password', async () => {
    const devices = await ana.context().newCDPSession(ana);
    await devices.send('WebAuthn.enable');
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await ana.goto(`${site}/account`);
    await button(ana, 'Add a passkey').click();
    await field(ana, 'What you call it').fill('Work laptop');
    await field(part('Passkeys'), 'Password').fill(PASSWORD);
    await looksRight(ana);
    await button(ana, 'Make it now').click();
    await button(ana, 'Remove the passkey Work laptop').waitFor();
    await button(ana, 'Data, playbook and settings').click();
    expect(await textOf(ana.locator('.gear-menu'))).toMatch(/Ana Keller Owner/);
    await button(ana.locator('.gear-menu'), 'Sign out').click();
    await button(ana, 'Sign in with a passkey').click();
    await ana.waitForURL(`${site}/`);
    await ana.goto(`${site}/account`);
    await part('Passkeys')
      .getByText(/used \d/)
      .waitFor();
  });
});

describe('open sessions', () => {
  it('are listed, and one that is ended has to sign in again', async () => {
    const phone = await (await someone()).newPage();
    await phone.goto(`${site}/sign-in`);
    await givePassword(phone);
    await field(phone, 'Code').fill(recoveryCodes[0]!);
    await button(phone, 'Sign in').click();
    await phone.waitForURL(`${site}/`);
    await ana.reload();
    const sessions = part('Where you are signed in').getByRole('listitem');
    await expect.poll(() => sessions.count()).toBe(2);
    expect(await textOf(sessions.filter({ hasText: 'this one' }))).toContain('with a passkey');
    await button(part('Where you are signed in'), /^End the session/).click();
    await expect.poll(() => sessions.count()).toBe(1);
    await phone.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(atPlace(phone)).toBe('/sign-in');
    await phone.context().close();
  });
});

it('a passkey goes only with the password', async () => {
  await button(ana, 'Remove the passkey Work laptop').click();
  const dialog = ana.getByRole('dialog', { name: 'Remove the passkey Work laptop?' });
  await field(dialog, 'Password').fill(PASSWORD);
  await looksRight(ana);
  await button(dialog, 'Remove it').click();
  await part('Passkeys').getByText('You have none.').waitFor();
});

describe('guessing', () => {
  it('has to wait after five wrong tries, and a sentence says how long', async () => {
    const page = await (await someone()).newPage();
    await page.goto(`${site}/sign-in`);
    for (let guess = 1; guess <= 5; guess++) {
      const answer = page.waitForResponse(`${site}/api/sign-in/password`);
      await givePassword(page, `guess number ${guess}`);
      await answer;
      await page.getByText("This address and password don't belong together").waitFor();
    }
    await givePassword(page, 'guess number 6');
    await page.getByText('There were too many wrong tries for this address: try again in a minute.').waitFor();
    await looksRight(page);
    await page.context().close();
  });
});

/** Invites somebody on the members page that is open; answers with the link, at an address with a name. */
async function inviteTo(role: string, email: string): Promise<string> {
  const { page } = operator;
  await button(page, /^Invite( another)?$/).click();
  await page.getByRole('radio', { name: new RegExp(`^${role}`) }).check();
  await field(page, 'Email address').fill(email);
  await button(page, 'Make the link').click();
  return (await textOf(page.locator('.invite-address'))).replace('127.0.0.1', 'localhost');
}

describe('the settings', () => {
  it('withdraw an invitation', async () => {
    const { page } = operator;
    await open(operator, '/settings/members');
    await inviteTo('Technician', 'gone@tern-it.example');
    await button(page, 'Withdraw the invitation of gone@tern-it.example').click();
    await button(page, 'Withdraw the invitation of gone@tern-it.example').waitFor({ state: 'hidden' });
  });

  it('change a role, and end a membership at once', async () => {
    const { page } = operator;
    await open(operator, '/settings/members');
    const link = await inviteTo('HR', 'hana@tern-it.example');
    const hana = await (await someone()).newPage();
    await hana.goto(link);
    await field(hana, 'Your name').fill('Hana Okoye');
    await field(hana, 'Password').fill('seven lanterns on the harbour wall');
    await button(hana, 'Make my account').click();
    await button(hana, 'Not now').click();
    await hana.getByRole('heading', { level: 1, name: 'People' }).waitFor();

    await page.reload();
    await button(page, 'Change Hana Okoye').click();
    const dialog = page.getByRole('dialog', { name: 'Change Hana Okoye' });
    await dialog.waitFor();
    await looksRight(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await hasFocus(button(page, 'Change Hana Okoye'))).toBe(true);
    await page.keyboard.press('Enter');
    await dialog.getByRole('radio', { name: /^Service manager/ }).check();
    await button(dialog, 'Save').click();
    await page.getByRole('row', { name: /Hana Okoye.*Service manager/ }).waitFor();
    await hana.goto(`${site}/`);
    await hana.getByRole('link', { name: 'Balance' }).first().waitFor();

    await button(page, 'Change Hana Okoye').click();
    await button(dialog, 'Remove Hana Okoye from this firm…').click();
    await button(page.getByRole('dialog', { name: 'Remove Hana Okoye from this firm?' }), 'Remove').click();
    await button(page, 'Change Hana Okoye').waitFor({ state: 'hidden' });
    await hana.goto(`${site}/people`);
    await hana.getByRole('heading', { level: 1, name: /^(Sign in|You are in no firm)$/ }).waitFor();
    await looksRight(hana);
    await hana.context().close();
  });

  it('ask everyone for a second step, and lead who has none to their account until they have', async () => {
    const { page } = operator;
    await open(operator, '/settings/members');
    const link = await inviteTo('Technician', 'tia@tern-it.example');
    const tia = await (await someone()).newPage();
    await tia.goto(link);
    await field(tia, 'Your name').fill('Tia Moss');
    await field(tia, 'Password').fill(PASSWORD);
    await button(tia, 'Make my account').click();
    await button(tia, 'Not now').click();
    await tia.locator('.firm-name-now').waitFor();

    await page.reload();
    const everyone = page.getByRole('checkbox', { name: 'Everyone signs in with a second step' });
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT');
    await everyone.click();
    expect((await saved).status()).toBe(200);
    await expect.poll(() => everyone.isChecked()).toBe(true);
    await looksRight(page);
    await tia.goto(`${site}/playbook`);
    await tia.getByText('This firm asks everyone for a second step at sign-in.').waitFor();
    expect(atPlace(tia)).toBe('/account');
    await looksRight(tia);
    await button(tia, 'Set up codes').click();
    await field(tia.getByRole('region', { name: 'Codes from an app' }), 'Password').fill(PASSWORD);
    await button(tia, 'Next').click();
    const secret = (await textOf(tia.locator('.secret-text code'))).replaceAll(' ', '');
    await field(tia, 'The code it shows').fill(new TOTP({ secret }).generate());
    await button(tia, 'Turn codes on').click();
    await button(tia, 'I have kept them').click();
    await tia.getByText('This firm asks everyone').waitFor({ state: 'hidden' });
    await tia.goto(`${site}/playbook`);
    await tia.getByRole('heading', { level: 1, name: 'Playbook' }).waitFor();
    await tia.context().close();
    await everyone.click();
    await expect.poll(() => everyone.isChecked()).toBe(false);
  });

  it('explain single sign-on and refuse a provider that does not answer', async () => {
    const { page } = operator;
    await open(operator, '/settings/sign-in');
    await looksRight(page);
    await field(page, 'What the button says').fill('Nobody');
    await field(page, 'Address of the provider (issuer)').fill('https://nobody.invalid');
    await field(page, 'Client ID').fill('x');
    await field(page, 'Client secret').fill('y');
    await button(page, 'Add').click();
    await page.getByRole('alert').waitFor();
    await page.getByText('No provider yet').waitFor();
  });
});

it('leaves the browser nothing to complain of', () => {
  // It notes each refusal too, also that of the provider that is not there.
  expect(operator.faults.filter((fault) => !fault.includes('status of 503'))).toEqual([]);
});
