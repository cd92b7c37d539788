import { level } from '../../base/units.ts';
import type { Demand } from '../../records/verdicts/types.ts';
import type { Side } from '../../records/voice/types.ts';
import { SIDES } from '../competency-space.ts';
import { sayLacking } from '../cover-words.ts';
import { findLeaderKind, sayLeaderKind } from '../demand.ts';
import { isShortOfHours } from '../load.ts';
import { capitalise, countOf, joinNames } from '../words.ts';
import { findSide, type SideFinding } from './seat-state.ts';
import type { PictureInput, PictureSeat } from './types.ts';

/**
 * The sentence above the picture. It names what is probably missing, at most two things, and claims balance only where
 * every side of every held seat is probably enough.
 */
export function sayPicture(input: PictureInput, technicians: number): string {
  if (input.seats.length === 0) return 'No seats yet: say who leads what, and the picture begins.';
  const shown = input.seats.filter((seat) => seat.sight !== 'hidden');
  const held = shown.filter((seat) => seat.holderName !== null);
  const partly = shown.length < input.seats.length;
  if (held.length === 0 && input.seats.length > 2 && !partly) return sayAllOpen(input, technicians);
  const claims = [
    ...sayHours(input, held),
    ...saySides(input, held, technicians),
    ...sayOpen(shown.filter((seat) => seat.holderName === null && seat.state !== 'planned')),
  ];
  const size = technicians === input.technicians ? '' : `With ${countOf(technicians, 'technician', 'technicians')}: `;
  if (claims.length > 0) {
    const more = claims.length - 2;
    const rest = more > 0 ? ` ${capitalise(countOf(more, 'more thing is', 'more things are'))} probably missing.` : '';
    return `${size}${capitaliseFirst(joinClaims(claims.slice(0, 2)), size)}.${rest}`;
  }
  // Who is shown a part can't be told about the whole.
  if (partly) return `${size}${capitaliseFirst('nothing that is shown to you is surely missing.', size)}`;
  return `${size}${capitaliseFirst(sayNothingMissing(input, held, technicians), size)}`;
}

/** Something that is probably missing: where, and what; a claim about no single place says all of it in `says`. */
type Claim = { place: string | null; says: string };

const ofFirm = (says: string): Claim => ({ place: null, says });
const sayClaim = ({ place, says }: Claim): string => (place === null ? says : `${place} ${says}`);

/** Two things about one place are one clause: its name is said once. */
function joinClaims([one, other]: readonly Claim[]): string {
  if (one === undefined || other === undefined) return one === undefined ? '' : sayClaim(one);
  const isSame = one.place !== null && one.place === other.place;
  return isSame ? `${sayClaim(one)} and ${other.says}` : `${sayClaim(one)}, and ${sayClaim(other)}`;
}

/** A firm whose leads nobody has named yet, such as a bare ticket log: what they ask for is all that can be said. */
function sayAllOpen(input: PictureInput, technicians: number): string {
  const kinds = new Set(input.seats.map((seat) => findLeaderKind(needsOf(seat, input, technicians), input.playbook)));
  const [kind, other] = [...kinds];
  const each = other === undefined && kind !== undefined ? ` ${sayLeaderKind('Each', kind)}` : '';
  return `Nobody is named for any of the ${input.seats.length} seats yet.${each}`;
}

function needsOf(seat: PictureSeat, input: PictureInput, technicians: number): Demand {
  const need = (side: Side) => level(findSide(seat, side, input, technicians).need);
  return { technical: need('technical'), people: need('people') };
}

function capitaliseFirst(text: string, before: string): string {
  return before === '' ? capitalise(text) : text;
}

function sayHours({ playbook }: PictureInput, held: readonly PictureSeat[]): Claim[] {
  const short = held
    .filter((seat) => seat.load && isShortOfHours(seat.load, playbook))
    .sort((one, other) => other.load!.short! - one.load!.short!)
    .map((seat) => seat.place);
  if (short.length === 0) return [];
  if (short.length > 3) return [ofFirm(`${countOf(short.length, 'lead has', 'leads have')} too few hours`)];
  return [
    short.length === 1
      ? { place: short[0]!, says: "has outgrown its lead's hours" }
      : ofFirm(`${joinNames(short, 'and')} have outgrown their leads' hours`),
  ];
}

function saySides(input: PictureInput, held: readonly PictureSeat[], technicians: number): Claim[] {
  const found = held.flatMap((seat) =>
    SIDES.map((side) => ({ seat, finding: findSide(seat, side, input, technicians) })),
  );
  const gap = ({ need, mean }: SideFinding) => need - (mean ?? need);
  return found
    .filter(({ finding }) => finding.state === 'missing')
    .sort((one, other) => gap(other.finding) - gap(one.finding))
    .map(({ seat, finding }) => {
      if (finding.side === 'people') return { place: seat.place, says: sayShortOf('people') };
      const lacking = seat.jumpIn ? sayLacking(seat.jumpIn) : seat.nobodyToJumpIn ? 'nobody to jump in' : null;
      return { place: seat.place, says: lacking !== null ? `has ${lacking}` : sayShortOf('technical') };
    });
}

const sayShortOf = (side: Side): string => `probably needs more ${side} leadership than it has`;

function sayOpen(open: readonly PictureSeat[]): Claim[] {
  if (open.length === 0) return [];
  if (open.length > 2) return [ofFirm(`${countOf(open.length, 'seat', 'seats')} are open`)];
  const said = open.map((seat) => (seat.teamId === null ? `${seat.title} is open` : `${seat.place} has no lead`));
  return [ofFirm(joinNames(said, 'and'))];
}

function sayNothingMissing(input: PictureInput, held: readonly PictureSeat[], technicians: number): string {
  const sides = held.flatMap((seat) => SIDES.map((side) => findSide(seat, side, input, technicians)));
  const unknown = sides.filter((one) => one.state === 'unknown').length;
  if (sides.length === 0) return 'nobody holds a seat yet.';
  if (unknown === sides.length) return 'too little is known to say whether your leadership is balanced for this size.';
  if (unknown > 0)
    return `nothing is surely missing, but ${countOf(unknown, 'side', 'sides')} of ${sides.length} can't be told yet.`;
  return 'your leadership probably has what this size needs.';
}
