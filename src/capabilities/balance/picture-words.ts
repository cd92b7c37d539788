import type { Row, RowSide } from '../../model/picture/types.ts';

const level = (value: number) => value.toFixed(1);

/** What a side is called, as its column is. */
export const SIDE_NAMES = { technical: 'knows the work', people: 'leads people' } as const;

/** How one side stands to the need: "about 2.6, probably short of 4.0". Claims no more than the picture shows. */
export function saySide(side: RowSide, held: boolean): string {
  const need = level(side.need);
  if (!held) return `needs ${need}`;
  if (side.mean === null) return `not known yet; needs ${need}`;
  const about = `about ${level(side.mean)}`;
  if (side.missing) return `${about}, probably short of ${need}`;
  if (side.enough) return `${about}, probably enough for ${need}`;
  return `${about}; can't be told yet against ${need}`;
}

/** Who sits in a row, in a word or two. */
export function sayWho({ seat }: Row): string {
  if (seat.sight === 'hidden') return 'Held';
  return seat.holderName ?? (seat.state === 'planned' ? 'Planned' : 'Open');
}

/** What a side of a row opens: the holder's evidence where it is open to the reader, else what the job needs. */
export function doorOf({ seat }: Row, side: RowSide['side']): string {
  const open = seat.sight === 'open' && seat.holderId !== null;
  return open ? `strength/${seat.holderId}/${side}` : `demand/${seat.seatId}/${side}`;
}

/** The seat's title; an acting holder is said to act. */
export function sayTitle({ seat }: Row): string {
  return seat.state === 'acting' ? `Acting · ${seat.title}` : seat.title;
}

/** So many are named before the rest is counted. */
const NAMED = 3;

/** A strip in words: only those who are probably short are named. Empty: nothing to say. */
export function sayStrip(rows: readonly Row[]): string {
  const short = (side: 'technical' | 'people') => rows.filter((row) => row[side].missing).map(sayWho);
  const empty = rows.filter(({ seat }) => seat.holderName === null && seat.sight !== 'hidden');
  const planned = empty.filter(({ seat }) => seat.state === 'planned').length;
  const open = empty.length - planned;
  const parts = [
    sayShort('with people', short('people')),
    sayShort('with the work', short('technical')),
    open > 0 ? `${open} open` : null,
    planned > 0 ? `${planned} planned` : null,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

function sayShort(what: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const shown = names.length > NAMED ? names.slice(0, NAMED - 1) : names;
  const rest = names.length - shown.length;
  return `short ${what}: ${[...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}`;
}

/** The row that is only announced while one lead is enough. */
export function sayNextLead(at: number, technicians: number): string {
  return technicians >= at ? `worth a look: due from about ${at} technicians` : `at about ${at} technicians`;
}
