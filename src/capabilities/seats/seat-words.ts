import { PLAYBOOK, type PlaybookKey } from '../../records/playbook/definitions.ts';
import type { Distance, LeaderKind, Verdict } from '../../records/verdicts/types.ts';
import type { SeatRow } from './contract.ts';

const STEPS = ['hands-on with the product', 'one step from the product', 'two steps from the product'];
const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** "one step from the product". */
export function sayDistance(distance: Distance): string {
  if (distance.status === 'asked') return 'distance not known yet';
  return STEPS[distance.steps] ?? `${COUNTS[distance.steps] ?? distance.steps} steps from the product`;
}

/** Which side comes first, in two or three words. */
export const KIND_SHORT: Record<LeaderKind, string> = {
  'technical-first': 'technical first',
  both: 'both alike',
  'people-first': 'people first',
};

/** Who sits there, in words: "Tom Okafor, acting until March 31, 2027", "open since June 1, 2026". */
export function sayHolder(
  { seat, holderName, coming }: Pick<SeatRow, 'seat' | 'holderName' | 'coming'>,
  sayDay: (day: string) => string,
): string {
  const then = coming === null ? '' : `; ${coming.name} on trial from ${sayDay(coming.fromDay)}`;
  if (seat.state === 'planned')
    return `${seat.plannedFor ? `planned for ${sayDay(seat.plannedFor)}` : 'planned'}${then}`;
  if (seat.state === 'vacant' || holderName === null)
    return `${seat.openSince ? `open since ${sayDay(seat.openSince)}` : 'open'}${then}`;
  if (seat.state !== 'acting') return holderName;
  return seat.actingUntil ? `${holderName}, acting until ${sayDay(seat.actingUntil)}` : `${holderName}, acting`;
}

/** The advice without the sentence on the kind of leader, which stands above it on the seat's page. */
export function sayAnswer(verdict: Pick<Verdict, 'sentence' | 'kindSentence'>): string {
  const { sentence, kindSentence } = verdict;
  const rest = sentence.startsWith(kindSentence) ? sentence.slice(kindSentence.length).trim() : sentence;
  return rest || sentence;
}

/** Title of a playbook value, for the door that opens it. */
export const sayRule = (key: PlaybookKey): string => PLAYBOOK[key].title;

/** What stands behind a door on a seat's page, in words: `strength/12/people` → "Priya with people". */
export function sayDoor(reference: string, names: ReadonlyMap<number, string>): string {
  const [kind = '', id = '', part = ''] = reference.split('/');
  const person = shorten(names.get(Number(id)) ?? 'this person');
  switch (kind) {
    case 'strength':
      return `${person} ${part === 'people' ? 'with people' : 'with the work'}`;
    case 'competency':
      return `${person}, ${part.replaceAll('-', ' ')}`;
    case 'tickets':
      return `${person}, tickets`;
    case 'demand':
      return part === 'people' ? 'what it needs with people' : 'what it needs with the work';
    case 'distance':
      return 'its distance';
    case 'load':
      return 'its hours';
    case 'playbook':
      return Object.hasOwn(PLAYBOOK, id) ? sayRule(id as PlaybookKey) : id;
    default:
      return reference.replaceAll('/', ' ');
  }
}

const LONGEST = 40;

/** A name that fits into a line; whole where it is short enough. */
function shorten(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : name;
}
