import { assumed, define } from './define.ts';

const DIRECTION = ['team targets', 'today’s cards'] as const;

/** When it is said how a team stands to what it aims at. */
export const DIRECTION_VALUES = {
  'direction.need': define(
    'direction',
    'Before it is said how a team stands',
    20,
    'tickets or answers',
    [5, 200],
    'With fewer in the weeks that are looked at, a share would be chance.',
    assumed(),
    DIRECTION,
  ),
  'direction.weeks': define(
    'direction',
    'Weeks that are looked at',
    4,
    'weeks',
    [1, 6],
    'How a team stands is read from so many weeks, and what moved it against those before, back to a quarter.',
    assumed(),
    DIRECTION,
  ),
  'direction.team-from': define(
    'direction',
    'A team has targets from',
    3,
    'people',
    [2, 10],
    'With fewer, a target of the team would be one of a person.',
    assumed(),
    DIRECTION,
  ),
  'direction.typed-months': define(
    'direction',
    'What was typed counts for',
    2,
    'months after its own',
    [0, 6],
    'Where tickets don’t tell how a team stands, what was typed for one of so many months does.',
    assumed(),
    DIRECTION,
  ),
  'direction.every': define(
    'direction',
    'How the team stands is said every',
    7,
    'days',
    [5, 31],
    'To whoever leads it, on a card.',
    assumed(),
    ['today’s cards'],
  ),
};
