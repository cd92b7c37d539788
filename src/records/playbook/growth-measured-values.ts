import { assumed, define } from './define.ts';

const PLAN = ['plan ahead'] as const;

/** From when on the firm's own tickets are taken to say how much work there is. */
export const GROWTH_MEASURED_VALUES = {
  'growth.measured.back': define(
    'growth',
    'Months of tickets that are looked back over',
    12,
    'months',
    [6, 36],
    'Full months, the newest first. In a year each season counts once.',
    assumed(),
    PLAN,
  ),
  'growth.measured.months': define(
    'growth',
    'Months of tickets before they are taken to say something',
    6,
    'full months',
    [3, 24],
    'Months differ: with fewer of them nobody can say by how much.',
    assumed('Ours: the range of a mean of six months is about ±0.6 of what single months differ by (80%).'),
    PLAN,
  ),
  'growth.measured.kept': define(
    'growth',
    'Part of the closed tickets that has to keep its minutes',
    0.8,
    'share',
    [0.5, 1],
    'A month below it is left out. The tickets without minutes are taken to be as long as the others.',
    assumed(),
    PLAN,
  ),
  'growth.measured.people': define(
    'growth',
    'Technicians before their hours on tickets are told',
    3,
    'technicians',
    [3, 20],
    'Of fewer it would be a number about somebody, not about the desk.',
    assumed('As for the aims of a team: never about a person.'),
    PLAN,
  ),
};
