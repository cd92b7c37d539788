import { assert } from '../../base/assert.ts';
import { normalQuantile } from '../normal.ts';

/** How long something was watched, at least 0, and whether it ended then; else it was last seen then, still going on. */
export type Watched = { time: number; ended: boolean };

/** What happened at one time, and the chance to last beyond it. */
export type SurvivalStep = {
  time: number;
  /** Still going on just before. */
  atRisk: number;
  ended: number;
  /** Last seen, not ended. Counted as going on at the time itself. */
  left: number;
  /** Chance to last longer than this, 0 to 1. */
  survival: number;
  /** Its interval; null where the estimate is exactly 0 or 1, which has none. */
  low: number | null;
  high: number | null;
};

/** A survival curve: 1 before the first step, level between steps. Steps by rising time, one for every time. */
export type SurvivalCurve = { steps: SurvivalStep[]; confidence: number };

/** A time with its interval; null: the curve doesn't come down so far. */
export type SurvivalTime = { at: number | null; low: number | null; high: number | null };

/**
 * The Kaplan–Meier curve with log-log intervals from Greenwood's variance, which stay within 0 and 1. As R's
 * `survfit(Surv(time, ended) ~ 1, conf.type = "log-log")`. No observations: no steps.
 * Sources: Kaplan & Meier 1958, JASA 53, 457–481; Kalbfleisch & Prentice 2002, The Statistical Analysis of Failure Time
 * Data, 2nd ed., section 1.4.1 (log-log interval).
 */
export function estimateSurvival(watched: readonly Watched[], confidence = 0.8): SurvivalCurve {
  assert(confidence > 0 && confidence < 1, 'a confidence lies between 0 and 1');
  assert(
    watched.every(({ time }) => time >= 0 && time < Number.POSITIVE_INFINITY),
    'a time is below 0 or not finite',
  );
  const z = normalQuantile((1 + confidence) / 2);
  const byTime = Map.groupBy(watched, ({ time }) => time);
  const times = [...byTime.keys()].sort((one, other) => one - other);
  let atRisk = watched.length;
  let survival = 1;
  let greenwood = 0;
  const steps = times.map((time): SurvivalStep => {
    const here = byTime.get(time)!;
    const ended = here.filter((one) => one.ended).length;
    const step = { time, atRisk, ended, left: here.length - ended };
    survival *= 1 - ended / atRisk;
    greenwood += ended / (atRisk * (atRisk - ended));
    atRisk -= here.length;
    return { ...step, survival, ...intervalOf(survival, greenwood, z) };
  });
  return { steps, confidence };
}

/** S^exp(±z·√Greenwood/log S). */
function intervalOf(survival: number, greenwood: number, z: number): { low: number | null; high: number | null } {
  if (survival === 0 || survival === 1) return { low: null, high: null };
  const width = (z * Math.sqrt(greenwood)) / Math.log(survival);
  return { low: survival ** Math.exp(-width), high: survival ** Math.exp(width) };
}

/** Chance to last longer than a time. Beyond the last step it stays as it was there: nothing is known of later. */
export function survivalAt({ steps }: SurvivalCurve, time: number): number {
  return steps.findLast((step) => step.time <= time)?.survival ?? 1;
}

/**
 * The curve of those that have lasted longer than a time already: S(t)/S(elapsed) for t after it, with the intervals of
 * those who were still watched then.
 */
export function survivalBeyond(watched: readonly Watched[], elapsed: number, confidence = 0.8): SurvivalCurve {
  return estimateSurvival(
    watched.filter(({ time }) => time > elapsed),
    confidence,
  );
}

/** Rounding within which the curve stands exactly at a chance; R's. */
const LEVEL = Math.sqrt(Number.EPSILON);

/**
 * The time by which a share of all has ended, 0 < share < 1; .5: the median. Where the curve runs level exactly there, the
 * middle of that stretch. The interval inverts those of the curve. As R's `quantile(survfit(…))`.
 * Source: Brookmeyer & Crowley 1982, Biometrics 38, 29–41.
 */
export function timeByWhich({ steps }: SurvivalCurve, share: number): SurvivalTime {
  const of = (value: (step: SurvivalStep) => number | null) => {
    const ended = steps.map((step) => ({ time: step.time, part: partEnded(value(step), step) }));
    const known = ended.filter((one): one is { time: number; part: number } => one.part !== null);
    return reach(known, share, steps.at(-1)?.time ?? 0);
  };
  return { at: of(({ survival }) => survival), low: of(({ low }) => low), high: of(({ high }) => high) };
}

const partEnded = (value: number | null, { survival }: SurvivalStep) =>
  value !== null ? 1 - value : survival === 1 ? 0 : null;

function reach(ended: readonly { time: number; part: number }[], share: number, last: number): number | null {
  const first = ended.findIndex(({ part }) => part >= share - LEVEL);
  if (first < 0) return null;
  const { time, part } = ended[first]!;
  if (part > share + LEVEL) return time;
  const beyond = ended.find((one) => one.part > share + LEVEL);
  return (time + (beyond?.time ?? last)) / 2;
}
