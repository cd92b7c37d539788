import type { Graph } from './graph.ts';

/** Two ways count as equally long within this share: sums of reciprocals round. igraph's tolerance. */
const SAME = 1e-10;

/**
 * Betweenness of every node: over all ordered pairs of other nodes, the share of shortest ways between them that lead
 * through it. A strong edge is a short one: its length is 1 / weight. `counts`: only pairs that it holds for; all where absent.
 * Source: Brandes 2001, Journal of Mathematical Sociology 25, 163–177; as igraph's `betweenness(weights = 1 / weight)`.
 */
export function measureBetweenness(graph: Graph, counts: CountsPair = () => true): Float64Array {
  const between = new Float64Array(graph.nodes);
  for (let source = 0; source < graph.nodes; source++) addFrom(graph, source, between, counts);
  return between;
}

type CountsPair = (source: number, target: number) => boolean;

function addFrom(graph: Graph, source: number, between: Float64Array, counts: CountsPair): void {
  const { nodes } = graph;
  const distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const ways = new Float64Array(nodes);
  const before: number[][] = Array.from({ length: nodes }, () => []);
  const settled = new Uint8Array(nodes);
  const order: number[] = [];
  distance[source] = 0;
  ways[source] = 1;
  for (let node = nearest(distance, settled); node >= 0; node = nearest(distance, settled)) {
    settled[node] = 1;
    order.push(node);
    for (let e = graph.start[node]!; e < graph.start[node + 1]!; e++) {
      const next = graph.to[e]!;
      const length = distance[node]! + 1 / graph.weight[e]!;
      const known = distance[next]!;
      if (Math.abs(length - known) <= SAME * Math.min(length, known)) {
        ways[next]! += ways[node]!;
        before[next]!.push(node);
      } else if (length < known) {
        distance[next] = length;
        ways[next] = ways[node]!;
        before[next] = [node];
      }
    }
  }
  const share = new Float64Array(nodes);
  for (const node of order.reverse()) {
    const own = counts(source, node) ? 1 : 0;
    for (const from of before[node]!) share[from]! += (ways[from]! / ways[node]!) * (own + share[node]!);
    if (node !== source) between[node]! += share[node]!;
  }
}

/** The nearest node that isn't settled; −1: none can be reached. A team is small, so a plain look is quickest. */
function nearest(distance: Float64Array, settled: Uint8Array): number {
  let found = -1;
  for (let node = 0; node < distance.length; node++)
    if (!settled[node] && distance[node]! < (found < 0 ? Number.POSITIVE_INFINITY : distance[found]!)) found = node;
  return found;
}
