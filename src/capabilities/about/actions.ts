import { Refusal } from '../../base/errors.ts';
import { dayOf, type Instant } from '../../base/time.ts';
import { mentoringDue, sayMentoringDue } from '../../model/development/mentoring-due.ts';
import { strengthsOf } from '../../model/profile.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDecisionNames } from '../../records/decisions/names.store.ts';
import { readWaiting } from '../../records/evidence/fit.store.ts';
import { firmDay, situationOf } from '../../records/firm/store.ts';
import { readMentoringRhythms } from '../../records/mentoring/store.ts';
import { readNames } from '../../records/people/names.store.ts';
import { readFirm, readWish } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { readRemarks } from '../../records/remarks/store.ts';
import type { Remark } from '../../records/remarks/types.ts';
import { readTrials } from '../../records/trials/store.ts';
import { holdingOf } from './catalogue.ts';
import type { AboutMe, OwnNumber, OwnRemark, PersonAbout } from './contract.ts';
import { readErasureRequests } from './erasure.store.ts';
import { aboutHtml } from './export-html.ts';
import { type AboutExport, aboutJson } from './export-json.ts';
import { ROWS_A_PAGE, readEverything, readGroups, speakTo } from './held.actions.ts';
import { type Look, sayDeed } from './looks.ts';
import { numbersOf, sayConsidered, sayOpenTrial } from './numbers.ts';
import { actorOf, type Speaking, sayTime, type Whose } from './present.ts';
import { type HeldRow, listNames, markTold, readAccount, readHeld, readOpenCandidacies, readWhose } from './store.ts';
import { sayStanding } from './words.ts';

/** The page about oneself; whoever holds the server names somebody, and the look is written down. */
export async function findAboutMe(
  ctx: FirmContext,
  input: { personId?: number | undefined; tickets: number; looks: number },
): Promise<AboutMe> {
  const personId = whoseOf(ctx, input.personId);
  if (personId === null) return ctx.standing === 'operator' ? choose(ctx) : nobody(ctx);
  const whose = await whoseRows(ctx, personId);
  const own = personId === ctx.personId;
  ctx.concerns.people.add(personId);
  // Who reads that they are considered knows it from now on.
  if (own) await ctx.asEngine((db) => markTold(db, personId, ctx.now()));
  const speaking = await speakTo(ctx, whose);
  return {
    state: 'person',
    personId,
    name: whose.name,
    firmName: await firmName(ctx),
    own,
    wish: await ctx.asEngine((db) => readWish(db, personId as PersonId)),
    groups: await readGroups(ctx, speaking, null, input.tickets),
    ...(await ownNumbers(ctx, personId)),
    considered: await considered(ctx, personId),
    mentoring: personId === ctx.personId ? await mentoringOf(ctx, personId as PersonId) : [],
    looks: await looksAt(ctx, speaking, input.looks),
    remarks: (await ctx.asEngine((db) => readRemarks(db, { personId: personId as PersonId }))).map(asOwn),
    erasureAskedAt: await askedAt(ctx, personId),
  };
}

/** Everything that is held about somebody as one file: JSON, or a page to read and print. */
export async function exportAbout(
  ctx: FirmContext,
  input: { format: 'json' | 'html'; personId?: number | undefined },
): Promise<{ fileName: string; mediaType: string; text: string }> {
  const personId = whoseOf(ctx, input.personId);
  if (personId === null)
    throw new Refusal('bad-input', 'Say whose export this is: choose a person on the page About me.', {
      field: 'personId',
    });
  ctx.concerns.people.add(personId);
  const held = await collectAbout(ctx, personId);
  const fileName = `about-me-${held.madeAt.slice(0, 10)}.${input.format}`;
  return input.format === 'json'
    ? { fileName, mediaType: 'application/json', text: aboutJson(held) }
    : { fileName, mediaType: 'text/html', text: aboutHtml(held) };
}

/** Everything that both kinds of export say. */
export async function collectAbout(ctx: FirmContext, personId: number): Promise<AboutExport> {
  const whose = await whoseRows(ctx, personId);
  const speaking = await speakTo(ctx, whose);
  return {
    madeAt: sayTime(ctx.now()),
    firmName: await firmName(ctx),
    personId,
    name: whose.name,
    considered: await considered(ctx, personId),
    ...(await ownNumbers(ctx, personId)),
    held: await readEverything(ctx, speaking),
  };
}

/** Whose page: one's own; null: nobody's yet. */
function whoseOf(ctx: FirmContext, asked: number | undefined): number | null {
  if (asked === undefined || asked === ctx.personId) return ctx.personId;
  if (ctx.standing === 'operator') return asked;
  throw new Refusal('not-allowed', 'This page is about yourself: open it without a person.', { field: 'personId' });
}

async function whoseRows(ctx: FirmContext, personId: number): Promise<Whose & { name: string }> {
  const whose = await ctx.asEngine((db) => readWhose(db, personId));
  if (!whose) throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
  return whose;
}

const choose = async (ctx: FirmContext): Promise<AboutMe> => ({
  state: 'choose',
  people: await ctx.asEngine(listNames),
});

/** Somebody who signs in and is nobody on the list: there is their account, and what they did. */
async function nobody(ctx: FirmContext): Promise<AboutMe> {
  const account = await readAccount(ctx.db, [ctx.actor]);
  // No row is about a person of number 0.
  const whose = {
    personId: 0,
    texts: account ? [account.email] : [],
    actors: [ctx.actor],
    accountId: account?.accountId ?? null,
  };
  const speaking = await speakTo(ctx, whose);
  return {
    state: 'nobody',
    firmName: await firmName(ctx),
    groups: await readGroups(ctx, speaking, ['account', 'done'], 0),
  };
}

const firmName = async (ctx: FirmContext) => (await ctx.asEngine(readFirm))?.name ?? '';

/** The newest numbers, and until when they are their person's alone. */
async function ownNumbers(
  ctx: FirmContext,
  personId: number,
): Promise<{ numbers: OwnNumber[] } & Pick<PersonAbout, 'aloneUntil'>> {
  const id = personId as PersonId;
  const now = strengthsOf(await situationOf(ctx, { own: true }));
  const waits = await ctx.asEngine((db) => readWaiting(db, ctx.now()));
  const before = waits === null ? null : strengthsOf(await situationOf(ctx));
  const numbers = numbersOf(now, before, id);
  const aloneUntil = waits !== null && numbers.some((one) => one.isNew) ? dayOf(waits) : null;
  return { numbers, aloneUntil };
}

async function considered(ctx: FirmContext, personId: number): Promise<string[]> {
  const seats = await ctx.asEngine((db) => readOpenCandidacies(db, personId));
  const trials = await ctx.asEngine((db) => readTrials(db, { personId: personId as PersonId, isOpen: true }));
  const titles = (await ctx.asEngine(readDecisionNames)).seat;
  const sayTrial = ({ seatId, state, fromDay, waitsFor }: (typeof trials)[number]) =>
    sayOpenTrial({ title: titles.get(String(seatId)) ?? 'a seat', state, fromDay, isYourTurn: waitsFor === 'person' });
  return [...seats.map((seat) => sayConsidered(seat, personId)), ...trials.map(sayTrial)];
}

/** What is next in one's own mentoring, as a mentor or a mentee. */
async function mentoringOf(ctx: FirmContext, personId: PersonId): Promise<PersonAbout['mentoring']> {
  const pairs = (await readMentoringRhythms(ctx.db)).filter((one) => [one.mentorId, one.menteeId].includes(personId));
  if (pairs.length === 0) return [];
  const names = await readNames(ctx.db);
  const playbook = await readPlaybook(ctx.db);
  const day = await firmDay(ctx.db, ctx.now());
  return pairs.flatMap((pair) =>
    mentoringDue(pair, personId, day, playbook).map((due) => ({
      text: sayMentoringDue(due, names.get(due.otherId) ?? 'somebody who left'),
      to: `/mentoring/${due.pairId}`,
    })),
  );
}

/** Who looked and who changed, newest first; one's own looks are not among them. */
async function looksAt(ctx: FirmContext, speaking: Speaking, offset: number): Promise<PersonAbout['looks']> {
  const page = { limit: ROWS_A_PAGE, offset };
  const found = await ctx.asEngine((db) => readHeld(db, holdingOf('looked')!, speaking.whose, page));
  return { rows: found.rows.map((row) => asLook(row, speaking)), total: found.total, offset };
}

function asLook(row: HeldRow, speaking: Speaking): Look {
  const details = row.details as Record<string, string | number>;
  const who = actorOf(String(row.actor), speaking);
  const acting = details.actingBy === undefined ? '' : ' (somebody at the server, in this name)';
  return {
    seq: Number(row.seq),
    at: sayTime(Date.parse(String(row.at)) as Instant),
    who: `${who}${acting}`,
    role: sayStanding(String(row.standing)),
    did: sayDeed(String(row.action)),
  };
}

const asOwn = ({ remarkId, about, kind, text, at, answer, outcome, answeredAt }: Remark): OwnRemark => ({
  ...{ remarkId, about, kind, text, at, answer, outcome },
  answered: answeredAt !== null,
});

async function askedAt(ctx: FirmContext, personId: number): Promise<Instant | null> {
  const requests = await ctx.asEngine(readErasureRequests);
  return requests.find((one) => one.personId === personId)?.askedAt ?? null;
}
