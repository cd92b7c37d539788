import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { findImpatientLine, shareAnsweredOfImpatient } from './erlang-a.ts';
import { shareBlocked } from './erlang-b.ts';
import { findPatientLine } from './erlang-c.ts';
import type { LineState } from './queue.ts';
import { findServers, shareAnswered } from './service-level.ts';

type Load = { servers: number; load: number; value: number };
type Impatient = {
  servers: number;
  arrivals: number;
  service: number;
  giveUp: number;
  within: number | null;
  wait: number;
  waiting: number;
  answered: number | null;
};
const references = JSON.parse(readFileSync(new URL('./fixtures/references.json', import.meta.url), 'utf8')) as {
  blocked: Load[];
  wait: Load[];
  impatient: Impatient[];
};

const near = (value: number, expected: number) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(expected), 1e-290));
const stable = (state: LineState) => {
  if (!state.stable) throw new Error('The line grows without end.');
  return state;
};
const patient = (servers: number, load: number) => findPatientLine({ servers, arrivals: load, service: 1 });

describe('Erlang B', () => {
  it.each(references.blocked)(
    'equals the sum with 60 digits ($servers servers, load $load)',
    ({ servers, load, value }) => {
      near(shareBlocked(servers, load), value);
    },
  );

  it('blocks nobody where nobody comes', () => {
    expect(shareBlocked(3, 0)).toBe(0);
    expect(shareBlocked(0, 0)).toBe(1);
  });

  it('never blocks more with one more server', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 500, noNaN: true }), (servers, load) => {
        return shareBlocked(servers + 1, load) <= shareBlocked(servers, load);
      }),
    );
  });
});

describe('Erlang C', () => {
  it.each(references.wait)(
    'equals the sum with 60 digits ($servers servers, load $load)',
    ({ servers, load, value }) => {
      near(stable(patient(servers, load)).wait, value);
    },
  );

  it('equals octave-queueing', () => {
    expect(Math.abs(stable(patient(10, 8)).wait - 0.409180150796444)).toBeLessThan(1e-12);
    expect(Math.abs(stable(patient(120, 110.5)).wait - 0.277329785213997)).toBeLessThan(1e-12);
  });

  it('says that a line with too much work has no long run', () => {
    expect(patient(10, 10)).toEqual({ stable: false });
    expect(patient(1, 40)).toEqual({ stable: false });
    expect(shareAnswered({ servers: 10, arrivals: 10, service: 1, giveUp: null }, 100)).toBe(0);
  });

  it('is the closed form of one server', () => {
    const state = stable(findPatientLine({ servers: 1, arrivals: 3, service: 4 }));
    near(state.wait, 0.75);
    near(state.waiting, 2.25);
    near(state.meanWait, 0.75);
    near(shareAnswered({ servers: 1, arrivals: 3, service: 4, giveUp: null }, 2), 1 - 0.75 * Math.exp(-2));
  });

  it('is 1 / (1 + (1 − ρ)(1/B − 1)) of Erlang B, and waits at most as often with one more server', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.double({ min: 0.1, max: 0.99, noNaN: true }),
        (servers, used) => {
          const load = used * servers;
          const blocked = shareBlocked(servers, load);
          const { wait } = stable(patient(servers, load));
          const next = stable(patient(servers + 1, load)).wait;
          return Math.abs(wait * (1 + (1 - used) * (1 / blocked - 1)) - 1) < 1e-9 && next <= wait && wait >= blocked;
        },
      ),
    );
  });
});

describe('Erlang A', () => {
  it.each(references.impatient)('equals the sum with 60 digits ($servers servers, $arrivals arrivals)', (one) => {
    const state = stable(findImpatientLine(one));
    near(state.wait, one.wait);
    near(state.waiting, one.waiting);
    if (one.within !== null)
      expect(Math.abs(shareAnsweredOfImpatient(one, one.within) - one.answered!)).toBeLessThan(1e-12);
  });

  it('equals octave-queueing', () => {
    const state = stable(findImpatientLine({ servers: 10, arrivals: 9.5, service: 1, giveUp: 0.5 }));
    expect(state.wait).toBeCloseTo(0.545722259932, 12);
    expect(state.waiting).toBeCloseTo(1.604588171, 9);
  });

  it('keeps the balance: what arrives is answered or gives up', () => {
    fc.assert(
      fc.property(anyQueue, (queue) => {
        const { lost } = stable(findImpatientLine(queue));
        const answered = shareAnsweredOfImpatient(queue, 1e6);
        return lost >= 0 && lost < 1 && Math.abs(answered + lost - 1) < 1e-10;
      }),
    );
  });

  it('becomes Erlang C as patience grows', () => {
    for (const [servers, arrivals] of [
      [10, 8],
      [3, 2.9],
      [120, 110.5],
    ] as const) {
      const endless = stable(findPatientLine({ servers, arrivals, service: 1 }));
      const long = stable(findImpatientLine({ servers, arrivals, service: 1, giveUp: 1e-9 }));
      expect(Math.abs(long.wait / endless.wait - 1)).toBeLessThan(1e-5);
      const queue = { servers, arrivals, service: 1 };
      const apart = shareAnswered({ ...queue, giveUp: 1e-9 }, 0.5) - shareAnswered({ ...queue, giveUp: null }, 0.5);
      expect(Math.abs(apart)).toBeLessThan(1e-5);
    }
  });

  it('holds with no arrivals, with a thousand servers, and with twice the work that they can do', () => {
    const none = stable(findImpatientLine({ servers: 3, arrivals: 0, service: 1, giveUp: 1 }));
    expect(none).toEqual({ stable: true, wait: 0, waiting: 0, meanWait: 0, lost: 0 });
    expect(shareAnsweredOfImpatient({ servers: 3, arrivals: 0, service: 1, giveUp: 1 }, 0)).toBe(1);
    const double = stable(findImpatientLine({ servers: 1000, arrivals: 2000, service: 1, giveUp: 0.01 }));
    near(double.wait, 1);
    // A fluid: what the servers can't do gives up.
    expect(Math.abs(double.lost - 0.5)).toBeLessThan(1e-9);
  });
});

describe('the smallest number of servers', () => {
  it('keeps the level with it and not with one fewer', () => {
    fc.assert(
      fc.property(anyQueue, fc.boolean(), fc.double({ min: 0.05, max: 0.95, noNaN: true }), (queue, givesUp, share) => {
        const line = { ...queue, giveUp: givesUp ? queue.giveUp : null };
        const level = { share, within: 0.2 };
        const servers = findServers(line, level)!;
        const reaches = (n: number) => shareAnswered({ ...line, servers: n }, level.within) >= share;
        return reaches(servers) && (servers === 1 || !reaches(servers - 1));
      }),
    );
  });

  it('answers the usual example: 200 calls an hour of 3 minutes need 14 for 80% in 20 seconds', () => {
    expect(findServers({ arrivals: 200 / 60, service: 1 / 3, giveUp: null }, { share: 0.8, within: 1 / 3 })).toBe(14);
  });

  it('is one where nobody calls, and says where more would be needed than it looks for', () => {
    expect(findServers({ arrivals: 0, service: 1, giveUp: null }, { share: 0.9, within: 0 })).toBe(1);
    expect(findServers({ arrivals: 50, service: 1, giveUp: null }, { share: 0.9, within: 0 }, 40)).toBeNull();
    expect(findServers({ arrivals: 50, service: 1, giveUp: 1 }, { share: 0.9, within: 0 }, 40)).toBeNull();
  });
});

const anyQueue = fc.record({
  servers: fc.integer({ min: 1, max: 60 }),
  arrivals: fc.double({ min: 0.01, max: 80, noNaN: true }),
  service: fc.double({ min: 0.2, max: 4, noNaN: true }),
  giveUp: fc.double({ min: 0.05, max: 5, noNaN: true }),
});
