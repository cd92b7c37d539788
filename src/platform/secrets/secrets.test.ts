import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { createSecrets, newKey, parseKey } from './secrets.ts';

const secrets = createSecrets(Buffer.alloc(32, 1));
const CANT = "can't be opened";

describe('a sealed secret', () => {
  it('opens to the same text for the same use', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => {
        expect(secrets.unseal(secrets.seal(text, about), about)).toBe(Buffer.from(text).toString());
      }),
    );
  });

  it('opens for no other use and with no other key', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, about, other) => {
        fc.pre(about !== other);
        const sealed = secrets.seal(text, about);
        expect(() => secrets.unseal(sealed, other)).toThrow(CANT);
        expect(() => createSecrets(newKey()).unseal(sealed, about)).toThrow(CANT);
      }),
    );
  });

  it('does not open when any bit of it was changed, or a part is missing', () => {
    const sealed = secrets.seal('the client secret', 'provider/x');
    const bytes = Buffer.from(sealed.slice(2), 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => secrets.unseal(`1.${changed.toString('base64url')}`, 'provider/x')).toThrow(CANT);
      }),
    );
    for (let length = 0; length < bytes.length; length++) {
      const short = `1.${bytes.subarray(0, length).toString('base64url')}`;
      expect(() => secrets.unseal(short, 'provider/x')).toThrow(CANT);
    }
  });

  it('says nothing of the text, and is different each time', () => {
    const [one, other] = [secrets.seal('same', 'x'), secrets.seal('same', 'x')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one.slice(2), 'base64url').toString()).not.toContain('same');
  });

  it('of anything that was never sealed is refused', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => secrets.unseal(text, 'x')).toThrow(CANT);
      }),
    );
  });
});

describe('a signature', () => {
  it('is the same for the same text and use, and for nothing else', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, other, about) => {
        fc.pre(text !== other && !about.includes('\0'));
        expect(secrets.sign(text, about)).toBe(secrets.sign(text, about));
        expect(secrets.sign(other, about)).not.toBe(secrets.sign(text, about));
        expect(createSecrets(newKey()).sign(text, about)).not.toBe(secrets.sign(text, about));
      }),
    );
  });
});

describe('a key', () => {
  it('is read as it is written, and nothing else is one', () => {
    const key = newKey();
    expect(parseKey(` ${Buffer.from(key).toString('hex').toUpperCase()}\n`)).toEqual(Buffer.from(key));
    fc.assert(fc.property(fc.string({ maxLength: 63 }), (text) => parseKey(text) === undefined));
  });
});
