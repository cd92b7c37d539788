import { chanceOf } from '../../model/decomposition.ts';

/** How a part of a difference is said: of minutes in per cent, of endings in tickets of a hundred. `digits`: 0 if not given. */
export type PartScale = {
  say(value: number, digits?: number): string;
  /** From one to the other: "3% to 12% less". */
  sayRange(low: number, high: number, digits?: number): string;
};

type Words = { less: string; more: string; unit: string; of: string };

const TIME: Words = { less: 'less', more: 'more', unit: '%', of: '' };
const CHANCE: Words = { less: 'fewer', more: 'more', unit: '', of: ' of 100' };

/** A step of log minutes: "12% less", and from the double on "2.1 times as much". */
export const timeScale: PartScale = {
  say: sayTime,
  sayRange: (low, high, digits = 0) =>
    isLarge(low) || isLarge(high)
      ? `${sayTime(low, digits)} to ${sayTime(high, digits)}`
      : sayBetween(percent(low), percent(high), TIME, digits),
};

const percent = (value: number) => 100 * Math.expm1(value);
const isLarge = (value: number) => value >= Math.LN2;

function sayTime(value: number, digits = 0): string {
  return isLarge(value) ? `${Math.exp(value).toFixed(1)} times as much` : sayOne(percent(value), TIME, digits);
}

/** A step of log odds, as it moves a chance: "4 fewer of 100". @param usual the chance it starts from, log odds */
export function chanceScale(usual: number): PartScale {
  const points = (value: number) => 100 * (chanceOf(usual + value) - chanceOf(usual));
  return {
    say: (value, digits = 0) => sayOne(points(value), CHANCE, digits),
    sayRange: (low, high, digits = 0) => sayBetween(points(low), points(high), CHANCE, digits),
  };
}

/** What is said where a part makes nothing that can be seen. */
export const NO_DIFFERENCE = 'no difference';

function sayOne(value: number, words: Words, digits: number): string {
  const said = sayStep(value, words, digits);
  return said === NO_DIFFERENCE ? said : `${said}${words.of}`;
}

function sayStep(value: number, { less, more, unit }: Words, digits: number): string {
  const size = Math.abs(value).toFixed(digits);
  return Number(size) === 0 ? NO_DIFFERENCE : `${size}${unit} ${value < 0 ? less : more}`;
}

function sayBetween(low: number, high: number, words: Words, digits: number): string {
  const [from, to] = [low, high].map((value) => Number(value.toFixed(digits))) as [number, number];
  const size = (value: number) => `${Math.abs(value).toFixed(digits)}${words.unit}`;
  if (from === to) return sayOne(from, words, digits);
  if (from <= 0 && to <= 0) return `${size(to)} to ${size(from)} ${words.less}${words.of}`;
  if (from >= 0 && to >= 0) return `${size(from)} to ${size(to)} ${words.more}${words.of}`;
  return `${sayStep(from, words, digits)} to ${sayStep(to, words, digits)}${words.of}`;
}

/** How rare something is that happens once in so many: "1 in 40". */
export function sayRare(oneIn: number): string {
  if (oneIn < 1.5) return 'usual';
  if (oneIn >= 1000) return 'fewer than 1 in 1,000';
  const step = oneIn < 20 ? 1 : oneIn < 100 ? 10 : 100;
  return `1 in ${Math.round(oneIn / step) * step}`;
}
