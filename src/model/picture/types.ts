import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { PersonId, SeatId, SeatState, TeamId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Side } from '../../records/voice/types.ts';
import type { ComingTrial } from '../coming-trials.ts';
import type { UncoveredHours } from '../cover-hours.ts';
import type { Sight } from '../sight.ts';

/** One side of a seat's holder, as the picture needs it: plain numbers, so that a browser can redraw from them. */
export type PictureSide = {
  mean: number;
  /** 80% interval. */
  low: number;
  high: number;
  sd: number;
  /** 0 nothing known, 1 all known. */
  evidence: number;
};

/** One seat with everything that its row shows. */
export type PictureSeat = {
  seatId: SeatId;
  title: string;
  /** Team's name, else the title: what sentences call it. */
  place: string;
  teamId: TeamId | null;
  reportsTo: SeatId | null;
  state: SeatState;
  /** How much of its holder is shown; hidden: the seat is drawn by its role alone. */
  sight: Sight;
  /** Who holds it or acts in it: opens what stands behind the bars. */
  holderId: PersonId | null;
  holderName: string | null;
  actingUntil: Day | null;
  plannedFor: Day | null;
  openSince: Day | null;
  /** Who leads it on trial from a day still to come, where that is the reader's to read; null: nobody. */
  coming: ComingTrial | null;
  /** Steps to the product; null: asked. */
  steps: number | null;
  /** The holder's sides; null where nobody holds the seat. */
  technical: PictureSide | null;
  people: PictureSide | null;
  load: { reports: number; needed: Hours; left: Hours | null; short: Hours | null } | null;
  /** A technical second is needed and nobody was found. */
  nobodyToJumpIn: boolean;
  /** Hours of the coming week in which its team has nobody able to jump in; null: no team, or not known. */
  jumpIn: UncoveredHours | null;
};

/** Everything the picture and its sentence are drawn from: serialisable, so that the size control redraws in the browser. */
export type PictureInput = {
  firmName: string;
  /** Technicians today. */
  technicians: number;
  playbook: Playbook;
  seats: PictureSeat[];
  teams: { teamId: TeamId; name: string; people: number; leadSeatId: SeatId | null }[];
};

/**
 * solid: what the holder brings, up to the need; beyond: above the need; missing: probably missing (hatched);
 * unknown: can't be told yet (pale); outline: the need of an open seat; dashed: the need of a planned one.
 */
type BarLook = 'solid' | 'beyond' | 'missing' | 'unknown' | 'outline' | 'dashed';

/** A bar from one level to another, both 1 to 5, counted outwards from the middle line. */
export type Bar = { look: BarLook; from: number; to: number };

/** One side of one row, in levels. */
export type RowSide = {
  side: Side;
  need: number;
  /** What the holder brings; null where nobody holds the seat or nothing is known. */
  mean: number | null;
  /** Probably below the need, told by enough evidence. */
  missing: boolean;
  /** Probably at the need, told by enough evidence. Neither of both: can't be told yet. */
  enough: boolean;
  bars: Bar[];
  /** 80%; null where nothing is known. May reach beyond 1 to 5. */
  interval: { low: number; high: number } | null;
};

/** One seat of the picture. */
export type Row = {
  seat: PictureSeat;
  technical: RowSide;
  people: RowSide;
  /** The right-hand column; empty: nothing to say. */
  words: string;
  /** How much is probably missing on the worse side, in levels. */
  gap: number;
};

/** Seats as far from the product as each other. */
export type Layer = {
  /** Steps to the product; null: not known yet. */
  steps: number | null;
  /** "Leads the work". */
  name: string;
  note: string;
  /** What its jobs need: the grey. */
  need: { technical: number; people: number };
  rows: Row[];
};

/** The balance picture in levels and layers, the farthest from the product first. */
export type Picture = {
  layers: Layer[];
  /** Seats, the worst gap first: the order of blocks on a phone. */
  worstFirst: Row[];
  /** With one lead: about how many technicians make a second one due; else null. */
  nextLeadAt: number | null;
  /** The size that the need is drawn for. */
  technicians: number;
};
