import { ATTRIBUTE_WORDS, type Attribute } from './attributes.ts';
import type { GroupRow, Reading } from './compare.ts';
import type { AttributeReport, Stage, StageKey } from './contract.ts';
import { FAIRNESS_RULES } from './rules.ts';

/** What the two steps are called, and what becomes of people in them. */
export const STAGE_WORDS: Record<StageKey, { title: string; past: string; nobody: string; without: string }> = {
  named: {
    title: 'Considered, then named by our advice',
    past: 'named',
    nobody: 'Nobody is being considered for an open seat at the moment.',
    without: 'Our advice names nobody at the moment, so there are no rates to compare.',
  },
  chosen: {
    title: 'Considered, then chosen by people',
    past: 'chosen',
    nobody: 'No decision has been recorded yet.',
    without: 'Nobody has been chosen yet, so there are no rates to compare.',
  },
};

/** What a row says, in a few words. */
export const READING_WORDS: Record<Reading, string> = {
  highest: 'highest rate: the others are compared with it',
  fewer: 'below four fifths, and hardly by chance: look into it',
  watch: 'below four fifths, but chance alone could do that',
  close: 'four fifths or more',
  'too-few': 'too few to tell',
};

/** How many there are and how many it takes. */
export function sayTooFew(tooFew: NonNullable<GroupRow['tooFew']>): string {
  const { have, need, of } = tooFew;
  if (of === 'group') return `too few to tell: ${have} of ${need} people that a group needs`;
  if (need === null) return `too few to tell: with ${have} people in both groups no split could show a difference`;
  return `too few to tell: ${have} people in both groups, and it takes about ${need}`;
}

/** 0.4167 → "42%". */
export const rateWord = (rate: number): string => `${Math.round(rate * 100)}%`;

const hundredths = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** 0.4167 → "0.42"; null: there is no upper end. */
export const ratioWord = (ratio: number | null): string => (ratio === null ? '∞' : hundredths.format(ratio));

/** How often chance alone does as much: "25 in 100", "fewer than 1 in 1,000". */
export function chanceWord(p: number): string {
  if (p >= 0.995) return 'always';
  if (p < 0.001) return 'fewer than 1 in 1,000';
  if (p < 0.095) return `${Math.max(1, Math.round(p * 1000)).toLocaleString('en')} in 1,000`;
  return `${Math.round(p * 100)} in 100`;
}

/** Why a step shows no table; null: it shows one. */
export function whyNoTable(stage: Stage): string | null {
  const words = STAGE_WORDS[stage.key];
  if (stage.considered === 0) return words.nobody;
  if (stage.chosen === 0) return words.without;
  if (stage.groups.length > 0) return null;
  const known = stage.considered - stage.notGiven;
  return `Too few to tell: of ${stage.considered} people considered, the group of ${known} is known, and there are no two groups of at least ${FAIRNESS_RULES.smallestShown.value}.`;
}

/** The whole page in a sentence or two. */
export function sayFairness(attributes: readonly AttributeReport[]): string {
  if (attributes.every((one) => one.given === 0))
    return 'Nothing can be compared yet: no groups are known. Enter them below, or let people give their own under About me.';
  const rows = attributes.flatMap(({ attribute, stages }) =>
    stages.flatMap((stage) =>
      stage.chosen === 0 ? [] : stage.groups.map((row) => ({ attribute, stage: stage.key, row })),
    ),
  );
  const compared = rows.filter(({ row }) => row.reading !== 'highest');
  if (compared.length === 0)
    return 'Nothing can be compared yet: there are no two groups with enough people in one step.';
  const count = (reading: Reading) => compared.filter(({ row }) => row.reading === reading).length;
  const fewer = compared.filter(({ row }) => row.reading === 'fewer');
  const told = compared.length - count('too-few');
  if (told === 0)
    return compared.length === 1
      ? 'Too few to tell: the one comparison there is has too few people.'
      : `Too few to tell: each of ${compared.length} comparisons has too few people.`;
  const of = told === 1 ? 'the one comparison' : `${told} comparisons`;
  const rest = count('too-few') > 0 ? ` ${count('too-few')} more have too few people to tell.` : '';
  if (fewer.length === 0) {
    const watch = count('watch');
    const below =
      watch === 0
        ? 'every rate is at least four fifths of the highest'
        : `${watch} ${watch === 1 ? 'is' : 'are'} below four fifths, and chance alone could do that`;
    return `Of ${of}, none shows a difference beyond chance: ${below}.${rest}`;
  }
  const list = fewer.map(
    ({ attribute, stage, row }) => `${titleOf(attribute)} (${row.name}, ${STAGE_WORDS[stage].past})`,
  );
  return `Of ${of}, ${fewer.length} ${fewer.length === 1 ? 'shows' : 'show'} fewer than four fifths, hardly by chance: ${list.join(', ')}. Look into ${fewer.length === 1 ? 'it' : 'them'}.${rest}`;
}

const titleOf = (attribute: Attribute) => ATTRIBUTE_WORDS[attribute].title.toLowerCase();
