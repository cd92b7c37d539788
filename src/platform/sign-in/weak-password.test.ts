import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { weaknessOf } from './weak-password.ts';

const ANA = { email: 'ana.ruiz@northline.example', name: 'Ana Ruiz' };

describe('a password', () => {
  it.each([
    'passwordpassword',
    'Password1234!',
    'P@ssw0rd1234',
    '123456789012',
    'qwertyuiop12',
    'qwerty-asdfgh-1',
    'letmein letmein',
    'Welcome2Evenkeel',
    'iloveyou12345',
    'aaaaaaaaaaaaaa',
    'abababababab',
    'Summer2026!!',
    'correct horse battery staple',
  ])('that is tried first is refused: %s', (password) => {
    expect(weaknessOf(password, ANA)).toContain('tried first');
  });

  it.each(['northline2026', 'AnaRuiz123456', 'ana.ruiz@northline.example', 'northline!!!!'])(
    'that is mostly a name or address of its owner is refused: %s',
    (password) => {
      expect(weaknessOf(password, ANA)).toContain('your own name or address');
    },
  );

  it.each([
    'we fix it before lunch, mostly',
    'the printer on floor two hates me',
    'gjq8-vnre-x2md',
    'Ruiz grows tomatoes on a balcony',
    'my dog and i love the summer in the old house',
  ])('of its owner’s own making is taken: %s', (password) => {
    expect(weaknessOf(password, ANA)).toBeUndefined();
  });

  it('made by a generator is taken, whatever text stands before it', () => {
    fc.assert(
      // As random as a generator's: by itself the property would try mostly zeros, which are weak.
      fc.property(fc.noBias(fc.uuid({ version: 4 })), fc.emailAddress(), (password, email) => {
        fc.pre(!/(.)\1{3}/.test(password.replaceAll('-', '')));
        expect(weaknessOf(password, { email, name: 'x' })).toBeUndefined();
      }),
    );
  });
});
