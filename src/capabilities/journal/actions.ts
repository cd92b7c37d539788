import { Refusal } from '../../base/errors.ts';
import { sayDecider } from '../../model/deciders.ts';
import { judgedOf, learnBars } from '../../model/journal-learning.ts';
import { journalRates } from '../../model/journal-rates.ts';
import { sayDay } from '../../model/words.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDecided, readVisible } from '../../platform/db/standing.ts';
import { readDeciders } from '../../records/decisions/candidacy.store.ts';
import { readDecisionNames } from '../../records/decisions/names.store.ts';
import {
  readDecisionReviews,
  readOwnLookBacks,
  saveLookBack,
  saveOwnLookBack,
} from '../../records/decisions/review.store.ts';
import { readDecisions } from '../../records/decisions/store.ts';
import type { Again, RecordedDecision, Stayed, TeamSince } from '../../records/decisions/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import { PLAYBOOK, type Playbook, type PlaybookKey } from '../../records/playbook/definitions.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { readTrials } from '../../records/trials/store.ts';
import type { Journal, JournalEntry, JournalRow } from './contract.ts';
import { readsReason, sidesFor } from './cut.ts';
import { type JournalFacts, rowsOf, sayActor, stayedSoFar } from './rows.ts';

type ReadFacts = JournalFacts & { playbook: Playbook };

/** Everything that the journal is made from, in a fixed number of queries, as far as the reader may read it. */
async function readFacts(ctx: FirmContext): Promise<ReadFacts> {
  const playbook = await readPlaybook(ctx.db);
  const decisions = await readDecisions(ctx.db);
  const reviews = await readDecisionReviews(ctx.db);
  const { standing, actor, personId } = ctx;
  const reader = { standing, actor, personId, visible: await readVisible(ctx.db), decided: await readDecided(ctx.db) };
  const mine = new Set((await readTrials(ctx.db)).map(({ trialId }) => trialId));
  const { today, names, trials } = await ctx.asEngine(async (db) => ({
    today: await firmDay(db, ctx.now()),
    names: await readDecisionNames(db),
    trials: await readTrials(db),
  }));
  const begun = trials.flatMap((one) => (one.decisionId === null ? [] : [{ ...one, decisionId: one.decisionId }]));
  return {
    ...{ today, decisions, reviews, names, reader, playbook },
    months: playbook['journal.review-months'],
    trials: new Map(begun.filter(({ trialId }) => mine.has(trialId)).map((one) => [one.decisionId, one])),
    notBegun: new Set(
      begun
        .filter(({ state, outcome }) => state === 'proposed' || state === 'agreed' || outcome === 'not-begun')
        .map(({ decisionId }) => decisionId),
    ),
  };
}

/** Decisions with what became of them, how often our advice was followed, and what they teach. */
export async function findJournal(ctx: FirmContext): Promise<Journal> {
  const facts = await readFacts(ctx);
  const { playbook, decisions, reviews, today } = facts;
  const rows = rowsOf(facts);
  noteShown(ctx, rows);
  const counts = ctx.standing !== 'technician';
  const counted = new Set(rows.filter(({ reviewDay }) => reviewDay !== null).map(({ decisionId }) => decisionId));
  const learned = decisions.filter(({ decisionId }) => counted.has(decisionId));
  return {
    ...{ today, rows },
    rates: counts
      ? journalRates(
          rows.filter(({ decisionId }) => counted.has(decisionId)),
          playbook['journal.need'],
        )
      : null,
    learned: counts ? learnBars(judgedOf(learned, reviews), playbook) : null,
    rules: { need: playbook['journal.need'], months: facts.months, alarm: playbook['journal.alarm'] },
    mayChange: ['operator', 'owner', 'service-manager'].includes(ctx.standing),
    isWhole: ['operator', 'owner', 'hr'].includes(ctx.standing),
  };
}

/** Tells the audit log about whom decisions were read. */
function noteShown(ctx: FirmContext, rows: readonly JournalRow[]): void {
  for (const { person } of rows)
    if (person !== null && person.personId !== ctx.personId) ctx.concerns.people.add(person.personId);
}

/** One decision with everything as it was. */
export async function findEntry(ctx: FirmContext, input: { decisionId: number }): Promise<JournalEntry> {
  const facts = await readFacts(ctx);
  const row = rowsOf(facts).find((one) => one.decisionId === input.decisionId);
  const decision = facts.decisions.find((one) => one.decisionId === input.decisionId);
  if (!row || !decision) throw noSuchDecision();
  noteShown(ctx, [row]);
  ctx.concerns.details.decisionId = input.decisionId;
  if (row.sight === 'whole')
    for (const id of decision.advice.named) if (id !== ctx.personId) ctx.concerns.people.add(id);
  const own = (await readOwnLookBacks(ctx.db)).get(decision.decisionId) ?? null;
  const { sight, seat } = row;
  const { reader, names, reviews } = facts;
  const reads = readsReason(sight, seat.seatId, reader);
  const review = reviews.get(decision.decisionId);
  const structure = await ctx.asEngine((db) => readStructure(db, facts.today));
  const trial = facts.trials.get(decision.decisionId);
  return {
    ...row,
    ...{ today: facts.today, at: decision.at, months: facts.months },
    reason: reads ? decision.reason : null,
    hasReason: decision.reason !== null,
    advice: adviceFor(decision, row, facts),
    review: review
      ? {
          ...{ again: review.again, stayed: review.stayed, team: review.team },
          words: reads ? review.words : null,
          ...{ by: sayActor(review.reviewedBy, names), at: review.reviewedAt },
        }
      : null,
    ownWords: reads ? own : null,
    mayReview: reader.decided.has(seat.seatId) && row.reviewDay !== null && row.reviewDay <= facts.today,
    maySayOwn: decision.personId !== null && decision.personId === ctx.personId,
    stayedSoFar: stayedSoFar(decision, structure, trial?.outcome ?? null),
    trialId: trial?.trialId ?? null,
  };
}

function adviceFor(
  { personId, advice }: RecordedDecision,
  { sight }: JournalRow,
  facts: ReadFacts,
): JournalEntry['advice'] {
  const { dataVersion, modelVersion, playbookVersion, kind, basis } = advice;
  const whole = sight === 'whole';
  const sides = sidesFor(basis?.sides ?? [], sight, facts.reader);
  return {
    ...{ dataVersion, modelVersion, playbookVersion, kind },
    shown: advice.shown ?? null,
    considered: advice.considered.length,
    sentence: whole ? advice.sentence : null,
    reasons: whole ? (basis?.reasons ?? []) : [],
    evidence:
      whole && basis ? { observations: basis.observations, raters: basis.raters, tickets: basis.tickets } : null,
    demand: basis?.demand ?? null,
    gate: basis?.gate ?? null,
    rules: rulesThen(basis?.rules ?? {}, facts.playbook),
    sides: sides.map((one) => ({ ...one, name: facts.names.person.get(String(one.personId)) ?? 'somebody' })),
    namedYou: sight === 'own' ? advice.named.some((id) => id === personId) : null,
  };
}

/** The rules as they were, beside the values of today; a rule that is gone keeps its key for a name. */
function rulesThen(rules: Readonly<Record<string, number>>, playbook: Playbook): JournalEntry['advice']['rules'] {
  const sorted = Object.entries(rules).sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([key, was]) => {
    const known = Object.hasOwn(PLAYBOOK, key) ? (key as PlaybookKey) : null;
    return {
      ...{ key, was },
      title: known === null ? key : PLAYBOOK[known].title,
      unit: known === null ? '' : PLAYBOOK[known].unit,
      now: known === null ? null : playbook[known],
    };
  });
}

const noSuchDecision = () =>
  new Refusal('not-found', 'There is no such decision for you to read.', { field: 'decisionId' });

type TypedLookBack = {
  decisionId: number;
  again: Again;
  stayed: Stayed;
  team: TeamSince;
  words?: string | null | undefined;
};

/** Keeps what became of a decision. What was decided, and our advice then, stay as they are. */
export async function keepLookBack(ctx: FirmContext, input: TypedLookBack): Promise<JournalEntry> {
  const { decisionId, again, stayed, team } = input;
  const entry = await findEntry(ctx, { decisionId });
  await refuseLookBack(ctx, entry, stayed);
  const words = input.words?.trim() || null;
  if (again === 'no' && words === null)
    throw new Refusal(
      'bad-input',
      'Say in a sentence what went otherwise than you thought: it is what others learn from.',
      {
        field: 'words',
      },
    );
  await saveLookBack(ctx.db, decisionId, {
    ...{ again, stayed, team, words },
    reviewedBy: ctx.actor,
    reviewedAt: ctx.now(),
  });
  return findEntry(ctx, { decisionId });
}

async function refuseLookBack(ctx: FirmContext, entry: JournalEntry, stayed: Stayed): Promise<void> {
  const { seat, reviewDay, today, kind } = entry;
  if (!(await readDecided(ctx.db)).has(seat.seatId)) {
    const structure = await ctx.asEngine((db) => readStructure(db, today));
    const decider = sayDecider(structure, seat.seatId, (await ctx.asEngine(readDeciders)).get(seat.seatId) ?? null);
    throw new Refusal('not-allowed', `Whoever decides about this seat looks back on it: ${decider}.`, {
      field: 'decisionId',
    });
  }
  if (reviewDay === null)
    throw new Refusal(
      'conflict',
      'This decision was corrected on its day or never took effect: there is nothing to look back on.',
      {
        field: 'decisionId',
      },
    );
  if (reviewDay > today)
    throw new Refusal('conflict', `It is too early to tell: look back on it from ${sayDay(reviewDay)} on.`, {
      field: 'decisionId',
    });
  const ofSeat = stayed === 'open' || stayed === 'filled';
  if (ofSeat !== (kind === 'leave-open'))
    throw new Refusal(
      'bad-input',
      'Say where it led: of a person whether they are still there, of an open seat whether it still is.',
      {
        field: 'stayed',
      },
    );
}

/** Keeps the words of whom a decision was about, or takes them back. */
export async function keepOwnWords(
  ctx: FirmContext,
  input: { decisionId: number; words: string | null },
): Promise<JournalEntry> {
  const { decisionId } = input;
  if (!(await findEntry(ctx, { decisionId })).maySayOwn)
    throw new Refusal('not-allowed', 'Only whom a decision was about says something of their own to it.', {
      field: 'decisionId',
    });
  await saveOwnLookBack(ctx.db, decisionId, input.words?.trim() || null, ctx.now());
  return findEntry(ctx, { decisionId });
}
