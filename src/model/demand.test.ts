import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { PLAYBOOK, PLAYBOOK_KEYS, playbookWith } from '../records/playbook/definitions.ts';
import { findDemand, findGate, findLeaderKind, sayLeaderKind } from './demand.ts';

const playbook = playbookWith();

describe('demand', () => {
  it("is the design's: a helpdesk lead 4.2 / 2.8 at 10 and 3.7 / 3.3 when large, a service manager 3.3 / 3.4 at 10", () => {
    expect(findDemand(1, 10, playbook)).toEqual({ technical: 4.2, people: 2.8 });
    const large = findDemand(1, 1000, playbook);
    expect(large.technical).toBeCloseTo(3.7, 12);
    expect(large.people).toBeCloseTo(3.3, 12);
    const manager = findDemand(2, 10, playbook);
    expect(manager.technical).toBeCloseTo(3.3, 12);
    expect(manager.people).toBeCloseTo(3.4, 12);
  });

  it('asks of a seat that does the work itself what it asks one step away', () => {
    expect(findDemand(0, 20, playbook)).toEqual(findDemand(1, 20, playbook));
  });

  it('is a number for a firm without technicians', () => {
    expect(findDemand(1, 0, playbook)).toEqual(findDemand(1, 1, playbook));
  });

  it('falls technically and rises with people, with size and with distance, under any playbook', () => {
    const books = fc.record(
      Object.fromEntries(
        PLAYBOOK_KEYS.filter((key) => key.startsWith('demand.')).map((key) => [
          key,
          fc.double({ min: PLAYBOOK[key].low, max: PLAYBOOK[key].high, noNaN: true }),
        ]),
      ),
    );
    fc.assert(
      fc.property(books, fc.nat(5), fc.nat(200), fc.nat(3), fc.nat(200), (own, steps, size, further, larger) => {
        const book = playbookWith(own);
        const near = findDemand(steps, size, book);
        const far = findDemand(steps + further, size + larger, book);
        expect(far.technical).toBeLessThanOrEqual(near.technical + 1e-12);
        expect(far.people).toBeGreaterThanOrEqual(near.people - 1e-12);
      }),
    );
  });
});

describe('gate and kind', () => {
  it('puts the bars below the need, the people bar never below its floor', () => {
    const gate = findGate(findDemand(1, 10, playbook), playbook);
    expect(gate.technical).toBeCloseTo(3.2, 12);
    expect(gate.people).toBe(2.5);
  });

  it('names the side that comes first', () => {
    const kinds = [1, 2, 3].map((steps) => findLeaderKind(findDemand(steps, 10, playbook), playbook));
    expect(kinds).toEqual(['technical-first', 'both', 'people-first']);
    expect(sayLeaderKind('Pod A', 'technical-first')).toBe('Pod A needs a technical leader with people skills.');
  });
});
