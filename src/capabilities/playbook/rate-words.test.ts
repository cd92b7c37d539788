import { expect, test } from 'vitest';
import { shareInterval } from '../../science/share-interval.ts';
import { sayRate } from './rate-words.ts';

test('a rule says how often it was useful, of how many, and how sure that is', () => {
  expect(sayRate({ useful: 8, answered: 10, ...shareInterval(8, 10) })).toBe(
    'Found useful 8 of 10 times: probably 60 to 91 of 100.',
  );
  expect(sayRate({ useful: 0, answered: 0, low: 0, high: 1 })).toBe('Nobody has answered one yet.');
});
