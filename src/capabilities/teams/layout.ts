import type { NodeTie } from '../../model/help-picture.ts';
import type { ShownHelp, ShownNode } from '../../model/sight-help.ts';

/** A row of the picture: a dot with its name beside it; px. */
export type Row = {
  node: ShownNode;
  y: number;
  /** Radius of the dot: its area is the tickets of their own. */
  dot: number;
  /** Thickness of the ring around it: the tickets they resolved for others. */
  ring: number;
};

/** A team's rows under its heading. */
export type Cluster = { key: string; bank: Bank; top: number; height: number; rows: Row[] };

/** On which side of the picture; where there is room for one only, on the left. */
export type Bank = 'left' | 'right';

/** A curve from whoever was helped to whoever helped. */
export type Curve = { key: string; path: string; width: number; tie: NodeTie; between: boolean };

export type HelpLayout = {
  width: number;
  height: number;
  /** Where the dots of a bank stand. */
  x: Record<Bank, number>;
  clusters: Cluster[];
  curves: Curve[];
  /** Ties that could be drawn, and rows that could. */
  ties: number;
  rows: number;
};

/** How much a picture can hold and still be read. */
const MOST_ROWS = 60;
const MOST_CURVES = { two: 48, one: 28 };
/** Narrower than this there is one bank. */
const TWO_BANKS = 720;
const ROW = 30;
const HEADING = 40;
const GAP = 20;
const MOST_DOT = 7;
const MOST_RING = 6;
const MOST_WIDTH = 7;

/** Lays the network out: teams in two banks, the largest first, dots towards the middle, curves between them. No dice. */
export function layOutHelp(help: Pick<ShownHelp, 'nodes' | 'ties'>, width: number, only: string | null): HelpLayout {
  const two = width >= TWO_BANKS;
  const chosen = [...help.nodes].sort((a, b) => takesPart(b) - takesPart(a)).slice(0, MOST_ROWS);
  const names = two ? Math.min(320, width * 0.27) : Math.min(180, width * 0.46);
  const x = { left: names + 18, right: width - names - 18 };
  const { clusters, height } = stack(chosen, two);
  const places = new Map(
    clusters.flatMap(({ key, bank, rows }) => rows.map((row) => [row.node.key, { row, bank, key }])),
  );
  const possible = help.ties.filter(({ from, to }) => places.has(from) && places.has(to));
  const wanted = only === null ? possible : possible.filter(({ from, to }) => from === only || to === only);
  const strongest = [...wanted].sort((a, b) => b.tickets - a.tickets).slice(0, two ? MOST_CURVES.two : MOST_CURVES.one);
  const most = Math.max(1, ...help.ties.map(({ tickets }) => tickets));
  const room = two ? x.right - x.left : width - x.left;
  const curves = strongest.map((tie): Curve => {
    const [from, to] = [places.get(tie.from)!, places.get(tie.to)!];
    const ends = { from: { ...from, x: x[from.bank] }, to: { ...to, x: x[to.bank] } };
    return {
      key: `${tie.from} ${tie.to}`,
      path: from.bank === to.bank ? arc(ends, room, two) : crossing(ends),
      width: 1 + (MOST_WIDTH - 1) * Math.sqrt(tie.tickets / most),
      tie,
      between: from.key !== to.key || from.row.node.teamId === null,
    };
  });
  return { width, height, x, clusters, curves, ties: help.ties.length, rows: help.nodes.length };
}

const takesPart = ({ given, received, within }: ShownNode) => given + received + within;

/** The cluster a knot stands in: its team; whoever is in none, all together. */
const clusterOf = ({ teamId }: ShownNode) => (teamId === null ? 'none' : `team${teamId}`);

function stack(nodes: readonly ShownNode[], two: boolean): { clusters: Cluster[]; height: number } {
  const groups = new Map<string, ShownNode[]>();
  for (const node of nodes) groups.set(clusterOf(node), [...(groups.get(clusterOf(node)) ?? []), node]);
  const bottom = { left: 0, right: 0 };
  const size = scales(nodes);
  const clusters = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, members]): Cluster => {
      const bank: Bank = two && bottom.right < bottom.left ? 'right' : 'left';
      const top = bottom[bank];
      const height = HEADING + members.length * ROW;
      bottom[bank] = top + height + GAP;
      const rows = inOrder(members).map((node, at) => ({ node, y: top + HEADING + (at + 0.5) * ROW, ...size(node) }));
      return { key, bank, top, height, rows };
    });
  return { clusters, height: Math.max(bottom.left, bottom.right) - GAP };
}

/** Who helped most first; whoever isn't named last. */
const inOrder = (nodes: readonly ShownNode[]) =>
  [...nodes].sort((a, b) => Number(b.kind === 'person') - Number(a.kind === 'person') || b.given - a.given);

function scales(nodes: readonly ShownNode[]): (node: ShownNode) => { dot: number; ring: number } {
  const people = nodes.filter(({ kind }) => kind === 'person');
  const most = (of: (node: ShownNode) => number) => Math.max(1, ...people.map(of));
  const [own, given] = [most((node) => node.own), most((node) => node.given)];
  // A team's numbers are no person's: it is drawn as a square of one size.
  return (node) =>
    node.kind === 'person'
      ? { dot: 2 + (MOST_DOT - 2) * Math.sqrt(node.own / own), ring: (MOST_RING * node.given) / given }
      : { dot: MOST_DOT, ring: 0 };
}

type End = { row: Row; bank: Bank; x: number };
type Ends = { from: End; to: End };

/** How far a curve stays away from a dot. */
const reach = ({ dot, ring }: Row) => dot + (ring > 0 ? ring + 2 : 0) + 3;

/** Within one bank: a bow towards the middle, the deeper the further it goes; up and down don't lie on each other. */
function arc({ from, to }: Ends, room: number, two: boolean): string {
  const inward = from.bank === 'left' ? 1 : -1;
  const far = Math.abs(to.row.y - from.row.y);
  const depth = Math.min(room * (two ? 0.42 : 0.85), 26 + far * 0.42) * (to.row.y > from.row.y ? 1 : 0.86);
  const [x1, x2] = [from.x + inward * reach(from.row), to.x + inward * (reach(to.row) + 6)];
  return `M${n(x1)} ${n(from.row.y)}C${n(x1 + inward * depth)} ${n(from.row.y)} ${n(x2 + inward * depth)} ${n(to.row.y)} ${n(x2)} ${n(to.row.y)}`;
}

/** From one bank to the other. */
function crossing({ from, to }: Ends): string {
  const inward = from.bank === 'left' ? 1 : -1;
  const [x1, x2] = [from.x + inward * reach(from.row), to.x - inward * (reach(to.row) + 6)];
  const bend = (x2 - x1) * 0.5;
  return `M${n(x1)} ${n(from.row.y)}C${n(x1 + bend)} ${n(from.row.y)} ${n(x2 - bend)} ${n(to.row.y)} ${n(x2)} ${n(to.row.y)}`;
}

const n = (value: number) => Math.round(value * 10) / 10;
