import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Demand } from '../records/verdicts/types.ts';
import type { Side } from '../records/voice/types.ts';
import type { NeedCore } from './choice.ts';
import { SIDES } from './competency-space.ts';
import { findLoad, isShortOfHours } from './load.ts';
import type { SeatCase } from './seat-case.ts';
import { isKnown, isShort, type Stands } from './standing.ts';

/**
 * What the holder of a seat needs, the most pressing first: hours, a second for the side that is missing, training, fewer
 * reports, evidence. Replacement is never among them.
 */
export function findHolderNeeds(
  about: SeatCase,
  stands: ReadonlyMap<PersonId, Stands>,
  demand: Demand,
  playbook: Playbook,
): NeedCore[] {
  const holder = about.holder;
  if (!holder) return [{ kind: 'evidence', side: null, personId: null }];
  const own = stands.get(holder.personId)!;
  const needs: NeedCore[] = [];
  const second = (side: Side): NeedCore => ({ kind: 'second', side, personId: findSecond(about, stands, side) });
  const week = about.holderWeek;
  const short = week !== null && isShortOfHours(findLoad(week, playbook), playbook);
  const takesTickets = (week?.ownTickets?.hours ?? 0) > 0;
  if (short && takesTickets) needs.push({ kind: 'fewer-tickets', side: null, personId: null });
  if (isShort(own.technical, demand.technical, playbook))
    needs.push(second('technical'), { kind: 'training', side: 'technical', personId: null });
  if (isShort(own.people, demand.people, playbook)) {
    if (own.people.status === 'not-yet') needs.push(second('people'));
    needs.push({ kind: 'training', side: 'people', personId: null });
  }
  const crowded = week !== null && week.reports >= playbook['load.reports-high'];
  if (crowded || (short && !takesTickets)) needs.push({ kind: 'fewer-reports', side: null, personId: null });
  for (const side of SIDES) if (!isKnown(own[side], playbook)) needs.push({ kind: 'evidence', side, personId: null });
  return needs.length > 0 ? needs : [{ kind: 'nothing', side: null, personId: null }];
}

/** Who below clears the bar of one side, the likeliest first; whoever said "not now" isn't asked. Null: nobody. */
function findSecond(about: SeatCase, stands: ReadonlyMap<PersonId, Stands>, side: Side): PersonId | null {
  let best: PersonId | null = null;
  for (const { personId, aspiration } of about.contenders) {
    if (personId === about.holder?.personId || aspiration === 'not-now') continue;
    const stand = stands.get(personId)![side];
    if (stand.status !== 'clears') continue;
    if (best === null || stand.chance > stands.get(best)![side].chance) best = personId;
  }
  return best;
}
