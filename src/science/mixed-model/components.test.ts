import { describe, expect, it } from 'vitest';
import { accumulateCrossProducts } from './accumulate.ts';
import { connectedComponents } from './components.ts';
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
});
