import { assumed, define } from './define.ts';

const CONDITIONS = ['working conditions'] as const;

/** What is said about working conditions, and from how many people on. */
export const CONDITIONS_VALUES = {
  'conditions.weeks-need': define(
    'today',
    'Weeks before a change is said',
    8,
    'weeks',
    [6, 13],
    'Of the 13 weeks that somebody’s weeks are compared with, so many have to be known.',
    assumed(),
    CONDITIONS,
  ),
  'conditions.group': define(
    'today',
    'Smallest group of people',
    5,
    'people',
    [5, 30],
    'What is summed up over a team is said only of at least so many, so that nobody’s own number can be told from it.',
    assumed('Statistical offices use from 3 to 10; five is usual where people know each other.'),
    CONDITIONS,
  ),
  'conditions.affected': define(
    'today',
    'People whom a cause touches',
    3,
    'people',
    [3, 10],
    'A sum over a team is said only when it comes from at least so many of them.',
    assumed(),
    CONDITIONS,
  ),
  'conditions.one-most': define(
    'today',
    'Most that one person may make up',
    0.5,
    'share of a team’s sum',
    [0.3, 0.7],
    'When one person makes up more, the sum would be about that person: then it isn’t shown.',
    assumed('Statistical offices call this a dominance rule.'),
    CONDITIONS,
  ),
  'conditions.few': define(
    'today',
    'On-call falls on few up to',
    0.34,
    'share of the people of a team',
    [0.1, 0.6],
    'When on-call is shared by no more than this, the lead of the team is asked to look at it.',
    assumed(),
    CONDITIONS,
  ),
};
