import { Refusal } from '../../base/errors.ts';
import { sayDecider } from '../../model/deciders.ts';
import { latestStart, saidNo } from '../../model/trial-plan.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDecided } from '../../platform/db/standing.ts';
import { readDeciders, readPeopleWithAccounts } from '../../records/decisions/candidacy.store.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { Structure } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { readTrialReviews } from '../../records/trials/review.store.ts';
import { readTrials } from '../../records/trials/store.ts';
import type { Trial, TrialReview } from '../../records/trials/types.ts';
import type { TrialAnswer } from './contract.ts';
import { againstStaying, type Reader, refuseBegin, sideOf, waitsUntil, writesAt } from './rules.ts';

/** A trial with everything that its rules ask for. */
export type OpenTrial = {
  trial: Trial;
  reviews: TrialReview[];
  structure: Structure;
  reader: Reader;
  /** What the person is called. */
  name: string;
  playbook: Playbook;
};

/** A trial that whoever acts may read: their own, or in a seat they decide on. Any other is refused as if it weren't there. */
export async function openTrial(ctx: FirmContext, trialId: number): Promise<OpenTrial> {
  const [trial] = await readTrials(ctx.db, { trialId });
  if (!trial) throw new Refusal('not-found', 'There is no such trial for you to read.', { field: 'trialId' });
  const { personId, seatId } = trial;
  ctx.concerns.details.trialId = trialId;
  if (personId !== ctx.personId) ctx.concerns.people.add(personId);
  const structure = await structureOf(ctx);
  const withAccounts = await ctx.asEngine(readPeopleWithAccounts);
  return {
    trial,
    reviews: (await readTrialReviews(ctx.db, [trialId])).get(trialId) ?? [],
    structure,
    reader: {
      isPerson: personId === ctx.personId,
      decides: (await readDecided(ctx.db)).has(seatId),
      isWithoutAccount: !withAccounts.has(personId),
    },
    name: structure.people.find((one) => one.personId === personId)?.name ?? 'Somebody who has left',
    playbook: await readPlaybook(ctx.db),
  };
}

/** Read by the program: a reader who sees only some people would see a broken structure. */
export function structureOf(ctx: FirmContext): Promise<Structure> {
  return ctx.asEngine(async (db) => readStructure(db, await firmDay(db, ctx.now())));
}

/** A trial as it stands now, as one of the two reads it. */
export async function answerWith(ctx: FirmContext, trialId: number): Promise<TrialAnswer> {
  const { trial, reviews, structure, reader, name, playbook } = await openTrial(ctx, trialId);
  const waitDays = playbook['trial.words-wait'];
  const { proposedBy: _, decisionId: __, backTeamId, backSeatId: ___, ...shown } = trial;
  const today = structure.day;
  const person = structure.people.find((one) => one.personId === trial.personId);
  const no = person === undefined ? null : saidNo(person);
  const deciders = await ctx.asEngine(readDeciders);
  return {
    ...shown,
    seat: seatIn(structure, trial),
    person: { personId: trial.personId, name },
    decider: sayDecider(structure, trial.seatId, deciders.get(trial.seatId) ?? null),
    you: sideOf(reader),
    mayTell: reader.isWithoutAccount && !reader.isPerson && reader.decides,
    today,
    reviews: reviews.map((review) => ({
      ...review,
      writes: writesAt(review, trial, reader, { today, waitDays }),
      waitsUntil: review.day <= today ? waitsUntil(review, today, waitDays) : null,
    })),
    backTo: structure.teams.find(({ teamId }) => teamId === backTeamId)?.name ?? null,
    againstStaying: no ?? againstStaying(name, reviews),
    latestStart: latestStart(today, playbook),
    inTheWay: trial.state === 'agreed' ? inTheWayOf({ trial, structure }) : null,
  };
}

/** Why an agreed trial can't begin as things are; null: it can. */
function inTheWayOf(open: Pick<OpenTrial, 'trial' | 'structure'>): string | null {
  try {
    refuseBegin(open);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** The seat of a trial; one that was closed since keeps no title here. */
export function seatIn({ seats }: Structure, { seatId }: Pick<Trial, 'seatId'>): TrialAnswer['seat'] {
  return { seatId, title: seats.find((one) => one.seatId === seatId)?.title ?? 'a seat that was closed' };
}
