import { expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { findSharedInterests } from './shared-interests.ts';

it('finds the words both wrote, whatever their capitals, and none that say nothing', () => {
  expect(findSharedInterests('I like Chess and trail-running.', 'Love chess, and I cook; trail-running too')).toEqual([
    'chess',
    'trail-running',
  ]);
  expect(findSharedInterests('I like to work with people', 'I would like to play')).toEqual([]);
});

it('reads words of any script', () => {
  expect(findSharedInterests('Lese gern Bücher', 'bücher!')).toEqual(['bücher']);
  expect(findSharedInterests('играю в шахматы', 'Шахматы')).toEqual(['шахматы']);
});

it('is the same both ways round and survives any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(findSharedInterests(one, other)).toEqual(findSharedInterests(other, one));
    }),
  );
});
