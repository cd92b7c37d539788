import { fillWords, type LuckKey, placeOf, scramble } from './threefry.ts';

/** What a place is at the end of a month. */
export const EMPTY = 0;
export const HELD = 1;
export const SOUGHT = 2;

/** Purposes of luck that belong to the population itself; who uses it counts its own from `FIRST_FREE` on. */
const LEAVE = 0;
const FILL = 1;
export const FIRST_FREE = 2;

/** The chance to leave of whoever never does, not even among those who are known to go. */
export const STAYS = -1;

/**
 * Numbered places that holders take, leave and take again, month by month. Everything is allocated once and used by run after
 * run. Month 0 is the state at the start; nothing happens in it.
 *
 * Monotone by design: place i has the same luck in every scenario, and the k-th search for a place takes as long in each. So
 * while the number wanted doesn't fall, more wanted never means fewer held, and a higher chance to leave never fewer
 * departures, run by run.
 */
export type Population = {
  size: number;
  /** No place from here on was ever used in this run. */
  used: number;
  state: Uint8Array;
  /** Month since which a place is held; may be negative. */
  since: Int32Array;
  /** Month in which a sought place will be held. */
  from: Int32Array;
  /** How many holders a place has had before this one. */
  turn: Int32Array;
  /** A holder leaves in a month whose word is below this: chance × 2³²; below 0: never. */
  leaveBelow: Float64Array;
  /** Luck of this month by place. */
  words: Uint32Array;
  /** What happened in this month: places left, and places newly held. */
  left: Int32Array;
  leftCount: number;
  arrived: Int32Array;
  arrivedCount: number;
  held: number;
  /** Departures since the start. */
  departures: number;
  key: LuckKey;
};

/** Room for so many places. */
export function createPopulation(size: number): Population {
  return {
    size,
    used: 0,
    state: new Uint8Array(size),
    since: new Int32Array(size),
    from: new Int32Array(size),
    turn: new Int32Array(size),
    leaveBelow: new Float64Array(size),
    words: new Uint32Array(size + 2),
    left: new Int32Array(size),
    leftCount: 0,
    arrived: new Int32Array(size),
    arrivedCount: 0,
    held: 0,
    departures: 0,
    key: { seed: 0, run: 0 },
  };
}

/** Begins a run with nobody anywhere. */
export function beginRun(population: Population, key: LuckKey): void {
  const { used, state, turn, from } = population;
  state.fill(EMPTY, 0, used);
  turn.fill(0, 0, used);
  from.fill(0, 0, used);
  population.used = 0;
  population.leftCount = 0;
  population.arrivedCount = 0;
  population.held = 0;
  population.departures = 0;
  population.key = key;
}

/** Somebody takes a place in a month. `leave`: the chance to leave in each later month, or `STAYS`. */
export function takePlace(population: Population, place: number, month: number, leave: number): void {
  population.state[place] = HELD;
  population.since[place] = month;
  population.leaveBelow[place] = leave * 2 ** 32;
  population.held += 1;
  if (place >= population.used) population.used = place + 1;
}

/** A holder gives up a place for another reason than leaving. */
export function vacate(population: Population, place: number): void {
  population.state[place] = EMPTY;
  population.turn[place]! += 1;
  population.held -= 1;
}

/** What a month's rules are. */
export type MonthRules = {
  month: number;
  /** Chance in 0 to 1 that a newcomer leaves in a month. */
  leave: number;
  /** How many holders are wanted: where there are fewer, empty places are sought, the lowest first. */
  open: number;
  /** Months that a search takes, in order, each as likely: quantiles of the time to fill a place, at least 1. */
  search: Int32Array;
};

/** One month: some leave, what is wanted is sought, and those whose search ends come. */
export function stepMonth(population: Population, rules: MonthRules): void {
  const { state, words, leaveBelow, left, turn } = population;
  if (rules.open > population.used) population.used = rules.open;
  const used = population.used;
  fillWords(population.key, placeOf(LEAVE, rules.month), words, used);
  let leftCount = 0;
  for (let i = 0; i < used; i++) {
    if (state[i] !== HELD || words[i]! >= leaveBelow[i]!) continue;
    state[i] = EMPTY;
    turn[i]! += 1;
    left[leftCount++] = i;
  }
  population.held -= leftCount;
  population.departures += leftCount;
  population.leftCount = leftCount;
  population.arrivedCount = 0;
  refill(population, rules);
}

/** Seeks holders for the lowest places, as many as are wanted beyond those held; other searches end. */
function refill(population: Population, rules: MonthRules): void {
  const { state, used } = population;
  let room = rules.open - population.held;
  for (let i = 0; i < used; i++) {
    if (state[i] === HELD) continue;
    if (room > 0) seek(population, i, rules);
    else state[i] = EMPTY;
    room -= 1;
  }
}

/** Begins or ends the search for whoever takes an empty place. */
function seek(population: Population, place: number, { month, leave, search }: MonthRules): void {
  const { state, from } = population;
  if (state[place] === EMPTY) {
    state[place] = SOUGHT;
    from[place] = month + drawSearch(population, place, search);
  }
  if (from[place]! > month) return;
  takePlace(population, place, month, leave);
  population.arrived[population.arrivedCount++] = place;
}

/** How long the search for a place's next holder takes: the same for the k-th holder in every scenario. */
export function drawSearch(population: Population, place: number, search: Int32Array): number {
  const { key, turn } = population;
  scramble(key.seed, key.run, placeOf(FILL, turn[place]!), place >>> 1, pair, 0);
  return search[Math.floor((pair[place & 1]! / 2 ** 32) * search.length)]!;
}

const pair = new Uint32Array(2);

/** So many newcomers take the lowest empty places at once; those that are sought stay sought. */
export function admit(population: Population, count: number, month: number, leave: number): void {
  for (let place = 0, rest = count; rest > 0 && place < population.size; place++) {
    if (population.state[place] !== EMPTY) continue;
    takePlace(population, place, month, leave);
    population.arrived[population.arrivedCount++] = place;
    rest -= 1;
  }
}

/**
 * Those with the least luck of this month leave: departures that are known to come, but not whose. Call after `stepMonth`.
 * Nobody leaves in the month they came, nor who never leaves.
 */
export function dismiss(population: Population, count: number, month: number): void {
  const { state, words, used, leaveBelow, since } = population;
  const may = (i: number) => state[i] === HELD && leaveBelow[i]! >= 0 && since[i]! < month;
  for (let rest = Math.min(count, population.held); rest > 0; rest--) {
    let least = -1;
    for (let i = 0; i < used; i++) if (may(i) && (least < 0 || words[i]! < words[least]!)) least = i;
    if (least < 0) return;
    vacate(population, least);
    population.departures += 1;
    population.left[population.leftCount++] = least;
  }
}
