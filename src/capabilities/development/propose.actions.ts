import { Refusal } from '../../base/errors.ts';
import { type Day, daysBetween } from '../../base/time.ts';
import { type Proposing, proposePlan as proposeFromGaps } from '../../model/development/propose-plan.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readCourses } from '../../records/development/course.store.ts';
import { insertPlan } from '../../records/development/plan.store.ts';
import type { PlanPath } from '../../records/development/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { ShownPlan } from './contract.ts';
import { aimsOf, currentOf, headsOf, type Loaded, load, seenPerson } from './loading.actions.ts';
import { show } from './show.actions.ts';

/** A plan may begin this far away. */
const MOST_AHEAD = 366;

type Given = { personId: number; path: PlanPath; seatId: number | null; startsOn: string };

/** Proposes a plan from gaps. Nothing holds until the person, and then whoever leads them, says yes. */
export async function propose(ctx: FirmContext, given: Given): Promise<ShownPlan> {
  const loaded = await load(ctx, given.personId === ctx.personId);
  const id = await seenPerson(ctx, given.personId, loaded);
  const { structure, playbook } = loaded.situation;
  const startsOn = given.startsOn as Day;
  if (startsOn < structure.day || daysBetween(structure.day, startsOn) > MOST_AHEAD)
    throw new Refusal('bad-input', 'A plan begins today or within a year.', { field: 'startsOn' });
  if (currentOf(await headsOf(ctx, id))?.state === 'agreed')
    throw new Refusal('conflict', 'A plan is under way: end it first, or put more into it.', { field: 'personId' });
  const aim = aimsOf(id, loaded).find(({ seatId }) => seatId === given.seatId);
  if (aim === undefined)
    throw new Refusal('bad-input', 'Nothing of this kind can be aimed at here: choose one of the aims.', {
      field: 'seatId',
    });
  const about = await proposing(ctx, loaded, { personId: id, path: given.path, aim, startsOn });
  const by = { proposedBy: ctx.personId as PersonId | null, proposedOn: structure.day };
  const plan = proposeFromGaps(about, by, playbook);
  if (plan.needs.length === 0) throw nothingToPropose(plan.toFindOut.length > 0);
  await insertPlan(ctx.db, plan);
  return show(ctx, id, loaded);
}

const nothingToPropose = (isUnknown: boolean) =>
  new Refusal(
    'conflict',
    isUnknown
      ? 'Nothing is known yet of what this asks for, so no gap can be seen: get a view of somebody first.'
      : 'Nothing is missing for this by what is known now, so there is no plan to propose: choose another aim.',
    { field: 'seatId' },
  );

/** What a plan, or one more need of it, is worked out from. */
export async function proposing(
  ctx: FirmContext,
  { strengths, leadOf }: Loaded,
  about: Pick<Proposing, 'personId' | 'path' | 'aim' | 'startsOn'>,
): Promise<Proposing> {
  const courses = (await readCourses(ctx.db)).filter(({ retiredOn }) => retiredOn === null);
  const { competencies } = strengths.people.get(about.personId)!;
  return { ...about, leadId: leadOf(about.personId), strengths: competencies, courses };
}
