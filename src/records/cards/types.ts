import type { Day, Instant } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';

/** fix: the work; listen: to somebody; stay-out: leave it to them; promise: something that was agreed. */
export type CardKind = 'fix' | 'listen' | 'stay-out' | 'promise';

/** What makes a card; each can be switched off in the playbook (`today.rule.…`). */
export type CardRule =
  | 'ticket-late'
  | 'ticket-bounces'
  | 'area-stuck'
  | 'client-wears'
  | 'conditions'
  | 'left-to-it'
  | 'one-on-one'
  | 'mentor-session'
  | 'trial-review'
  | 'decision-review'
  | 'step-due'
  | 'practice-due'
  | 'growth-step'
  | 'direction';

/** What a card rests on, as rows of its side panel. */
export type CardEvidence = {
  /** What was found, against what is usual, in plain words: one line each. */
  facts: string[];
  /** References that the side panel opens, each with its words. */
  doors: { ref: string; label: string }[];
  /** Shares of ticket, area, client and person in what is stuck, where that can be told (model/attribution). */
  shares: { ticket: number; area: number; client: number; person: number } | null;
  /** Who is best placed to take it where it needs hands; null: nobody is known, or it needs none. Not always the lead. */
  best: { personId: PersonId; why: string } | null;
  /** Pages of ours where it is done, the nearest first: `/one-on-ones/7`. */
  links: { href: string; label: string }[];
  /** The page of ours where it is done; absent: the card is all there is. */
  page?: { to: string; label: string };
};

/** A card before it is kept. */
export type CardProposal = {
  leadId: PersonId;
  rule: CardRule;
  kind: CardKind;
  /** What it is about: `ticket/99`, `area/3`, `client/2`, `person/12`, `team/1`, `seat/4`, `pair/7`, `trial/5`, `decision/8`, `plan-step/5`. */
  subject: string;
  personId: PersonId | null;
  trigger: string;
  /** One sentence to begin with; asks first, always. */
  firstSentence: string;
  evidence: CardEvidence;
  /** Of several, the more urgent are kept: 0 can wait to 1 now. */
  urgency: number;
};

/** A card as it is kept. */
export type Card = Omit<CardProposal, 'urgency'> & {
  cardId: number;
  day: Day;
  state: 'open' | 'done' | 'snoozed' | 'not-useful';
  reason: string | null;
  untilDay: Day | null;
  answeredAt: Instant | null;
};

/** What became of an earlier card: enough to let its subject rest. */
export type EarlierCard = Pick<Card, 'leadId' | 'day' | 'rule' | 'subject' | 'state' | 'untilDay'>;

/** A next step that somebody took on, with the day on which it is due. */
export type StepDue = { key: string; ownerId: PersonId; due: Day; text: string };
