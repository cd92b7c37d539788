import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import { dayField, idField, operation } from '../../platform/contract.ts';
import type { Card } from '../../records/cards/types.ts';
import type { PersonId } from '../../records/people/types.ts';

/** Somebody by name. */
export type Named = { personId: PersonId; name: string };

/** A card as its lead sees it. */
export type ShownCard = Pick<
  Card,
  'cardId' | 'rule' | 'kind' | 'subject' | 'trigger' | 'firstSentence' | 'state' | 'reason' | 'untilDay'
> &
  Pick<Card['evidence'], 'facts' | 'doors' | 'shares' | 'links' | 'page'> & {
    /** Who is best placed where it needs hands, and why in a line. */
    best: { name: string; isYou: boolean; why: string } | null;
    /** Where its tickets open in the ticket system; empty where that isn’t said. Only ever links. */
    outside: { href: string; label: string }[];
  };

/** The cards of one lead. */
export type LeadCards = { lead: Named; open: ShownCard[]; answered: ShownCard[] };

export type Today = {
  day: Day;
  /** Of whom there are cards to choose from: for whoever holds the server; of a lead nobody but themselves. */
  leads: Named[];
  /** The cards shown, lead by lead; for a lead their own. */
  of: LeadCards[];
  /** Why there is nothing, or what was left aside; null: nothing to add. */
  note: string | null;
  /** One's own last message did not arrive, or may not have; null: it did, or none was due. */
  undelivered: 'failed' | 'unsure' | null;
};

const leadField = idField.optional();

export const readToday = operation({
  id: 'readToday',
  method: 'GET',
  path: '/api/today',
  summary: 'What a lead can do today: at most three cards',
  who: 'firm',
  /** Whose, for whoever holds the server; absent: everybody's. */
  input: z.object({ lead: leadField }),
}).returns<Today>();

export const answerCard = operation({
  id: 'answerCard',
  method: 'POST',
  path: '/api/today/:cardId',
  summary: 'Say that a card is done, let it sleep, or call it not useful with a reason; or take that back',
  who: 'firm',
  input: z
    .object({
      cardId: idField,
      answer: z.enum(['done', 'snoozed', 'not-useful', 'open']),
      untilDay: dayField.nullish(),
      reason: z.string().trim().max(300).nullish(),
      lead: leadField,
    })
    .refine(({ answer, reason }) => answer !== 'not-useful' || !!reason, {
      path: ['reason'],
      message: 'Say why it was not useful.',
    })
    .refine(({ answer, untilDay }) => answer !== 'snoozed' || !!untilDay, {
      path: ['untilDay'],
      message: 'Say until which day it sleeps.',
    }),
}).returns<Today>();
