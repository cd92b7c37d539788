import { measureBetweenness } from '../science/network/betweenness.ts';
import { type Graph, joinEdges } from '../science/network/graph.ts';
import { rankPages } from '../science/network/page-rank.ts';
import type { HelpNetwork } from './help.ts';
import type { HelpNode, HelpPicture } from './help-picture.ts';

/** How one knot stands in the network as it is drawn; tickets where no unit is said. */
export type HelpMeasures = {
  /** Where tickets end up that are handed on and on: PageRank from who was helped to who helped, 0 to 1. */
  endsUp: number;
  /** Of the shortest ways between people of different teams, the share that leads over this knot, 0 to 1. */
  ways: number;
  /** With other teams, given and got. */
  between: number;
  /** With how many other teams. */
  reaches: number;
};

/** Who stands out. Only people who are named in the picture. */
export type HelpFindings = {
  /** The one with most tickets between teams, and their share of them; null: nobody. */
  through: { key: string; share: number } | null;
  /** Over whom ways between teams lead, most first; at most three. */
  bridges: string[];
  /** Who resolves at least the playbook's share of all that is handed on, and whether they have more own tickets than most. */
  bottlenecks: { key: string; share: number; loaded: boolean }[];
};

/** What counts as a team here: whoever is in none stands alone. */
const sideOf = ({ key, teamId }: HelpNode): string => (teamId === null ? key : `team${teamId}`);

/** Measures every knot. PageRank and betweenness as igraph has them, on the drawn network (`src/science/network`). */
export function measurePicture({ nodes, ties }: Pick<HelpPicture, 'nodes' | 'ties'>): Map<string, HelpMeasures> {
  const place = new Map(nodes.map(({ key }, at) => [key, at]));
  const edges = ties.map(({ from, to, tickets }) => ({ from: place.get(from)!, to: place.get(to)!, weight: tickets }));
  const graph = joinEdges(nodes.length, edges);
  const isBetween = (a: number, b: number) => sideOf(nodes[a]!) !== sideOf(nodes[b]!);
  const pairs = countPairs(graph, isBetween);
  const endsUp = rankPages(graph);
  const ways = measureBetweenness(graph, isBetween);
  const with_ = nodes.map(() => ({ tickets: 0, sides: new Set<string>() }));
  for (const { from, to, weight } of edges) {
    if (!isBetween(from, to)) continue;
    for (const [one, other] of [[from, to] as const, [to, from] as const]) {
      with_[one]!.tickets += weight;
      with_[one]!.sides.add(sideOf(nodes[other]!));
    }
  }
  return new Map(
    nodes.map(({ key }, at) => [
      key,
      {
        endsUp: endsUp[at]!,
        ways: pairs === 0 ? 0 : ways[at]! / pairs,
        between: with_[at]!.tickets,
        reaches: with_[at]!.sides.size,
      },
    ]),
  );
}

/** How many ordered pairs are joined by any way at all. */
function countPairs({ nodes, start, to }: Graph, counts: (a: number, b: number) => boolean): number {
  let pairs = 0;
  for (let source = 0; source < nodes; source++) {
    const seen = new Set([source]);
    for (const node of seen) for (let e = start[node]!; e < start[node + 1]!; e++) seen.add(to[e]!);
    for (const node of seen) if (node !== source && counts(source, node)) pairs += 1;
  }
  return pairs;
}

const MOST_BRIDGES = 3;

/** Finds who stands out. `share`: the playbook's, from which somebody carries the help. */
export function findInPicture(
  picture: HelpPicture,
  measures: ReadonlyMap<string, HelpMeasures>,
  network: HelpNetwork,
  share: number,
): HelpFindings {
  const named = picture.nodes.filter(({ personId }) => personId !== null);
  const sides = new Map(picture.nodes.map((node) => [node.key, sideOf(node)]));
  const all = picture.ties.reduce((sum, { tickets }) => sum + tickets, 0);
  const between = picture.ties.filter(({ from, to }) => sides.get(from) !== sides.get(to));
  const crossing = between.reduce((sum, { tickets }) => sum + tickets, 0);
  const by = (one: (key: string) => number) =>
    named.map(({ key }) => ({ key, value: one(key) })).sort((a, b) => b.value - a.value);
  const first = by((key) => measures.get(key)!.between)[0];
  const carriers = by((key) => givenBy(picture, key) / Math.max(1, all)).filter(({ value }) => value >= share);
  return {
    through: first && first.value > 0 ? { key: first.key, share: first.value / crossing } : null,
    bridges: by((key) => measures.get(key)!.ways)
      .filter(({ value }) => value > 0)
      .slice(0, MOST_BRIDGES)
      .map(({ key }) => key),
    bottlenecks: carriers.map(({ key, value }) => ({ key, share: value, loaded: isLoaded(network, named, key) })),
  };
}

const givenBy = ({ ties }: HelpPicture, key: string) =>
  ties.reduce((sum, { to, tickets }) => sum + (to === key ? tickets : 0), 0);

/** Whether a person has more own tickets than the middle one of their team; without a team, of everybody. */
function isLoaded({ people }: HelpNetwork, named: readonly HelpNode[], key: string): boolean {
  const { personId } = named.find((node) => node.key === key)!;
  const person = people.find((one) => one.personId === personId)!;
  const peers = people.filter(({ teamId }) => person.teamId === null || teamId === person.teamId);
  const own = peers.map((one) => one.own).sort((a, b) => a - b);
  const middle = own.length >> 1;
  const median = own.length % 2 === 1 ? own[middle]! : (own[middle - 1]! + own[middle]!) / 2;
  return person.own > median;
}
