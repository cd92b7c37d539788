import { Refusal } from '../../base/errors.ts';
import { type Day, dayOf } from '../../base/time.ts';
import { type Hours, level } from '../../base/units.ts';
import { strengthsOf } from '../../model/profile.ts';
import { nameRatersFor, ownRater } from '../../model/raters.ts';
import { sightOf } from '../../model/sight.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { withoutLimit } from '../../platform/db/database.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { readWaiting } from '../../records/evidence/fit.store.ts';
import { refreshCasesOf } from '../../records/evidence/store.ts';
import { firmDay, situationOf } from '../../records/firm/store.ts';
import { leaveOutErased, nameHasher } from '../../records/people/erased.store.ts';
import { applyPeoplePlan } from '../../records/people/plan.store.ts';
import { type PersonChange, readStructure, saveAspirations, updatePerson } from '../../records/people/store.ts';
import type { Person, PersonId } from '../../records/people/types.ts';
import { asStanding } from '../../records/remarks/disputes.ts';
import { readRemarks } from '../../records/remarks/store.ts';
import { readObservations, saveObservations } from '../../records/voice/store.ts';
import type { Competency } from '../../records/voice/types.ts';
import { ANCHORS } from './anchors.ts';
import type { Anchors, PersonRow, Profile, QuestionRound } from './contract.ts';
import { profileOf, rowsOf } from './profiles.ts';
import { type AnswerKey, levelOfAnswer, QUESTIONS, type QuestionKey } from './questions.ts';
import { roundsFor } from './rounds.ts';
import { planOfTyped, type TypedPerson } from './typed.ts';

/** Everyone with as much as the reader may see; in the order in which they were added, never by strength. */
export async function findPeople(ctx: FirmContext): Promise<{ people: PersonRow[]; mayAdd: boolean }> {
  const ownOnly = ctx.standing === 'technician';
  const { situation, sights, strengths, readable } = await readSeen(ctx, ownOnly);
  const rows = rowsOf(situation, strengths, sights, readable);
  const people = ownOnly ? rows.filter((row) => row.personId === sights.self) : rows;
  noteShown(ctx, people);
  return { people, mayAdd: keepsPeople(ctx) };
}

/** One profile: both sides by competency. */
export async function findPerson(ctx: FirmContext, input: { personId: number }): Promise<Profile> {
  const personId = input.personId as PersonId;
  const mine = personId === ctx.personId;
  const { situation, sights, strengths, readable } = await readSeen(ctx, mine);
  const named = situation.structure.people.find((person) => person.personId === personId);
  if (!named) throw noSuchPerson();
  const leads = keepsPeople(ctx) || ctx.standing === 'team-lead';
  if (!leads && !mine) throw new Refusal('not-allowed', 'You see your own profile: those of others are theirs.');
  if (!sights.seesFacts(personId))
    throw new Refusal('not-allowed', `Only ${named.name}, their lead and who decides about them can open this.`);
  const profile = profileOf(situation, strengths, sights, readable, personId);
  if (!profile) throw noSuchPerson();
  noteShown(ctx, [profile]);
  const until = situation.ticketsClosed.has(personId) ? await waitingUntil(ctx) : null;
  return {
    ...profile,
    waiting: until === null || profile.sight === 'hidden' ? null : { until, mine },
    remarks: (await readRemarks(ctx.db, { personId })).map(asStanding),
    mayChange: keepsPeople(ctx),
    mayAssess: !mine && (keepsPeople(ctx) || profile.sight === 'open'),
  };
}

/** Who keeps the list of people. */
const keepsPeople = ({ standing }: FirmContext) =>
  ['operator', 'engine', 'owner', 'service-manager'].includes(standing);

/** From which day on everybody sees the newest ticket numbers; null: they do. */
async function waitingUntil(ctx: FirmContext): Promise<Day | null> {
  const until = await ctx.asEngine((db) => readWaiting(db, ctx.now()));
  return until === null ? null : dayOf(until);
}

/** What answers are made from, and how much of it the reader may see. `own`: they look at themselves. */
async function readSeen(ctx: FirmContext, own: boolean) {
  const situation = await situationOf(ctx, { own });
  const { structure } = situation;
  const personId = ctx.personId as PersonId | null;
  const sights = sightOf({ standing: ctx.standing, personId, visible: await readVisible(ctx.db), structure });
  const strengths = strengthsOf({ ...situation, nameRater: nameRatersFor({ ...ctx, structure }) });
  // Facts and wishes come from the rows that the database gives this reader, not from what the program read.
  const rows = (await readStructure(ctx.db, structure.day)).people;
  return { situation, sights, strengths, readable: new Map(rows.map((person) => [person.personId, person])) };
}

/** Tells the audit log whose numbers an answer shows. */
function noteShown(ctx: FirmContext, rows: readonly PersonRow[]) {
  for (const { personId, technical } of rows)
    if (technical !== null && personId !== ctx.personId) ctx.concerns.people.add(personId);
}

/** Adds people by typing; whoever has reports gets a seat. */
export async function addTypedPeople(
  ctx: FirmContext,
  input: { people: TypedPerson[]; vacantLeads: { team: string; title?: string | null | undefined }[] },
): Promise<{ added: number; seats: number }> {
  const day = await firmDay(ctx.db, ctx.now());
  const plan = planOfTyped(input.people, input.vacantLeads, await readStructure(ctx.db, day));
  const { leftOut } = await leaveOutErased(ctx.db, plan, nameHasher(ctx));
  if (leftOut > 0) throw wasErased();
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
  ctx.concerns.people.add(person.personId);
  // Whether somebody does product work decides whether their tickets are compared at all.
  if (change.work !== undefined) {
    await ctx.asEngine(async (db) => {
      await withoutLimit(db);
      if ((await refreshCasesOf(db, [person.personId])) > 0) await hooks.refit({ ...ctx, db });
    });
  }
  return { person };
}

/** Said before anything is typed about a person. */
const NOTICE = 'They will be able to read this.';

/** The five questions over everyone whom the reader may speak about, with what they said before. */
export async function findQuestions(
  ctx: FirmContext,
  input: { rater?: string | undefined },
): Promise<{
  rounds: QuestionRound[];
  rater: string;
  raters: string[];
  notice: string;
  mayTypeForOthers: boolean;
}> {
  const day = await firmDay(ctx.db, ctx.now());
  const rater = raterFor(ctx, input.rater);
  // An account is given its own words only.
  const observations = await readObservations(ctx.db);
  const others = typesForOthers(ctx) ? observations.filter((one) => one.kind === 'answer') : [];
  const structure = await readStructure(ctx.db, day);
  const people = structure.people.filter((person) => person.personId !== ctx.personId);
  return {
    rounds: roundsFor({ ...structure, people }, observations, rater),
    rater,
    raters: [...new Set(others.map((one) => one.rater))],
    notice: NOTICE,
    mayTypeForOthers: typesForOthers(ctx),
  };
}

const typesForOthers = ({ standing }: FirmContext) => standing === 'operator' || standing === 'engine';

/** In whose name somebody speaks: accounts in their own, whoever holds the server also for others. */
function raterFor(ctx: FirmContext, asked: string | undefined): string {
  if (typesForOthers(ctx)) return asked || ctx.actor;
  const own = ownRater(ctx);
  if (asked && asked !== own)
    throw new Refusal('not-allowed', 'You answer in your own name: ask others to sign in and say it themselves.', {
      field: 'rater',
    });
  return own;
}

/** Nobody's view of themselves is counted. */
function refuseOwnView(ctx: FirmContext, people: readonly { personId: number }[]): void {
  if (ctx.personId !== null && people.some((one) => one.personId === ctx.personId))
    throw new Refusal('not-allowed', 'What you say of yourself is not counted: ask a colleague for their view.', {
      field: 'personId',
    });
}

/** Saves one question's answers; what somebody wants is kept on the person, the rest as a view of this rater. */
export async function saveAnswers(
  ctx: FirmContext,
  input: { key: QuestionKey; rater?: string | undefined; answers: { personId: number; answer: AnswerKey }[] },
): Promise<{ saved: number }> {
  const day = await firmDay(ctx.db, ctx.now());
  const rater = raterFor(ctx, input.rater);
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
  refuseOwnView(ctx, views);
  for (const { personId } of answers) ctx.concerns.people.add(personId);
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
  const rater = raterFor(ctx, input.rater);
  refuseOwnView(ctx, [input]);
  ctx.concerns.people.add(personId);
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
const wasErased = () =>
  new Refusal(
    'conflict',
    'Somebody of one of these names or addresses was erased here and stays erased: for somebody else of the same name, add an initial.',
    { field: 'people' },
  );
