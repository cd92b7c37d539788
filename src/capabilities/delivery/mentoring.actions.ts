import { weekdayOf } from '../../base/calendar.ts';
import type { Instant } from '../../base/time.ts';
import { type MentoringDue, mentoringDue, sayMentoringDue } from '../../model/development/mentoring-due.ts';
import { sayMeeting } from '../../model/say-time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Claimed } from '../../records/delivery/outgoing.store.ts';
import { readMentoringRhythms } from '../../records/mentoring/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readPlaybook } from '../../records/playbook/store.ts';

/** Sessions from now until the next message, and what is due of one's mentoring. */
export type MentoringNews = { meetings: { at: Instant; zone: string; otherId: PersonId }[]; due: MentoringDue[] };

/**
 * What a message says of somebody's mentoring, read as they themselves. A session comes once, before it. What waits is said in
 * the first message of a week, and of a session that nobody closed the day after: nobody is told the same every morning.
 */
export async function readMentoringNews(
  db: Db,
  { personId, day, weekdays }: Pick<Claimed, 'personId' | 'day' | 'weekdays'>,
  span: { from: Instant; until: Instant },
): Promise<MentoringNews> {
  const pairs = (await readMentoringRhythms(db)).filter((one) => [one.mentorId, one.menteeId].includes(personId));
  if (pairs.length === 0) return { meetings: [], due: [] };
  const playbook = await readPlaybook(db);
  const isFirstOfWeek = weekdayOf(day) === Math.min(...weekdays);
  return {
    meetings: pairs.flatMap(({ nextAt, nextZone, mentorId, menteeId }) =>
      nextAt !== null && nextAt >= span.from && nextAt < span.until
        ? [{ at: nextAt, zone: nextZone ?? 'UTC', otherId: personId === mentorId ? menteeId : mentorId }]
        : [],
    ),
    due: pairs
      .flatMap((pair) => mentoringDue(pair, personId, day, playbook))
      .filter(({ kind, days }) => {
        if (kind === 'today' || kind === 'next') return false;
        return isFirstOfWeek || (kind === 'not-closed' && days === 1);
      }),
  };
}

/** Each of it in a line. */
export function sayNews({ meetings, due }: MentoringNews, names: ReadonlyMap<PersonId, string>): string[] {
  const nameOf = (id: PersonId) => names.get(id) ?? 'somebody';
  return [
    ...meetings
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, zone, otherId }) => `${sayMeeting(at, zone)}, mentoring with ${nameOf(otherId)}`),
    ...due.map((one) => sayMentoringDue(one, nameOf(one.otherId))),
  ];
}
