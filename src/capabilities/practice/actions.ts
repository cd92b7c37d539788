import { Refusal } from '../../base/errors.ts';
import { directLeads, findLeads } from '../../model/cards/leads.ts';
import type { PracticeCase } from '../../model/development/practice-case.ts';
import { PRACTICE_CASES } from '../../model/development/practice-cases.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import {
  deleteAnswer,
  insertAnswer,
  readAnswers,
  saveScores,
  updateAnswer,
} from '../../records/development/practice.store.ts';
import { closeCaseSteps } from '../../records/development/step.store.ts';
import type { PracticeAnswer } from '../../records/development/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import type { AnswerRow, Practice, ShownAnswer, ShownCase } from './contract.ts';

const caseOf = new Map(PRACTICE_CASES.map((one) => [one.caseId, one]));
const competenciesOf = ({ anchors }: PracticeCase) => Object.keys(anchors) as Competency[];

/** All cases, with one's own answers and those one was asked to read. */
export async function findPractice(ctx: FirmContext): Promise<Practice> {
  const chart = await chartOf(ctx);
  const you = ctx.personId as PersonId | null;
  const lead = you === null ? undefined : directLeads(findLeads(chart)).get(you)?.leadId;
  const answers = await readAnswers(ctx.db);
  const rows = (of: (one: PracticeAnswer) => boolean) => answers.filter(of).map((one) => rowOf(one, nameIn(chart)));
  const people = chart.structure.people.filter(({ personId, work }) => personId !== you && work !== 'service-account');
  return {
    you,
    cases: PRACTICE_CASES.map(showCase),
    mine: rows(({ personId }) => personId === you),
    asked: rows(({ scorerId }) => you !== null && scorerId === you),
    others: you === null ? rows(() => true) : [],
    readers:
      you === null
        ? []
        : people
            .map(({ personId, name }) => ({ personId, name, isLead: personId === lead }))
            .sort((one, other) => Number(other.isLead) - Number(one.isLead) || (one.name < other.name ? -1 : 1)),
  };
}

/** Names are everyone's to read; who is on the list the program reads. */
const chartOf = async (ctx: FirmContext) => {
  const day = await firmDay(ctx.db, ctx.now());
  return readChart(await ctx.asEngine((db) => readStructure(db, day)));
};

const nameIn = (chart: ReturnType<typeof readChart>) => (id: PersonId | null) =>
  id === null ? null : (chart.person.get(id)?.name ?? 'somebody who left');

const showCase = (one: PracticeCase): ShownCase => {
  const { anchors: _, ...rest } = one;
  return { ...rest, competencies: competenciesOf(one) };
};

function rowOf(one: PracticeAnswer, nameOf: (id: PersonId | null) => string | null): AnswerRow {
  return {
    answerId: one.answerId,
    caseId: one.caseId,
    title: caseOf.get(one.caseId)?.title ?? 'A case that is no longer here',
    writer: nameOf(one.personId)!,
    reader: nameOf(one.scorerId),
    writtenOn: one.writtenOn,
    state: one.scoredOn !== null ? 'scored' : one.sentOn !== null ? 'sent' : 'kept',
  };
}

/** One answer, for its writer and for whom they asked. */
export async function findAnswer(ctx: FirmContext, { answerId }: { answerId: number }): Promise<ShownAnswer> {
  const answer = await seenAnswer(ctx, answerId);
  const one = caseOf.get(answer.caseId)!;
  const mine = answer.personId === ctx.personId;
  if (!mine) ctx.concerns.people.add(answer.personId);
  const mayScore = !mine && answer.scorerId !== null && answer.scorerId === ctx.personId;
  const showsAnchors = mayScore || answer.scoredOn !== null;
  return {
    ...rowOf(answer, nameIn(await chartOf(ctx))),
    case: showCase(one),
    text: answer.text,
    mine,
    mayScore,
    readerId: answer.scorerId,
    note: answer.note,
    scores: answer.scores,
    anchors: showsAnchors ? competenciesOf(one).map((key) => ({ competency: key, levels: one.anchors[key]! })) : null,
  };
}

async function seenAnswer(ctx: FirmContext, answerId: number): Promise<PracticeAnswer> {
  const [answer] = await readAnswers(ctx.db, { answerId });
  if (answer && caseOf.has(answer.caseId)) return answer;
  throw new Refusal('not-found', 'There is no such answer for you to read.', { field: 'answerId' });
}

type Given = {
  answerId?: number | null | undefined;
  caseId: string;
  text: string;
  readerId?: number | null | undefined;
};

/** Keeps one's own answer; sent to somebody, it is theirs to read and no longer changed. */
export async function writeAnswer(ctx: FirmContext, given: Given): Promise<{ answerId: number }> {
  const personId = ownPerson(ctx);
  const { caseId, text, readerId = null } = given;
  if (!caseOf.has(caseId)) throw new Refusal('not-found', 'There is no such case.', { field: 'caseId' });
  const day = await firmDay(ctx.db, ctx.now());
  if (readerId !== null) await refuseReader(ctx, readerId, personId);
  const answer = {
    ...{ personId, caseId, text, writtenOn: day },
    scorerId: readerId as PersonId | null,
    sentOn: readerId === null ? null : day,
  };
  const there = given.answerId ?? null;
  if (there !== null && !(await updateAnswer(ctx.db, there, answer)))
    throw new Refusal('conflict', 'This answer was sent and is no longer changed: write a new one.', {
      field: 'answerId',
    });
  const answerId = there ?? (await insertAnswer(ctx.db, answer));
  if (readerId !== null) {
    await ctx.asEngine((db) => closeCaseSteps(db, { personId, caseId, kind: 'practice', day }));
  }
  return { answerId };
}

async function refuseReader(ctx: FirmContext, readerId: number, personId: PersonId): Promise<void> {
  if (readerId === personId) throw new Refusal('bad-input', 'Choose somebody else to read it.', { field: 'readerId' });
  const { person } = await chartOf(ctx);
  const reader = person.get(readerId as PersonId);
  if (!reader || reader.work === 'service-account')
    throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'readerId' });
}

/** Removes one's own answer, with what was said to it. */
export async function dropAnswer(ctx: FirmContext, { answerId }: { answerId: number }): Promise<{ answerId: number }> {
  if (!(await deleteAnswer(ctx.db, answerId, ownPerson(ctx))))
    throw new Refusal('not-found', 'There is no such answer of yours.', { field: 'answerId' });
  return { answerId };
}

type Score = { answerId: number; levels: { competency: Competency; level: number }[]; note: string };

/** Keeps what the reader saw: for growing, and never a reading of a strength. */
export async function score(ctx: FirmContext, { answerId, levels, note }: Score): Promise<ShownAnswer> {
  const scorerId = ownPerson(ctx);
  const answer = await seenAnswer(ctx, answerId);
  if (answer.scorerId !== scorerId)
    throw new Refusal('not-allowed', 'Only whom its writer asked says something to an answer.', { field: 'answerId' });
  const asked = competenciesOf(caseOf.get(answer.caseId)!);
  const given = new Map(levels.map((one) => [one.competency, one.level]));
  if (given.size !== asked.length || asked.some((one) => !given.has(one)))
    throw new Refusal('bad-input', 'Say a level for each thing that this case asks for.', { field: 'levels' });
  const day = await firmDay(ctx.db, ctx.now());
  const { personId, caseId } = answer;
  await ctx.asEngine(async (db) => {
    const scores = [...given].map(([competency, level]) => ({ competency, level }));
    await saveScores(db, answer, { scorerId, day, note: note || null, scores });
    await closeCaseSteps(db, { personId, caseId, kind: 'feedback', day });
  });
  ctx.concerns.people.add(personId);
  return findAnswer(ctx, { answerId });
}

function ownPerson({ personId }: FirmContext): PersonId {
  if (personId !== null) return personId as PersonId;
  throw new Refusal('not-allowed', 'Only people of the firm practise here, and you are none of them.');
}
