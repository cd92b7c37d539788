/** Values that have a name, rising. */
export const DIFFICULTY_MARKS = [
  { value: 0, name: 'none' },
  { value: 0.3, name: 'some' },
  { value: 0.6, name: 'much' },
  { value: 1, name: 'very much' },
] as const;

/** .6 → "much", .45 → "between some and much". */
export function sayDifficulty(value: number): string {
  const mark = DIFFICULTY_MARKS.find((one) => Math.abs(one.value - value) < 0.001);
  if (mark) return mark.name;
  const above = DIFFICULTY_MARKS.findIndex((one) => one.value > value);
  return `between ${DIFFICULTY_MARKS[above - 1]!.name} and ${DIFFICULTY_MARKS[above]!.name}`;
}

/** What a spread of log minutes means for tickets that look alike: a spread of .3 is a third longer. */
export function sayTimes(value: number): string {
  if (value < 0.005) return 'Tickets that look alike were equally hard, whoever got them.';
  return `Of tickets that look alike, those of one person may typically take ${Math.exp(value).toFixed(1)} times as long as another's, whoever does them.`;
}
