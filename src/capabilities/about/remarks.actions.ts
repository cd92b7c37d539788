import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { firmDay } from '../../records/firm/store.ts';
import { saveAspirations } from '../../records/people/store.ts';
import type { Aspiration, PersonId } from '../../records/people/types.ts';
import { insertRemark, readRemarks, saveAnswer } from '../../records/remarks/store.ts';
import type { Remark, RemarkKind, RemarkOutcome } from '../../records/remarks/types.ts';
import { readAbout } from './about-what.ts';
import type { OpenRemark } from './contract.ts';
import { isOwnTicket, readCalled } from './store.ts';

/** Keeps what somebody says to a field or number of their own. */
export async function say(
  ctx: FirmContext,
  input: { about: string; kind: RemarkKind; text: string },
): Promise<{ remarkId: number }> {
  const personId = ownPerson(ctx);
  const what = readAbout(input.about);
  const own =
    what !== undefined &&
    (what.personId === null || what.personId === personId) &&
    (what.ticketId === null || (await isOwnTicket(ctx.db, what.ticketId, personId)));
  if (!own)
    throw new Refusal('not-found', 'This is nothing that is held about you: reload the page.', { field: 'about' });
  ctx.concerns.people.add(personId);
  return { remarkId: await insertRemark(ctx.db, { ...input, personId: personId as PersonId, at: ctx.now() }) };
}

/** Keeps what somebody says they want, with the day; nobody says it for them here. */
export async function wish(ctx: FirmContext, input: { aspiration: Aspiration }): Promise<{ aspiration: Aspiration }> {
  const personId = ownPerson(ctx) as PersonId;
  ctx.concerns.people.add(personId);
  await saveAspirations(ctx.db, [{ personId, aspiration: input.aspiration }], await firmDay(ctx.db, ctx.now()));
  return { aspiration: input.aspiration };
}

/** What may be answered by whoever asks, the oldest first: of people whose numbers they see, never of themselves. */
export async function findOpenRemarks(ctx: FirmContext): Promise<{ remarks: OpenRemark[] }> {
  const visible = await readVisible(ctx.db);
  const open = (await readRemarks(ctx.db)).filter(
    (one) => one.answeredAt === null && one.personId !== ctx.personId && visible.has(one.personId),
  );
  if (open.length === 0) return { remarks: [] };
  const { person } = await ctx.asEngine(readCalled);
  for (const { personId } of open) ctx.concerns.people.add(personId);
  return { remarks: open.reverse().map((one) => asOpen(one, person.get(String(one.personId)) ?? 'Somebody')) };
}

function asOpen({ remarkId, personId, about, kind, text, at }: Remark, name: string): OpenRemark {
  const what = readAbout(about);
  return { remarkId, personId, name, about, kind, text, at, title: what?.title ?? about, door: what?.door ?? null };
}

/** Answers what somebody said; a dispute ceases to stand beside the number. */
export async function answer(
  ctx: FirmContext,
  input: { remarkId: number; outcome: RemarkOutcome; answer: string },
): Promise<{ remarks: OpenRemark[] }> {
  const { remarks } = await findOpenRemarks(ctx);
  const remark = remarks.find((one) => one.remarkId === input.remarkId);
  const saved =
    remark !== undefined &&
    (await saveAnswer(ctx.db, input.remarkId, {
      text: input.answer,
      outcome: input.outcome,
      by: ctx.actor,
      at: ctx.now(),
    }));
  if (!saved)
    throw new Refusal('not-found', 'There is nothing to answer here any more: reload the page.', { field: 'remarkId' });
  ctx.concerns.people.clear();
  ctx.concerns.people.add(remark.personId);
  return { remarks: remarks.filter((one) => one !== remark) };
}

/** Which person of the firm acts; refuses who is none. */
export function ownPerson(ctx: FirmContext): number {
  if (ctx.personId !== null) return ctx.personId;
  throw new Refusal(
    'not-allowed',
    'You are nobody on the list of people here: ask the owner to say which person you are, under Settings, members.',
  );
}
