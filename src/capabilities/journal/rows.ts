import { addMonths, type Day } from '../../base/time.ts';
import { agreedIn } from '../../model/journal-advice.ts';
import type { DecisionReview, RecordedDecision, Stayed } from '../../records/decisions/types.ts';
import type { Structure } from '../../records/people/types.ts';
import type { Trial } from '../../records/trials/types.ts';
import type { JournalRow } from './contract.ts';
import { type JournalReader, sightOfDecision } from './cut.ts';

/** Names as records/decisions reads them. */
type Names = Record<'person' | 'seat' | 'actor', ReadonlyMap<string, string>>;

/** Everything that lines of the journal are made from. */
export type JournalFacts = {
  today: Day;
  decisions: readonly RecordedDecision[];
  reviews: ReadonlyMap<number, DecisionReview>;
  /** Trials as far as the reader may read them, by the decision that they began with. */
  trials: ReadonlyMap<number, Pick<Trial, 'trialId' | 'state' | 'outcome'>>;
  /** Decisions whose trial never began, whoever reads. */
  notBegun: ReadonlySet<number>;
  names: Names;
  reader: JournalReader;
  months: number;
};

/** Who did something, in words. */
export function sayActor(actor: string, { actor: names }: Names): string {
  const name = names.get(actor);
  if (name !== undefined) return name;
  return actor === 'owner' || actor.startsWith('operator') ? 'whoever holds the server' : 'somebody no longer here';
}

/** Decisions that another one of the same day and seat took the place of: a slip that was corrected. */
export function correctedOf(decisions: readonly RecordedDecision[]): Set<number> {
  const last = new Map<string, number>();
  const key = ({ seatId, day }: RecordedDecision) => `${seatId}/${day}`;
  for (const one of decisions) last.set(key(one), Math.max(last.get(key(one)) ?? 0, one.decisionId));
  return new Set(decisions.filter((one) => last.get(key(one)) !== one.decisionId).map((one) => one.decisionId));
}

/** From which day on a decision is looked back on; null: it isn't. */
export function reviewDayOf(
  decision: RecordedDecision,
  facts: JournalFacts,
  corrected: ReadonlySet<number>,
): Day | null {
  if (corrected.has(decision.decisionId) || facts.notBegun.has(decision.decisionId)) return null;
  return addMonths(decision.day, Math.round(facts.months));
}

/** The lines of the journal, the newest first. */
export function rowsOf(facts: JournalFacts): JournalRow[] {
  const corrected = correctedOf(facts.decisions);
  return facts.decisions.map((one) => rowOf(one, facts, corrected));
}

function rowOf(one: RecordedDecision, facts: JournalFacts, corrected: ReadonlySet<number>): JournalRow {
  const { names, reader, today } = facts;
  const { decisionId, day, seatId, personId, kind } = one;
  const again = facts.reviews.get(decisionId)?.again ?? null;
  const reviewDay = reviewDayOf(one, facts, corrected);
  return {
    ...{ decisionId, day, kind, again, reviewDay },
    seat: { seatId, title: names.seat.get(String(seatId)) ?? 'a seat that was removed' },
    person: personId === null ? null : { personId, name: names.person.get(String(personId)) ?? 'somebody' },
    agreed: agreedIn(one),
    decidedBy: sayActor(one.decidedBy, names),
    isDue: again === null && reviewDay !== null && reviewDay <= today && reader.decided.has(seatId),
    sight: sightOfDecision(one, reader),
  };
}

/** Where a decision led, as far as the structure of today and its trial tell it. */
export function stayedSoFar(
  { seatId, personId, kind }: Pick<RecordedDecision, 'seatId' | 'personId' | 'kind'>,
  { seats, people }: Structure,
  outcome: Trial['outcome'],
): Stayed {
  const holderId = seats.find((seat) => seat.seatId === seatId)?.holderId ?? null;
  if (kind === 'leave-open') return holderId === null ? 'open' : 'filled';
  if (outcome === 'returned') return 'went-back';
  if (holderId !== null && holderId === personId) return 'there';
  return people.some((one) => one.personId === personId) ? 'moved-on' : 'left';
}
