import { assert } from '../../base/assert.ts';

/** A directed edge between two nodes, numbered from 0. */
export type Edge = {
  from: number;
  to: number;
  /** Above 0: how strong it is. */
  weight: number;
};

/** A directed graph by its outgoing edges: those of node i stand from `start[i]` to `start[i + 1]`. */
export type Graph = { nodes: number; start: Int32Array; to: Int32Array; weight: Float64Array };

/** Joins edges to a graph; parallel edges add up, edges from a node to itself are passed over. */
export function joinEdges(nodes: number, edges: readonly Edge[]): Graph {
  const sums = new Map<number, number>();
  for (const { from, to, weight } of edges) {
    assert(from >= 0 && from < nodes && to >= 0 && to < nodes, `an edge from ${from} to ${to} among ${nodes} nodes`);
    assert(weight > 0, `an edge of weight ${weight}`);
    if (from !== to) sums.set(from * nodes + to, (sums.get(from * nodes + to) ?? 0) + weight);
  }
  const keys = [...sums.keys()].sort((one, other) => one - other);
  const start = new Int32Array(nodes + 1);
  for (const key of keys) start[Math.floor(key / nodes) + 1]! += 1;
  for (let i = 0; i < nodes; i++) start[i + 1]! += start[i]!;
  return {
    nodes,
    start,
    to: Int32Array.from(keys, (key) => key % nodes),
    weight: Float64Array.from(keys, (key) => sums.get(key)!),
  };
}
