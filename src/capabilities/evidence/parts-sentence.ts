import type { Decomposition, MixFactor } from '../../model/decomposition.ts';
import { capitalise } from '../../model/words.ts';
import type { Person } from '../../records/people/types.ts';
import { normalQuantile } from '../../science/normal.ts';
import type { FittedPart } from './fitted-part.ts';
import type { MadeOf } from './outcome-words.ts';
import { NO_DIFFERENCE, type PartScale } from './part-words.ts';

/** What a person's tickets came to beside everybody's: sums of log minutes, or of endings that went well. */
export type PartSums = { own: { n: number; sum: number }; all: { n: number; sum: number } };

/** How many SDs an 80% interval reaches to either side, as everywhere. */
export const EIGHTY = normalQuantile(0.9);

/** What tickets differ in. */
export const FACTOR_WORDS: Record<MixFactor, string> = {
  category: 'their areas',
  client: 'their clients',
  queue: 'their queues',
  priority: 'their priorities',
  hour: 'the time of day',
  band: 'the part of the day',
  difficulty: 'difficulty set before',
};

const ENDS: Record<Exclude<MadeOf, 'minutes'>, (name: string, own: string, all: string) => string> = {
  kept: (name, own, all) => `Of 100 tickets ${name} resolves ${own} without handing them on; usual here are ${all}.`,
  lasted: (name, own, all) => `Of 100 tickets of ${name} ${own} stay solved; usual here are ${all}.`,
  satisfied: (name, own, all) => `Of 100 clients whom ${name} served ${own} were satisfied; usual here are ${all}.`,
};

/** A difference taken apart, in words: the whole, the work behind it, and what is the person's own. */
export function sayParts(
  part: MadeOf,
  person: Person,
  { own, all }: PartSums,
  made: Decomposition,
  fitted: FittedPart,
  scale: PartScale,
): string {
  const whole =
    part === 'minutes'
      ? sayWholeTime(person.name, scale.say(made.difference))
      : ENDS[part](person.name, hundred(own), hundred(all));
  return [whole, sayMix(made, scale), sayOwn(made, fitted, person, scale)].filter((one) => one !== '').join(' ');
}

function sayWholeTime(name: string, said: string): string {
  if (said === NO_DIFFERENCE) return `Tickets of ${name} take as long as is usual here.`;
  return `Tickets of ${name} take ${said.endsWith('as much') ? `${said} time as` : `${said} time than`} is usual here.`;
}

const hundred = ({ n, sum }: { n: number; sum: number }) => {
  const share = (100 * sum) / n;
  // 99.6 of 100 is not all of them.
  return share > 99.5 && sum < n ? 'more than 99' : share < 0.5 && sum > 0 ? 'fewer than 1' : String(Math.round(share));
};

function sayMix({ mix }: Decomposition, scale: PartScale): string {
  const seen = mix
    .filter(({ value }) => scale.say(value) !== NO_DIFFERENCE)
    .sort((one, other) => Math.abs(other.value) - Math.abs(one.value))
    .map(({ factor, value }) => `${scale.say(value)} because of ${FACTOR_WORDS[factor]}`);
  if (seen.length === 0) return 'Which tickets they get makes hardly any difference.';
  return `${capitalise(seen.join(', '))}.`;
}

function sayOwn(made: Decomposition, fitted: FittedPart, person: Person, scale: PartScale): string {
  if (!(fitted.tau2 > 0))
    return 'Tickets show no difference between people here, so nothing of it is put down to anybody.';
  const range = scale.sayRange(made.person - EIGHTY * fitted.sd, made.person + EIGHTY * fitted.sd);
  const own = scale.say(made.person);
  return own === NO_DIFFERENCE
    ? `No difference of ${person.name}'s own shows (probably ${range}).`
    : `${capitalise(own)} is ${person.name}'s own (probably ${range}).`;
}
