import type { Layer, Picture, PictureInput, Row } from '../../model/picture/types.ts';
import { estimateWidth } from './fit-text.ts';
import { stackDots } from './stack-dots.ts';

/** Where the columns of the picture stand, in px from its left edge. */
export type Columns = {
  /** Layer names stand in a column of their own; else as a heading above their rows. */
  layerColumn: boolean;
  nameX: number;
  nameWidth: number;
  /** The middle line between the two sides. */
  middle: number;
  /** Width of one level. */
  unit: number;
  wordsX: number;
  wordsWidth: number;
};

export type PlacedRow = { row: Row; top: number; centre: number };
/** Where one holder stands on one side. */
export type Dot = { x: number; offset: number; row: Row };
/** Seats of a layer as dots instead of rows, where there are too many for rows. */
export type Strip = { centre: number; technical: Dot[]; people: Dot[] };
export type PlacedLayer = { layer: Layer; top: number; bottom: number; rows: PlacedRow[]; strip: Strip | null };
/** Where the next lead will stand: a row that is only announced. */
export type NextLead = { centre: number; at: number };
/** A team at the bottom, and the line that joins it to its lead. */
export type PlacedTeam = { name: string; people: number; x: number; width: number; joint: string | null };

/** The picture in px, ready to draw. */
export type PictureLayout = {
  width: number;
  height: number;
  columns: Columns;
  layers: PlacedLayer[];
  nextLead: NextLead | null;
  teams: PlacedTeam[];
  /** Top of the rows, bottom of the rows, top of the team boxes. */
  rowsTop: number;
  rowsBottom: number;
  teamsTop: number;
};

const HEAD = 64;
const ROW = 56;
const LAYER_HEADING = 32;
const TEAM_HEIGHT = 32;
const TRACK = 8;
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** The highest level that is drawn; intervals beyond it stop there. */
export const TOP_LEVEL = 5.3;

/** Where a level lies on a side, in px. */
export function levelX({ middle, unit }: Columns, side: 'technical' | 'people', level: number): number {
  const away = (clamp(level, 1, TOP_LEVEL) - 1) * unit;
  return side === 'technical' ? middle - away : middle + away;
}

/** More seats than this are drawn as dots: one strip a layer and side. */
const MOST_ROWS = 12;
const DOT = 12;

/** Places everything for a width, which may not be below about 700 px. */
export function layOutPicture(picture: Picture, teams: readonly Team[], width: number): PictureLayout {
  const strips = picture.layers.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_ROWS;
  const joined = strips ? [] : joinedTeams(picture, teams);
  const columns = placeColumns(width, joined.length);
  const layers: PlacedLayer[] = [];
  let y = HEAD;
  for (const layer of picture.layers) {
    const placed = strips ? placeStrip(layer, columns, y) : placeRows(layer, columns, y);
    layers.push(placed);
    y = placed.bottom;
  }
  const nextLead = picture.nextLeadAt === null ? null : { centre: y + ROW / 2, at: picture.nextLeadAt };
  const rowsBottom = nextLead ? y + ROW : y;
  const teamsTop = rowsBottom + 24 + joined.length * TRACK;
  const others = teams.filter((team) => !joined.includes(team));
  const placed = placeTeams({ columns, layers, joined, others, rowsBottom, teamsTop, width });
  const height = teamsTop + TEAM_HEIGHT + 8;
  return { width, height, columns, layers, nextLead, teams: placed, rowsTop: HEAD, rowsBottom, teamsTop };
}

function placeRows(layer: Layer, columns: Columns, top: number): PlacedLayer {
  const first = top + (columns.layerColumn ? 4 : LAYER_HEADING);
  const rows = layer.rows.map((row, at) => ({ row, top: first + at * ROW, centre: first + at * ROW + ROW / 2 }));
  return { layer, top, bottom: first + layer.rows.length * ROW + 4, rows, strip: null };
}

function placeStrip(layer: Layer, columns: Columns, top: number): PlacedLayer {
  const dots = (side: 'technical' | 'people') => {
    const known = layer.rows.filter((row) => row[side].mean !== null);
    return stackDots(
      known.map((row) => ({ x: levelX(columns, side, row[side].mean!), row })),
      DOT,
    );
  };
  const [technical, people] = [dots('technical'), dots('people')];
  const tallest = Math.max(0, ...[...technical, ...people].map(({ offset }) => Math.abs(offset)));
  const first = top + (columns.layerColumn ? 0 : LAYER_HEADING);
  const height = Math.max(88, tallest * 2 + DOT + 32);
  return { layer, top, bottom: first + height, rows: [], strip: { centre: first + height / 2, technical, people } };
}

function placeColumns(width: number, joints: number): Columns {
  const layerColumn = width >= 1080;
  const gutter = Math.min(joints, 12) * TRACK + 8;
  const nameX = (layerColumn ? 168 : 0) + gutter;
  const nameWidth = clamp(Math.round(width * 0.15), 128, 200);
  const wordsWidth = clamp(Math.round(width * 0.2), 152, 264);
  const wordsX = width - wordsWidth;
  const left = nameX + nameWidth + 16;
  const right = wordsX - 16;
  const unit = (right - left) / 2 / (TOP_LEVEL - 1);
  return { layerColumn, nameX, nameWidth, middle: (left + right) / 2, unit, wordsX, wordsWidth };
}

type Team = PictureInput['teams'][number];

/** Teams whose lead is in the picture, in the order of the rows: then their lines never cross. */
function joinedTeams(picture: Picture, teams: readonly Team[]): Team[] {
  const seats = picture.layers.flatMap(({ rows }) => rows.map(({ seat }) => seat.seatId));
  return seats.flatMap((seatId) => teams.filter(({ leadSeatId }) => leadSeatId === seatId)).slice(0, 12);
}

type TeamPlaces = Pick<PictureLayout, 'columns' | 'layers' | 'rowsBottom' | 'teamsTop' | 'width'> & {
  joined: Team[];
  others: Team[];
};

function placeTeams({ columns, layers, joined, others, rowsBottom, teamsTop, width }: TeamPlaces): PlacedTeam[] {
  const all = [...joined, ...others];
  const room = width - columns.nameX;
  const most = Math.max(1, Math.floor((room + 8) / 96));
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  const rest = all.slice(shown.length);
  const boxes = shown.map(({ name, people }) => ({ name, people }));
  if (rest.length > 0) {
    boxes.push({ name: `${rest.length} more teams`, people: rest.reduce((sum, team) => sum + team.people, 0) });
  }
  const share = (room - (boxes.length - 1) * 8) / boxes.length;
  const wanted = boxes.map(({ name, people }) => clamp(estimateWidth(`${name} · ${people}`, 13) + 24, 88, 240));
  const fits = wanted.reduce((sum, one) => sum + one + 8, -8) <= room;
  const centres = new Map(
    layers.flatMap(({ rows }) => rows.map(({ row, centre }) => [row.seat.seatId, centre] as const)),
  );
  let x = columns.nameX;
  return boxes.map((box, at) => {
    const boxWidth = fits ? wanted[at]! : share;
    const team = shown[at];
    const from = team?.leadSeatId == null ? undefined : centres.get(team.leadSeatId);
    const joint =
      from === undefined || at >= joined.length
        ? null
        : jointPath({ at, of: joined.length, from, to: x + boxWidth / 2, columns, rowsBottom, teamsTop });
    const placed = { ...box, x, width: boxWidth, joint };
    x += boxWidth + 8;
    return placed;
  });
}

type Joint = {
  at: number;
  of: number;
  from: number;
  to: number;
  columns: Columns;
  rowsBottom: number;
  teamsTop: number;
};

/** From a lead's row left into the gutter, down, and along a track of its own to the team: lines nest and never cross. */
function jointPath({ at, of, from, to, columns, rowsBottom, teamsTop }: Joint): string {
  const left = columns.nameX - 8 - (of - at) * TRACK + TRACK;
  const track = rowsBottom + 12 + (of - at) * TRACK - TRACK / 2;
  const r = 4;
  return [
    `M${columns.nameX - 6} ${from}H${left + r}`,
    `Q${left} ${from} ${left} ${from + r}V${track - r}`,
    `Q${left} ${track} ${left + r} ${track}H${to - r}`,
    `Q${to} ${track} ${to} ${track + r}V${teamsTop}`,
  ].join('');
}

/** What the jobs need, as one stepped shape up the picture: left-heavy near the product, right-heavy at the top. */
export function needShape({ columns, layers }: Pick<PictureLayout, 'columns' | 'layers'>): string {
  const right = layers.flatMap(({ layer, top, bottom }) => {
    const x = levelX(columns, 'people', layer.need.people);
    return [`${x} ${top}`, `${x} ${bottom}`];
  });
  const left = [...layers].reverse().flatMap(({ layer, top, bottom }) => {
    const x = levelX(columns, 'technical', layer.need.technical);
    return [`${x} ${bottom}`, `${x} ${top}`];
  });
  return `M${[...right, ...left].join('L')}Z`;
}
