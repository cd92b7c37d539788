import { type Instant, instantOf } from '../../base/time.ts';
import { hours } from '../../base/units.ts';
import { MODEL_VERSION } from '../../model/advice.ts';
import { agreesWith } from '../../model/journal-advice.ts';
import { PROMISE } from '../../model/trial-plan.ts';
import { HARBOR_JOURNAL } from '../../model/world/harbor-journal.ts';
import { basisOf, onDay, type StoryDecision, type StoryTrial } from '../../model/world/journal-story.ts';
import { NORTHLINE_JOURNAL } from '../../model/world/northline-journal.ts';
import type { Db } from '../../platform/db/connect.ts';
import { saveLookBack, saveOwnLookBack } from '../../records/decisions/review.store.ts';
import { insertDecision } from '../../records/decisions/store.ts';
import type { PersonId, SeatId, Structure, TeamId } from '../../records/people/types.ts';
import { addTrialReviews, readTrialReviews, saveTrialWords } from '../../records/trials/review.store.ts';
import { insertTrial, updateTrial } from '../../records/trials/store.ts';
import type { TrialSide } from '../../records/trials/types.ts';
import type { SampleName } from './contract.ts';

const JOURNALS: Record<SampleName, readonly StoryDecision[]> = {
  cove: [],
  harbor: HARBOR_JOURNAL,
  northline: NORTHLINE_JOURNAL,
};

/** Numbers of people, seats and teams by what they are called. */
type Numbers = { person: (name: string) => PersonId; seat: (title: string) => SeatId; team: (name: string) => TeamId };

/** Fills a sample's journal and its trials: told the same way every time. */
export async function fillJournal(db: Db, sample: SampleName, { people, seats, teams }: Structure): Promise<void> {
  const numbers: Numbers = {
    person: (name) => people.find((one) => one.name === name)!.personId,
    seat: (title) => seats.find((one) => one.title === title)!.seatId,
    team: (name) => teams.find((one) => one.name === name)!.teamId,
  };
  for (const story of JOURNALS[sample]) await tell(db, story, numbers);
}

/** An hour before noon. */
const at = (day: string): Instant => (instantOf(onDay(day)) + 11 * 3_600_000) as Instant;

async function tell(db: Db, story: StoryDecision, numbers: Numbers): Promise<void> {
  const { advice, kind } = story;
  const personId = story.person === null ? null : numbers.person(story.person);
  const named = advice.named.map(numbers.person);
  const by = `person:${numbers.person(story.by)}`;
  const seatId = numbers.seat(story.seat);
  const decisionId = await insertDecision(db, {
    ...{ seatId, personId, kind, day: onDay(story.day), decidedBy: by, reason: story.reason, at: at(story.day) },
    advice: {
      ...{ dataVersion: 1, modelVersion: MODEL_VERSION, playbookVersion: 'a1f0c3d2' },
      ...{ kind: advice.kind, answer: advice.answer, sentence: advice.sentence, named },
      considered: advice.considered.map(numbers.person),
      agreed: agreesWith({ answer: advice.answer, named }, { personId, kind }),
      shown: true,
      basis: basisOf(advice, numbers.person),
    },
  });
  if (story.review) {
    const { day, ownWords, ...said } = story.review;
    await saveLookBack(db, decisionId, { ...said, reviewedBy: by, reviewedAt: at(day) });
    if (ownWords) await saveOwnLookBack(db, decisionId, ownWords, at(day));
  }
  if (story.trial && personId !== null) {
    await tellTrial(db, story.trial, { seatId, personId, decisionId, by, proposed: story.day }, numbers);
  }
}

type Of = { seatId: SeatId; personId: PersonId; decisionId: number; by: string; proposed: string };

async function tellTrial(db: Db, story: StoryTrial, of: Of, numbers: Numbers): Promise<void> {
  const { seatId, personId, decisionId, by } = of;
  const { from, until, criteria, ticketHours, ticketHoursBefore, end } = story;
  const trialId = await insertTrial(db, {
    ...{ seatId, personId, decisionId, proposedBy: by, proposedAt: at(of.proposed), promise: PROMISE },
    ...{ criteria: [...criteria], startDay: onDay(from), untilDay: onDay(until), proposalWords: null },
    ticketHours: ticketHours === null ? null : hours(ticketHours),
  });
  await updateTrial(db, trialId!, {
    ...{ state: end ? 'ended' : 'running', waitsFor: null, agreedAt: at(from), fromDay: onDay(from) },
    ticketHoursBefore: ticketHoursBefore === null ? null : hours(ticketHoursBefore),
    ...{ backTeamId: numbers.team(story.back.team), backSeatId: numbers.seat(story.back.seat) },
    ...(end && { endedOn: onDay(end.day), outcome: end.outcome, endSide: end.side, endWords: end.words }),
  });
  const days = story.reviews.map(({ day }) => onDay(day));
  await addTrialReviews(db, { trialId: trialId!, seatId, personId }, days);
  const kept = (await readTrialReviews(db, [trialId!])).get(trialId!) ?? [];
  for (const [place, review] of story.reviews.entries()) {
    const { reviewId } = kept[place]!;
    for (const side of ['person', 'decider'] as const satisfies readonly TrialSide[]) {
      const said = review[side];
      if (!said) continue;
      await saveTrialWords(
        db,
        { reviewId, side, seatId, personId, by: side === 'person' ? `person:${personId}` : by },
        {
          ...{ words: said.words, marks: [...said.marks], toldInTalk: false, at: at(review.day) },
          wish: review.person && side === 'person' ? review.person.wish : null,
        },
      );
    }
  }
}
