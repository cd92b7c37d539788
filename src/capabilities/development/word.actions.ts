import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { deletePlan, emptyPlan, savePlanWord } from '../../records/development/plan.store.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { ShownPlan } from './contract.ts';
import { currentOf, headsOf, load, openPlan, seenPerson } from './loading.actions.ts';
import { show, wordsOf } from './show.actions.ts';

type Word = { personId: number; answer: 'yes' | 'not-now'; as?: 'person' | 'lead' | undefined };

/** The person's word to a plan, then that of whoever leads them. A no empties the plan, and nothing follows from it. */
export async function giveWord(ctx: FirmContext, { personId, answer, as }: Word): Promise<ShownPlan> {
  const loaded = await load(ctx, personId === ctx.personId);
  const id = await seenPerson(ctx, personId, loaded);
  const plan = currentOf(await headsOf(ctx, id));
  if (plan?.state !== 'proposed')
    throw new Refusal('conflict', 'No plan waits for a word here.', { field: 'personId' });
  const mine = id === ctx.personId;
  const may = await wordsOf(ctx, id, mine);
  const whose = as ?? (mine ? 'person' : 'lead');
  if (!may[whose])
    throw new Refusal(
      'not-allowed',
      whose === 'person'
        ? 'They have an account and say it themselves.'
        : 'Somebody else says yes to your plan: whoever leads you.',
      { field: 'as' },
    );
  const today = loaded.situation.structure.day;
  if (answer === 'not-now') {
    if (whose === 'lead')
      throw new Refusal('bad-input', 'Take the proposal back instead, or change it.', { field: 'answer' });
    await emptyPlan(ctx.db, plan.planId);
    await savePlanWord(ctx.db, plan.planId, {
      state: 'declined',
      personAgreedOn: null,
      notedBy: null,
      closedOn: today,
    });
  } else if (whose === 'person') {
    const noted = { personAgreedOn: today, notedBy: mine ? null : (ctx.personId as PersonId | null) };
    // Whoever has nobody above them agrees with themselves.
    const alone = loaded.leadOf(id) === null ? { leadAgreedOn: today, state: 'agreed' as const } : {};
    await savePlanWord(ctx.db, plan.planId, { ...noted, ...alone });
  } else {
    if (plan.personAgreedOn === null)
      throw new Refusal('conflict', `${loaded.chart.called.get(id)} is asked first: the plan is theirs.`, {
        field: 'personId',
      });
    const leadId = ctx.personId as PersonId | null;
    await savePlanWord(ctx.db, plan.planId, { leadAgreedOn: today, leadId, state: 'agreed' });
  }
  return show(ctx, id, loaded);
}

/** Ends a plan that is under way; a proposal goes as if it had never been. */
export async function end(ctx: FirmContext, { personId }: { personId: number }): Promise<ShownPlan> {
  const loaded = await load(ctx, personId === ctx.personId);
  const id = await seenPerson(ctx, personId, loaded);
  const plan = await openPlan(ctx, id);
  if (plan.state === 'proposed') await deletePlan(ctx.db, plan.planId);
  else await savePlanWord(ctx.db, plan.planId, { state: 'ended', closedOn: loaded.situation.structure.day });
  return show(ctx, id, loaded);
}
