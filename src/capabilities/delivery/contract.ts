import { z } from 'zod';
import { isTimeZone } from '../../base/calendar.ts';
import type { Day, Instant } from '../../base/time.ts';
import { nothing, operation } from '../../platform/contract.ts';
import type { Delivery, DeliveryWay, Outgoing, OutgoingState, OutgoingWhat } from '../../records/delivery/types.ts';
import type { PersonId } from '../../records/people/types.ts';

/** Something that was due, as its person reads of it. */
export type PastLine = Pick<Outgoing, 'outgoingId' | 'day' | 'what' | 'way' | 'state' | 'tries' | 'why'> & {
  /** When it ended; of one that waits, when it is tried again. */
  at: Instant | null;
};

/** One's own morning message: how it is set, and how the last ones went. */
export type OwnDelivery = {
  /** Null: whoever asks is none of the people here. */
  you: PersonId | null;
  /** They may lead, so cards can be sent; everybody else is reminded of 1:1s alone. */
  leads: boolean;
  /** A sample firm: nothing leaves it. */
  sample: boolean;
  /** Mail is set up on this server. */
  mail: boolean;
  /** Where mail goes: the address they sign in with; null: they have no account. */
  mailTo: string | null;
  /** Null: never said. */
  set:
    | (Pick<Delivery, 'way' | 'host' | 'zone' | 'weekdays' | 'reminders' | 'nextAt'> & {
        /** HH:MM by the clock of the zone. */
        time: string;
        /** This machine doesn't know the zone: UTC is meant instead. */
        zoneUnknown: boolean;
      })
    | null;
  /** Their own zone, or the one of most people here. */
  usualZone: string;
  /** The newest first. */
  past: PastLine[];
};

/** Whose messages did not arrive lately; never what they said. */
export type FailingDeliveries = {
  /** How many have messages sent to them. */
  set: number;
  failing: {
    personId: PersonId;
    name: string;
    day: Day;
    what: OutgoingWhat;
    way: Exclude<DeliveryWay, 'off'> | null;
    state: OutgoingState;
    why: string | null;
  }[];
};

const timeField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as HH:MM.');
const addressField = z
  .string()
  .trim()
  .max(2000, 'That is too long for an address.')
  .regex(/^https?:\/\/\S+$/i, 'Give the whole address of the webhook: it begins with https://.');

export const readDelivery = operation({
  id: 'readDelivery',
  method: 'GET',
  path: '/api/delivery',
  summary: 'One’s own morning message: when and where it comes, and how the last ones went',
  who: 'firm',
  input: nothing,
}).returns<OwnDelivery>();

export const saveDelivery = operation({
  id: 'saveDelivery',
  method: 'PUT',
  path: '/api/delivery',
  summary: 'Say when and where one’s own morning message comes, and whether 1:1s are reminded of',
  who: 'firm',
  input: z.object({
    way: z.enum(['off', 'mail', 'teams', 'slack']),
    time: timeField,
    zone: z.string().max(64).refine(isTimeZone, 'Give a time zone such as Europe/Berlin.'),
    weekdays: z
      .array(z.number().int().min(1).max(7))
      .min(1, 'Choose at least one day.')
      .transform((days) => [...new Set(days)].sort((one, other) => one - other)),
    reminders: z.boolean(),
    /** Of a webhook: a new address; absent: the one that is kept. */
    address: addressField.optional(),
    /** Nobody else reads what arrives there. */
    ownChat: z.boolean().default(false),
  }),
}).returns<OwnDelivery>();

export const sendTestDelivery = operation({
  id: 'sendTestDelivery',
  method: 'POST',
  path: '/api/delivery/test',
  summary: 'Send oneself a test the way one’s morning message comes',
  who: 'firm',
  input: nothing,
}).returns<OwnDelivery>();

export const listFailingDeliveries = operation({
  id: 'listFailingDeliveries',
  method: 'GET',
  path: '/api/delivery/failing',
  summary: 'Whose morning messages don’t arrive, and why; never what they say',
  who: 'firm',
  input: nothing,
}).returns<FailingDeliveries>();
