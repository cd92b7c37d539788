import { Refusal } from '../../base/errors.ts';
import type { Instant } from '../../base/time.ts';
import { findLeads } from '../../model/cards/leads.ts';
import { sayMeeting } from '../../model/say-time.ts';
import { readChart } from '../../model/structure.ts';
import { type FirmContext, firmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Card } from '../../records/cards/types.ts';
import type { Claimed, Recipient } from '../../records/delivery/outgoing.store.ts';
import { readLastMorning } from '../../records/delivery/store.ts';
import { addressSeal, type OutgoingState } from '../../records/delivery/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readRhythms } from '../../records/oneonones/store.ts';
import { readNames } from '../../records/people/names.store.ts';
import { readStructure } from '../../records/people/store.ts';
import { nextDue } from './due.ts';
import { readMentoringNews, sayNews } from './mentoring.actions.ts';
import {
  type Message,
  mentoringMorning,
  morningMessage,
  type Origin,
  reminderMessage,
  troubleMessage,
} from './message.ts';
import { mayLead } from './roles.ts';
import type { RoundContext, Target } from './send.actions.ts';

/** A message and where it goes, or why there is none. */
export type Composed =
  | { target: Target; message: Message }
  | { state: Extract<OutgoingState, 'nothing' | 'dropped' | 'failed'>; why: string | null };

const OFF: Composed = { state: 'dropped', why: 'It was turned off before it left.' };

/** Puts together what somebody is sent, from what they themselves may see at that moment. */
export async function compose(
  ctx: RoundContext,
  orgId: number,
  claimed: Claimed,
  recipient: Recipient,
): Promise<Composed> {
  const scope = { orgId, actor: recipient.actor, standing: recipient.role, personId: recipient.personId };
  return ctx.database.transact(scope, async (db) => {
    const inside = firmContext(db, scope, { now: ctx.now, log: ctx.log, secrets: ctx.secrets });
    if (claimed.what === 'morning') return composeMorning(ctx, inside, claimed, recipient);
    const message =
      claimed.what === 'reminder' ? await remind(ctx, db, claimed, recipient) : await sayTrouble(ctx, db, claimed);
    return message === null
      ? { state: 'nothing', why: null }
      : { target: { way: 'mail', email: recipient.email }, message };
  });
}

async function composeMorning(
  { cardsOf, origin }: RoundContext,
  inside: FirmContext,
  claimed: Claimed,
  recipient: Recipient,
): Promise<Composed> {
  if (claimed.way === null || !mayLead(recipient.role)) return OFF;
  const cards: Card[] = await cardsOf(inside);
  const message =
    cards.length > 0
      ? morningMessage(cards, [...(await readNames(inside.db)).values()], origin)
      : await mentoringOnly(inside, claimed, origin);
  if (message === null) return { state: 'nothing', why: null };
  if (claimed.way === 'mail') return { target: { way: 'mail', email: recipient.email }, message };
  const opened = openAddress(inside, claimed);
  if (opened instanceof Refusal) return { state: 'failed', why: opened.message };
  return { target: { way: claimed.way, address: opened }, message };
}

/** Whoever leads nobody has no cards: what is due of their mentoring is said here, unless a reminder says it. */
async function mentoringOnly(inside: FirmContext, claimed: Claimed, origin: Origin): Promise<Message | null> {
  if (claimed.reminders || (await leadsSomebody(inside))) return null;
  const { meetings, due } = await readMentoringNews(inside.db, claimed, spanOf(inside.now(), claimed));
  const count = meetings.length + due.length;
  return count === 0 ? null : mentoringMorning(count, origin);
}

async function leadsSomebody(inside: FirmContext): Promise<boolean> {
  const day = await firmDay(inside.db, inside.now());
  const structure = await inside.asEngine((db) => readStructure(db, day));
  return findLeads(readChart(structure)).some(({ leadId }) => leadId === inside.personId);
}

const spanOf = (now: Instant, claimed: Claimed) => ({ from: now, until: nextDue(claimed, claimed.dueAt).at });

/** The address again, or why it can't be: another key is here by now. */
export function openAddress(
  { secrets, orgId }: { secrets: Secrets; orgId: number },
  { address, personId }: { address: string | null; personId: number },
): string | Refusal {
  try {
    return secrets.unseal(address ?? '', addressSeal(orgId, personId));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Of the 1:1s from now until the next message, and of what is due of mentoring; null: there is neither. */
async function remind(ctx: RoundContext, db: Db, claimed: Claimed, { personId }: Recipient): Promise<Message | null> {
  if (!claimed.reminders) return null;
  const span = spanOf(ctx.now(), claimed);
  const { from, until } = span;
  const isNext = (at: Instant | null): at is Instant => at !== null && at >= from && at < until;
  const mine = (await readRhythms(db)).filter(({ memberId, leadId }) => memberId === personId || leadId === personId);
  const names = await readNames(db);
  const meetings = mine
    .flatMap(({ nextAt, zone, memberId, leadId }) =>
      isNext(nextAt) ? [{ at: nextAt, zone, other: memberId === personId ? leadId : memberId }] : [],
    )
    .sort((one, other) => one.at - other.at);
  const talks = meetings.map(
    ({ at, zone, other }) => `${sayMeeting(at, zone)}, with ${names.get(other) ?? 'somebody'}`,
  );
  const mentoring = sayNews(await readMentoringNews(db, claimed, span), names);
  return talks.length + mentoring.length === 0 ? null : reminderMessage({ talks, mentoring }, ctx.origin);
}

async function sayTrouble({ origin }: RoundContext, db: Db, { personId }: Claimed): Promise<Message | null> {
  const morning = await readLastMorning(db, personId, null);
  if (morning === undefined || morning.state === 'sent') return null;
  return troubleMessage({ why: morning.why ?? '', unsure: morning.state === 'unsure' }, origin);
}
