/**
 * Words and strokes that the most used passwords are made of. With twelve characters asked for, the commonest ones are
 * these, doubled, strung together or filled up with digits, so what is looked for is the parts.
 */
const COMMON =
  `password passwort passw0rd motdepasse contrasena senha parola wachtwoord welcome willkommen bienvenue letmein
  login admin administrator root user guest test testing tester default changeme change secret geheim master hello hallo
  iloveyou ilove love you qwerty qwertz azerty qwertyuiop qwertzuiop azertyuiop asdfgh asdfghjkl asdf zxcvbnm zxcvbn
  yxcvbnm qazwsx qazwsxedc 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 3edc4rfv zaq12wsx q1w2e3r4 abc abcd abcdef abcdefgh abcdefghijkl
  monkey dragon sunshine princess football baseball soccer hockey superman batman spiderman starwars pokemon shadow
  michael jordan jennifer charlie daniel thomas jessica ashley michelle andrew joshua matthew summer winter spring autumn
  sommer herbst monday friday january december evenkeel helpdesk support service servicedesk company office computer
  internet server windows microsoft google samsung apple iphone android linux cisco dell lenovo freedom whatever trustno1
  trust nothing mustang corvette ferrari mercedes harley yankees cowboys chelsea liverpool arsenal barcelona realmadrid
  cheese cookie chocolate banana orange pepper ginger buster flower butterfly purple silver golden diamond lovely angel
  babygirl family mother father friends forever blessed jesus christ god money lucky happy smile killer hunter ranger
  access system network security secure safety temp temporary new old my the is it me in and a i
  correcthorsebatterystaple correct horse battery staple`
    .split(/\s+/)
    .filter((word) => word !== '');

/** Letters that people write as digits and signs. */
const LOOKALIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
const SHORT = 3;

/** Why a password would be guessed early, in a sentence; undefined: nothing speaks against it. */
export function weaknessOf(password: string, about: { email: string; name: string }): string | undefined {
  const text = password.toLowerCase().normalize('NFKC');
  const own = ownParts(about);
  if (own.some((part) => text.includes(part)) && bareLength(text, own) < 8)
    return 'This password is mostly your own name or address, which is tried first: choose another, a sentence is easiest.';
  if (new Set(text).size < 5 || isStrung(text))
    return 'This password is among those that are tried first: choose another, a sentence of your own is easiest.';
  return undefined;
}

/** Parts of somebody's own name and address that are long enough to count. */
function ownParts({ email, name }: { email: string; name: string }): string[] {
  const parts = [email, ...email.split(/[@.+_-]/), ...name.split(/\s+/), name.replace(/\s+/g, '')];
  return [...new Set(parts.map((part) => part.toLowerCase()).filter((part) => part.length > SHORT))].sort(
    (one, other) => other.length - one.length,
  );
}

const bareLength = (text: string, parts: string[]) =>
  parts.reduce((rest, part) => rest.replaceAll(part, ''), text).replace(/[^\p{L}]/gu, '').length;

/** A sentence of five or more words is long enough, even of common ones. */
const MOST_WORDS = 4;

/** Whether a text is nothing but a few common words, runs of digits, and signs between them. */
function isStrung(text: string): boolean {
  const bare = text.replace(/[^\p{L}\p{N}@$]/gu, '');
  const spelled = Array.from(bare, (letter) => LOOKALIKE[letter] ?? letter).join('');
  // The fewest common words that the first characters are made of; digits and signs are free.
  const fewest = [0, ...Array<number>(bare.length).fill(Number.POSITIVE_INFINITY)];
  const reach = (at: number, words: number) => {
    fewest[at] = Math.min(fewest[at]!, words);
  };
  for (let at = 0; at < bare.length; at++) {
    if (/[\d@$]/.test(bare[at]!)) reach(at + 1, fewest[at]!);
    for (const word of COMMON) {
      if (bare.startsWith(word, at) || spelled.startsWith(word, at)) reach(at + word.length, fewest[at]! + 1);
    }
  }
  return fewest[bare.length]! <= MOST_WORDS;
}
