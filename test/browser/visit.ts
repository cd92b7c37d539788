import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SampleName } from '../../src/capabilities/welcome/contract.ts';
import type { ServeOptions } from '../../src/start.ts';
import { openBrowser } from './browser.ts';
import { startEvenkeel, type TestEvenkeel } from './evenkeel.ts';

/** Somebody in front of a fresh Evenkeel, signed in by the printed address. */
export type Visit = {
  evenkeel: TestEvenkeel;
  origin: string;
  context: BrowserContext;
  page: Page;
  /** What the browser complained of: errors, refused content, requests to elsewhere. Refusals by Evenkeel are no fault. */
  faults: string[];
  close(): Promise<void>;
};

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** Milliseconds until what does not come is a failure, not a slow machine. */
export const PATIENCE = 30_000;

/** Starts Evenkeel, with a sample firm to work in where one is named, and a browser, and opens the printed address. */
export async function startVisit(sample?: SampleName, own: Partial<ServeOptions> = {}): Promise<Visit> {
  const evenkeel = await startEvenkeel(sample, own);
  const browser = await openBrowser();
  try {
    return await enter(evenkeel, browser);
  } catch (error) {
    await browser.close();
    await evenkeel.close();
    throw error;
  }
}

async function enter(evenkeel: TestEvenkeel, browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ viewport: DESKTOP, colorScheme: 'light', reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (/^http/.test(origin) && origin !== evenkeel.origin) faults.push(`${page.url()}: asked ${request.url()}`);
  });
  await page.goto(evenkeel.running.address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const close = async () => {
    await browser.close();
    await evenkeel.close();
  };
  return { evenkeel, origin: evenkeel.origin, context, page, faults, close };
}

/** Opens an address of Evenkeel and waits until everything on it has been read. */
export async function open({ page, origin }: Visit, path: string): Promise<void> {
  await page.goto(origin + path);
  await settled(page);
}

/**
 * Goes to an address within the application, as a link does, and waits as `open` does: what the browser has read and
 * compiled stays. Only from a page of Evenkeel, as the one who opened it.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  // Done once the new page is drawn.
  await page.evaluate(
    (href) => (window as unknown as { __TSR_ROUTER__: Router }).__TSR_ROUTER__.navigate({ href }),
    path,
  );
  await settled(page);
}

/** What of the router is used here; it keeps itself for whoever looks into a page from outside. */
type Router = { navigate(to: { href: string }): Promise<void> };

/** The page stands: its heading is there and nothing on it is still being read. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await expect.poll(() => page.getByRole('main').getByText('Loading…').count()).toBe(0);
}

/** What one reads of the one thing meant, in one line. */
export async function textOf(one: Locator): Promise<string> {
  await one.waitFor();
  return (await one.allInnerTexts()).join(' ').replace(/\s+/g, ' ').trim();
}

/** The text of the only first heading. */
export const headline = (page: Page): Promise<string> => textOf(page.getByRole('heading', { level: 1 }));

/** Opens (and makes, where it is not there yet) a sample firm without a walk over the screens. */
export async function takeSample({ page, origin }: Visit, sample: SampleName): Promise<void> {
  const answer = await page.request.post(`${origin}/api/samples`, { data: { sample }, headers: { origin } });
  expect(answer.status()).toBe(200);
}

/** Presses Tab until something, or a part of it, has the focus: it can be reached by keyboard from where one is. */
export async function tabTo(page: Page, target: Locator, atMost = 20): Promise<void> {
  // Found once: to look for it anew at each press is most of the work on a long page.
  const found = (await target.elementHandle())!;
  for (let pressed = 0; pressed < atMost; pressed++) {
    await page.keyboard.press('Tab');
    if (await found.evaluate(hasFocusWithin)) return;
  }
  throw new Error(`${String(target)} was not reached with ${atMost} presses of Tab.`);
}

/** The keyboard is on it or on a part of it. */
export const hasFocus = (target: Locator): Promise<boolean> => target.evaluate(hasFocusWithin);

const hasFocusWithin = (element: Node): boolean => element.contains(element.ownerDocument!.activeElement);
