import { clockMinutes, instantAt } from '../../base/calendar.ts';
import { addDays, dayOf, daysBetween, type Instant } from '../../base/time.ts';
import type { Rhythm } from '../../records/oneonones/types.ts';
import type { AgendaItem } from './contract.ts';

/** When a pair meets after a meeting: so many days later, at the same time on the clock; never before now. */
export function meetingAfter(
  at: Instant,
  { everyDays, zone }: Pick<Rhythm, 'everyDays' | 'zone'>,
  now: Instant,
): Instant {
  const minutes = clockMinutes(at, zone);
  let day = addDays(dayOf(at, zone), everyDays);
  const missed = daysBetween(day, dayOf(now, zone));
  if (missed > 0) day = addDays(day, Math.ceil(missed / everyDays) * everyDays);
  const next = instantAt(day, minutes, zone);
  return next > now ? next : instantAt(addDays(day, everyDays), minutes, zone);
}

/** What one of the two should do now, in a sentence; the member is asked for topics first, the day before. Null: nothing. */
export function hintFor(
  pair: Pick<Rhythm, 'nextAt' | 'minutes' | 'zone'>,
  who: { you: 'member' | 'lead'; other: string; ownTopics: number },
  now: Instant,
): string | null {
  const { nextAt, minutes, zone } = pair;
  if (nextAt === null) return `No meeting with ${who.other} is planned: plan the next one.`;
  if (nextAt + minutes * 60_000 <= now) return `Did you and ${who.other} meet? Say whether it was held or skipped.`;
  const days = daysBetween(dayOf(now, zone), dayOf(nextAt, zone));
  const when = days === 0 ? 'today' : 'tomorrow';
  if (days > 1) return null;
  if (who.you === 'member')
    return who.ownTopics === 0
      ? `You meet ${who.other} ${when}: what do you want to talk about? Your topics come first.`
      : `You meet ${who.other} ${when}.`;
  // The lead is reminded once the member had a day to write.
  return days === 0 ? `You meet ${who.other} today: see what they want to talk about.` : null;
}

/** Open items in the order in which they are talked about: the member's topics, the lead's, then actions by their day. */
export function orderAgenda<Item extends Pick<AgendaItem, 'kind' | 'authorId' | 'dueDay' | 'createdAt' | 'itemId'>>(
  items: readonly Item[],
  memberId: number,
): Item[] {
  const place = ({ kind, authorId }: Item) => (kind === 'action' ? 2 : authorId === memberId ? 0 : 1);
  const due = ({ kind, dueDay }: Item) => (kind === 'action' ? (dueDay ?? '9999') : '');
  return [...items].sort(
    (a, b) => place(a) - place(b) || due(a).localeCompare(due(b)) || a.createdAt - b.createdAt || a.itemId - b.itemId,
  );
}
