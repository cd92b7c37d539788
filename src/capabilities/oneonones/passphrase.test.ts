import { describe, expect, it } from 'vitest';
import { suggestPassphrase } from '../../web/notes-key.ts';
import { judgePassphrase } from './passphrase.ts';

describe('how strong a passphrase is', () => {
  it('goes by length and variety, and says what is missing', () => {
    expect(judgePassphrase('')).toEqual({ holds: 'no', say: 'Too short: 12 more characters.' });
    expect(judgePassphrase('quiet boats').say).toBe('Too short: 1 more character.');
    expect(judgePassphrase('aaaaaaaaaaaaaaaaaaaaaaaaaaaa').holds).toBe('no');
    expect(judgePassphrase('quiet boats in').holds).toBe('fair');
    expect(judgePassphrase('quiet boats in seven rooms').holds).toBe('well');
  });

  it('is strong for every one that is suggested, but for one of too few letters', () => {
    const judged = Array.from({ length: 300 }, () => judgePassphrase(suggestPassphrase()).holds);
    expect(judged.filter((one) => one === 'well').length).toBeGreaterThan(290);
  });
});
