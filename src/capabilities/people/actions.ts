import { Refusal } from '../../base/errors.ts';
import type { Day } from '../../base/time.ts';
import { type Hours, level } from '../../base/units.ts';
import { strengthsOf } from '../../model/profile.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { refreshCasesOf } from '../../records/evidence/store.ts';
import { firmDay, situationOf } from '../../records/firm/store.ts';
import { applyPeoplePlan } from '../../records/people/plan.store.ts';
import { type PersonChange, readStructure, saveAspirations, updatePerson } from '../../records/people/store.ts';
import type { Person, PersonId } from '../../records/people/types.ts';
import { readObservations, saveObservations } from '../../records/voice/store.ts';
import type { Competency } from '../../records/voice/types.ts';
import { ANCHORS } from './anchors.ts';
import type { Anchors, PersonRow, Profile, QuestionRound } from './contract.ts';
import { profileOf, rowsOf } from './profiles.ts';
import { type AnswerKey, levelOfAnswer, QUESTIONS, type QuestionKey } from './questions.ts';
import { roundsFor } from './rounds.ts';
import { planOfTyped, type TypedPerson } from './typed.ts';

/** Everyone with both sides; in the order in which they were added, never by strength. */
export async function findPeople(ctx: FirmContext): Promise<{ people: PersonRow[] }> {
  const situation = await situationOf(ctx);
  return { people: rowsOf(situation, strengthsOf(situation)) };
}

/** One profile: both sides by competency. */
export async function findPerson(ctx: FirmContext, input: { personId: number }): Promise<Profile> {
  const situation = await situationOf(ctx);
  const profile = profileOf(situation, strengthsOf(situation), input.personId as PersonId);
  if (!profile) throw noSuchPerson();
  return profile;
}

/** Adds people by typing; whoever has reports gets a seat. */
export async function addTypedPeople(
  ctx: FirmContext,
  input: { people: TypedPerson[]; vacantLeads: { team: string; title?: string | null | undefined }[] },
): Promise<{ added: number; seats: number }> {
  const day = await firmDay(ctx.db, ctx.now());
  const plan = planOfTyped(input.people, input.vacantLeads, await readStructure(ctx.db, day));
  const { peopleAdded, seatsAdded } = await applyPeoplePlan(ctx.db, plan, day);
  readChart(await readStructure(ctx.db, day));
  return { added: peopleAdded, seats: seatsAdded };
}

/** What follows where somebody's tickets begin or cease to count; brought in from outside. */
export type PeopleHooks = { refit(ctx: Pick<FirmContext, 'db' | 'log' | 'now'>): Promise<void> };

/** Changes what is held on a person; asking what they want sets the day of the answer. */
export async function revisePerson(
  ctx: FirmContext,
  input: {
    personId: number;
    hoursPerWeek?: number | null | undefined;
    ownTicketHours?: number | null | undefined;
  } & Partial<Pick<Person, 'name' | 'title' | 'work' | 'aspiration'>>,
  hooks: PeopleHooks,
): Promise<{ person: Person }> {
  const { personId, hoursPerWeek, ownTicketHours, ...rest } = input;
  const change: PersonChange = {
    ...rest,
    ...(hoursPerWeek !== undefined && { hoursPerWeek: hoursPerWeek as Hours | null }),
    ...(ownTicketHours !== undefined && { ownTicketHours: ownTicketHours as Hours | null }),
  };
  if (hoursPerWeek === 0)
    throw new Refusal('bad-input', 'Hours a week must be above 0; leave it empty when it is not known.', {
      field: 'hoursPerWeek',
    });
  const person = await updatePerson(ctx.db, personId as PersonId, change, await firmDay(ctx.db, ctx.now()));
  if (!person) throw noSuchPerson();
  // Whether somebody does product work decides whether their tickets are compared at all.
  if (change.work !== undefined) {
    await ctx.asEngine(async (db) => {
      if ((await refreshCasesOf(db, [person.personId])) > 0) await hooks.refit({ ...ctx, db });
    });
  }
  return { person };
}

/** Said before anything is typed about a person. */
const NOTICE = 'They will be able to read this.';

/** The five questions over everyone, with what this rater said before. */
export async function findQuestions(
  ctx: FirmContext,
  input: { rater?: string | undefined },
): Promise<{ rounds: QuestionRound[]; rater: string; raters: string[]; notice: string }> {
  const day = await firmDay(ctx.db, ctx.now());
  const rater = input.rater || ctx.actor;
  const observations = await readObservations(ctx.db);
  const raters = [...new Set(observations.filter((one) => one.kind === 'answer').map((one) => one.rater))];
  return { rounds: roundsFor(await readStructure(ctx.db, day), observations, rater), rater, raters, notice: NOTICE };
}

/** Saves one question's answers; what somebody wants is kept on the person, the rest as a view of this rater. */
export async function saveAnswers(
  ctx: FirmContext,
  input: { key: QuestionKey; rater?: string | undefined; answers: { personId: number; answer: AnswerKey }[] },
): Promise<{ saved: number }> {
  const day = await firmDay(ctx.db, ctx.now());
  const answers = await onlyPeopleHere(ctx, day, input.answers);
  const { competency } = QUESTIONS[input.key];
  const wants = answers.filter((one) => isAspiration(one.answer));
  const views = answers.filter((one) => !isAspiration(one.answer));
  if (competency === null ? views.length > 0 : wants.length > 0) {
    throw new Refusal(
      'bad-input',
      `"${(competency === null ? views : wants)[0]!.answer}" is no answer to this question.`,
      { field: 'answers' },
    );
  }
  await saveAspirations(
    ctx.db,
    wants.map(({ personId, answer }) => ({ personId, aspiration: answer as Person['aspiration'] })),
    day,
  );
  const rater = input.rater || ctx.actor;
  await saveObservations(
    ctx.db,
    views.map(({ personId, answer }) => ({
      personId,
      rater,
      kind: 'answer',
      competency: competency!,
      level: levelOfAnswer(answer),
      day,
    })),
  );
  return { saved: answers.length };
}

const isAspiration = (answer: AnswerKey) =>
  ['wants-to-lead', 'not-now', 'technical-path', 'not-asked'].includes(answer);

async function onlyPeopleHere<T extends { personId: number }>(
  ctx: FirmContext,
  day: Day,
  rows: T[],
): Promise<(T & { personId: PersonId })[]> {
  const here = new Set<number>((await readStructure(ctx.db, day)).people.map((person) => person.personId));
  const stranger = rows.find((row) => !here.has(row.personId));
  if (stranger) throw noSuchPerson();
  return rows as (T & { personId: PersonId })[];
}

/** What each level of each competency looks like. */
export async function findAnchors(): Promise<{ anchors: Anchors }> {
  return { anchors: ANCHORS };
}

/** Records a structured assessment; a competency that was not seen adds no evidence. */
export async function assess(
  ctx: FirmContext,
  input: { personId: number; rater?: string | undefined; levels: { competency: Competency; level: number | null }[] },
): Promise<{ saved: number; from: Day }> {
  const day = await firmDay(ctx.db, ctx.now());
  const [{ personId }] = (await onlyPeopleHere(ctx, day, [{ personId: input.personId }])) as [{ personId: PersonId }];
  const rater = input.rater || ctx.actor;
  await saveObservations(
    ctx.db,
    input.levels.map((one) => ({
      personId,
      rater,
      kind: 'assessment',
      competency: one.competency,
      level: one.level === null ? null : level(one.level),
      day,
    })),
  );
  return { saved: input.levels.length, from: day };
}

const noSuchPerson = () => new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
