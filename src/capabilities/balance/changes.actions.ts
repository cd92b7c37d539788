import { addMonths, type Day, instantOf } from '../../base/time.ts';
import { type Change, changesBetween } from '../../model/changes.ts';
import { readChart, seatsBelow } from '../../model/structure.ts';
import { capitalise, countOf } from '../../model/words.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId, SeatId, Structure } from '../../records/people/types.ts';
import { PLAYBOOK, playbookWith } from '../../records/playbook/definitions.ts';
import { type OwnValue, readOwnValues } from '../../records/playbook/store.ts';
import { countViewsSince } from '../../records/voice/store.ts';
import type { Changed } from './contract.ts';

/** What bears on the balance and is other than a month ago; a lead reads of their own seat and those below. */
export async function findChanges(ctx: FirmContext): Promise<Changed> {
  const { day, since, before, now, own } = await ctx.asEngine((db) => readThenAndNow(db, ctx.now()));
  const playbook = playbookWith(Object.fromEntries(own.map(({ key, value }) => [key, value])));
  const only = ctx.standing === 'team-lead' ? seatsFrom(now, ctx.personId as PersonId | null) : null;
  const structural = changesBetween(before, now, { playbook, only });
  if (structural === null) return { since, changes: null };
  // What was said is counted as the reader may read it.
  const views = await countViewsSince(ctx.db, since, day);
  return { since, changes: [...structural, ...sayViews(views), ...own.flatMap((one) => sayOwnValue(one, since))] };
}

async function readThenAndNow(db: Db, at: ReturnType<FirmContext['now']>) {
  const day = await firmDay(db, at);
  const since = addMonths(day, -1);
  const before = await readStructure(db, since);
  return { day, since, before, now: await readStructure(db, day), own: await readOwnValues(db) };
}

function seatsFrom(structure: Structure, personId: PersonId | null): Set<SeatId> {
  const chart = readChart(structure);
  const own = personId === null ? [] : (chart.seatsOf.get(personId) ?? []).map(({ seatId }) => seatId);
  return new Set([...own, ...own.flatMap((id) => seatsBelow(chart, id).map(({ seat }) => seat.seatId))]);
}

function sayViews({ answers, people }: { answers: number; people: number }): Change[] {
  if (answers === 0) return [];
  const text = `${capitalise(countOf(answers, 'new answer', 'new answers'))} about ${countOf(people, 'person', 'people')}.`;
  return [{ text, seatId: null }];
}

function sayOwnValue({ key, value, changedAt }: OwnValue, since: Day): Change[] {
  if (changedAt < instantOf(since)) return [];
  const { title, value: usual } = PLAYBOOK[key];
  return [{ text: `The playbook’s “${title}” was set to ${value} (without you it is ${usual}).`, seatId: null }];
}
