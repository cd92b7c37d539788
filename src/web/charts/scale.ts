/** Turns values into px along an axis and back. */
export type Scale = { at(value: number): number; valueAt(px: number): number };

/** A straight scale: `low` stands at `from`, `high` at `to`. An axis of no length has everything at `from`. */
export function scaleOf([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const width = high - low;
  return {
    at: (value) => (width === 0 ? from : from + ((value - low) / width) * (to - from)),
    valueAt: (px) => (to === from ? low : low + ((px - from) / (to - from)) * width),
  };
}

const STEPS = [1, 2, 2.5, 5, 10];

/** The step of an axis that has about so many round ticks; whole where only whole numbers make sense. */
export function roundStep(width: number, ticks: number, whole: boolean): number {
  const rough = width / Math.max(1, ticks);
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.find((one) => one * power >= rough * (1 - 1e-9))! * power;
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/** Round ticks from 0 up to the first one at or above `high`. */
export function ticksUpTo(high: number, ticks: number, whole = false): number[] {
  const step = roundStep(high, ticks, whole);
  const count = Math.max(1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}
