import { expect, it } from 'vitest';
import { sideOf } from './references.ts';

it('a reference tells which side it is about', () => {
  expect(sideOf('strength/12/people')).toBe('people');
  expect(sideOf('competency/12/coaching')).toBe('people');
  expect(sideOf('competency/12/rescue')).toBe('technical');
  expect(sideOf('parts/12/satisfied')).toBe('people');
  expect(sideOf('parts/12/kept')).toBe('technical');
  expect(sideOf('demand/3/technical')).toBe('technical');
});
