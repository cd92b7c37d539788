import type { Month } from '../../base/month.ts';

/** A tick of the time axis: which month of the plan, what it says, and whether a year begins there. */
export type MonthTick = { at: number; label: string; year: boolean };

const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Months between ticks that divide a year, or are whole years. */
const STEPS = [1, 2, 3, 6, 12, 24, 60];
const LABEL = 44;

/** "Mar 2027" */
export const shortMonth = (month: Month): string => `${SHORT[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

/** Ticks that find room on an axis of so many px: years by their number, months between them by their name. */
export function monthTicks(months: readonly Month[], width: number): MonthTick[] {
  const room = Math.max(1, Math.floor(width / LABEL));
  const step = STEPS.find((one) => months.length / one <= room) ?? STEPS.at(-1)!;
  const ticks = months.flatMap((month, at): MonthTick[] => {
    const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5)) - 1];
    if ((12 * year + number) % step !== 0) return [];
    return [{ at, label: number === 0 ? String(year) : SHORT[number]!, year: number === 0 }];
  });
  // A short plan may have no January: its first tick then names the year.
  if (ticks.some(({ year }) => year) || months.length === 0) return ticks;
  return [
    { at: 0, label: months[0]!.slice(0, 4), year: true },
    ...ticks.filter(({ at }) => at >= months.length / room),
  ];
}
