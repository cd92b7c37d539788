import { describe, expect, it } from 'vitest';
import fc from '../../test/support/properties.ts';
import { lockAnew, makeKeys, markOf, openKeys, openNote, sealNote, suggestPassphrase } from './notes-key.ts';

/** Cheap scrypt: what is tried here is not how long it takes. */
const CHEAP = 2;
const PHRASE = 'a calm day at the harbour';

describe('keys for private notes', () => {
  it('open with their passphrase, however its letters were typed, and with no other', async () => {
    const keys = await makeKeys(`${PHRASE} \u00e9`, CHEAP);
    expect((await openKeys(keys, `${PHRASE} e\u0301`)).identity).toBe(keys.identity);
    await expect(openKeys(keys, PHRASE)).rejects.toThrow(/^That is not the passphrase/);
    expect(keys.sealed).not.toContain(keys.identity);
    expect(atob(keys.sealed.split('\n').slice(1, -2).join(''))).not.toContain('AGE-SECRET-KEY');
  });

  it('stay the same keys under a new passphrase', async () => {
    const keys = await makeKeys(PHRASE, CHEAP);
    const again = await lockAnew(keys.identity, 'another day', CHEAP);
    expect(again.recipient).toBe(keys.recipient);
    expect((await openKeys(again, 'another day')).identity).toBe(keys.identity);
  });

  it('are refused where a server gave another public half', async () => {
    const keys = await makeKeys(PHRASE, CHEAP);
    const other = await makeKeys(PHRASE, CHEAP);
    await expect(openKeys({ ...keys, recipient: other.recipient }, PHRASE)).rejects.toThrow(/don’t belong together/);
  });

  it('have a mark that two people can compare, and a passphrase to suggest', () => {
    expect(markOf('age1npkx8k573uga9cumqr6tuc4e94lwcehnm8kahd60kuclxz3d0fzs357qy8')).toBe('clxz 3d0f zs35 7qy8');
    const made = new Set(Array.from({ length: 200 }, suggestPassphrase));
    expect(made.size).toBe(200);
    for (const one of made) expect(one).toMatch(/^([a-z]{6}-){3}[a-z]{6}$/);
  });
});

describe('a private note', () => {
  it('is opened by each of its readers and by nobody else, whatever it says', async () => {
    const [tom, lea, max] = await Promise.all([1, 2, 3].map(() => makeKeys(PHRASE, CHEAP)));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2000 }), async (text) => {
        const body = await sealNote(text, 7, [tom!.recipient, lea!.recipient]);
        expect(await openNote(body, 7, tom!.identity)).toBe(text);
        expect(await openNote(body, 7, lea!.identity)).toBe(text);
        await expect(openNote(body, 7, max!.identity)).rejects.toThrow(/^Can’t be opened/);
      }),
      { numRuns: 25 },
    );
  });

  it('says in one sentence when any of its bytes was changed', async () => {
    const keys = await makeKeys(PHRASE, CHEAP);
    const body = await sealNote('I want to stop doing nights.', 7, [keys.recipient]);
    const places = [...body].flatMap((letter, at) =>
      at > 36 && at < body.length - 36 && /[A-Za-z0-9]/.test(letter) ? [at] : [],
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), async (at) => {
        const changed = body.slice(0, at) + (body[at] === 'A' ? 'B' : 'A') + body.slice(at + 1);
        const opened = await openNote(changed, 7, keys.identity).catch((error: Error) => error.message);
        expect(opened).toBe(
          'Can’t be opened: it was changed after it was written, or written for other keys than these.',
        );
      }),
      { numRuns: 60 },
    );
    for (const broken of ['', 'hello', body.slice(0, 200), body.replace('BEGIN', 'BEGAN')])
      await expect(openNote(broken, 7, keys.identity)).rejects.toThrow(/^Can’t be opened/);
  });

  it('is not shown where it was put into other 1:1s', async () => {
    const keys = await makeKeys(PHRASE, CHEAP);
    const body = await sealNote('Between us', 7, [keys.recipient]);
    await expect(openNote(body, 8, keys.identity)).rejects.toThrow(/^Not shown/);
  });
});
