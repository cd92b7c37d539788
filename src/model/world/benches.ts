import type { Random } from '../../base/random.ts';
import type { Arrival } from './arrivals.ts';
import type { Calendar } from './calendar.ts';
import type { Asking, Member, Truth, WorldSpec } from './types.ts';
import type { Ways } from './ways.ts';

/** One person's place at the queue: how much they can do and until when they are busy. */
export type Bench = {
  member: Member;
  truth: Truth;
  ways: Ways;
  /** Minutes of ticket work on a working day. */
  perDay: number;
  /** Position on the calendar from which they are free. */
  freeAt: number;
  /** First position at which they work here. */
  from: number;
};

/** Everyone who takes tickets, by team. */
export function openBenches(
  spec: WorldSpec,
  truth: ReadonlyMap<string, Truth>,
  ways: ReadonlyMap<string, Ways>,
  calendar: Calendar,
): Map<string, Bench[]> {
  const benches = new Map<string, Bench[]>(spec.teams.map((team) => [team.name, []]));
  for (const member of spec.members) {
    if (member.team === null || member.ticketHours === 0) continue;
    const from = calendar.morningOf(member.startedOn);
    const perDay = (member.ticketHours * 60) / 5;
    const own = { member, truth: truth.get(member.name)!, ways: ways.get(member.name)! };
    benches.get(member.team)!.push({ ...own, perDay, freeAt: from, from });
  }
  return benches;
}

/** Idle longer than this counts for no more. */
const IDLE_DAYS = 1.5;
const NOISE = 0.6;
/** A ticket that a person likes or suits weighs as much as so many days of queue for each unit of log minutes. */
const SUITS_DAYS = 1.2;
/** So does one of an area that a person knows. */
const KNOWN_DAYS = 1;

/**
 * Who is first meant to solve a ticket: whoever is free soonest, but for hard tickets that go to the strong (as far as
 * the spec says) and quick ones that some pick for themselves. The router sees hidden difficulty.
 */
export function chooseFirst(
  spec: WorldSpec,
  team: readonly Bench[],
  arrival: Arrival,
  now: number,
  random: Random,
): Bench {
  const difficulty = arrival.seen + arrival.hidden;
  let best: Bench | undefined;
  let bestScore = -Infinity;
  for (const bench of team) {
    if (bench.from > now) continue;
    const waits = Math.max(-IDLE_DAYS, bench.freeAt - now);
    const suits =
      spec.hardToStrong * difficulty * (bench.truth.technical - 3) - (bench.member.picksEasy ?? 0) * difficulty;
    const known = bench.ways.areas?.has(arrival.area) ? KNOWN_DAYS : 0;
    const score = SUITS_DAYS * suits + known - waits + NOISE * random.normal();
    if (score > bestScore) {
      best = bench;
      bestScore = score;
    }
  }
  return best ?? team[0]!;
}

/** Where the spec says nothing of who is asked. */
const BEST_ALONE: Asking = { skill: 1.4, ease: 0, area: 0, queue: 0 };

/** Who jumps in when a ticket is stuck: whoever is asked, never whoever is stuck. */
export function chooseRescuer(
  { asking = BEST_ALONE }: WorldSpec,
  team: readonly Bench[],
  stuck: Bench,
  area: string,
  now: number,
  random: Random,
): Bench | undefined {
  const others = team.filter((bench) => bench !== stuck && bench.from <= now);
  if (others.length === 0) return undefined;
  const chances = others.map(({ truth, ways, freeAt }) => {
    const waits = asking.queue * Math.max(0, freeAt - now);
    const known = ways.areas?.has(area) ? asking.area : 0;
    return Math.exp(asking.skill * (truth.competencies.rescue - 3) + ways.ease + known - waits);
  });
  return others[random.weighted(chances)];
}

/** Puts work on a bench and gives the position at which it is done. Urgent work jumps the queue but takes its time. */
export function work(bench: Bench, from: number, minutes: number, urgent: boolean): number {
  const takes = minutes / bench.perDay;
  const start = urgent ? from : Math.max(from, bench.freeAt);
  bench.freeAt = Math.max(from, bench.freeAt) + takes;
  return start + takes;
}

/** Mean log minutes that fills the spec's share of everyone's hours. */
export function baseLog(
  spec: WorldSpec,
  arrivals: readonly Arrival[],
  everyone: readonly Bench[],
  calendar: Calendar,
): number {
  // What the hours would hold if everyone were solid: the quick do more in theirs.
  const room = everyone.reduce((sum, { perDay, from, truth }) => {
    const quickness = Math.exp(spec.effect * (truth.competencies.resolving - 3));
    return sum + perDay * (calendar.workingDays - from) * quickness;
  }, 0);
  const difficulty = arrivals.reduce((sum, arrival) => sum + Math.exp(arrival.seen + arrival.hidden), 0);
  return Math.log((spec.utilisation * room) / difficulty) - spec.sigma ** 2 / 2;
}
