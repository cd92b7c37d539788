import { expect, test } from 'vitest';
import { share } from '../../base/units.ts';
import { evidenceWord, isUnseen, leastKnown } from './known.ts';

test('more evidence never gets a weaker word, and nothing known never sounds like knowledge', () => {
  const words = [0, 0.2, 0.5, 0.7, 0.9].map(evidenceWord);
  expect(words).toEqual([
    'hardly any evidence yet',
    'little evidence',
    'some evidence',
    'good evidence',
    'strong evidence',
  ]);
  expect(evidenceWord(0.1)).toBe('little evidence');
  expect(evidenceWord(1)).toBe('strong evidence');
});

test('a competency counts as unseen only without views and without tickets', () => {
  expect(isUnseen({ views: 0, tickets: 0 })).toBe(true);
  expect(isUnseen({ views: 1, tickets: 0 })).toBe(false);
  expect(isUnseen({ views: 0, tickets: 31 })).toBe(false);
});

test('the least known competency is found, the earlier one at equal evidence', () => {
  const of = (name: string, evidence: number) => ({ name, known: { evidence: share(evidence) } });
  expect(leastKnown([of('a', 0.4), of('b', 0.1), of('c', 0.1)])?.name).toBe('b');
  expect(leastKnown([])).toBeUndefined();
});
