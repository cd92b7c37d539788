import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const CONTRAST = 'color-contrast';

/**
 * What WCAG 2.2 AA has against a page, as far as a program can tell: the rule, then where, a line each. `part`: contrast
 * alone, where nothing else can have changed since, or all but contrast, which takes as long as all the rest.
 */
export async function violations(page: Page, part?: 'contrast' | 'rest'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (part === 'contrast') axe.withRules([CONTRAST]);
  else axe.withTags(WCAG);
  if (part === 'rest') axe.disableRules([CONTRAST]);
  const found = await axe.analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

/** By how many pixels the page can be scrolled sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
