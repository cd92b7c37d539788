import { type Month, sayMonth } from '../../base/month.ts';
import type { PersonId, Seat } from '../../records/people/types.ts';
import type { GrowthFirm } from './firm.ts';
import type { Marker, StartBy } from './markers.ts';
import type { MarkerKind } from './runs.ts';

const NAMES: Record<MarkerKind, string> = {
  coordinator: 'coordinator',
  'next-lead': 'next lead',
  'people-leader': 'first people leader',
  'service-manager': 'service manager',
  'team-split': 'lead of another team',
};

/** Why something becomes due, in one sentence. */
export function sayTrigger({ kind, size, counts }: Marker, firm: Pick<GrowthFirm, 'leads' | 'teams'>): string {
  const people = counts === 'desk' ? `${size} people on the desk` : `${size} people in service`;
  switch (kind) {
    case 'coordinator':
      return `From ${people} on, somebody should hand out and chase tickets.`;
    case 'next-lead':
      if (firm.leads.length === 0) return `From ${people} on, they need a lead of their own.`;
      return firm.leads.length === 1
        ? `From ${people} on, one lead has too many reports to listen to.`
        : `From ${people} on, ${firm.leads.length} leads have too many reports each to listen to.`;
    case 'people-leader':
      return `From ${people} on, whoever leads the leads needs people leadership more than technical.`;
    case 'service-manager':
      return `From ${people} on, somebody who isn't the owner should lead the leads.`;
    case 'team-split':
      return firm.teams > 1
        ? `From ${people} on, ${firm.teams} teams are too large.`
        : `From ${people} on, one team is too large.`;
  }
}

/** "Next lead" */
export function nameMarker(kind: MarkerKind, { leads }: Pick<GrowthFirm, 'leads'>): string {
  const name = kind === 'next-lead' && leads.length === 0 ? 'first lead' : NAMES[kind];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What somebody is called in a sentence; null: the reader isn't told who it is. */
export type NameOf = (personId: PersonId) => string | null;

/** "Start growing your next lead by March 2027: Ana takes about 5 months, and one is due in August 2027." null: nothing is due. */
export function sayStart({ kind, due, start }: Pick<Marker, 'kind' | 'due' | 'start'>, nameOf: NameOf): string | null {
  if (!due || !start) return null;
  const what = NAMES[kind];
  const when = start.late > 0 ? 'now' : `by ${sayMonth(start.month)}`;
  const late = start.late > 0 ? `, ${countMonths(start.late)} later than would be best` : '';
  const reason = `${kind === 'team-split' ? 'it' : 'one'} is due in ${sayMonth(due)}${late}.`;
  if (kind === 'coordinator') return `Start looking for a coordinator ${when}: ${reason}`;
  if (start.personId === null)
    return `Start looking outside for your ${what} ${when}: nobody here could be grown for it, and ${reason}`;
  const name = nameOf(start.personId);
  if (start.months === 0)
    return `You need your ${what} by ${sayMonth(due)}, and ${name ?? 'somebody here'} is ready for it today.`;
  const grow = `Start growing your ${what} ${when}: ${name ?? 'somebody here'} takes about ${countMonths(start.months)}, and ${reason}`;
  return `${grow}${sayOutside(start)}`;
}

/** "Your next lead was due in November 2025. Start growing Ana now: it takes about 5 months." `open`: a seat that stands empty. */
export function sayOverdue(
  { kind, due, start }: { kind: MarkerKind; due: Month; start: StartBy },
  firm: Pick<GrowthFirm, 'leads'>,
  nameOf: NameOf,
  open: Pick<Seat, 'title' | 'plannedFor'> | null,
): string {
  const name = nameMarker(kind, firm);
  const isVacant = open !== null && open.plannedFor === null;
  const was = isVacant
    ? `${open.title} has been open since ${sayMonth(due)}.`
    : `Your ${name.charAt(0).toLowerCase()}${name.slice(1)} was due in ${sayMonth(due)}.`;
  const takes = start.months === 0 ? 'less than a month' : `about ${countMonths(start.months)}`;
  if (start.personId === null) {
    const nobody = kind === 'coordinator' ? 'Look for one' : 'Nobody here could be grown for it: look outside';
    return `${was} ${nobody} now, which takes ${takes}.`;
  }
  const who = nameOf(start.personId);
  if (start.months === 0) return `${was} ${who ?? 'Somebody here'} is ready for it today.`;
  return `${was} Start growing ${who ?? 'somebody here'} now: it takes ${takes}.${sayOutside(start)}`;
}

/** Where growing comes too late, what somebody from outside would take. */
function sayOutside({ late, outside }: StartBy): string {
  if (late === 0 || outside === null || outside.late >= late) return '';
  return outside.late === 0
    ? ` To be in time, look outside by ${sayMonth(outside.month)}.`
    : ' Somebody from outside would be there sooner: look now.';
}

const countMonths = (months: number) => (months === 1 ? '1 month' : `${months} months`);
