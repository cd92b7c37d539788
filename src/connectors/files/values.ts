/** A value that was read, or why it could not be: never what it said. */
export type Read<T> = { value: T } | { reason: string };

/** A number with point or comma, thousands separators of either kind; undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0']/g, '');
  if (/^[+-]?\d+(\.\d+)?$/.test(compact)) return Number(compact);
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(compact)) return Number(compact.replaceAll(',', ''));
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(compact)) return Number(compact.replaceAll('.', '').replace(',', '.'));
  if (/^[+-]?\d+,\d+$/.test(compact)) return Number(compact.replace(',', '.'));
  return undefined;
}

/** The unit of a column that holds plain numbers. */
export type DurationUnit = 'minutes' | 'hours';

/** Nobody works longer on one ticket: five years, so that a stray number shows. */
const MOST_MINUTES = 2_628_000;

/** Minutes of `HH:MM:SS`, `HH:MM`, `1h 30m` or a plain number in the column's unit. */
export function readMinutes(text: string, unit: DurationUnit): Read<number> {
  const clock = /^(-)?(\d{1,6}):(\d{2})(?::(\d{2}))?$/.exec(text);
  const words = /^(-)?(?:(\d+)\s*d)?\s*(?:(\d+)\s*h)?\s*(?:(\d+)\s*m(?:in)?)?$/i.exec(text);
  let minutes: number | undefined;
  if (clock) minutes = Number(clock[2]) * 60 + Number(clock[3]) + Number(clock[4] ?? 0) / 60;
  else if (words && (words[2] ?? words[3] ?? words[4]) !== undefined) {
    minutes = Number(words[2] ?? 0) * 1440 + Number(words[3] ?? 0) * 60 + Number(words[4] ?? 0);
  } else {
    const plain = readNumber(text);
    minutes = plain === undefined ? undefined : unit === 'hours' ? plain * 60 : plain;
  }
  if (minutes === undefined) return { reason: 'This is no length of time.' };
  if (minutes < 0 || clock?.[1] || words?.[1]) return { reason: 'A length of time can not be negative.' };
  if (minutes > MOST_MINUTES) return { reason: 'This length of time is longer than five years.' };
  return { value: minutes };
}

const PRIORITY_WORDS: [RegExp, number][] = [
  [/^(critical|urgent|emergency|highest|blocker|very high|crisis)\b/i, 1],
  [/^(high|major)\b/i, 2],
  [/^(medium|moderate|normal|standard|average)\b/i, 3],
  [/^(low|minor)\b/i, 4],
  [/^(lowest|trivial|planning|very low|none|no sla)\b/i, 5],
];

/** Priority 1 (most urgent) to 5, from `3 - Moderate`, `P2`, `Priority 1 - …` or a word; undefined when it can't be told. */
export function readPriority(text: string): number | undefined {
  const digit = /^(?:p|prio|priority)?\s*([1-5])(?!\d)/i.exec(text);
  if (digit) return Number(digit[1]);
  return PRIORITY_WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

const DIFFICULTY_WORDS: [RegExp, number][] = [
  [/^(very (easy|simple|low)|trivial|easiest)\b/i, 1],
  [/^((fairly |rather )?(easy|simple)|low|minor)\b/i, 2],
  [/^(medium|moderate|normal|usual|average|standard)\b/i, 3],
  [/^((fairly |rather )?(hard|difficult|complex)|high|major)\b/i, 4],
  [/^(very (hard|difficult|complex|high)|extreme(ly)?|hardest)\b/i, 5],
];

/** Difficulty 1 (easy) to 5 (hard), from `4`, `4 - fairly hard` or a word; undefined when it can't be told. */
export function readDifficulty(text: string): number | undefined {
  const digit = /^(?:level)?\s*([1-5])(?![\d.,])/i.exec(text);
  if (digit) return Number(digit[1]);
  return DIFFICULTY_WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

const SATISFACTION_WORDS: [RegExp, number][] = [
  [/^(extremely|very) (unhappy|dissatisfied|bad|poor)/i, 0],
  [/^(unhappy|dissatisfied|bad|not good|negative|poor|no|terrible)\b/i, 0.25],
  [/^(neutral|neither|okay|ok)\b/i, 0.5],
  [/^(happy|satisfied|good|positive|yes)\b/i, 0.75],
  [/^(extremely|very) (happy|satisfied|good)|^(excellent|awesome|great)\b/i, 1],
];

/** Where an answer lies on its scale, 0 to 1: a word, a percentage, `4/5`, or a number from 1 to 5. */
export function readSatisfaction(text: string): number | undefined {
  const percent = /^(\d+(?:[.,]\d+)?)\s*%$/.exec(text);
  if (percent) return within(Number(percent[1]!.replace(',', '.')) / 100);
  const of = /^(\d+(?:[.,]\d+)?)\s*(?:\/|of|out of)\s*(\d+)$/i.exec(text);
  if (of) return within((Number(of[1]!.replace(',', '.')) - 1) / (Number(of[2]) - 1));
  const plain = readNumber(text);
  if (plain !== undefined) return within((plain - 1) / 4);
  return SATISFACTION_WORDS.find(([pattern]) => pattern.test(text))?.[1];
}

const within = (value: number): number | undefined => (value >= 0 && value <= 1 ? value : undefined);

/** A name as it is kept: single spaces, no control characters; undefined when it is longer than 200 characters. */
export function readName(text: string): string | undefined {
  // Most names are clean already; the check is far cheaper than rewriting each.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const name = /[\u0000-\u0020\u007f\u00a0]{2}|[\u0000-\u001f\u007f\u00a0]|^ | $/.test(text)
    ? // biome-ignore lint/suspicious/noControlCharactersInRegex: as above
      text.replace(/[\u0000-\u0020\u007f\u00a0]+/g, ' ').trim()
    : text;
  return name.length <= 200 ? name : undefined;
}
