import { Refusal } from '../../base/errors.ts';
import { addDays, type Day } from '../../base/time.ts';
import { LONGEST_SLEEP } from '../../model/cards/choose.ts';
import { findLeads } from '../../model/cards/leads.ts';
import { type Sights, sightOf } from '../../model/sight.ts';
import { type Chart, readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { readCards, saveAnswer } from '../../records/cards/store.ts';
import type { Card } from '../../records/cards/types.ts';
import { readDelivery, readLastMorning } from '../../records/delivery/store.ts';
import { readNewestChange } from '../../records/desk/store.ts';
import { answerStepOfCard } from '../../records/development/step.store.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { LeadCards, Named, ShownCard, Today } from './contract.ts';
import { noteOf } from './notes.ts';
import { openTickets, type TicketLinks } from './outside.actions.ts';
import { morningOf, passToday } from './pass.actions.ts';

/** What a lead can do today. The first to open it in a day has the cards made, for all leads. */
export async function findToday(ctx: FirmContext, input: { lead?: number | undefined }): Promise<Today> {
  const day = await firmDay(ctx.db, ctx.now());
  const chart = readChart(await ctx.asEngine((db) => readStructure(db, day)));
  const leads = findLeads(chart).map(({ leadId }) => leadId);
  if (leads.length > 0) await passToday(ctx, day);
  const { everything, self, ...sights } = await readSights(ctx, chart);
  const asked = input.lead as PersonId | undefined;
  const whose = everything
    ? leads.filter((id) => asked === undefined || id === asked)
    : leads.filter((id) => id === self);
  const cards = (await readCards(ctx.db, day)).filter((card) => isOpenTo(card, { everything, self, ...sights }));
  const shown = cards.filter(({ leadId }) => whose.includes(leadId));
  const tickets = await openTickets(ctx, shown);
  const of = whose.map((leadId) => cardsOf(leadId, shown, { chart, tickets }));
  for (const card of shown) noteLooked(ctx, card);
  return {
    day,
    leads: everything ? leads.map((id) => nameIn(chart, id)) : [],
    of: asked === undefined && everything ? of.filter(({ open, answered }) => open.length + answered.length > 0) : of,
    undelivered: self === null ? null : await findUndelivered(ctx, day, self),
    note: await sayNote(ctx, day, { leads, whose, self, everything, any: of.some(({ open }) => open.length > 0) }),
  };
}

/** Whether the last of one's morning messages failed, today or yesterday, while they are still wanted. */
async function findUndelivered({ db }: FirmContext, day: Day, self: PersonId): Promise<Today['undelivered']> {
  const last = await readLastMorning(db, self, null);
  if (last === undefined || last.day < addDays(day, -1) || last.state === 'sent') return null;
  if (((await readDelivery(db, self))?.way ?? 'off') === 'off') return null;
  return last.state === 'unsure' ? 'unsure' : 'failed';
}

/** One's own cards of the day that wait for an answer, made where nobody has looked yet. For the morning's message. */
export async function findOpenCards(ctx: FirmContext): Promise<Card[]> {
  const day = await firmDay(ctx.db, ctx.now());
  const chart = readChart(await ctx.asEngine((db) => readStructure(db, day)));
  if (!findLeads(chart).some(({ leadId }) => leadId === ctx.personId)) return [];
  await passToday(ctx, day);
  const sights = await readSights(ctx, chart);
  const own = (await readCards(ctx.db, day)).filter(({ leadId, state }) => leadId === sights.self && state === 'open');
  return own.filter((card) => isOpenTo(card, sights));
}

async function readSights({ db, standing, personId }: FirmContext, { structure }: Chart): Promise<Sights> {
  return sightOf({ standing, personId: personId as PersonId | null, visible: await readVisible(db), structure });
}

/** A card about somebody is for their direct lead alone, also where somebody else leads them since; what was agreed with a lead is theirs. */
const isOpenTo = ({ personId, kind }: Card, sights: Sights): boolean =>
  personId === null || kind === 'promise' || sights.of(personId) === 'open';

/** What cards are shown with: names, and where tickets open. */
type Shown = { chart: Chart; tickets: TicketLinks };

function cardsOf(leadId: PersonId, cards: readonly Card[], shown: Shown): LeadCards {
  const own = cards.filter((card) => card.leadId === leadId).map((card) => show(card, shown));
  return {
    lead: nameIn(shown.chart, leadId),
    open: own.filter(({ state }) => state === 'open'),
    answered: own.filter(({ state }) => state !== 'open'),
  };
}

const nameIn = (chart: Chart, personId: PersonId): Named => ({ personId, name: chart.person.get(personId)!.name });

function show(card: Card, { chart, tickets }: Shown): ShownCard {
  const { cardId, rule, kind, subject, trigger, firstSentence, state, reason, untilDay } = card;
  const { facts, doors, shares, links, page, best } = card.evidence;
  const person = best === null ? undefined : chart.person.get(best.personId);
  return {
    ...{ cardId, rule, kind, subject, trigger, firstSentence, state, reason, untilDay, facts, doors, shares, links },
    outside: tickets(card),
    ...(page && { page }),
    best: person ? { name: person.name, isYou: person.personId === card.leadId, why: best!.why } : null,
  };
}

/** Tells the audit log whose tickets and numbers a card shows. */
function noteLooked({ concerns, personId }: FirmContext, card: Card): void {
  for (const id of [card.personId, card.evidence.best?.personId ?? null])
    if (id !== null && id !== personId) concerns.people.add(id);
}

type Asked = { leads: PersonId[]; whose: PersonId[]; self: PersonId | null; everything: boolean; any: boolean };

/** Why there is nothing, or what was left aside. */
function sayNote(ctx: FirmContext, day: Day, asked: Asked): Promise<string | null> {
  return ctx.asEngine(async (db) => {
    const { asOf } = await morningOf(db, day, ctx.now());
    const newest = await readNewestChange(db);
    return noteOf({
      ...asked,
      hasTickets: newest !== null,
      later: newest !== null && newest > asOf ? newest : null,
      asOf,
    });
  });
}

type AnswerInput = {
  cardId: number;
  answer: Card['state'];
  untilDay?: string | null | undefined;
  reason?: string | null | undefined;
  lead?: number | undefined;
};

/** Keeps what a lead said to a card, and answers with the day as it is now. */
export async function keepAnswer(ctx: FirmContext, input: AnswerInput): Promise<Today> {
  const { cardId, answer, reason = null, lead } = input;
  const untilDay = answer === 'snoozed' ? await sleepUntil(ctx, input.untilDay as Day) : null;
  const kept = { state: answer, reason: answer === 'not-useful' ? reason : null, untilDay, at: ctx.now() };
  if (!(await saveAnswer(ctx.db, cardId, kept)))
    throw new Refusal('not-found', 'This card is not there, or not yours: reload the page.', { field: 'cardId' });
  ctx.concerns.details.answer = answer;
  if (answer === 'done' || answer === 'open')
    await answerStepOfCard(ctx.db, { cardId, isDone: answer === 'done', day: await firmDay(ctx.db, ctx.now()) });
  return findToday(ctx, { lead });
}

async function sleepUntil(ctx: FirmContext, until: Day): Promise<Day> {
  const day = await firmDay(ctx.db, ctx.now());
  const last = addDays(day, LONGEST_SLEEP);
  if (until > day && until <= last) return until;
  throw new Refusal('bad-input', `A card sleeps until a day after ${day} and up to ${last}: ${until} is outside.`, {
    field: 'untilDay',
  });
}
