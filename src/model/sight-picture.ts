import type { PictureInput, PictureSeat } from './picture/types.ts';
import type { Sights } from './sight.ts';

/**
 * The picture as far as a reader may see it. `ownOnly`: a lead sees their own row; every other is drawn by its role alone,
 * with neither name, bars nor hours. `whole`: seats whose advice is shown in full.
 */
export function cutPicture(
  input: PictureInput,
  sights: Sights,
  { ownOnly, whole }: { ownOnly: boolean; whole: ReadonlySet<number> },
): PictureInput {
  if (sights.everything) return input;
  const seats = input.seats.map((seat) => {
    const { holderId } = seat;
    // Of an open seat a lead isn't told about the team that waits for it.
    if (holderId === null) return ownOnly ? { ...seat, jumpIn: null } : seat;
    const sight = ownOnly && holderId !== sights.self ? 'hidden' : sights.of(holderId);
    if (sight === 'hidden') return byRoleOnly(seat);
    // That nobody can jump in is told by the strengths of those below.
    return { ...seat, sight, nobodyToJumpIn: seat.nobodyToJumpIn && whole.has(seat.seatId) };
  });
  return { ...input, seats };
}

function byRoleOnly(seat: PictureSeat): PictureSeat {
  return {
    ...seat,
    sight: 'hidden',
    state: 'held',
    holderId: null,
    holderName: null,
    actingUntil: null,
    technical: null,
    people: null,
    load: null,
    nobodyToJumpIn: false,
    jumpIn: null,
  };
}
