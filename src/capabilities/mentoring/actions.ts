import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { firmDay } from '../../records/firm/store.ts';
import {
  readMentoringAnswers,
  readMentoringPairs,
  readVetoes,
  readWishes,
  replaceVetoes,
  saveMentoringWish,
} from '../../records/mentoring/store.ts';
import type { MentoringPair } from '../../records/mentoring/types.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId, Structure } from '../../records/people/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import type { OwnMentoring, PairRow } from './contract.ts';

/** What one said of mentoring oneself, and one's own pairs. Whoever is none of the people here has none. */
export async function findMentoring(ctx: FirmContext): Promise<OwnMentoring> {
  const you = ctx.personId as PersonId | null;
  if (you === null) return { you, wish: null, others: [], pairs: [], lookedFor: null };
  const structure = await structureOf(ctx);
  const wish = (await readWishes(ctx.db)).find(({ personId }) => personId === you);
  const vetoes = (await readVetoes(ctx.db)).filter(({ by }) => by === you);
  const others = structure.people.filter(({ personId, work }) => personId !== you && work !== 'service-account');
  const pairs = await readMentoringPairs(ctx.db);
  const answers = await readMentoringAnswers(ctx.db);
  return {
    you,
    wish: wish
      ? {
          wantsMentor: wish.wantsMentor,
          places: wish.places,
          wants: wish.wants,
          helpWith: wish.helpWith ?? '',
          interests: wish.interests ?? '',
          vetoes: vetoes.map(({ about }) => about),
        }
      : null,
    others: others.map(({ personId, name }) => ({ personId, name })),
    // A pair that did not begin is told by its silence alone: it is no longer in the list.
    pairs: pairs.filter(({ state }) => state !== 'not-begun').map((pair) => rowOf(pair, you, { structure, answers })),
    lookedFor:
      wish?.lookedOn && wish.foundNone && wish.wantsMentor && !pairs.some((one) => isLive(one) && one.menteeId === you)
        ? { day: wish.lookedOn, text: wish.foundNone }
        : null,
  };
}

const isLive = ({ state }: MentoringPair) => state === 'asked' || state === 'running';

type Around = {
  structure: Structure;
  answers: readonly { pairId: number; personId: PersonId; yes: boolean }[];
};

/** A pair as one of the two sees it. */
export function rowOf(pair: MentoringPair, you: PersonId, { structure, answers }: Around): PairRow {
  const side = pair.mentorId === you ? 'mentor' : 'mentee';
  const other =
    side === 'mentor' ? { personId: pair.menteeId, name: pair.mentee } : { personId: pair.mentorId, name: pair.mentor };
  const { pairId, state, askedOn, beganOn, untilDay, endedOn, wants } = pair;
  return {
    pairId,
    with: other,
    you: side,
    ...{ state, askedOn, beganOn, untilDay, endedOn, wants },
    reasons: pair.reasons,
    answered: answers.find((one) => one.pairId === pairId && one.personId === you)?.yes ?? null,
    gone: !structure.people.some(({ personId }) => personId === other.personId),
  };
}

/** The structure as it is now; names of everybody here are for everybody here. */
export const structureOf = (ctx: Pick<FirmContext, 'asEngine' | 'now'>): Promise<Structure> =>
  ctx.asEngine(async (db) => readStructure(db, await firmDay(db, ctx.now())));

type Said = {
  wantsMentor: boolean;
  places: number;
  wants: Competency[];
  helpWith: string;
  interests: string;
  vetoes: number[];
};

/** Keeps what somebody says of themselves. The log says that they did, and not what. */
export async function sayWish(ctx: FirmContext, said: Said): Promise<OwnMentoring> {
  const you = ownPerson(ctx);
  const { people } = await structureOf(ctx);
  const vetoes = [...new Set(said.vetoes)].filter((id) => id !== you);
  if (vetoes.some((id) => !people.some(({ personId }) => personId === id)))
    throw new Refusal('not-found', 'One of these people is not in this firm: choose again.', { field: 'vetoes' });
  await saveMentoringWish(ctx.db, {
    personId: you,
    wantsMentor: said.wantsMentor,
    places: said.places,
    wants: [...new Set(said.wants)],
    helpWith: said.helpWith || null,
    interests: said.interests || null,
    saidAt: ctx.now(),
  });
  await replaceVetoes(ctx.db, you, vetoes);
  return findMentoring(ctx);
}

/** Which person acts. Refuses whoever is none of the people here. */
export function ownPerson({ personId }: Pick<FirmContext, 'personId'>): PersonId {
  if (personId === null)
    throw new Refusal(
      'not-allowed',
      'Mentoring is between two people of the firm, and you are none of them here: each says for themselves what they want.',
    );
  return personId as PersonId;
}
