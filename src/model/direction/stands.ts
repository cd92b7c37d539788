import { addMonths, type Day, dayOf, daysBetween } from '../../base/time.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { DirectionFacts, TeamTarget, TypedMeasure } from '../../records/teams/types.ts';
import { shareInterval } from '../../science/share-interval.ts';
import { backlogOf, trackOfBacklog } from './backlog-target.ts';
import { shareOf, trackOfShare, type Window } from './share-target.ts';
import type { Stands } from './types.ts';

const DAY_MS = 86_400_000;

/** How a team stands to one of its targets: by its tickets where they tell, else by what was typed for the last months. */
export function standsOf(target: TeamTarget, facts: DirectionFacts, playbook: Playbook): Stands {
  const byTickets = fromTickets(target, facts, playbook);
  if (byTickets.status === 'known') return byTickets;
  const since = addMonths(firstOf(facts.day), -Math.round(playbook['direction.typed-months']));
  const typed = facts.typed
    .filter(({ teamId, measure }) => teamId === target.teamId && measure === target.measure)
    .filter(({ month }) => month >= since && month <= facts.day)
    .sort((a, b) => (a.month < b.month ? 1 : -1))[0];
  return typed === undefined ? byTickets : fromTyped(target, typed);
}

const firstOf = (day: Day) => `${day.slice(0, 8)}01` as Day;

function fromTickets(target: TeamTarget, { asOf, day, tickets }: DirectionFacts, playbook: Playbook): Stands {
  const weeks = Math.round(playbook['direction.weeks']);
  const need = Math.round(playbook['direction.need']);
  // What ended longer ago than the weeks that are looked at says nothing of them.
  if (asOf === null || daysBetween(dayOf(asOf), day) > weeks * 7)
    return { status: 'not-enough-evidence', have: 0, need };
  const own = tickets.filter(({ teamId }) => teamId === target.teamId);
  const window: Window = {
    workingMinutes: weeks * 5 * Math.max(0, playbook['tickets.day-ends'] - playbook['tickets.day-starts']) * 60,
    since: asOf - weeks * 7 * DAY_MS,
    need,
    satisfiedFrom: playbook['tickets.satisfied-from'],
  };
  const isBacklog = target.measure === 'backlog';
  const found = isBacklog ? backlogOf(own, { asOf, weeks, need }) : shareOf(target, own, window);
  if ('have' in found) return { status: 'not-enough-evidence', have: found.have, need };
  const track = (isBacklog ? trackOfBacklog : trackOfShare)(found.range, target.value);
  return { status: 'known', from: 'tickets', track, until: dayOf(asOf), ...found };
}

/** A share of how many isn't said has no interval: it can't be told whether it is chance. A number of open tickets is counted. */
function fromTyped({ measure, value: wanted }: TeamTarget, { value, of, month }: TypedMeasure): Stands {
  const typed = { status: 'known', from: 'typed', value, n: of, month } as const;
  if (measure === 'backlog') return { ...typed, range: null, track: value <= wanted ? 'on' : 'off' };
  if (of === null) return { ...typed, range: null, track: 'close' };
  const range = shareInterval(Math.round(value * of), of);
  return { ...typed, range, track: trackOfShare(range, wanted) };
}
