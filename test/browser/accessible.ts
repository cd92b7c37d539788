import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const CONTRAST = 'color-contrast';
let source: Promise<string> | undefined;

/**
 * What WCAG 2.2 AA has against a page, as far as a program can tell: the rule, then where, a line each. `part`: contrast
 * alone, where nothing else can have changed since, or all but contrast, which takes as long as all the rest.
 */
export async function violations(page: Page, part?: 'contrast' | 'rest'): Promise<string[]> {
  // Much to read and to compile: the small print of it, and once a document, not once a look.
  source ??= readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const options: axe.RunOptions = {
    runOnly: part === 'contrast' ? [CONTRAST] : WCAG,
    rules: part === 'rest' ? { [CONTRAST]: { enabled: false } } : {},
    // What holds is of no interest: thousands of places on a page, each to be named and sent here.
    resultTypes: ['violations'],
  };
  return page.evaluate(look, options);
}

/** Runs within the page. */
async function look(options: axe.RunOptions): Promise<string[]> {
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

/** By how many pixels the page can be scrolled sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
