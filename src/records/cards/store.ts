import { sql } from 'kysely';
import type { Day, Instant } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import { timestamp } from '../../platform/db/values.ts';
import type { PersonId } from '../people/types.ts';
import type { Card, CardEvidence, CardKind, CardProposal, CardRule, EarlierCard, StepDue } from './types.ts';

/** Keeps the cards of a day; one that is there already stays as it is, with its answer. */
export async function saveCards(db: Db, day: Day, cards: readonly CardProposal[]): Promise<void> {
  const rows = cards.map((card) => ({
    lead_id: card.leadId,
    rule: card.rule,
    kind: card.kind,
    subject: card.subject,
    person_id: card.personId,
    trigger: card.trigger,
    first_sentence: card.firstSentence,
    evidence: card.evidence,
  }));
  await sql`
    insert into card (day, lead_id, rule, kind, subject, person_id, trigger, first_sentence, evidence)
    select ${day}::date, lead_id, rule, kind, subject, person_id, trigger, first_sentence, evidence
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (lead_id bigint, rule text, kind text, subject text,
      person_id bigint, trigger text, first_sentence text, evidence jsonb)
    on conflict do nothing`.execute(db);
}

/** Takes the firm's turn to make cards, until the transaction ends: two who open a day at once make it once. */
export async function takeCardTurn(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('evenkeel cards ' || app_org(), 0))`.execute(db);
}

type CardRow = {
  card_id: number;
  lead_id: number;
  day: string;
  rule: string;
  kind: string;
  subject: string;
  person_id: number | null;
  trigger: string;
  first_sentence: string;
  evidence: unknown;
  state: string;
  reason: string | null;
  until_day: string | null;
  answered_at: number | null;
};

const toCard = (row: CardRow): Card => ({
  cardId: row.card_id,
  leadId: row.lead_id as PersonId,
  day: row.day as Day,
  rule: row.rule as CardRule,
  kind: row.kind as CardKind,
  subject: row.subject,
  personId: row.person_id as PersonId | null,
  trigger: row.trigger,
  firstSentence: row.first_sentence,
  evidence: row.evidence as CardEvidence,
  state: row.state as Card['state'],
  reason: row.reason,
  untilDay: row.until_day as Day | null,
  answeredAt: row.answered_at as Instant | null,
});

/** The cards of a day that the actor may read, in the order in which they were made: the most urgent first. */
export async function readCards(db: Db, day: Day): Promise<Card[]> {
  const rows = await db.selectFrom('card').selectAll().where('day', '=', day).orderBy('card_id').execute();
  return rows.map(toCard);
}

/** Cards of the days from one to another, both included. */
export async function readCardsBetween(db: Db, from: Day, to: Day): Promise<EarlierCard[]> {
  const rows = await db
    .selectFrom('card')
    .select(['lead_id', 'day', 'rule', 'subject', 'state', 'until_day'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('card_id')
    .execute();
  return rows.map((row) => ({
    leadId: row.lead_id as PersonId,
    day: row.day as Day,
    rule: row.rule as CardRule,
    subject: row.subject,
    state: row.state as Card['state'],
    untilDay: row.until_day as Day | null,
  }));
}

/** An answer to a card; `open` takes one back. */
export type CardAnswer = Pick<Card, 'state' | 'reason' | 'untilDay'> & { at: Instant };

/** Keeps an answer; false: there is no such card for the actor. */
export async function saveAnswer(db: Db, cardId: number, answer: CardAnswer): Promise<boolean> {
  const { state, reason, untilDay, at } = answer;
  const rows = await db
    .updateTable('card')
    .set({ state, reason, until_day: untilDay, answered_at: state === 'open' ? null : timestamp(at) })
    .where('card_id', '=', cardId)
    .returning('card_id')
    .execute();
  return rows.length > 0;
}

/** How often the cards of a rule were found useful, of those that were answered; and how many were shown. */
export type RuleCount = { rule: CardRule; shown: number; useful: number; useless: number };

/** What came of the cards of each rule, over the whole firm. Sums: nobody is in them. */
export async function countByRule(db: Db): Promise<RuleCount[]> {
  const { rows } = await sql<RuleCount>`
    select rule, count(*) as shown, count(*) filter (where state = 'done') as useful,
      count(*) filter (where state = 'not-useful') as useless
    from card group by rule order by rule`.execute(db);
  return rows;
}

/** Open next steps with an owner that are due by a day, and were so at an instant. */
export async function readDueSteps(db: Db, day: Day, asOf: Instant): Promise<StepDue[]> {
  const rows = await db
    .selectFrom('next_step')
    .select(['step_key', 'owner_id', 'due_day', 'text'])
    .where('outcome', 'is', null)
    .where('owner_id', 'is not', null)
    .where('due_day', '<=', day)
    .where('text', 'is not', null)
    .where('changed_at', '<=', timestamp(asOf))
    .orderBy('due_day')
    .orderBy('step_key')
    .execute();
  return rows.map((row) => ({
    key: row.step_key,
    ownerId: row.owner_id as PersonId,
    due: row.due_day as Day,
    text: row.text!,
  }));
}
