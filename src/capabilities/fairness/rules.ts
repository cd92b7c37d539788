import type { PlaybookSource } from '../../records/playbook/types.ts';

/** A number that the comparison rests on, and where it comes from. */
type Rule = { value: number; meaning: string; source: PlaybookSource };

/**
 * What the comparison of groups rests on. Not in the playbook: whoever is audited must not move the yardstick, and nothing
 * in our advice depends on it.
 */
export const FAIRNESS_RULES = {
  fourFifths: {
    value: 0.8,
    meaning: "A group's rate below this part of the highest group's rate is marked.",
    source: { kind: 'seen', text: 'Uniform Guidelines on Employee Selection Procedures 1978, 29 CFR 1607.4 D.' },
  },
  chance: {
    value: 0.05,
    meaning: 'A difference counts as more than chance when chance alone gives one so large less often than this.',
    source: { kind: 'seen', text: 'The usual level for tests of selection rates; Fisher 1935 for the test itself.' },
  },
  confidence: {
    value: 0.95,
    meaning: 'How often the interval of a ratio holds the true one.',
    source: { kind: 'assumed', text: 'Chosen to go with the level of the test.' },
  },
  fewest: {
    value: 5,
    meaning: 'Groups with fewer people are not judged.',
    source: {
      kind: 'assumed',
      text: 'In a group of four one person moves the rate by a quarter: more than the four-fifths rule is about.',
    },
  },
  smallestShown: {
    value: 3,
    meaning: 'Groups with fewer people are put together, so that nobody can be read off.',
    source: {
      kind: 'assumed',
      text: 'The usual least count in tables about people is 3 to 10; the reader here keeps the entries anyway.',
    },
  },
} as const satisfies Record<string, Rule>;
