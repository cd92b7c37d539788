import { describe, expect, it } from 'vitest';
import { accumulateCrossProducts } from './accumulate.ts';
import { collectCells } from './binomial-cells.ts';
import { cellComponents, connectedComponents } from './components.ts';
import { makeObservations, smallFactors } from './fixtures/make-observations.ts';

const names = ['technician', 'client', 'priority'];

describe('connected components', () => {
  it('are two where two teams share neither client nor priority', () => {
    const levels = [
      [1, 2, 8, 9, 9],
      [10, 10, 20, 20, 21],
      [0, 0, 1, 1, 1],
    ];
    const sums = accumulateCrossProducts({ levels, y: [0, 0, 0, 0, 0] }, smallFactors);
    const found = connectedComponents(sums, names);
    expect([...found.technician!]).toEqual([0, 0, 1, 1]);
    expect([...found.client!]).toEqual([0, 1, 1]);
    expect([...found.priority!]).toEqual([0, 1]);
  });

  it('become one through a single shared ticket, even by way of others', () => {
    const levels = [
      [1, 2, 8, 9, 9, 2],
      [10, 11, 20, 20, 21, 21],
      [0, 0, 0, 0, 0, 0],
    ];
    const sums = accumulateCrossProducts({ levels, y: [0, 0, 0, 0, 0, 0] }, smallFactors);
    expect([...connectedComponents(sums, ['technician', 'client']).technician!]).toEqual([0, 1, 1, 1]);
    expect([...connectedComponents(sums, names).technician!]).toEqual([0, 0, 0, 0]);
  });

  it('are as many as technicians when each has clients of their own', () => {
    const { levels, y } = makeObservations(1);
    const sums = accumulateCrossProducts({ levels: [levels[0]!, levels[0]!, levels[2]!], y }, smallFactors);
    expect([...connectedComponents(sums, ['technician', 'client']).technician!]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('are joined by nothing that is not given, unless nothing is given at all', () => {
    const at = (clients: number[], priorities: number[]) => {
      const sums = accumulateCrossProducts(
        { levels: [[1, 1, 2, 2], clients, priorities], y: [0, 0, 0, 0] },
        smallFactors,
      );
      const entries = clients.map((client, i) => ({
        levels: [i < 2 ? 1 : 2, client, priorities[i]!],
        trials: 1,
        successes: i % 2,
      }));
      const found = [...connectedComponents(sums, names, 0).technician!];
      expect(
        [...cellComponents(collectCells(names, entries), names, 0).values()].map((part, _, all) => all.indexOf(part)),
      ).toEqual(found.map((part) => found.indexOf(part)));
      return new Set(found).size;
    };
    expect(at([10, 10, 20, 20], [0, 0, 0, 0])).toBe(2);
    expect(at([10, 0, 20, 0], [0, 0, 0, 0])).toBe(2);
    expect(at([10, 10, 20, 10], [0, 0, 0, 0])).toBe(1);
    expect(at([10, 10, 20, 20], [3, 0, 3, 0])).toBe(1);
    expect(at([0, 0, 0, 0], [0, 0, 0, 0])).toBe(1);
  });
});
