import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { parseSearch, stringifySearch } from './search.ts';

describe('what an address carries after its question mark', () => {
  it('reads back what it wrote', () => {
    const key = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(key, fc.string({ minLength: 1 })), (search) => {
        expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
      }),
    );
  });

  it('keeps slashes readable and leaves out what is empty', () => {
    expect(stringifySearch({ panel: 'strength/12/people', key: undefined, name: '' })).toBe(
      '?panel=strength/12/people',
    );
    expect(stringifySearch({})).toBe('');
  });
});
