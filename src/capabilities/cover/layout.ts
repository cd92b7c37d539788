import type { CoverSpan } from '../../model/sight-cover.ts';

/** nobody: not even on call; on-call: somebody can be reached; there: somebody is at work. */
type Look = 'nobody' | 'on-call' | 'there';

/** A bar of a day, as shares of its width. */
export type Bar = { key: string; look: Look; left: number; width: number };

/** Hours by days: every day that is served, over the same hours. */
export type CoverLayout = {
  from: number;
  to: number;
  /** Hours that are written above, with where they are. */
  ticks: { minute: number; left: number }[];
  days: { weekday: number; bars: Bar[]; missing: number }[];
};

const lookOf = ({ present, reachable }: CoverSpan): Look => {
  if (present > 0) return 'there';
  return reachable > 0 ? 'on-call' : 'nobody';
};

/** Lays the spans of a week out as hours by days; neighbours that look alike are one bar. Null: nothing is served. */
export function layOut(spans: readonly CoverSpan[]): CoverLayout | null {
  if (spans.length === 0) return null;
  const from = Math.floor(Math.min(...spans.map((span) => span.from)) / 60) * 60;
  const to = Math.ceil(Math.max(...spans.map((span) => span.to)) / 60) * 60;
  const share = (minute: number) => (minute - from) / (to - from);
  const weekdays = [...new Set(spans.map(({ weekday }) => weekday))].sort((one, other) => one - other);
  const days = weekdays.map((weekday) => {
    const own = spans.filter((span) => span.weekday === weekday);
    const missing = own.reduce((sum, span) => sum + (lookOf(span) === 'nobody' ? span.hours : 0), 0);
    return { weekday, missing, bars: barsOf(own, share) };
  });
  const step = stepOf((to - from) / 60);
  const first = Math.ceil(from / step) * step;
  const ticks = Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
  return { from, to, days, ticks: ticks.map((minute) => ({ minute, left: share(minute) })) };
}

function barsOf(spans: readonly CoverSpan[], share: (minute: number) => number): Bar[] {
  const merged: { from: number; to: number; look: Look }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && last.to === span.from && last.look === lookOf(span)) last.to = span.to;
    else merged.push({ from: span.from, to: span.to, look: lookOf(span) });
  }
  return merged.map(({ from, to, look }, i) => ({
    key: `${i}`,
    look,
    left: share(from),
    width: share(to) - share(from),
  }));
}

/** Minutes between two hours that are written: at most seven fit on a phone. */
function stepOf(hours: number): number {
  return [60, 120, 180, 240, 360].find((minutes) => (hours * 60) / minutes <= 6) ?? 360;
}
