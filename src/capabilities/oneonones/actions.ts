import { Refusal } from '../../base/errors.ts';
import { dayOf, type Instant } from '../../base/time.ts';
import { sightOf } from '../../model/sight.ts';
import { type Chart, readChart, reportsOf } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { firmDay, firmMoment } from '../../records/firm/store.ts';
import { readRhythms } from '../../records/oneonones/store.ts';
import type { Rhythm } from '../../records/oneonones/types.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { type Cadence, cadenceFor, ownReports } from './cadence.ts';
import type { OneOnOnes, PairRow } from './contract.ts';
import { hintFor } from './rhythm.ts';
import { countOwnTopics, insertPair, type NamedPair, readCalledNames, readPair } from './store.ts';

/** One's own 1:1s, and with whom one could begin. Whoever is none of the people here has none. */
export async function findOneOnOnes(ctx: FirmContext): Promise<OneOnOnes> {
  const you = ctx.personId as PersonId | null;
  if (you === null) return { you, pairs: [], others: [] };
  const rhythms = (await readRhythms(ctx.db)).filter(({ memberId, leadId }) => [memberId, leadId].includes(you));
  const topics = await countOwnTopics(ctx.db);
  const others = await findOthers(ctx, you);
  const ids = [...rhythms.map((one) => otherOf(one, you)), ...others.map(({ personId }) => personId)];
  const names = await readCalledNames(ctx.db, ids);
  const now = await firmMoment(ctx.db, ctx.now());
  const pairs = rhythms.map((one) =>
    rowOf(one, {
      you,
      other: names.get(otherOf(one, you)) ?? '',
      ownTopics: topics.get(one.pairId) ?? 0,
      now,
    }),
  );
  const taken = new Set(rhythms.map((one) => otherOf(one, you)));
  return {
    you,
    pairs: pairs.sort((one, other) => (one.nextAt ?? Infinity) - (other.nextAt ?? Infinity)),
    others: others
      .filter(({ personId }) => !taken.has(personId))
      .map((one) => ({ ...one, name: names.get(one.personId) ?? '' })),
  };
}

/** How regularly leads talk with their people, cut to what the reader may see. */
export async function findCadence(ctx: FirmContext): Promise<Cadence> {
  const { standing } = ctx;
  const { structure, rhythms } = await ctx.asEngine(async (db) => ({
    structure: await readStructure(db, await firmDay(db, ctx.now())),
    rhythms: await readRhythms(db),
  }));
  const sights = sightOf({ standing, personId: ctx.personId as PersonId | null, visible: new Set(), structure });
  const mayLead = ['owner', 'service-manager', 'team-lead', 'operator'].includes(standing);
  if (!mayLead) return { leads: null };
  const balances = standing === 'owner' || standing === 'service-manager';
  return cadenceFor({ chart: readChart(structure), rhythms, today: structure.day }, { sights, balances });
}

/** Begins 1:1s along a line of the structure: with one's lead, or with somebody who reports to one. */
export async function begin(
  ctx: FirmContext,
  input: { personId: number; everyDays: number; minutes: number; zone: string },
): Promise<{ pairId: number }> {
  const you = ownPerson(ctx);
  const { personId, ...rhythm } = input;
  const other = (await findOthers(ctx, you)).find((one) => one.personId === personId);
  if (!other)
    throw new Refusal('not-allowed', '1:1s are begun with your lead, or with somebody who reports to you.', {
      field: 'personId',
    });
  const [memberId, leadId] = other.as === 'member' ? [other.personId, you] : [you, other.personId];
  const beganOn = dayOf(await firmMoment(ctx.db, ctx.now()), rhythm.zone);
  const pairId = await insertPair(ctx.db, { ...rhythm, memberId, leadId, beganOn });
  if (pairId === undefined)
    throw new Refusal('conflict', 'You two have 1:1s already: open them in the list.', { field: 'personId' });
  ctx.concerns.people.add(personId);
  return { pairId };
}

/** Which person acts. Refuses whoever is none of the people here: 1:1s are between two of them. */
export function ownPerson({ personId }: FirmContext): PersonId {
  if (personId === null)
    throw new Refusal(
      'not-allowed',
      '1:1s are between two people of the firm, and you are none of them here: only they can read what is in theirs.',
    );
  return personId as PersonId;
}

/** A pair of whoever acts. Refuses any other as if it weren't there. */
export async function ownPair(
  ctx: FirmContext,
  pairId: number,
): Promise<NamedPair & { you: PersonId; other: PersonId }> {
  const you = ownPerson(ctx);
  const pair = await readPair(ctx.db, pairId);
  if (!pair) throw new Refusal('not-found', 'There are no such 1:1s of yours.', { field: 'pairId' });
  return { ...pair, you, other: otherOf(pair, you) };
}

/** The same, for a change: what has ended is only read. */
export async function livePair(ctx: FirmContext, pairId: number): Promise<Awaited<ReturnType<typeof ownPair>>> {
  const pair = await ownPair(ctx, pairId);
  if (pair.endedOn !== null)
    throw new Refusal('conflict', 'These 1:1s have ended: begin new ones in the list.', { field: 'pairId' });
  return pair;
}

/** The other of the two. */
const otherOf = ({ memberId, leadId }: Pick<Rhythm, 'memberId' | 'leadId'>, you: PersonId) =>
  memberId === you ? leadId : memberId;

/** How a pair stands, as one of the two sees it. */
export function rowOf(
  pair: Rhythm,
  { you, other, ownTopics, now }: { you: PersonId; other: string; ownTopics: number; now: Instant },
): PairRow {
  const side = pair.memberId === you ? 'member' : 'lead';
  const { pairId, everyDays, zone, nextAt, lastHeldAt } = pair;
  return {
    pairId,
    with: { personId: otherOf(pair, you), name: other },
    you: side,
    everyDays,
    zone,
    nextAt,
    lastHeldAt,
    hint: hintFor(pair, { you: side, other: other.split(' ')[0]!, ownTopics }, now),
  };
}

/** One's lead as the lead, and whoever reports to one as members. */
async function findOthers(ctx: FirmContext, you: PersonId): Promise<{ personId: PersonId; as: 'member' | 'lead' }[]> {
  const chart = readChart(await ctx.asEngine(async (db) => readStructure(db, await firmDay(db, ctx.now()))));
  const members = ownReports(chart, you);
  const leads = leadsOf(chart, you).filter((id) => !members.includes(id));
  return [
    ...leads.map((personId) => ({ personId, as: 'lead' as const })),
    ...members.map((personId) => ({ personId, as: 'member' as const })),
  ];
}

const leadsOf = (chart: Chart, you: PersonId): PersonId[] => [
  ...new Set(
    chart.structure.seats.flatMap((seat) =>
      seat.holderId !== null && reportsOf(chart, seat).some(({ personId }) => personId === you) ? [seat.holderId] : [],
    ),
  ),
];
