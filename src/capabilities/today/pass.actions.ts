import { Refusal } from '../../base/errors.ts';
import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import { chooseCards, restsAtMost } from '../../model/cards/choose.ts';
import { findLeads } from '../../model/cards/leads.ts';
import { proposeCards } from '../../model/cards/rules.ts';
import type { Lead } from '../../model/cards/types.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { readNewestImport, readPasses, savePasses } from '../../records/cards/pass.store.ts';
import { readCardsBetween, saveCards, takeCardTurn } from '../../records/cards/store.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readFirm, readStructure } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { loadMorning } from './morning.actions.ts';
import type { Morning } from './promises.actions.ts';

/** The morning of a day: now where it is today, else its end. A day that is still to come is refused. */
export async function morningOf(db: Db, day: Day, now: Instant): Promise<Morning> {
  const today = await firmDay(db, now);
  if (day > today)
    throw new Refusal('bad-input', `${day} is still to come here, where it is ${today}: choose a day up to then.`, {
      field: 'day',
    });
  const ends = instantOf(addDays(day, 1));
  const stands = (await readFirm(db))?.storyDay != null;
  return { day, asOf: day === today && !stands ? now : ends, isNow: day === today };
}

/** What a pass found: the cards, whom the rules took for a lead, and whether later changes were left aside. */
export type Pass = { cards: CardProposal[]; leads: readonly Lead[] };

/** The cards of a day for all leads, without keeping them: the same morning gives the same cards. */
export async function findCards(db: Db, morning: Morning): Promise<Pass> {
  const input = await loadMorning(db, morning);
  const { day } = morning;
  const earlier = await readCardsBetween(db, addDays(day, -restsAtMost(input.playbook)), addDays(day, -1));
  return { cards: chooseCards(proposeCards(input), { day, earlier, playbook: input.playbook }), leads: input.leads };
}

/**
 * Makes the cards of a day for all leads of the firm and keeps them, in the program's own standing. Once a day for each
 * lead, also where none came; only a quiet day is looked through again, when a file was brought since. Safe to call again,
 * and by two at once.
 */
export async function passToday(ctx: Pick<FirmContext, 'asEngine' | 'now'>, day: Day): Promise<void> {
  await ctx.asEngine(async (db) => {
    const morning = await morningOf(db, day, ctx.now());
    if ((await findDue(db, day)).leads.size === 0) return;
    await takeCardTurn(db);
    const { leads, importId } = await findDue(db, day);
    if (leads.size === 0) return;
    const cards = (await findCards(db, morning)).cards.filter(({ leadId }) => leads.has(leadId));
    await saveCards(db, day, cards);
    const counted = Map.groupBy(cards, ({ leadId }) => leadId);
    const passes = [...leads].map((leadId) => ({ leadId, cards: counted.get(leadId)?.length ?? 0, importId }));
    await savePasses(db, day, passes);
  });
}

/** The leads for whom a day has not been looked through, or not since the last import where it was quiet. */
async function findDue(db: Db, day: Day): Promise<{ leads: Set<PersonId>; importId: number }> {
  const leads = findLeads(readChart(await readStructure(db, day)));
  const importId = await readNewestImport(db);
  const passes = await readPasses(db, day);
  const done = new Set(
    passes.filter((pass) => pass.cards > 0 || pass.importId >= importId).map(({ leadId }) => leadId),
  );
  return { leads: new Set(leads.flatMap(({ leadId }) => (done.has(leadId) ? [] : [leadId]))), importId };
}
