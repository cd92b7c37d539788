import type { RecentCase } from '../records/evidence/recent.ts';
import type { FitTerms, TermEffects, TicketEffects } from '../records/evidence/types.ts';
import { predictorOf } from './residuals.ts';

/** What the fit on all tickets knows: what a ticket takes anybody, and how each person is in the long run. */
export type LongRun = {
  terms: FitTerms;
  people: Pick<TicketEffects, 'personIds' | 'effect' | 'pev' | 'tau2'>;
  /**
   * What a ticket is slow against. mean-ticket: an area or a client that always takes longer counts as a cause. like-ticket:
   * tickets were called slow against their own area and client, so that only what is longer there than usual counts.
   */
  against: 'mean-ticket' | 'like-ticket';
};

/** Areas, clients or people among recent tickets. */
export type CauseLevels = {
  ids: number[];
  /** Place in `ids` for each ticket; −1: not given. */
  of: Int32Array;
  /** Long-run effect of each against what is ordinary, log minutes. 0 for people: their own is no cause. */
  longRun: Float64Array;
  /** Variance of the error of the long-run effect, (log minutes)². */
  known: Float64Array;
};

/** Recent tickets set against what was to be expected. */
export type RecentRows = {
  cases: RecentCase[];
  /**
   * Log minutes beyond an ordinary recent ticket of the same priority, hour, queue and difficulty (like-ticket: also area
   * and client) in the same hands; of an open ticket the least that it can be.
   */
  excess: Float64Array;
  open: Uint8Array;
  area: CauseLevels;
  client: CauseLevels;
  person: CauseLevels;
};

/** Sets recent tickets against the long run. The order in which they come makes no difference. */
export function setAgainstLongRun(given: readonly RecentCase[], { terms, people, against }: LongRun): RecentRows {
  const cases = [...given].sort((one, other) => one.ticketId - other.ticketId);
  const { category, client, ...others } = terms.factors;
  const usual = predictorOf({ intercept: terms.intercept, factors: others });
  const areas = causeLevels(cases, ({ levels }) => levels.category, against, category);
  const clients = causeLevels(cases, ({ levels }) => levels.client, against, client);
  const persons = peopleLevels(cases, people);
  const effect = new Map(people.personIds.map((id, i) => [id, people.effect[i]!]));
  const excess = cases.map((one, t) => {
    const ordinary = usual(one.levels) + areas.ordinary[t]! + clients.ordinary[t]! + (effect.get(one.personId) ?? 0);
    return Math.log(Math.max(1, one.minutes)) - ordinary;
  });
  return {
    cases,
    excess: Float64Array.from(excess),
    open: Uint8Array.from(cases, ({ open }) => (open ? 1 : 0)),
    area: areas.levels,
    client: clients.levels,
    person: persons,
  };
}

/** The levels that occur, and what each ticket's would ordinarily add to it. */
function causeLevels(
  cases: readonly RecentCase[],
  levelOf: (one: RecentCase) => number,
  against: LongRun['against'],
  term: TermEffects = { ids: [], effect: [], se: [] },
): { levels: CauseLevels; ordinary: number[] } {
  const { ids, of } = placesOf(cases, levelOf);
  const at = new Map(term.ids.map((id, i) => [id, i]));
  const effectOf = (id: number) => term.effect[at.get(id) ?? -1] ?? 0;
  const total = of.reduce((sum, place) => sum + (place < 0 ? 0 : effectOf(ids[place]!)), 0);
  const mean = total / Math.max(1, of.filter((place) => place >= 0).length);
  const ordinaryOf = (id: number) => (id === 0 || against === 'like-ticket' ? effectOf(id) : mean);
  const unknown = spreadOf(term);
  return {
    levels: {
      ids,
      of,
      longRun: Float64Array.from(ids, (id) => effectOf(id) - ordinaryOf(id)),
      // What the fit never met may be anywhere among what it met; a reference level has no error.
      known: Float64Array.from(ids, (id) => (at.has(id) ? term.se[at.get(id)!]! ** 2 : unknown)),
    },
    ordinary: cases.map((one) => ordinaryOf(levelOf(one))),
  };
}

/** Variance between the levels of a term, errors included; 0 where there are none. */
function spreadOf({ effect, se }: TermEffects): number {
  if (effect.length === 0) return 0;
  const mean = effect.reduce((sum, value) => sum + value, 0) / effect.length;
  return effect.reduce((sum, value, i) => sum + (value - mean) ** 2 + se[i]! ** 2, 0) / effect.length;
}

/** People with the error of their own long-run effect; of somebody new it may be anything that people differ by. */
function peopleLevels(cases: readonly RecentCase[], { personIds, pev, tau2 }: LongRun['people']): CauseLevels {
  const { ids, of } = placesOf(cases, ({ personId }) => personId);
  const at = new Map<number, number>(personIds.map((id, i) => [id, i]));
  const known = ids.map((id) => (at.has(id) ? pev[at.get(id)! * (personIds.length + 1)]! : tau2));
  return { ids, of, longRun: new Float64Array(ids.length), known: Float64Array.from(known, (one) => Math.max(0, one)) };
}

function placesOf(cases: readonly RecentCase[], levelOf: (one: RecentCase) => number) {
  const ids = [...new Set(cases.map(levelOf))].filter((id) => id !== 0).sort((one, other) => one - other);
  const place = new Map(ids.map((id, i) => [id, i]));
  return { ids, of: Int32Array.from(cases, (one) => place.get(levelOf(one)) ?? -1) };
}
