const KEPT = 'evenkeel-onward';

/** Where to go after signing in: only a place of this very site, never another one. */
export function onwardOf(wanted: string | undefined | null, origin: string): string {
  if (!wanted?.startsWith('/')) return '/';
  let address: URL;
  try {
    address = new URL(wanted, origin);
  } catch {
    return '/';
  }
  if (address.origin !== origin || /^\/(sign-in|invitation|enter|api)(\/|$)/.test(address.pathname)) return '/';
  return address.pathname + address.search;
}

/** Keeps the place wanted while one is away at a provider; in this tab only. */
export const keepOnward = (to: string): void => sessionStorage.setItem(KEPT, to);

/** The place that was kept, once. */
export function takeOnward(): string | null {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  return kept;
}
