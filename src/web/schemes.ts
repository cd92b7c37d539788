import { localStorageColorSchemeManager } from '@mantine/core';

const manager = localStorageColorSchemeManager({ key: 'evenkeel-scheme' });

/** Light, dark or as the machine: kept in this browser. */
export const schemes = {
  manager,
  /** Before the first paint, so that a dark page doesn't flash white. */
  applyAtOnce(): void {
    const wanted = manager.get('auto');
    const dark = wanted === 'dark' || (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  },
};
