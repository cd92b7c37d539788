import { isMinutes, type OwnChange, type TicketMeasure } from '../../model/development/ticket-measure.ts';
import { countOf, sayDay } from '../../model/words.ts';

type Measured = Extract<TicketMeasure, { status: 'measured' }>;

/** What tickets tell, in sentences: one's own change, that of colleagues, and whether it goes beyond theirs. */
export function sayTickets(measure: TicketMeasure): string {
  switch (measure.status) {
    case 'too-early':
      return `Too early to tell: tickets count from the last practice on, ${sayDay(measure.from)}.`;
    case 'too-few': {
      const { before, after, need } = measure;
      return `Too few to tell: ${before} before and ${after} after, at least ${need} of each are needed.`;
    }
    case 'alone':
      return `${sayOwn(measure)} What would have changed anyway can’t be told: ${countOf(measure.have, 'colleague has', 'colleagues have')} enough tickets in the same weeks, ${measure.need} are needed.`;
    case 'measured':
      return `${sayOwn(measure)} ${sayOthers(measure)} ${sayBeyond(measure)}`;
  }
}

/** Under it, always: what it is no proof of. */
export const NO_PROOF =
  'No proof of what caused it: others learn too, work changes, and one in five would look changed by chance.';

const WENT = {
  kept: 'brought to an end without handing on',
  lasted: 'that stayed solved',
  satisfied: 'with a satisfied client',
} as const;

type Step = { size: number; word: 'more' | 'less' | 'fewer' };

/** A change in whole percent of time, or whole tickets of a hundred. */
function step({ outcome }: TicketMeasure, change: number): Step {
  const size = Math.round(100 * Math.abs(isMinutes(outcome) ? Math.exp(change) - 1 : change));
  return { size, word: change > 0 ? 'more' : isMinutes(outcome) ? 'less' : 'fewer' };
}

/** "13% less", "7 more", "no change". */
function say(measure: TicketMeasure, change: number): string {
  const { size, word } = step(measure, change);
  return size === 0 ? 'no change' : `${size}${isMinutes(measure.outcome) ? '%' : ''} ${word}`;
}

/** "25% less to 1% more", "2 to 12 more". */
function range(measure: TicketMeasure, low: number, high: number): string {
  const [one, other] = [step(measure, low), step(measure, high)];
  const isSame = one.word === other.word && one.size > 0 && other.size > 0;
  const [first, last] = [Math.min(one.size, other.size), Math.max(one.size, other.size)];
  const unit = isMinutes(measure.outcome) ? '%' : '';
  return isSame ? `${first}${unit} to ${last}${unit} ${one.word}` : `${say(measure, low)} to ${say(measure, high)}`;
}

function sayOwn(measure: TicketMeasure & OwnChange): string {
  const { own, before, after, outcome } = measure;
  const rest = `(${range(measure, own.low, own.high)}), from ${before} before and ${after} after`;
  const { size } = step(measure, own.change);
  if (isMinutes(outcome))
    return size === 0
      ? `As much time on like tickets as before ${rest}.`
      : `${say(measure, own.change)} time on like tickets than before ${rest}.`;
  return size === 0
    ? `As many of 100 like tickets ${WENT[outcome]} as before ${rest}.`
    : `Of 100 like tickets ${say(measure, own.change)} ${WENT[outcome]} than before ${rest}.`;
}

function sayOthers(measure: Measured): string {
  return `${measure.colleagues} colleagues in the same weeks: ${say(measure, measure.beyond.others)}.`;
}

function sayBeyond(measure: Measured): string {
  const { difference, low, high } = measure.beyond;
  const by = `Beyond theirs ${say(measure, difference)} (${range(measure, low, high)})`;
  if (measure.says === 'cannot-tell') return `${by}: it can’t be told whether that is more than chance.`;
  return `${by}: probably ${measure.says} than it would have become anyway.`;
}
