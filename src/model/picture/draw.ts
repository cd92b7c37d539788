import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Side } from '../../records/voice/types.ts';
import { sayComing } from '../coming-trials.ts';
import { sayNobody } from '../cover-words.ts';
import { findDemand } from '../demand.ts';
import { sayLoad, sayNoTime } from '../load.ts';
import { countOf, sayDay, sayMonth } from '../words.ts';
import { findSide, type SideFinding } from './seat-state.ts';
import type { Bar, Layer, Picture, PictureInput, PictureSeat, Row, RowSide } from './types.ts';

/**
 * The balance picture for a number of technicians: layers from the top of the firm down to the product, every length in
 * levels. The number moves the need; the structure and the holders stay as they are. Screens and print lay it out.
 */
export function drawPicture(input: PictureInput, technicians: number): Picture {
  const bySteps = Map.groupBy(input.seats, (seat) => seat.steps);
  const layers = [...bySteps]
    .sort(([one], [other]) => (other ?? -1) - (one ?? -1))
    .map(([steps, seats]): Layer => {
      const { technical, people } = findDemand(steps ?? 1, technicians, input.playbook);
      const rows = seats.map((seat) => drawRow(seat, input, technicians));
      return { steps, ...nameLayer(steps, seats), need: { technical, people }, rows };
    });
  const rows = layers.flatMap((layer) => layer.rows);
  return {
    layers,
    worstFirst: [...rows].sort((one, other) => other.gap - one.gap),
    nextLeadAt: input.seats.length === 1 ? input.playbook['answers.next-lead-at'] : null,
    technicians,
  };
}

function nameLayer(steps: number | null, seats: readonly PictureSeat[]): Pick<Layer, 'name' | 'note'> {
  if (steps === null) return { name: 'Not placed yet', note: 'say who is below' };
  if (steps === 0) return { name: 'Does the work', note: 'hands-on' };
  if (steps === 1) return { name: 'Leads the work', note: 'one step from the product' };
  const top = seats.every((seat) => seat.reportsTo === null);
  const note = countOf(steps, 'step', 'steps');
  return { name: steps >= 3 || top ? 'Leads the firm' : 'Leads the leads', note };
}

function drawRow(seat: PictureSeat, input: PictureInput, technicians: number): Row {
  const draw = (side: Side) => drawSide(seat, findSide(seat, side, input, technicians));
  const technical = draw('technical');
  const people = draw('people');
  const gapOf = ({ missing, need, mean }: RowSide) => (missing && mean !== null ? need - mean : 0);
  return {
    seat,
    technical,
    people,
    words: sayRow(seat, input.playbook),
    gap: Math.max(gapOf(technical), gapOf(people)),
  };
}

function drawSide(seat: PictureSeat, finding: SideFinding): RowSide {
  const { side, need, mean, state } = finding;
  const strength = mean === null ? null : seat[side];
  return {
    side,
    need,
    mean,
    missing: state === 'missing',
    enough: state === 'enough',
    bars: drawBars(seat, finding).filter((bar) => bar.to > bar.from),
    interval: strength && { low: strength.low, high: strength.high },
  };
}

/** Colour up to the need, faded beyond it, hatched where it is probably missing, pale where it can't be told. */
function drawBars(seat: PictureSeat, { need, mean, state }: SideFinding): Bar[] {
  if (seat.sight === 'hidden') return [];
  if (seat.holderName === null) return [{ look: seat.state === 'planned' ? 'dashed' : 'outline', from: 1, to: need }];
  // Nothing measured: the pale bar says that a need is there, not that a level is.
  if (mean === null) return [{ look: 'unknown', from: 1, to: need }];
  const shown = Math.min(5, Math.max(1, mean));
  const held = Math.min(shown, need);
  if (state === 'missing')
    return [
      { look: 'solid', from: 1, to: held },
      { look: 'missing', from: held, to: need },
    ];
  return [
    { look: state === 'enough' ? 'solid' : 'unknown', from: 1, to: held },
    { look: 'beyond', from: need, to: shown },
  ];
}

function sayRow(seat: PictureSeat, playbook: Playbook): string {
  if (seat.sight === 'hidden') return 'not shown to you';
  if (seat.holderName === null) return sayEmpty(seat);
  const trial = seat.actingUntil ? `trial until ${sayDay(seat.actingUntil)}` : 'on trial';
  const parts = [
    seat.state === 'acting' ? trial : null,
    seat.jumpIn ? sayNobody(seat.jumpIn) : seat.nobodyToJumpIn ? 'nobody can jump in' : null,
    seat.load && (sayNoTime(seat.load, playbook) ?? sayLoad(seat.load)),
  ].filter((part) => part !== null);
  return parts.map((part, at) => (at === 0 ? part : lowerFirst(part))).join('; ');
}

function sayEmpty({ state, plannedFor, openSince, coming, jumpIn }: PictureSeat): string {
  const planned = plannedFor ? `planned for ${sayMonth(plannedFor)}` : 'planned';
  const open = openSince ? `open since ${sayMonth(openSince)}` : 'open';
  const parts = [
    state === 'planned' ? planned : open,
    coming && sayComing(coming),
    state === 'planned' ? null : jumpIn && sayNobody(jumpIn),
  ];
  return parts.filter((part) => part !== null).join('; ');
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
