import type { Day } from '../../base/time.ts';
import type { Strength, Strengths } from '../../model/profile.ts';
import { sayDay } from '../../model/words.ts';
import type { PersonId } from '../../records/people/types.ts';
import { COMPETENCIES_OF, type Competency, type Side } from '../../records/voice/types.ts';
import type { OwnNumber } from './contract.ts';
import { COMPETENCY_WORDS } from './words.ts';

const SIDES: Record<Side, string> = { technical: 'Knows the work', people: 'Leads people' };
/** A number that moved by less looks the same at the one decimal that is shown. */
const SAME = 0.005;

/** Somebody's own numbers, each side before its competencies; who said what is not named. `before`: what others still see. */
export function numbersOf(now: Strengths, before: Strengths | null, personId: PersonId): OwnNumber[] {
  const known = now.people.get(personId);
  if (!known) return [];
  const earlier = before?.people.get(personId);
  return (['technical', 'people'] as const).flatMap((side) => [
    {
      ...asNumber(known.sides[side], earlier?.sides[side]),
      about: `strength/${personId}/${side}`,
      side,
      competency: null,
      title: SIDES[side],
    },
    ...COMPETENCIES_OF[side].map((competency: Competency) => ({
      ...asNumber(known.competencies[competency], earlier?.competencies[competency]),
      about: `competency/${personId}/${competency}`,
      side,
      competency,
      title: COMPETENCY_WORDS[competency],
    })),
  ]);
}

function asNumber(known: Strength, before: Strength | undefined) {
  const { estimate, tooLittle, views, raters, tickets } = known;
  const isNew =
    before !== undefined &&
    (before.tooLittle !== tooLittle ||
      Math.abs(before.estimate.mean - estimate.mean) > SAME ||
      Math.abs(before.estimate.sd - estimate.sd) > SAME);
  return { estimate, tooLittle, views, raters, tickets, isNew };
}

/** "You are considered for Helpdesk Lead. Dana decides and can see your numbers." */
export function sayConsidered(
  seat: { title: string; deciderId: number | null; decider: string | null },
  personId: number,
): string {
  const who =
    seat.deciderId === personId
      ? 'You decide yourself.'
      : `${seat.decider ?? 'The owner'} decides and can see your numbers.`;
  return `You are considered for ${seat.title}. ${who}`;
}

/** "You are asked to try Lead Nights. It is your turn: see My trial." */
export function sayOpenTrial(trial: {
  title: string;
  state: string;
  fromDay: Day | null;
  isYourTurn: boolean;
}): string {
  const { title, state, fromDay } = trial;
  const agreed =
    fromDay === null ? '' : `You lead on trial from ${sayDay(fromDay)}: ${title}. Until then nothing changes.`;
  const what = { running: `You lead on trial: ${title}.`, agreed }[state] ?? `You are asked to try ${title}.`;
  return `${what} ${trial.isYourTurn ? 'It is your turn: see' : 'All of it stands under'} My trial.`;
}
