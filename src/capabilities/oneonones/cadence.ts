import { type Day, dayOf, daysBetween } from '../../base/time.ts';
import type { Sights } from '../../model/sight.ts';
import { type Chart, reportsOf } from '../../model/structure.ts';
import type { Rhythm } from '../../records/oneonones/types.ts';
import type { PersonId } from '../../records/people/types.ts';

/** How regularly one lead talks with their people. */
export type LeadCadence = {
  leadId: PersonId;
  name: string;
  /** How many report to them. */
  people: number;
  /** Of these, whose last 1:1 with them is no longer ago than the two agreed. */
  inTime: number;
  /** Pair by pair, only for whoever leads this lead; null: the counts are all that is told. */
  pairs: { name: string; everyDays: number; lastHeldDaysAgo: number | null }[] | null;
};

/** Null: nothing of it is for this reader. */
export type Cadence = { leads: LeadCadence[] | null };

/**
 * What may be seen of 1:1s from above: whether they happen. Leads whom the reader leads, pair by pair; owner, service
 * manager and whoever holds the server see every lead as a count; nobody else sees any of it.
 */
export function cadenceFor(
  { chart, rhythms, today }: { chart: Chart; rhythms: readonly Rhythm[]; today: Day },
  reader: { sights: Pick<Sights, 'self' | 'everything'>; balances: boolean },
): Cadence {
  const { self, everything } = reader.sights;
  const below = new Set(ownReports(chart, self));
  const seesAll = everything || reader.balances;
  if (!seesAll && below.size === 0) return { leads: null };
  const leads = [...chart.seatsOf.keys()]
    .filter((id) => id !== self && (seesAll || below.has(id)))
    .flatMap((leadId) => {
      const people = ownReports(chart, leadId);
      if (people.length === 0) return [];
      const open = below.has(leadId) || everything;
      return [describeLead({ chart, rhythms, today }, leadId, people, open)];
    })
    .sort((one, other) => one.name.localeCompare(other.name));
  return { leads: !seesAll && leads.length === 0 ? null : leads };
}

/** Everybody who reports to somebody, over all seats they hold. */
export function ownReports(chart: Chart, personId: PersonId | null): PersonId[] {
  if (personId === null) return [];
  const seats = chart.seatsOf.get(personId) ?? [];
  return [...new Set(seats.flatMap((seat) => reportsOf(chart, seat).map((one) => one.personId)))];
}

function describeLead(
  { chart, rhythms, today }: { chart: Chart; rhythms: readonly Rhythm[]; today: Day },
  leadId: PersonId,
  people: readonly PersonId[],
  open: boolean,
): LeadCadence {
  const mine = rhythms.filter((one) => one.leadId === leadId && people.includes(one.memberId));
  const ago = ({ lastHeldAt, zone }: Rhythm) =>
    lastHeldAt === null ? null : daysBetween(dayOf(lastHeldAt, zone), today);
  const isInTime = (one: Rhythm) => {
    const days = ago(one);
    return days !== null && days <= one.everyDays;
  };
  return {
    leadId,
    name: chart.person.get(leadId)!.name,
    people: people.length,
    inTime: mine.filter(isInTime).length,
    pairs: open
      ? mine.map((one) => ({
          name: chart.person.get(one.memberId)!.name,
          everyDays: one.everyDays,
          lastHeldDaysAgo: ago(one),
        }))
      : null,
  };
}
