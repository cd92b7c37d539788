import { Refusal } from '../../base/errors.ts';
import { addDays, type Day, type Instant, instantOf } from '../../base/time.ts';
import { chooseCards, restsAtMost } from '../../model/cards/choose.ts';
import { proposeCards } from '../../model/cards/rules.ts';
import type { Lead } from '../../model/cards/types.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { hasCards, readCardsBetween, saveCards, takeCardTurn } from '../../records/cards/store.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readFirm } from '../../records/people/store.ts';
import { loadMorning, type Morning } from './morning.actions.ts';

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
 * Makes the cards of a day for all leads of the firm and keeps them, in the program's own standing. Once a day: where the
 * day has cards, nothing changes. Safe to call again, and by two at once.
 */
export async function passToday(ctx: Pick<FirmContext, 'asEngine' | 'now'>, day: Day): Promise<void> {
  await ctx.asEngine(async (db) => {
    const morning = await morningOf(db, day, ctx.now());
    if (await hasCards(db, day)) return;
    await takeCardTurn(db);
    if (await hasCards(db, day)) return;
    await saveCards(db, day, (await findCards(db, morning)).cards);
  });
}
