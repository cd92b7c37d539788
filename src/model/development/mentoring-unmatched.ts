import { level } from '../../base/units.ts';
import type { DevelopmentRules } from '../../records/playbook/development-values.ts';
import { findConflict } from '../../science/assignment/find-conflict.ts';
import type { AskMatching, Matching } from '../../science/assignment/match-pairs.ts';
import type { Program, Row, Solver } from '../../science/assignment/program.ts';
import { gapsOf, type PairView } from './mentoring-pairs.ts';
import type { MentoringPerson, Stop, Unmatched } from './mentoring-types.ts';
import { compareMatchings, sayStop, sayTaken } from './mentoring-words.ts';

/** In the order in which they are lifted: what may be private is named last, what can be changed first. */
const LIFTED: readonly Stop[] = ['fit', 'full', 'line', 'hours'];

/** Why nobody can be the mentor of one person. `views`: all their pairs, each of them stopped by something. */
export function explainStopped(
  solver: Solver,
  mentee: MentoringPerson,
  views: readonly PairView[],
  rules: DevelopmentRules,
): Unmatched {
  const plain = { personId: mentee.personId, stops: [], cost: null };
  if (gapsOf(mentee).length === 0)
    return { ...plain, because: 'no-gap', text: `${mentee.name} has no known gap that a mentor could help with.` };
  if (views.length === 0) return { ...plain, because: 'no-offers', text: 'Nobody offers to be a mentor yet.' };
  const found = findConflict(solver, programOf(views), LIFTED)!.groups as Stop[];
  // Each mentor is told once: under the first of the stops that keeps them.
  const told = Map.groupBy(views, (view) => found.find((stop) => view.stops.includes(stop))!);
  const weak = views.every((view) => view.gaps.length === 0);
  const stops = found.map((stop) => (stop === 'fit' && weak ? 'strength' : stop));
  const text = found.map((stop, at) => {
    const everyone = views.every((view) => view.stops.includes(stop));
    const names = (told.get(stop) ?? []).map((view) => view.mentor.name);
    return sayStop(stops[at]!, mentee.name, names, everyone, rules['mentoring.overlap']);
  });
  return { ...plain, because: 'stopped', stops, text: text.join(' ') };
}

/** At least one of the mentors, each of whom is kept away by the groups of their stops. */
function programOf(views: readonly PairView[]): Program {
  const everyone = views.map((_, at) => at);
  const one: Row = { group: null, lower: 1, upper: Infinity, columns: everyone, factors: everyone.map(() => 1) };
  const stops = views.flatMap((view, at) =>
    view.stops.map((group): Row => ({ group, lower: 0, upper: 0, columns: [at], factors: [1] })),
  );
  const column = { gain: 0, lower: 0, upper: 1, whole: false };
  return { sense: 'maximise', columns: views.map(() => column), rows: [one, ...stops] };
}

/** What it would take to match somebody who could have a mentor but whom others kept out. */
export function explainTaken(
  mentee: MentoringPerson,
  taker: number,
  best: Matching,
  ask: AskMatching,
  views: readonly PairView[],
): Unmatched {
  const plain = { personId: mentee.personId, stops: [] };
  const other = ask.including(taker);
  if (other === null || other === 'impossible')
    return {
      ...plain,
      because: 'time-is-up',
      cost: null,
      text: `There was no time to see what keeps ${mentee.name} out.`,
    };
  const changes = compareMatchings(best, other, views);
  const names = new Map(views.map((view) => [view.mentee.personId, view.mentee.name]));
  const losers = [...changes].flatMap(([id, view]) => (view === null ? [names.get(id)!] : []));
  const cost = Math.max(0, best.worth - other.worth);
  const text = sayTaken(mentee.name, cost, changes.get(mentee.personId)!.mentor.name, losers);
  return { ...plain, because: 'taken', cost: level(cost), text };
}
