import { assumed, define } from './define.ts';

const USED_IN = ['what makes tickets slow'] as const;

/** How stuck and slow tickets are read: is it the ticket, the area, the client, or the person's conditions? */
export const STUCK_VALUES = {
  'stuck.need': define(
    'tickets',
    'Tickets before a cause is named',
    40,
    'tickets',
    [20, 500],
    'So many recent tickets must be resolved before anything is said of why some of them are slow.',
    assumed(),
    USED_IN,
  ),
  'stuck.usual-shift': define(
    'tickets',
    'How far an area, a client or a person usually shifts',
    0.25,
    'SD of log minutes',
    [0.05, 1],
    'How much slower or faster than in the long run things usually are for some weeks: .25 is about 28%.',
    assumed(),
    USED_IN,
  ),
  'stuck.shift-worth': define(
    'tickets',
    'How much that guess weighs',
    10,
    'areas, clients or people',
    [2, 100],
    'The shift is learned from the recent tickets; our guess counts as much as so many areas, clients or people.',
    assumed(),
    USED_IN,
  ),
  'stuck.named-from': define(
    'tickets',
    'A cause is named from',
    0.2,
    'share',
    [0.1, 0.6],
    'An area, a client or a person is named when at least this share of the extra time goes back to it.',
    assumed(),
    USED_IN,
  ),
  'stuck.sure': define(
    'tickets',
    'How sure a named cause must be',
    0.8,
    'chance',
    [0.6, 0.95],
    'A cause is named when its share is with this chance the largest of the three.',
    assumed('The same bar as for saying that one person stands before another.'),
    USED_IN,
  ),
  'stuck.shows-in': define(
    'tickets',
    'In how many people it must show',
    2,
    'people or areas',
    [2, 5],
    'An area or a client is named when so many people are slower with it than usual; a person when so many areas are.',
    assumed(),
    USED_IN,
  ),
};
