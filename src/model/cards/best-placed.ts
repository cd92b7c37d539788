import type { CardEvidence } from '../../records/cards/types.ts';
import type { AreaRecord } from '../../records/desk/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { shareInterval } from '../../science/share-interval.ts';
import { countOf } from '../words.ts';
import type { Lead, RuleInput } from './types.ts';

/** Somebody who knows an area by what they did in it. */
type Placed = AreaRecord & { low: number; high: number; open: number };

/**
 * Who of a lead's people, or the lead, is best placed to take a ticket of an area: whoever brought enough of its tickets to
 * the end without handing them on, is at work as far as that is known, and of those who aren't surely worse at it has the
 * fewest open tickets; the lead only where nobody else is. null: nobody is known, or whoever has it is as well placed as anybody.
 */
export function bestPlaced(
  input: RuleInput,
  lead: Lead,
  areaId: number | null,
  holderIds: readonly PersonId[],
): CardEvidence['best'] {
  const fine = whoIsFine(input, lead, areaId);
  if (fine.length === 0 || fine.some(({ personId }) => holderIds.includes(personId))) return null;
  const isLead = ({ personId }: Placed) => Number(personId === lead.leadId);
  const [best] = fine.sort(
    (a, b) => isLead(a) - isLead(b) || a.open - b.open || b.kept - a.kept || a.personId - b.personId,
  );
  const { personId, of, kept, open } = best!;
  const shift =
    personId === lead.leadId
      ? ''
      : input.onShift === null
        ? ' Whether they are at work now isn’t known.'
        : ' At work now.';
  const why = `Brought ${kept} of ${of} tickets of this area to the end without handing them on; has ${countOf(open, 'open ticket', 'open tickets')}.${shift}`;
  return { personId, why };
}

/** Why nobody is named, where somebody has it: none of them is known for such tickets, or whoever has it is as well placed. */
export function sayUnplaced(input: RuleInput, lead: Lead, areaId: number | null, holderId: PersonId | null): string[] {
  const fine = whoIsFine(input, lead, areaId);
  const area = areaId === null ? undefined : input.desk.areas.get(areaId);
  if (area === undefined) return [];
  if (fine.length === 0)
    return [
      `Nobody of yours who is there is known to bring tickets of ${area} to the end: it may take somebody from outside.`,
    ];
  return holderId !== null && fine.some(({ personId }) => personId === holderId)
    ? ['Whoever has it is as well placed as anybody: ask what is in the way rather than who could take it.']
    : [];
}

/** Who is known for an area, without those who are surely worse at it than the best. */
function whoIsFine(input: RuleInput, lead: Lead, areaId: number | null): Placed[] {
  const known = areaId === null ? [] : whoKnows(input, lead, areaId);
  const surest = Math.max(...known.map(({ low }) => low));
  return known.filter(({ high }) => high >= surest);
}

function whoKnows({ desk, chart, playbook, onShift }: RuleInput, lead: Lead, areaId: number): Placed[] {
  const open = Map.groupBy(desk.tickets, ({ holderId }) => holderId);
  const reachable = new Set<PersonId>([...lead.reports, lead.leadId]);
  return desk.records
    .filter((one) => one.areaId === areaId && one.kept >= playbook['breadth.need'] && reachable.has(one.personId))
    .filter(({ personId }) => chart.person.get(personId)?.work === 'product')
    .filter(({ personId }) => onShift === null || onShift.has(personId))
    .map((one) => ({
      ...one,
      ...shareInterval(one.kept, one.of),
      open: open.get(one.personId)?.length ?? 0,
    }));
}
