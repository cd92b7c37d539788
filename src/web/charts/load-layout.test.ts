import { describe, expect, it } from 'vitest';
import { hours } from '../../base/units.ts';
import type { LeadWeek } from '../loads.ts';
import { layOutLoad, sayWeek } from './load-layout.ts';

type Load = LeadWeek['load'];
const load = (own: number, more: Partial<Load> = {}): Load => ({
  reports: 11,
  ownTickets: { what: 'own-tickets', hours: hours(own), basis: 'told', source: 'as told' },
  technical: [{ what: 'steering', hours: hours(6), basis: 'assumed', source: '6 h (playbook)' }],
  people: [
    { what: 'one-on-ones', hours: hours(4), basis: 'measured', source: '' },
    { what: 'reports', hours: hours(9), basis: 'assumed', source: '' },
  ],
  week: { hours: hours(40), basis: 'assumed' },
  needed: hours(13),
  left: hours(Math.max(0, 40 - own - 6)),
  short: hours(Math.max(0, 13 - (40 - own - 6))),
  archetype: 'facilitator',
  ...more,
});
const beyond = (own: number) =>
  layOutLoad(load(own))
    .segments.filter(({ look }) => look === 'beyond')
    .reduce((sum, { from, to }) => sum + to - from, 0);

describe('a week as a bar', () => {
  it('lies end to end without a gap, and inside the week where it fits', () => {
    const { segments, weekAt, most } = layOutLoad(load(10));
    expect(segments.map(({ side, from, to }) => [side, from, to])).toEqual([
      ['own', 0, 10],
      ['technical', 10, 16],
      ['people', 16, 20],
      ['people', 20, 29],
    ]);
    expect([weekAt, most]).toEqual([40, 40]);
  });

  it('hatches exactly the hours that are short', () => {
    for (const own of [10, 21, 27, 31, 36, 40]) expect(beyond(own)).toBeCloseTo(load(own).short!, 9);
    // Own tickets alone over the week: then they lie beyond it too.
    expect(beyond(50)).toBeCloseTo(29, 9);
  });

  it('cuts a part at the end of the week', () => {
    const cut = layOutLoad(load(27)).segments.filter(({ key }) => key.startsWith('reports'));
    expect(cut.map(({ from, to, look }) => [from, to, look])).toEqual([
      [37, 40, 'assumed'],
      [40, 46, 'beyond'],
    ]);
  });

  it('is said part by part with how each is known', () => {
    expect(sayWeek(load(27))).toBe(
      'own tickets 27 h (told), leading the work 6 h (playbook), 1:1s 4 h (measured), reports 9 h (playbook); a week of 40 h',
    );
  });

  it('draws somebody with no hours at all without a NaN', () => {
    const none = load(0, { technical: [], people: [], week: { hours: hours(0), basis: 'told' } });
    expect(layOutLoad(none)).toEqual({ segments: [], weekAt: 0, most: 1 });
  });
});
