import { Refusal } from '../../base/errors.ts';
import { findLeads } from '../../model/cards/leads.ts';
import type { FirmContext } from '../../platform/context.ts';
import {
  deleteOwnWord,
  insertOwnWord,
  readOwnWords,
  readSteps,
  saveShare,
} from '../../records/conditions/said.store.ts';
import type { ConditionWeek, OwnWord } from '../../records/conditions/types.ts';
import { readRhythms } from '../../records/oneonones/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Missing, OwnConditions } from './contract.ts';
import { loadWeeks, watchedOf } from './loading.actions.ts';

/** One's own weeks and what one said; of nobody else. Whoever is none of the people here has none. */
export async function findConditions(ctx: FirmContext): Promise<OwnConditions> {
  const loaded = await loadWeeks(ctx);
  const { facts, chart } = loaded;
  const you = ctx.personId as PersonId | null;
  const shown = { you, today: facts.day, lastWeek: facts.lastWeek };
  if (you === null)
    return { ...shown, facts: [], missing: [], leads: [], withLead: false, words: [], steps: [], skipped: null };
  const leads = findLeads(chart).filter(({ reports }) => reports.includes(you));
  const rhythms = (await readRhythms(ctx.db)).filter(({ memberId }) => memberId === you);
  const steps = await readSteps(ctx.db, facts.day);
  return {
    ...shown,
    facts: watchedOf(you, loaded),
    missing: missingFrom(facts.weeks.filter(({ personId }) => personId === you)),
    leads: leads.map(({ leadId }) => chart.person.get(leadId)!.name),
    withLead: facts.shared.has(you),
    words: await readOwnWords(ctx.db, [you]),
    steps: steps.filter(({ personId }) => personId === you),
    skipped: rhythms.length === 0 ? null : Math.max(...rhythms.map(({ skippedInRow }) => skippedInRow)),
  };
}

/** What the files don't tell of somebody's weeks. */
function missingFrom(own: readonly ConditionWeek[]): Missing[] {
  const lacks = (of: (week: ConditionWeek) => boolean) => !own.some(of);
  return [
    ...(lacks(({ changes }) => changes > 0) ? (['changes'] as const) : []),
    ...(lacks(({ minutes }) => minutes !== null)
      ? (['minutes'] as const)
      : lacks(({ dissatisfied }) => dissatisfied !== null)
        ? (['answers'] as const)
        : []),
    ...(lacks(({ onCallMinutes }) => onCallMinutes > 0) ? (['on-call'] as const) : []),
  ];
}

/** Lets one's own lead see one's weeks, or no longer; from this moment on. */
export async function share(ctx: FirmContext, { withLead }: { withLead: boolean }): Promise<{ withLead: boolean }> {
  await saveShare(ctx.db, ownPerson(ctx), withLead, ctx.now());
  return { withLead };
}

export async function sayWord(
  ctx: FirmContext,
  { feeling, text, withLead }: Pick<OwnWord, 'feeling' | 'withLead'> & { text: string },
): Promise<{ said: true }> {
  await insertOwnWord(ctx.db, { personId: ownPerson(ctx), feeling, text: text || null, withLead }, ctx.now());
  return { said: true };
}

export async function takeBack(ctx: FirmContext, { wordId }: { wordId: number }): Promise<{ wordId: number }> {
  if (!(await deleteOwnWord(ctx.db, ownPerson(ctx), wordId)))
    throw new Refusal('not-found', 'There is no such word of yours.', { field: 'wordId' });
  return { wordId };
}

function ownPerson({ personId }: FirmContext): PersonId {
  if (personId === null)
    throw new Refusal(
      'not-allowed',
      'Only people of the firm say something of their own weeks, and you are none of them here.',
    );
  return personId as PersonId;
}
