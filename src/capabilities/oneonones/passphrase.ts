/** How well a passphrase holds against somebody who has the locked key and time. */
export type Judged = { holds: 'no' | 'fair' | 'well'; say: string };

const LEAST = 12;
const WELL = 20;

/** Judges by length and by how many different letters there are: nobody else's rules, and nothing is sent anywhere. */
export function judgePassphrase(text: string): Judged {
  const letters = [...text.normalize('NFC')];
  const missing = LEAST - letters.length;
  if (missing > 0)
    return { holds: 'no', say: `Too short: ${missing} more ${missing === 1 ? 'character' : 'characters'}.` };
  if (new Set(letters.map((one) => one.toLowerCase())).size < 7)
    return { holds: 'no', say: 'Too few different characters: somebody would guess it.' };
  if (letters.length < WELL)
    return { holds: 'fair', say: 'Fair. Longer is stronger: four or five words that don’t belong together.' };
  return { holds: 'well', say: 'Strong, if it is no known sentence and used nowhere else.' };
}
