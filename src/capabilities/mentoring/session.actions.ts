import { assert } from '../../base/assert.ts';
import { clockMinutes, instantAt, isTimeZone } from '../../base/calendar.ts';
import { Refusal } from '../../base/errors.ts';
import { addDays, type Day, dayOf, daysBetween, type Instant } from '../../base/time.ts';
import { writeInvitation } from '../../connectors/calendar/write-invitation.ts';
import type { FirmContext } from '../../platform/context.ts';
import {
  closeMentoringSession,
  insertMentoringSessions,
  moveMentoringSession,
  readMentoringSessions,
} from '../../records/mentoring/sessions.store.ts';
import type { MentoringTalk } from './contract.ts';
import { findPair, ownPair, runningPair } from './pair.actions.ts';

type Clock = { day: string; time: string; zone: string };

/** Plans sessions in a row, each at the same time on the clock. */
export async function planSessions(
  ctx: FirmContext,
  input: Clock & { pairId: number; minutes: number; count: number; everyDays: number },
): Promise<MentoringTalk> {
  const { pairId, zone, minutes, count, everyDays } = input;
  await runningPair(ctx, pairId);
  const days = Array.from({ length: count }, (_, at) => addDays(input.day as Day, at * everyDays));
  const sessions = days.map((day) => ({ at: instantOn({ ...input, day }, ctx.now()), minutes, zone }));
  const there = new Set((await readMentoringSessions(ctx.db, pairId)).map(({ at }) => at));
  await insertMentoringSessions(
    ctx.db,
    pairId,
    sessions.filter(({ at }) => !there.has(at)),
  );
  return findPair(ctx, { pairId });
}

/** Yesterday's may still be entered, so that it can be said whether it was held. */
function instantOn({ day, time, zone }: Clock, now: Instant): Instant {
  const [hours, minutes] = time.split(':').map(Number);
  assert(isTimeZone(zone), `${zone} was checked by the contract`);
  if (Math.abs(daysBetween(dayOf(now, zone), day as Day)) > 732)
    throw new Refusal('bad-input', 'Plan sessions within two years from now.', { field: 'day' });
  return instantAt(day as Day, hours! * 60 + minutes!, zone);
}

/** Says what came of a session, or moves it. */
export async function changeSession(
  ctx: FirmContext,
  input: {
    pairId: number;
    sessionId: number;
    state?: 'held' | 'skipped' | 'removed' | undefined;
    to?: Clock | undefined;
  },
): Promise<MentoringTalk> {
  const { pairId, sessionId, state, to } = input;
  await runningPair(ctx, pairId);
  if ((state === undefined) === (to === undefined))
    throw new Refusal('bad-input', 'Say what came of the session, or to when it moves.', { field: 'state' });
  const session = (await readMentoringSessions(ctx.db, pairId)).find((one) => one.sessionId === sessionId);
  if (state === 'held' && session && session.at > ctx.now())
    throw new Refusal(
      'conflict',
      'That session has not begun yet: move it to when you met, then say that it was held.',
      {
        field: 'state',
      },
    );
  const done = to
    ? await moveMentoringSession(ctx.db, pairId, sessionId, instantOn(to, ctx.now()))
    : await closeMentoringSession(ctx.db, pairId, sessionId, state!);
  if (!done)
    throw new Refusal('not-found', 'There is no such planned session any more: look again.', { field: 'sessionId' });
  return findPair(ctx, { pairId });
}

/** A planned session for a calendar: that the two meet, and nothing of what about. */
export async function sessionFile(
  ctx: FirmContext,
  { pairId, sessionId }: { pairId: number; sessionId: number },
): Promise<{ fileName: string; text: string }> {
  const { pair } = await ownPair(ctx, pairId);
  const session = (await readMentoringSessions(ctx.db, pairId)).find((one) => one.sessionId === sessionId);
  if (session?.state !== 'planned')
    throw new Refusal('not-found', 'There is no such planned session.', { field: 'sessionId' });
  const { at, zone, minutes, sequence } = session;
  const clock = clockMinutes(at, zone);
  const time = `${Math.floor(clock / 60)}`.padStart(2, '0') + `${clock % 60}`.padStart(2, '0');
  return {
    fileName: `mentoring-${dayOf(at, zone)}-${time}.ics`,
    text: writeInvitation({
      uid: `mentoring-${ctx.orgId}-${sessionId}@evenkeel`,
      ...{ sequence, at, minutes },
      title: `Mentoring: ${pair.mentor} and ${pair.mentee}`,
      url: null,
      now: ctx.now(),
    }),
  };
}
