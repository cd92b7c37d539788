import { Refusal } from '../../base/errors.ts';
import { type Day, dayOf } from '../../base/time.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { deleteStep, insertStep } from '../../records/conditions/said.store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { reportsOfLead } from './loading.actions.ts';

/** Notes a growth step of oneself or of somebody one leads directly. */
export async function addStep(
  ctx: FirmContext,
  { personId, day, text }: { personId: number; day: string; text: string },
): Promise<{ personId: number }> {
  const you = ctx.personId;
  if (!(await ofWhom(ctx)).includes(personId as PersonId))
    throw new Refusal('not-allowed', 'Growth steps are noted by oneself, or by one’s own direct lead.', {
      field: 'personId',
    });
  if (day > dayOf(ctx.now()))
    throw new Refusal('bad-input', 'A growth step is noted once it was taken: choose a day up to today.', {
      field: 'day',
    });
  const step = { personId: personId as PersonId, day: day as Day, text };
  await insertStep(ctx.db, step, personId === you ? 'self' : 'lead');
  if (personId !== you) ctx.concerns.people.add(personId);
  return { personId };
}

export async function removeStep(ctx: FirmContext, { stepId }: { stepId: number }): Promise<{ personId: number }> {
  const personId = await deleteStep(ctx.db, stepId, await ofWhom(ctx));
  if (personId === undefined)
    throw new Refusal('not-found', 'There is no such growth step of yours or of somebody you lead directly.', {
      field: 'stepId',
    });
  if (personId !== ctx.personId) ctx.concerns.people.add(personId);
  return { personId };
}

/** Oneself and whom one leads directly; for whoever holds the server nobody, since they are nobody here. */
async function ofWhom(ctx: FirmContext): Promise<PersonId[]> {
  const you = ctx.personId as PersonId | null;
  if (you === null) return [];
  const leads = ['owner', 'service-manager', 'team-lead'].includes(ctx.standing);
  if (!leads) return [you];
  const chart = readChart(await ctx.asEngine((db) => readStructure(db, dayOf(ctx.now()))));
  return [you, ...reportsOfLead(chart, you)];
}
