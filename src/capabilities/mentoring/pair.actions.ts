import { Refusal } from '../../base/errors.ts';
import { addMonths, type Day } from '../../base/time.ts';
import { halfWayOf } from '../../model/development/mentoring-due.ts';
import { measurePair } from '../../model/development/mentoring-outcome.ts';
import type { FirmContext } from '../../platform/context.ts';
import { situationOf } from '../../records/firm/store.ts';
import {
  countGoalsBefore,
  insertMentoringGoal,
  readMentoringChecks,
  readMentoringGoals,
  readMentoringSessions,
  saveGoalState,
  saveMentoringCheck,
  takeGoalsAlong,
} from '../../records/mentoring/sessions.store.ts';
import {
  readMentoringAnswers,
  readMentoringPairs,
  readWishes,
  saveMentoringAnswer,
  savePairState,
} from '../../records/mentoring/store.ts';
import type { CheckAnswer, CheckMoment, GoalState, MentoringPair } from '../../records/mentoring/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { ownPerson, rowOf, structureOf } from './actions.ts';
import type { MentoringTalk } from './contract.ts';

/** A pair of one's own with everything in it. */
export async function findPair(ctx: FirmContext, { pairId }: { pairId: number }): Promise<MentoringTalk> {
  const { pair, you } = await ownPair(ctx, pairId);
  const structure = await structureOf(ctx);
  const row = rowOf(pair, you, { structure, answers: await readMentoringAnswers(ctx.db) });
  const names = new Map([
    [pair.mentorId, pair.mentor],
    [pair.menteeId, pair.mentee],
  ]);
  const { beganOn, untilDay } = pair;
  const checks = await readMentoringChecks(ctx.db, pairId);
  return {
    ...row,
    today: structure.day,
    helpWith: pair.state === 'running' ? await helpWithOf(ctx, pair.menteeId) : null,
    sessions: await readMentoringSessions(ctx.db, pairId),
    goals: await readMentoringGoals(ctx.db, pairId),
    goalsBefore: row.you === 'mentee' && pair.state === 'running' ? await countGoalsBefore(ctx.db, you) : 0,
    halfWayOn: beganOn === null ? null : halfWayOf({ beganOn, untilDay }),
    checks: checks.map(({ personId, ...said }) => ({
      by: { personId, name: names.get(personId) ?? 'somebody' },
      ...said,
    })),
    outcomes: row.you === 'mentee' && beganOn !== null ? await outcomesOf(ctx, { ...pair, beganOn }) : null,
  };
}

/** The mentee's own words: they were told that their mentor reads them. */
async function helpWithOf(ctx: FirmContext, menteeId: PersonId): Promise<string | null> {
  const wishes = await ctx.asEngine(readWishes);
  return wishes.find(({ personId }) => personId === menteeId)?.helpWith ?? null;
}

async function outcomesOf(ctx: FirmContext, pair: MentoringPair & { beganOn: Day }) {
  const { structure, observations, playbook } = await situationOf(ctx);
  return measurePair(pair, observations, structure.day, playbook);
}

/** A pair of whoever acts. Refuses any other as if it weren't there. */
export async function ownPair(ctx: FirmContext, pairId: number): Promise<{ pair: MentoringPair; you: PersonId }> {
  const you = ownPerson(ctx);
  const [pair] = await readMentoringPairs(ctx.db, pairId);
  if (!pair || pair.state === 'not-begun')
    throw new Refusal('not-found', 'There is no such mentoring of yours.', { field: 'pairId' });
  return { pair, you };
}

/** The same, for a change: only while it goes on. */
export async function runningPair(ctx: FirmContext, pairId: number): Promise<{ pair: MentoringPair; you: PersonId }> {
  const own = await ownPair(ctx, pairId);
  if (own.pair.state === 'running') return own;
  throw new Refusal(
    'conflict',
    own.pair.state === 'asked'
      ? 'It has not begun yet: it does once both of you said yes.'
      : 'This mentoring has ended.',
    { field: 'pairId' },
  );
}

/**
 * Keeps an answer. Only once both have answered anything follows: two times yes begins it, a no from either ends the
 * asking. So nobody learns from the log or from the hour who said no.
 */
export async function answer(
  ctx: FirmContext,
  { pairId, yes }: { pairId: number; yes: boolean },
): Promise<MentoringTalk> {
  const { pair, you } = await ownPair(ctx, pairId);
  if (pair.state !== 'asked')
    throw new Refusal('conflict', 'This was answered already: look again.', { field: 'pairId' });
  await saveMentoringAnswer(ctx.db, pairId, you, yes);
  const structure = await structureOf(ctx);
  await ctx.asEngine(async (db) => {
    const said = (await readMentoringAnswers(db)).filter((one) => one.pairId === pairId);
    if (said.length < 2) return;
    const months = Math.round((await readPlaybook(db))['mentoring.months']);
    const begun = { state: 'running', beganOn: structure.day, untilDay: addMonths(structure.day, months) } as const;
    await savePairState(db, pairId, 'asked', said.every((one) => one.yes) ? begun : { state: 'not-begun' });
  });
  const [now] = await readMentoringPairs(ctx.db, pairId);
  return now?.state === 'not-begun' ? notBegun(pair, you, ctx) : findPair(ctx, { pairId });
}

/** The last time that one sees of a pair which didn't begin. */
async function notBegun(pair: MentoringPair, you: PersonId, ctx: FirmContext): Promise<MentoringTalk> {
  const structure = await structureOf(ctx);
  const row = rowOf({ ...pair, state: 'not-begun' }, you, { structure, answers: await readMentoringAnswers(ctx.db) });
  const nothing = { sessions: [], goals: [], checks: [], goalsBefore: 0, halfWayOn: null, helpWith: null };
  return { ...row, ...nothing, today: structure.day, outcomes: null };
}

/** Writes a goal down, or takes open ones along from a pair that is over: the mentee's alone to do. */
export async function addGoal(
  ctx: FirmContext,
  { pairId, text, fromBefore }: { pairId: number; text: string; fromBefore: boolean },
): Promise<MentoringTalk> {
  const { pair, you } = await runningPair(ctx, pairId);
  if (!fromBefore) await insertMentoringGoal(ctx.db, pairId, { authorId: you, text, at: ctx.now() });
  else if (pair.menteeId === you) await takeGoalsAlong(ctx.db, you, pairId);
  else throw new Refusal('not-allowed', 'Only the mentee takes goals along from before.', { field: 'fromBefore' });
  return findPair(ctx, { pairId });
}

export async function changeGoal(
  ctx: FirmContext,
  { pairId, goalId, state }: { pairId: number; goalId: number; state: GoalState },
): Promise<MentoringTalk> {
  await ownPair(ctx, pairId);
  if (!(await saveGoalState(ctx.db, pairId, goalId, state, ctx.now())))
    throw new Refusal('not-found', 'There is no such goal.', { field: 'goalId' });
  return findPair(ctx, { pairId });
}

/** Half-way once it is near, at the end once it is over. */
export async function sayCheck(
  ctx: FirmContext,
  input: { pairId: number; moment: CheckMoment; answer: CheckAnswer; text: string },
): Promise<MentoringTalk> {
  const { pairId, moment, text } = input;
  const { pair, you } = await ownPair(ctx, pairId);
  if (moment === 'half-way' ? pair.state !== 'running' : pair.state !== 'ended')
    throw new Refusal(
      'conflict',
      moment === 'half-way' ? 'Half-way is said while it goes on.' : 'The last word is said once it has ended.',
      { field: 'moment' },
    );
  const said = { personId: you, moment, answer: input.answer, text: text || null };
  await saveMentoringCheck(ctx.db, pairId, said, ctx.now());
  return findPair(ctx, { pairId });
}

/** Ends it, on any day and without a reason. */
export async function end(ctx: FirmContext, { pairId }: { pairId: number }): Promise<MentoringTalk> {
  await runningPair(ctx, pairId);
  const { day } = await structureOf(ctx);
  await savePairState(ctx.db, pairId, 'running', { state: 'ended', endedOn: day });
  return findPair(ctx, { pairId });
}
