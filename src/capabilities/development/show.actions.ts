import type { Day } from '../../base/time.ts';
import { sideOf } from '../../model/competency-space.ts';
import { PATH_LEVELS } from '../../model/development/path-levels.ts';
import { levelOnPath } from '../../model/development/plan-aims.ts';
import { measureNeed } from '../../model/development/plan-measures.ts';
import type { TicketMeasure } from '../../model/development/ticket-measure.ts';
import { placeName } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPeopleWithAccounts } from '../../records/decisions/candidacy.store.ts';
import { readCompletions } from '../../records/development/completion.store.ts';
import { readCourses } from '../../records/development/course.store.ts';
import { readPlan } from '../../records/development/plan.store.ts';
import type { Plan, PlanHead, PlanNeed } from '../../records/development/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import type { Paths, ShownNeed, ShownPlan } from './contract.ts';
import { aimsOf, currentOf, headsOf, type Loaded, load, seenPerson } from './loading.actions.ts';
import { readTicketMeasures } from './tickets.actions.ts';

/** One person's plan, for themselves and for who leads them. */
export async function findPlan(ctx: FirmContext, { personId }: { personId: number }): Promise<ShownPlan> {
  const loaded = await load(ctx, personId === ctx.personId);
  const id = await seenPerson(ctx, personId, loaded);
  return show(ctx, id, loaded);
}

/** The plan as it stands now, after whatever was changed. */
export async function show(ctx: FirmContext, id: PersonId, loaded: Loaded): Promise<ShownPlan> {
  const { chart, situation, leadOf } = loaded;
  const heads = await headsOf(ctx, id);
  const current = currentOf(heads);
  const plan = current && (await readPlan(ctx.db, current));
  const courses = await readCourses(ctx.db);
  const leadId = leadOf(id);
  const called = (one: PersonId) => chart.called.get(one) ?? 'somebody';
  const mine = id === ctx.personId;
  const { day } = situation.structure;
  return {
    personId: id,
    name: chart.person.get(id)!.name,
    called: called(id),
    mine,
    today: day,
    lead: leadId && { personId: leadId, called: called(leadId), isYou: leadId === ctx.personId },
    plan: plan && showPlan(plan, loaded, ctx.personId, await ticketsOf(ctx, plan, loaded)),
    earlier: heads.flatMap((head) =>
      head.state === 'ended' && head.closedOn !== null
        ? [{ startsOn: head.startsOn, closedOn: head.closedOn, aim: nameAim(head, loaded) }]
        : [],
    ),
    aims: aimsOf(id, loaded).map(({ path, seatId, because, title }) => ({ path, seatId, because, title })),
    mayGive: await wordsOf(ctx, id, mine),
    completed: await readCompletions(ctx.db, id),
    courses: courses
      .filter(({ retiredOn }) => retiredOn === null)
      .map(({ courseId, title, competency, hours }) => ({ courseId, title, competency, hours })),
    paths: mine ? pathsOf(id, loaded) : null,
  };
}

/** Whose word somebody may give. Of somebody without an account it is written down by whoever spoke with them. */
export async function wordsOf(ctx: FirmContext, id: PersonId, mine: boolean): Promise<ShownPlan['mayGive']> {
  if (mine) return { person: true, lead: false, noting: false };
  const hasAccount = (await ctx.asEngine(readPeopleWithAccounts)).has(id);
  return { person: !hasAccount, lead: true, noting: !hasAccount };
}

type ByTickets = ReadonlyMap<Competency, TicketMeasure>;

function showPlan(
  plan: Plan,
  loaded: Loaded,
  you: number | null,
  byTickets: ByTickets,
): NonNullable<ShownPlan['plan']> {
  const { needs, steps, feedback, personId: _, ...head } = plan;
  const shown = needs.map((need) => ({
    ...showNeed(need, plan, loaded, you),
    tickets: byTickets.get(need.competency) ?? null,
  }));
  return { ...head, aim: nameAim(plan, loaded), needs: shown };
}

/** What tickets tell of the needs of a plan that is under way, once their training was. */
function ticketsOf(ctx: FirmContext, plan: Plan, { situation }: Loaded): Promise<ByTickets> {
  const today = situation.structure.day;
  const worked = plan.needs.flatMap(({ competency }) => {
    const steps = plan.steps.filter((step) => step.competency === competency);
    const days = daysOf(steps, today);
    const isTrained = steps.some(({ kind, state }) => kind === 'training' && state === 'done');
    return isTrained ? [{ competency, days }] : [];
  });
  return plan.state === 'agreed'
    ? readTicketMeasures(ctx, plan.personId, worked, situation)
    : Promise.resolve(new Map());
}

/** What a plan is for: the place it leads, or the technical path. */
export function nameAim({ seatId }: Pick<PlanHead, 'seatId'>, { chart }: Loaded): string {
  const seat = seatId === null ? undefined : chart.seat.get(seatId);
  return seat ? placeName(chart, seat) : 'the technical path';
}

function showNeed(
  need: PlanNeed,
  plan: Plan,
  { chart, situation }: Loaded,
  you: number | null,
): Omit<ShownNeed, 'tickets'> {
  const { observations, playbook, structure } = situation;
  const { competency } = need;
  const nameOf = (id: PersonId | null) => (id === null ? null : id === you ? 'you' : (chart.called.get(id) ?? null));
  const today = structure.day;
  const steps = plan.steps.filter((step) => step.competency === competency);
  return {
    ...need,
    side: sideOf(competency),
    steps: steps.map((step) => ({
      ...step,
      owner: nameOf(step.ownerId),
      isLate: plan.state === 'agreed' && step.state === 'open' && step.day < today,
    })),
    feedback: plan.feedback
      .filter((one) => one.competency === competency)
      .map((one) => ({
        ...one,
        author: nameOf(one.authorId) ?? 'somebody',
        mine: one.authorId === you,
      })),
    measure: measureNeed(observations, { personId: plan.personId, competency }, daysOf(steps, today), playbook),
  };
}

/** When the training, the last practice and the second view are, or were. */
function daysOf(steps: Plan['steps'], today: Day) {
  const lastOf = (kind: string) => steps.findLast((step) => step.kind === kind && step.state !== 'dropped');
  const dayOf = (kind: string) => {
    const step = lastOf(kind);
    return step ? (step.closedOn ?? step.day) : null;
  };
  const trained = dayOf('training') ?? steps[0]?.day ?? today;
  const practised = dayOf('practice') ?? trained;
  return { trained, practised, due: lastOf('measure-after')?.day ?? practised, today };
}

/** Where somebody stands on both paths, for themselves. */
function pathsOf(id: PersonId, { strengths }: Loaded): Paths {
  const { technical, people } = strengths.people.get(id)!.sides;
  const stand = (side: typeof technical) => ({
    estimate: side.estimate,
    tooLittle: side.tooLittle,
    level: levelOnPath(side)?.level ?? null,
  });
  return { levels: PATH_LEVELS, sides: { technical: stand(technical), people: stand(people) } };
}
