import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { onwardOf } from './onward.ts';

const ORIGIN = 'http://localhost:4580';

describe('the way on after signing in', () => {
  it('is the page that was wanted, with its search', () => {
    expect(onwardOf('/seats/3?panel=load/3', ORIGIN)).toBe('/seats/3?panel=load/3');
  });

  it.each([
    undefined,
    null,
    '',
    'https://elsewhere.example',
    '//elsewhere.example/x',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/\t/elsewhere.example',
    '/sign-in?next=/sign-in',
    '/enter?token=x',
    '/api/firm',
    '//[',
  ])('is the first page for %j', (wanted) => {
    expect(onwardOf(wanted, ORIGIN)).toBe('/');
  });

  it('never leaves this site, whatever the address says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.string().map((text) => `/${text}`),
        ),
        (wanted) => {
          expect(new URL(onwardOf(wanted, ORIGIN), ORIGIN).origin).toBe(ORIGIN);
        },
      ),
    );
  });
});
