import { expect, it } from 'vitest';
import type { PersonId } from '../../records/people/types.ts';
import { measureCover } from './cover.ts';
import { area, coverOf } from './fixtures/cover-firm.ts';

const firm = (state: string) =>
  coverOf([area('printers', 2), area('mail', 1, { weight: 3 })], { Ann: [2, 'printers'], Ben: [2, state] });

it('rises only with a sign-off: not while somebody learns or shadows', () => {
  const shares = ['printers…', 'printers?', 'printers'].map((state) => measureCover(firm(state)).share);
  // printers weighs 1 of 4 and has one of two.
  expect(shares).toEqual([0.125, 0.125, 0.25]);
});

it('tells who is signed off, who is on the way, and how many are missing', () => {
  expect(measureCover(firm('printers?')).areas).toMatchObject([
    { signedOff: [1], onTheWay: [2], missing: 1 },
    { signedOff: [], onTheWay: [], missing: 1 },
  ]);
});

it('passes over whoever has left, and areas that require nobody', () => {
  const input = firm('mail');
  const gone = { ...input, people: input.people.filter((one) => one.personId !== (2 as PersonId)) };
  expect(measureCover(gone).areas[1]!.signedOff).toEqual([]);
  expect(measureCover(coverOf([area('telex', 0)], { Ann: [2] })).share).toBe(1);
});
