import { capitalise } from '../../model/words.ts';
import type { Mark, TrialOutcome, TrialWish } from '../../records/trials/types.ts';
import type { TrialAnswer } from './contract.ts';

export const MARK_WORDS: Record<Mark, string> = { seen: 'seen', 'not-yet': 'not yet', 'cannot-tell': 'can’t tell' };

export const WISH_WORDS: Record<TrialWish, string> = {
  'go-on': 'wants it to go on',
  'not-sure': 'isn’t sure yet',
  'go-back': 'wants to go back',
};

export const OWN_WISH_WORDS: Record<TrialWish, string> = {
  'go-on': 'I want it to go on',
  'not-sure': 'I’m not sure yet',
  'go-back': 'I want to go back',
};

export const OUTCOME_WORDS: Record<TrialOutcome, string> = {
  'took-seat': 'stayed',
  returned: 'went back',
  'not-begun': 'did not begin',
};

type SayDay = (day: string) => string;

/** How a trial stands, in a sentence. */
export function sayTrial(trial: TrialAnswer, sayDay: SayDay): string {
  const { person, seat, you, decider } = trial;
  const who = you === 'person' ? 'You' : person.name;
  if (trial.state === 'proposed')
    return you === 'person'
      ? `${capitalise(decider)} asks you to try it as ${seat.title}. Nothing begins before you agree, and you may change what is proposed.`
      : `${person.name} is asked to try it as ${seat.title}. Nothing begins before you both agree.`;
  if (trial.state === 'agreed')
    return you === 'person'
      ? `You lead on trial from ${sayDay(trial.fromDay!)} to ${sayDay(trial.untilDay)}. Before that nothing changes, and either of you can take it back.`
      : `${person.name} leads on trial from ${sayDay(trial.fromDay!)} to ${sayDay(trial.untilDay)}. Before that nothing changes.`;
  if (trial.state === 'running')
    return you === 'person'
      ? `You lead on trial until ${sayDay(trial.untilDay)}. You can go back at any time.`
      : `${person.name} leads on trial until ${sayDay(trial.untilDay)}.`;
  const on = trial.endedOn === null ? '' : ` on ${sayDay(trial.endedOn)}`;
  if (trial.outcome === 'took-seat')
    return `It ended${on}: ${who} ${you === 'person' ? 'hold' : 'holds'} the seat for good.`;
  if (trial.outcome === 'returned')
    return `It ended${on}: ${who} went back${trial.backTo ? ` to ${trial.backTo}` : ''}, with the same pay and the same standing.`;
  return `It did not begin${on === '' ? '' : `; that was said${on}`}.`;
}

/** Whose turn it is, and to what; null: nobody’s. */
export function sayTurn({ waitsFor, you, state, person, decider, longer }: TrialAnswer, sayDay: SayDay): string | null {
  if (waitsFor === null) return null;
  const other = you === 'person' ? decider : person.name;
  const theirs = waitsFor !== you;
  if (state === 'proposed')
    return theirs ? `This waits for ${other}.` : 'It is your turn: agree, change it, or say no.';
  if (longer === null) return null;
  return theirs
    ? `You asked for more time, until ${sayDay(longer.until)}. This waits for ${other}.`
    : `${capitalise(other)} asks for more time, until ${sayDay(longer.until)}.`;
}

/** What is agreed about hours on tickets. */
export function sayHours({
  ticketHours,
  ticketHoursBefore,
}: Pick<TrialAnswer, 'ticketHours' | 'ticketHoursBefore'>): string {
  if (ticketHours === null) return 'nothing agreed';
  return ticketHoursBefore === null || ticketHoursBefore === ticketHours
    ? `${ticketHours} h a week`
    : `${ticketHours} h a week, ${ticketHoursBefore} before`;
}
