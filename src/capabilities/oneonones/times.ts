/** "every week", "every 10 days". */
export const sayEvery = (days: number): string =>
  days === 1
    ? 'every day'
    : days === 7
      ? 'every week'
      : days % 7 === 0
        ? `every ${days / 7} weeks`
        : `every ${days} days`;

/** "today", "yesterday", "12 days ago", "not yet". */
export const sayAgo = (days: number | null): string =>
  days === null ? 'not yet' : days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
