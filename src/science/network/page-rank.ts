import type { Graph } from './graph.ts';

const DAMPING = 0.85;
const TOLERANCE = 1e-14;
const MOST_ROUNDS = 1000;

/**
 * PageRank of every node, adding up to 1: where a walk along the edges, by weight, is found in the long run when it starts
 * anew with chance 1 − damping, or wherever no edge leads on. Within 1e-13 of the fixed point.
 * Source: Brin & Page 1998, Computer Networks 30, 107–117; as igraph's `page_rank`.
 */
export function rankPages({ nodes, start, to, weight }: Graph, damping = DAMPING): Float64Array {
  const out = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) for (let e = start[i]!; e < start[i + 1]!; e++) out[i]! += weight[e]!;
  let rank = new Float64Array(nodes).fill(1 / nodes);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let stuck = 0;
    for (let i = 0; i < nodes; i++) if (out[i] === 0) stuck += rank[i]!;
    const next = new Float64Array(nodes).fill((1 - damping + damping * stuck) / nodes);
    for (let i = 0; i < nodes; i++)
      for (let e = start[i]!; e < start[i + 1]!; e++) next[to[e]!]! += (damping * rank[i]! * weight[e]!) / out[i]!;
    const change = next.reduce((sum, value, i) => sum + Math.abs(value - rank[i]!), 0);
    rank = next;
    if (change < TOLERANCE) break;
  }
  return rank;
}
