import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { checkPassword, formatPassword, hashPassword, parsePassword } from './password.ts';
import { SIGN_IN_RULES } from './rules.ts';

const CHEAP = { n: 4, r: 1, p: 1 };

describe('a stored password', () => {
  it('is found right for itself and wrong for every other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), async (one, other) => {
        const stored = await hashPassword(one, CHEAP);
        expect((await checkPassword(one, stored, CHEAP)).right).toBe(true);
        const same = one.normalize('NFKC') === other.normalize('NFKC');
        expect((await checkPassword(other, stored, CHEAP)).right).toBe(same);
      }),
    );
  });

  it('is different each time, and the same however its letters are composed', async () => {
    const stored = await hashPassword('café am Hafen', CHEAP);
    expect(await hashPassword('café am Hafen', CHEAP)).not.toBe(stored);
    expect((await checkPassword('cafe\u0301 am Hafen', stored, CHEAP)).right).toBe(true);
  });

  it('of nobody is never right, and costs the same work', async () => {
    expect(await checkPassword('', null, CHEAP)).toEqual({ right: false, outdated: false });
    expect(await checkPassword('anything', 'no hash at all', CHEAP)).toEqual({ right: false, outdated: false });
    const cost = { n: 2 ** 14, r: 8, p: 1 };
    const took = async (stored: string | null) => {
      const begun = performance.now();
      await checkPassword('a guess', stored, cost);
      return performance.now() - begun;
    };
    const known = await hashPassword('the right one', cost);
    // The quickest of several, side by side: whatever else the machine does only adds to a time.
    let [someone, nobody] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < 6; i++) {
      someone = Math.min(someone, await took(known));
      nobody = Math.min(nobody, await took(null));
    }
    expect(nobody / someone).toBeGreaterThan(0.5);
  });

  it('says that it should be stored anew when the cost has changed', async () => {
    const stored = await hashPassword('a sentence', CHEAP);
    expect(await checkPassword('a sentence', stored, { ...CHEAP, n: 8 })).toEqual({ right: true, outdated: true });
    expect(await checkPassword('a sentence', stored, CHEAP)).toEqual({ right: true, outdated: false });
    expect(await checkPassword('another', stored, { ...CHEAP, n: 8 })).toEqual({ right: false, outdated: false });
  });

  it('is read back as it was written, and nothing else is taken for one', () => {
    const costs = fc.record({
      n: fc.integer({ min: 1, max: 17 }).map((bits) => 2 ** bits),
      r: fc.integer({ min: 1, max: 16 }),
      p: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(costs, (cost) => {
        const stored = { cost, salt: randomBytes(16), key: randomBytes(32) };
        expect(parsePassword(formatPassword(stored))).toEqual(stored);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => parsePassword(text) === undefined));
    const [salt, key] = ['A'.repeat(22), 'A'.repeat(43)];
    for (const cost of ['3$8$1', '0$8$1', '1$8$1', '16$0$1', '16$1$0', '67108864$8$1', '-16$8$1']) {
      expect([cost, parsePassword(`scrypt$${cost}$${salt}$${key}`)]).toEqual([cost, undefined]);
    }
  });

  it('is made at a cost that is worth the name outside tests', () => {
    const { n, r, p } = SIGN_IN_RULES.cost;
    expect([n >= 2 ** 17, r >= 8, p >= 1]).toEqual([true, true, true]);
  });
});

describe('many passwords at once', () => {
  it('wait for each other, and too many are told to come back', async () => {
    const cost = { n: 2 ** 12, r: 8, p: 1 };
    const all = await Promise.allSettled(Array.from({ length: 60 }, () => hashPassword('a sentence', cost)));
    const refused = all.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused).toHaveLength(60 - 42);
    expect(refused[0]!.reason).toMatchObject({ code: 'too-many' });
    expect(await hashPassword('after that', cost)).toMatch(/^scrypt\$4096\$8\$1\$/);
  });
});
