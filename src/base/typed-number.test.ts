import { describe, expect, it } from 'vitest';
import { parseTyped } from './typed-number.ts';

describe('a typed number', () => {
  it('is read as people type it', () => {
    expect(['1,200', '1 200', '1.5', '0,45', '', '12,345,678', '-3'].map(parseTyped)).toEqual([
      1200,
      1200,
      1.5,
      0.45,
      null,
      12345678,
      -3,
    ]);
    expect(parseTyped('many')).toBeUndefined();
  });
});
