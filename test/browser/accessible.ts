import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What WCAG 2.2 AA has against a page, as far as a program can tell: the rule, then where, a line each. `rule` looks at
 * one rule alone, where nothing else can have changed since.
 */
export async function violations(page: Page, rule?: 'color-contrast'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const found = await (rule ? axe.withRules([rule]) : axe.withTags(WCAG)).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
  );
}

/** By how many pixels the page can be scrolled sideways. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
