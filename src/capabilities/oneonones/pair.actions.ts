import { assert } from '../../base/assert.ts';
import { clockMinutes, instantAt, isTimeZone } from '../../base/calendar.ts';
import { Refusal } from '../../base/errors.ts';
import { type Day, dayOf, daysBetween, type Instant } from '../../base/time.ts';
import { writeInvitation } from '../../connectors/calendar/write-invitation.ts';
import type { FirmContext } from '../../platform/context.ts';
import { firmMoment } from '../../records/firm/store.ts';
import { livePair, ownPair, rowOf } from './actions.ts';
import type { OneOnOne } from './contract.ts';
import { meetingAfter, orderAgenda } from './rhythm.ts';
import {
  insertAgendaItem,
  readAgenda,
  readMeetings,
  saveItemState,
  saveMeetingState,
  saveNextMeeting,
  updatePair,
} from './store.ts';

/** A pair of one's own with its agenda and its meetings. */
export async function findOneOnOne(ctx: FirmContext, { pairId }: { pairId: number }): Promise<OneOnOne> {
  const pair = await ownPair(ctx, pairId);
  const meetings = (await readMeetings(ctx.db, pairId)).map(({ sequence: _, ...one }) => one);
  const { items, closed } = await readAgenda(ctx.db, pairId);
  const past = meetings.filter(({ state }) => state !== 'planned');
  const next = meetings.find(({ state }) => state === 'planned') ?? null;
  const lastHeldAt = past.find(({ state }) => state === 'held')?.at ?? null;
  const since = past[0]?.at ?? Number.NEGATIVE_INFINITY;
  const ownTopics = items.filter(({ kind, authorId }) => kind === 'topic' && authorId === pair.you).length;
  const other = pair.you === pair.memberId ? pair.lead : pair.member;
  const rhythm = { ...pair, lastHeldAt, nextAt: next?.at ?? null, skippedInRow: 0 };
  const now = await firmMoment(ctx.db, ctx.now());
  const row = rowOf(rhythm, { you: pair.you, other, ownTopics, now });
  return {
    ...row,
    hint: pair.endedOn === null ? row.hint : null,
    today: dayOf(now, pair.zone),
    minutes: pair.minutes,
    endedOn: pair.endedOn,
    member: { personId: pair.memberId, name: pair.member },
    lead: { personId: pair.leadId, name: pair.lead },
    next,
    past,
    items: orderAgenda(items, pair.memberId).map((one) => ({ ...one, carriedOver: one.createdAt < since })),
    closed,
  };
}

/** Changes how often, how long and by whose clock; or ends them, with the planned meeting. */
export async function change(
  ctx: FirmContext,
  input: { pairId: number; everyDays: number; minutes: number; zone: string; ends: boolean },
): Promise<OneOnOne> {
  const { pairId, ends, ...rhythm } = input;
  const pair = await livePair(ctx, pairId);
  const today = dayOf(await firmMoment(ctx.db, ctx.now()), pair.zone);
  await updatePair(ctx.db, pairId, { ...rhythm, endedOn: ends ? today : null });
  ctx.concerns.people.add(pair.other);
  return findOneOnOne(ctx, { pairId });
}

/** Plans the next meeting or moves it, by the clock of the pair's zone. */
export async function plan(
  ctx: FirmContext,
  { pairId, day, time }: { pairId: number; day: string; time: string },
): Promise<OneOnOne> {
  const pair = await livePair(ctx, pairId);
  const [hours, minutes] = time.split(':').map(Number);
  assert(isTimeZone(pair.zone), `${pair.zone} was checked when it was kept`);
  const at = instantAt(day as Day, hours! * 60 + minutes!, pair.zone);
  // Yesterday's may still be entered: it is then said whether it was held.
  const today = dayOf(await firmMoment(ctx.db, ctx.now()), pair.zone);
  if (Math.abs(daysBetween(today, day as Day)) > 366)
    throw new Refusal('bad-input', 'Plan it within a year from now.', { field: 'day' });
  await saveNextMeeting(ctx.db, pairId, at);
  return findOneOnOne(ctx, { pairId });
}

/** Held or skipped: either way the next one is planned at the same time on the clock; it can be moved. */
export async function close(
  ctx: FirmContext,
  { pairId, meetingId, state }: { pairId: number; meetingId: number; state: 'held' | 'skipped' },
): Promise<OneOnOne> {
  const pair = await livePair(ctx, pairId);
  const planned = (await readMeetings(ctx.db, pairId)).find((one) => one.meetingId === meetingId);
  const now = await firmMoment(ctx.db, ctx.now());
  if (state === 'held' && planned && planned.at > now)
    throw new Refusal(
      'conflict',
      'That meeting has not begun yet: move it to when you met, then say that it was held.',
      {
        field: 'state',
      },
    );
  const at = await saveMeetingState(ctx.db, pairId, meetingId, state);
  if (at === undefined) throw new Refusal('conflict', 'That meeting was closed or moved meanwhile: look again.');
  await saveNextMeeting(ctx.db, pairId, meetingAfter(at, pair, now));
  return findOneOnOne(ctx, { pairId });
}

/** Adds a topic, or an action of one of the two. */
export async function addItem(
  ctx: FirmContext,
  input: { pairId: number; kind: 'topic' | 'action'; text: string; ownerId: number | null; dueDay: string | null },
): Promise<OneOnOne> {
  const pair = await livePair(ctx, input.pairId);
  const { pairId, kind, text } = input;
  const owner = [pair.you, pair.other].find((id) => id === input.ownerId) ?? null;
  if (kind === 'action' && owner === null)
    throw new Refusal('bad-input', 'Say which of you two does it.', { field: 'ownerId' });
  const done =
    kind === 'action' ? { ownerId: owner, dueDay: input.dueDay as Day | null } : { ownerId: null, dueDay: null };
  await insertAgendaItem(ctx.db, { pairId, kind, text, ...done, at: ctx.now() });
  return findOneOnOne(ctx, { pairId });
}

/** Closes a topic or an action, or opens it again. Until then it is on every agenda. */
export async function changeItem(
  ctx: FirmContext,
  { pairId, itemId, state }: { pairId: number; itemId: number; state: 'open' | 'done' | 'dropped' },
): Promise<OneOnOne> {
  await livePair(ctx, pairId);
  if (!(await saveItemState(ctx.db, pairId, itemId, state, ctx.now())))
    throw new Refusal('not-found', 'There is no such topic or action.', { field: 'itemId' });
  return findOneOnOne(ctx, { pairId });
}

/** The planned meeting for a calendar: no topics, only that the two meet. Changes nothing. */
export async function invitation(
  ctx: FirmContext,
  { pairId }: { pairId: number },
): Promise<{ fileName: string; text: string }> {
  const pair = await ownPair(ctx, pairId);
  const next = (await readMeetings(ctx.db, pairId)).find(({ state }) => state === 'planned');
  if (!next) throw new Refusal('not-found', 'No meeting is planned: plan it first, then take its file.');
  const minutes = clockMinutes(next.at, pair.zone);
  const clock = `${Math.floor(minutes / 60)}`.padStart(2, '0') + `${minutes % 60}`.padStart(2, '0');
  return {
    fileName: `one-on-one-${dayOf(next.at, pair.zone)}-${clock}.ics`,
    text: writeInvitation({
      uid: `one-on-one-${ctx.orgId}-${next.meetingId}@evenkeel`,
      sequence: next.sequence,
      at: next.at as Instant,
      minutes: pair.minutes,
      title: `1:1: ${pair.lead} and ${pair.member}`,
      url: null,
      now: ctx.now(),
    }),
  };
}
