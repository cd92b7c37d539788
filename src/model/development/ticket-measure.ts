import { addDays, type Day } from '../../base/time.ts';
import type { PeriodCell, Periods } from '../../records/evidence/periods.ts';
import type { EndOutcome, FitTerms, MinutesOutcome } from '../../records/evidence/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { COMPETENCIES_OF, type Competency } from '../../records/voice/types.ts';
import { type BeyondOthers, changeBeyondOthers, type MeasuredChange } from '../../science/change/beyond-others.ts';
import { normalQuantile } from '../../science/normal.ts';
import { chanceOf } from '../decomposition.ts';
import { COMPETENCY_OF } from '../outcome-readings.ts';
import { predictorOf } from '../residuals.ts';
import type { MeasureDays } from './plan-measures.ts';

/** An outcome of tickets with a model in force: what a ticket takes anybody. */
export type FittedOutcome = {
  outcome: MinutesOutcome | EndOutcome;
  terms: FitTerms;
  /** Compared people, and the connected part each belongs to. */
  personIds: readonly PersonId[];
  component: readonly number[];
};

/**
 * How somebody's tickets changed from before a training to after the last practice, beside others' in the same weeks.
 * too-few: on one side, of their own; alone: too few colleagues with enough tickets; measured: log minutes, or share that
 * ended well.
 */
export type TicketMeasure = { outcome: MinutesOutcome | EndOutcome } & (
  | { status: 'too-early'; from: Day }
  | { status: 'too-few'; before: number; after: number; need: number }
  | ({ status: 'alone'; have: number; need: number } & OwnChange)
  | ({
      status: 'measured';
      colleagues: number;
      beyond: BeyondOthers;
      says: 'better' | 'worse' | 'cannot-tell';
    } & OwnChange)
);

/** One's own change with its 80% interval, and the tickets behind it. */
export type OwnChange = { own: { change: number; low: number; high: number }; before: number; after: number };

/**
 * Which outcome tells something of a competency: its own where it has a model; else, on the technical side, whether tickets
 * are kept, else how long they take: the nearest that tickets tell. Null: none, or the need is no technical one.
 */
export function outcomeFor<One extends Pick<FittedOutcome, 'outcome'>>(
  competency: Competency,
  fitted: readonly One[],
): One | null {
  if (!(COMPETENCIES_OF.technical as readonly Competency[]).includes(competency)) return null;
  const find = (is: (outcome: FittedOutcome['outcome']) => boolean) => fitted.find(({ outcome }) => is(outcome));
  const minutes = () =>
    find((outcome) => outcome === 'minutes-worked') ?? find((outcome) => outcome === 'queue-minutes');
  const own =
    competency === 'resolving' ? minutes() : find((outcome) => COMPETENCY_OF[outcome as EndOutcome] === competency);
  return own ?? find((outcome) => outcome === 'kept') ?? minutes() ?? null;
}

/** The weeks that are held against each other; `until`: before which day numbers are open to the reader. */
export function periodsOf(
  outcome: FittedOutcome['outcome'],
  { trained, practised }: Pick<MeasureDays, 'trained' | 'practised'>,
  until: Day,
  playbook: Playbook,
): Periods {
  const days = 7 * Math.round(playbook['plan.tickets-weeks']);
  const ends = addDays(practised, days);
  const to = ends < until ? ends : until;
  return {
    outcome,
    before: { from: addDays(trained, -days), to: trained },
    after: { from: practised, to: to > practised ? to : practised },
  };
}

/**
 * Before and after on like tickets: what each ticket took beyond what the model expects of it, whoever has it. One's own
 * change is held against that of everybody in the same connected part with enough tickets in both periods.
 */
export function measureTickets(
  cells: readonly PeriodCell[],
  personId: PersonId,
  { outcome, terms, personIds, component }: FittedOutcome,
  playbook: Playbook,
): TicketMeasure {
  const need = Math.round(playbook['plan.tickets-need']);
  const all = sumsOf(cells, outcome, terms);
  const mine = all.get(personId) ?? { before: NONE, after: NONE };
  const [before, after] = [mine.before.n, mine.after.n];
  if (Math.min(before, after) < need) return { outcome, status: 'too-few', before, after, need };
  const change = changeOf(mine);
  const own = { own: withInterval(change), before, after };
  const partOf = new Map(personIds.map((id, at) => [id, component[at]!]));
  const others = [...all].filter(
    ([id, sides]) =>
      id !== personId &&
      partOf.has(id) &&
      partOf.get(id) === partOf.get(personId) &&
      Math.min(sides.before.n, sides.after.n) >= need,
  );
  const enough = Math.round(playbook['plan.tickets-others']);
  if (others.length < enough) return { outcome, status: 'alone', have: others.length, need: enough, ...own };
  const beyond = changeBeyondOthers(
    change,
    others.map(([, sides]) => changeOf(sides)),
  );
  const sign = isMinutes(outcome) ? -1 : 1;
  const low = Math.min(sign * beyond.low, sign * beyond.high);
  const high = Math.max(sign * beyond.low, sign * beyond.high);
  const says = low > 0 ? 'better' : high < 0 ? 'worse' : 'cannot-tell';
  return { outcome, status: 'measured', colleagues: others.length, beyond, says, ...own };
}

export const isMinutes = (outcome: FittedOutcome['outcome']): outcome is MinutesOutcome =>
  outcome === 'minutes-worked' || outcome === 'queue-minutes';

/** Tickets, what they took beyond what was expected, and the variance of that sum. */
type Sums = { n: number; beyond: number; variance: number };
type Sides = Record<'before' | 'after', Sums>;
const NONE: Sums = { n: 0, beyond: 0, variance: 0 };

function sumsOf(
  cells: readonly PeriodCell[],
  outcome: FittedOutcome['outcome'],
  terms: FitTerms,
): Map<PersonId, Sides> {
  const usual = predictorOf(terms);
  const found = new Map<PersonId, Sides>();
  for (const { personId, side, n, sum, levels } of cells) {
    const sides = found.get(personId) ?? { before: NONE, after: NONE };
    const at = usual(levels);
    const expected = isMinutes(outcome) ? at : chanceOf(at);
    const variance = isMinutes(outcome) ? terms.sigma ** 2 : expected * (1 - expected);
    const { n: had, beyond, variance: known } = sides[side];
    found.set(personId, {
      ...sides,
      [side]: { n: had + n, beyond: beyond + sum - n * expected, variance: known + n * variance },
    });
  }
  return found;
}

/** Both sides have tickets. */
function changeOf({ before, after }: Sides): MeasuredChange {
  return {
    change: after.beyond / after.n - before.beyond / before.n,
    variance: after.variance / after.n ** 2 + before.variance / before.n ** 2,
  };
}

function withInterval({ change, variance }: MeasuredChange): OwnChange['own'] {
  const reach = normalQuantile(0.9) * Math.sqrt(variance);
  return { change, low: change - reach, high: change + reach };
}
