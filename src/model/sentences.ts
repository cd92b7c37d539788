import { addMonths, type Day } from '../base/time.ts';
import type { Aspiration, PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Choice, NeedCore } from './choice.ts';
import { findLoad, sayLoad } from './load.ts';
import type { SeatCase } from './seat-case.ts';
import { capitalise, joinNames, SECOND_WORDS, SIDE_WORDS, sayDay, sayMonth } from './words.ts';

/** What sentences about one seat are made from. */
export type Speaking = {
  about: SeatCase;
  playbook: Playbook;
  day: Day;
  /** Everyone's name. */
  nameOf(personId: PersonId): string;
  /** The cheapest next evidence about a person's side, in words. */
  nextEvidence(personId: PersonId, side: 'technical' | 'people'): string;
};

/** The answer in a sentence or two, without the kind of leader. */
export function sayChoice(choice: Choice, speaking: Speaking): string {
  const { nameOf, day, about } = speaking;
  switch (choice.kind) {
    case 'person':
      return `${nameOf(choice.personId)} probably has what this job needs on both sides.`;
    case 'several':
      return `${joinNames(choice.personIds.map(nameOf), 'or')}: too close to call.`;
    case 'pair':
      return `A pair: ${nameOf(choice.leadId)} leads, ${nameOf(choice.secondId)} is the ${SECOND_WORDS[choice.secondSide]}.`;
    case 'trial':
      return sayTrial(choice.personId, speaking);
    case 'grow':
      return `Grow ${nameOf(choice.personId)} into it by ${sayMonth(addMonths(day, choice.months))}: ${SIDE_WORDS[choice.side]} about ${Math.max(choice.gap, 0.1).toFixed(1)} of a level is missing.`;
    case 'hire':
      return HIRE_WORDS[choice.because];
    case 'leave-open':
      return choice.because === 'later'
        ? `Leave it open for now: it is planned for ${about.seat.plannedFor ? sayMonth(about.seat.plannedFor) : 'later'}.`
        : 'Leave it open for now: the team is small and the seat above can carry it.';
    case 'not-enough-evidence':
      return choice.personId === null
        ? 'Not enough evidence yet: nobody is known who could lead here.'
        : `Not enough evidence yet to name anybody. What would tell most: ${speaking.nextEvidence(choice.personId, choice.side)}.`;
    case 'keep':
      return sayKeep(choice.needs, speaking);
  }
}

/** What another answer would say; of a held seat only what would be said more or no longer. */
export function sayChange(before: Choice, after: Choice, speaking: Speaking): string {
  if (before.kind !== 'keep' || after.kind !== 'keep') return sayChoice(after, speaking);
  const key = (need: NeedCore) => `${need.kind}/${need.side}/${need.personId}`;
  const missing = (of: readonly NeedCore[], from: readonly NeedCore[]) =>
    from.filter((need) => !of.some((one) => key(one) === key(need)));
  const added = missing(before.needs, after.needs)[0];
  if (added) return sayNeed(added, speaking);
  const dropped = missing(after.needs, before.needs)[0];
  return dropped ? `No longer: ${sayNeed(dropped, speaking)}` : sayChoice(after, speaking);
}

const HIRE_WORDS = {
  'nobody-below': 'Hire: nobody here reports to this seat or works in its team.',
  'nobody-wants': 'Hire, or ask again later: nobody who could lead here wants to now.',
  'not-yet': 'Hire: whoever could lead here is probably not there yet.',
} as const;

function sayTrial(personId: PersonId, { about, nameOf }: Speaking): string {
  const name = nameOf(personId);
  if (about.seat.state !== 'acting' || about.holder?.personId !== personId)
    return `A trial with ${name}: likely to have what this job needs, not yet sure.`;
  const until = about.seat.actingUntil ? ` until ${sayDay(about.seat.actingUntil)}` : '';
  return `${name} goes on acting${until}: likely to have what this job needs, not yet sure.`;
}

function sayKeep(needs: readonly NeedCore[], speaking: Speaking): string {
  const { about, nameOf } = speaking;
  const name = about.holder ? nameOf(about.holder.personId) : 'The holder';
  if (needs.every((need) => need.kind === 'nothing')) return `${name} stays. Nothing is surely missing.`;
  if (needs.every((need) => need.kind === 'evidence')) return `${name} stays. ${sayNeed(needs[0]!, speaking)}`;
  const told = needs.filter((need) => need.kind !== 'evidence').slice(0, 2);
  return `${name} stays. ${told.map((need) => sayNeed(need, speaking)).join(' ')}`;
}

/** One thing that the holder of a seat needs, in a sentence. */
export function sayNeed(need: NeedCore, speaking: Speaking): string {
  const { about, playbook, nameOf } = speaking;
  const name = about.holder ? nameOf(about.holder.personId) : 'The holder';
  const load = about.holderWeek ? findLoad(about.holderWeek, playbook) : null;
  switch (need.kind) {
    case 'fewer-tickets':
      return `${name} ${(load && sayLoad(load)) ?? 'has too few hours with people'}: hand over some of the tickets first.`;
    case 'fewer-reports':
      return `${name} has ${load?.reports ?? 'many'} reports: a second lead or smaller teams would leave time to listen.`;
    case 'second':
      return need.side === 'technical' ? saySecond(need, name, nameOf) : sayPeopleSecond(need, name, nameOf);
    case 'training':
      return need.side === 'technical'
        ? `Cross-train ${name} in the queue: the job needs more technical depth than ${name} probably has.`
        : `Leadership training for ${name}, with one practice and a mentor: the job needs more with people than ${name} probably has.`;
    case 'evidence':
      return need.side === null || !about.holder
        ? 'Too little is known to say what this job needs.'
        : `Too little is known of ${name} ${SIDE_WORDS[need.side]}: get ${speaking.nextEvidence(about.holder.personId, need.side)}.`;
    case 'nothing':
      return 'Nothing is surely missing.';
  }
}

function saySecond(need: NeedCore, name: string, nameOf: Speaking['nameOf']): string {
  return need.personId === null
    ? `${name} has nobody to jump in: find or grow a technical second.`
    : `Name ${nameOf(need.personId)} as technical second, who jumps in when work is stuck.`;
}

function sayPeopleSecond(need: NeedCore, name: string, nameOf: Speaking['nameOf']): string {
  return need.personId === null
    ? `${name} needs a people second, and nobody below is surely one yet.`
    : `Pair ${name} with ${nameOf(need.personId)} as people second.`;
}

const WISHES: Record<Aspiration, string> = {
  'wants-to-lead': 'wants it',
  'not-now': 'says not now',
  'technical-path': 'is on the technical path',
  'not-asked': 'has not been asked',
};

/** "Priya wants it; Tom says not now." */
export function sayWishes(people: readonly { name: string; aspiration: Aspiration }[]): string {
  return capitalise(`${people.map((one) => `${one.name} ${WISHES[one.aspiration]}`).join('; ')}.`);
}

/** What to do first: "Next: ask Priya whether they want to lead." Null where the answer says it already. */
export function sayNext(choice: Choice, speaking: Speaking): string | null {
  const wish = (id: PersonId) => speaking.about.contenders.find((one) => one.personId === id)?.aspiration;
  const first =
    choice.kind === 'several'
      ? choice.personIds
      : choice.kind === 'pair'
        ? [choice.leadId, choice.secondId]
        : choice.kind === 'person' || choice.kind === 'trial' || choice.kind === 'grow'
          ? [choice.personId]
          : [];
  if (first.length === 0) return null;
  const toAsk = first.filter((id) => wish(id) === 'not-asked');
  if (toAsk.length > 0) return `Next: ask ${joinNames(toAsk.map(speaking.nameOf), 'and')} about leading.`;
  return `Next: talk to ${joinNames(first.map(speaking.nameOf), 'and')}.`;
}
