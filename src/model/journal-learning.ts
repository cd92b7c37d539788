import type { DecisionKind, DecisionReview, RecordedDecision } from '../records/decisions/types.ts';
import { PLAYBOOK, type Playbook } from '../records/playbook/definitions.ts';
import type { Side } from '../records/voice/types.ts';
import { type CutCase, type CutSide, findBestCut } from '../science/contingency/best-cut.ts';
import { lastLook } from '../science/sequential/looks.ts';
import { SIDES } from './competency-space.ts';
import { wasGood } from './journal-rates.ts';

/** Where the bar of each side lies below the need. */
const BAR = { technical: 'gate.technical.below', people: 'gate.people.below' } as const satisfies Record<Side, string>;
/** Cases that have to lie on each side of a bar, and turn out each way, before anything is said. */
const LEAST = 5;
const DRAWS = 1999;
const SEED = 26;
/** A bar is set to a twentieth of a level. */
const STEP = 0.05;

/** A decision for somebody that was looked at again: whether it was good, and how far each side lay from the need, levels. */
export type Judged = { good: boolean; from: Record<Side, number> };

/** What the firm's own decisions say about one bar. */
export type LearnedBar = { side: Side; key: (typeof BAR)[Side]; current: number } & (
  | { state: 'too-few'; have: number; need: number; because: 'decisions' | 'both-ways' }
  /** People below the bar turned out as well as those above, as far as can be told. */
  | ({ state: 'nothing-seen' } & Looked)
  /** The bar as it is parts good from not good about as well as any. */
  | ({ state: 'fits' } & Looked & Parted)
  /** Another bar parts them better. `from` and `to`: bars between fit about as well. */
  | ({ state: 'proposal'; value: number; from: number; to: number } & Looked & Parted)
);

/** With the first so many judged decisions, and with how many it is looked at next. */
type Looked = { n: number; next: number };
/** How likely a difference this large is by chance, how likely it may be at this look, and both sides of the cut. */
type Parted = { p: number; alarm: number; below: CutSide; above: CutSide };

/**
 * The bars that would have told good decisions from others best: for each side where, on the scale of levels below the
 * need, decisions that were judged good part from the rest (science/contingency/best-cut). It is looked at with 20, 30, 45, …
 * judged decisions (science/sequential/looks), half of each look's chance of a false alarm for each side, so that both bars
 * over all the years together keep to `journal.alarm`. Nothing here changes a value.
 * @param judged in the order in which they were judged
 */
export function learnBars(judged: readonly Judged[], playbook: Playbook): LearnedBar[] {
  return SIDES.map((side) => learnBar(judged, side, playbook));
}

function learnBar(judged: readonly Judged[], side: Side, playbook: Playbook): LearnedBar {
  const key = BAR[side];
  const about = { side, key, current: playbook[key] };
  const need = playbook['journal.learn-need'];
  const look = lastLook(judged.length, need, playbook['journal.alarm']);
  if (look === null) return { ...about, state: 'too-few', have: judged.length, need, because: 'decisions' };
  const { n, next } = look;
  const cases = judged.slice(0, n).map((one): CutCase => ({ at: one.from[side], good: one.good }));
  const good = cases.filter((one) => one.good).length;
  const fewer = Math.min(good, n - good);
  if (fewer < LEAST) return { ...about, state: 'too-few', have: fewer, need: LEAST, because: 'both-ways' };
  const found = findBestCut(cases, { least: LEAST, draws: DRAWS, seed: SEED });
  const alarm = look.alarm / SIDES.length;
  if (found === null || found.p > alarm) return { ...about, state: 'nothing-seen', n, next };
  const { p, below, above } = found;
  const value = asBar(-found.cut, key);
  const [from, to] = [asBar(-found.high, key), asBar(-found.low, key)];
  const seen = { ...about, n, next, p, alarm, below, above };
  if ((from <= about.current && about.current <= to) || value === about.current) return { ...seen, state: 'fits' };
  return { ...seen, state: 'proposal', value, from, to };
}

/** Inside what the playbook allows, to a twentieth of a level. */
function asBar(below: number, key: (typeof BAR)[Side]): number {
  const { low, high } = PLAYBOOK[key];
  const inside = Math.min(high, Math.max(low, below));
  return Math.round(Math.round(inside / STEP) * STEP * 100) / 100;
}

const PEOPLE_CHOSEN: readonly DecisionKind[] = ['hold', 'trial'];

/**
 * Of all decisions those to learn from, in the order in which they were judged: for a person, looked at again, with how they
 * stood on record.
 */
export function judgedOf(
  decisions: readonly Pick<RecordedDecision, 'decisionId' | 'personId' | 'kind' | 'advice'>[],
  reviews: ReadonlyMap<number, Pick<DecisionReview, 'again' | 'reviewedAt'>>,
): Judged[] {
  const judgedAt = ({ decisionId }: { decisionId: number }) => reviews.get(decisionId)?.reviewedAt ?? 0;
  const inOrder = decisions.toSorted((a, b) => judgedAt(a) - judgedAt(b) || a.decisionId - b.decisionId);
  return inOrder.flatMap(({ decisionId, personId, kind, advice }) => {
    const good = wasGood(reviews.get(decisionId)?.again ?? null);
    const then = advice.basis?.sides.find((one) => one.personId === personId);
    if (good === null || !then || !PEOPLE_CHOSEN.includes(kind)) return [];
    const { demand } = advice.basis!;
    const from = { technical: then.technical.mean - demand.technical, people: then.people.mean - demand.people };
    return [{ good, from }];
  });
}
