import { expect, test } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { estimateWidth, fitText, wrapText } from './fit-text.ts';

test('a text that fits stays as it is', () => {
  expect(fitText('Ana Keller', 160, 13)).toBe('Ana Keller');
});

test('whatever the text is, what is shown fits the room', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 2, maxLength: 200 }), (text) => {
      expect(estimateWidth(fitText(text, 120, 13), 13)).toBeLessThanOrEqual(120);
    }),
  );
});

test('a text breaks between words and is cut after the last line', () => {
  expect(wrapText('needs 13 h with people a week, has 3', 140, 12, 2)).toEqual([
    'needs 13 h with people',
    'a week, has 3',
  ]);
  const long = wrapText('one two three four five six seven eight nine ten eleven twelve', 90, 12, 2);
  expect(long).toHaveLength(2);
  expect(long[1]).toMatch(/…$/);
});

test('a name that runs leftwards is cut at its own end', () => {
  expect(fitText('أحمد عبد الرحمن بن خالد آل سعود', 120, 13)).toMatch(/…\u200f$/);
});

test('an empty text is one empty line', () => {
  expect(wrapText('', 90, 12, 2)).toEqual(['']);
});
