import { expect, test } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { whatMoved } from './moves.ts';

test('only the sentences that differ are shown', () => {
  expect(
    whatMoved(
      'Pod B needs a technical leader. Priya or Tom: too close to call. Next: talk to Priya.',
      'Pod B needs a technical leader. Priya could lead it. Next: talk to Priya.',
    ),
  ).toEqual({ before: 'Priya or Tom: too close to call.', after: 'Priya could lead it.' });
});

test('a sentence that was only added leaves the other side empty', () => {
  expect(whatMoved('Pod B needs a lead.', 'Pod B needs a lead. Nobody clears the bar.')).toEqual({
    before: '',
    after: 'Nobody clears the bar.',
  });
});

test('a decimal point does not cut a sentence', () => {
  expect(whatMoved('It needs 3.5 hours.', 'It needs 4.5 hours.')).toEqual({
    before: 'It needs 3.5 hours.',
    after: 'It needs 4.5 hours.',
  });
});

test('the same advice never shows a move', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(whatMoved(text, text)).toEqual({ before: '', after: '' });
    }),
  );
});
