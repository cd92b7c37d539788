import type { Layer, Picture, Row } from '../../model/picture/types.ts';
import { stackDots } from './stack-dots.ts';
import { joinedTeams, type PlacedTeam, placeTeams, TEAM_HEIGHT, type Team, TRACK } from './team-layout.ts';

/** Where the middle line is and how wide a level. */
export type LevelScale = { middle: number; unit: number };

/** Where the columns of the picture stand, in px from its left edge. */
export type Columns = LevelScale & {
  /** Layer names stand in a column of their own; else as a heading above their rows. */
  layerColumn: boolean;
  nameX: number;
  nameWidth: number;
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
const PADDING = 8;
const LAYER_HEADING = 32;
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** The highest level that is drawn; intervals beyond it stop there. */
export const TOP_LEVEL = 5.3;

/** Where a level lies on a side, in px. */
export function levelX({ middle, unit }: LevelScale, side: 'technical' | 'people', level: number): number {
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
  const centreOf = new Map(layers.flatMap(({ rows }) => rows.map(({ row, centre }) => [row.seat.seatId, centre])));
  const placed = placeTeams({ joined, others, centreOf, left: columns.nameX, right: width, rowsBottom, teamsTop });
  const height = teamsTop + TEAM_HEIGHT + 8;
  return { width, height, columns, layers, nextLead, teams: placed, rowsTop: HEAD, rowsBottom, teamsTop };
}

function placeRows(layer: Layer, columns: Columns, top: number): PlacedLayer {
  const first = top + (columns.layerColumn ? PADDING : LAYER_HEADING);
  const rows = layer.rows.map((row, at) => ({ row, top: first + at * ROW, centre: first + at * ROW + ROW / 2 }));
  return { layer, top, bottom: first + layer.rows.length * ROW + PADDING, rows, strip: null };
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
