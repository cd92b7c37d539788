import type { Picture, PictureInput } from '../../model/picture/types.ts';
import type { SeatId } from '../../records/people/types.ts';
import { estimateWidth } from './fit-text.ts';

export type Team = PictureInput['teams'][number];

/** A team at the bottom, and the line that joins it to its lead; null where nobody in the picture leads it. */
export type PlacedTeam = { name: string; people: number; x: number; width: number; joint: string | null };

export const TEAM_HEIGHT = 32;
/** Between the lines that join teams to their leads, in px. */
export const TRACK = 8;
const GAP = 8;
const NARROWEST = 120;
const WIDEST = 240;
const MOST_JOINED = 12;

/** Teams whose lead is in the picture, in the order of the rows: then their lines never cross. */
export function joinedTeams(picture: Picture, teams: readonly Team[]): Team[] {
  const seats = picture.layers.flatMap(({ rows }) => rows.map(({ seat }) => seat.seatId));
  return seats.flatMap((seatId) => teams.filter((team) => team.leadSeatId === seatId)).slice(0, MOST_JOINED);
}

type Places = {
  joined: readonly Team[];
  others: readonly Team[];
  /** Middle of each seat's row. */
  centreOf: ReadonlyMap<SeatId, number>;
  left: number;
  right: number;
  rowsBottom: number;
  teamsTop: number;
};

/** The teams in one line at the bottom; those without room share a last box. */
export function placeTeams(places: Places): PlacedTeam[] {
  const { joined, others, centreOf, left, right } = places;
  const boxes = measure([...joined, ...others], right - left);
  let x = left;
  return boxes.map(({ team, name, people, width }, at) => {
    const from = team?.leadSeatId == null ? undefined : centreOf.get(team.leadSeatId);
    const joint = from === undefined || at >= joined.length ? null : joinTeam(places, at, from, x + width / 2);
    const box = { name, people, x, width, joint };
    x += width + GAP;
    return box;
  });
}

type Box = { team: Team | undefined; name: string; people: number; width: number };

/** As wide as their names want; all alike where there isn't room for that. */
function measure(teams: readonly Team[], room: number): Box[] {
  const most = Math.max(1, Math.floor((room + GAP) / (NARROWEST + GAP)));
  // Where not every team has room, the largest are shown.
  const sorted = teams.length > most ? teams.toSorted((a, b) => b.people - a.people) : teams;
  const shown = sorted.slice(0, teams.length > most ? most - 1 : most);
  const rest = sorted.slice(shown.length);
  const boxes: Omit<Box, 'width'>[] = shown.map((team) => ({ team, name: team.name, people: team.people }));
  if (rest.length > 0) {
    const people = rest.reduce((sum, team) => sum + team.people, 0);
    boxes.push({ team: undefined, name: `${rest.length} more`, people });
  }
  const wanted = boxes.map(({ name, people }) =>
    Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(estimateWidth(`${name} · ${people}`, 13)) + 24)),
  );
  const fits = wanted.reduce((sum, width) => sum + width + GAP, -GAP) <= room;
  const share = Math.floor((room + GAP) / Math.max(1, boxes.length)) - GAP;
  return boxes.map((box, at) => ({ ...box, width: fits ? wanted[at]! : share }));
}

/**
 * From a lead's row left into the gutter, down, and along a track of its own to the team. The lines of higher rows lie
 * outside those of lower ones: no two cross and none runs through a row.
 */
function joinTeam({ joined, left: edge, rowsBottom, teamsTop }: Places, at: number, from: number, to: number): string {
  const after = joined.length - 1 - at;
  const left = edge - 12 - after * TRACK;
  const track = rowsBottom + 12 + (after + 0.5) * TRACK;
  const r = 4;
  return [
    `M${edge - 6} ${from}H${left + r}`,
    `Q${left} ${from} ${left} ${from + r}V${track - r}`,
    `Q${left} ${track} ${left + r} ${track}H${to - r}`,
    `Q${to} ${track} ${to} ${track + r}V${teamsTop}`,
  ].join('');
}
