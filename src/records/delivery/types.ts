import type { Day, Instant } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';

/** By what somebody is told; off: not at all. */
export type DeliveryWay = 'off' | SendingWay;
export type SendingWay = 'mail' | HookWay;
/** By an incoming webhook, which posts into a chat. */
export type HookWay = 'teams' | 'slack';

/** When and where somebody's morning message reaches them. */
export type Delivery = {
  way: DeliveryWay;
  /** Of a webhook: its address, sealed under `addressSeal`; null: there is none. */
  address: string | null;
  /** The host of that address, which is all of it that is shown again. */
  host: string | null;
  /** They said that nobody else reads what arrives there. */
  ownChat: boolean;
  /** Minutes after midnight by the clock of the zone. */
  at: number;
  /** IANA time zone. */
  zone: string;
  /** 1 for Monday to 7 for Sunday; at least one. */
  weekdays: number[];
  /** Reminders of 1:1s, by mail. */
  reminders: boolean;
  /** When it is due next; null: never. */
  nextAt: Instant | null;
};

/** morning: the cards of the day; reminder: of 1:1s; trouble: that a webhook fails; test: asked for by the person. */
export type OutgoingWhat = 'morning' | 'reminder' | 'trouble' | 'test';

/**
 * waiting: for its first try or the next; sending: somebody has taken it; nothing: there was nothing to say; unsure: it may
 * have arrived and is not sent again; dropped: its day was over before it could leave.
 */
export type OutgoingState = 'waiting' | 'sending' | 'sent' | 'nothing' | 'failed' | 'unsure' | 'dropped';

/** Something that was due, without what it said. */
export type Outgoing = {
  outgoingId: number;
  personId: PersonId;
  /** The person's own calendar day. */
  day: Day;
  what: OutgoingWhat;
  /** Which way it went; null: it wasn't tried. */
  way: SendingWay | null;
  state: OutgoingState;
  tries: number;
  dueAt: Instant;
  /** When it is tried next, or until when whoever sends it may take. */
  tryAt: Instant | null;
  endedAt: Instant | null;
  /** Why it was not taken, without the address. */
  why: string | null;
};

/** What an address is sealed for (platform/secrets): one person of one firm. */
export const addressSeal = (orgId: number, personId: number): string => `delivery/${orgId}/${personId}`;

/** Where sealed addresses lie, for when another key takes the place of the old one. */
export const SEALED_ADDRESS = {
  table: 'delivery',
  id: ['org_id', 'person_id'],
  column: 'address',
  about: ([orgId, personId]: readonly number[]) => addressSeal(orgId!, personId!),
  /** What stands in their place when the old key is lost. */
  lost: { way: 'off', address: null, host: null, own_chat: false },
} as const;
