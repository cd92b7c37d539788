import type { Day } from '../../base/time.ts';
import { answersBy, assessmentsBy } from './cast.ts';
import type { Panel, View } from './types.ts';

/** What was said about the people the story turns on. */
export const NORTHLINE_VIEWS: readonly View[] = [
  ...assessmentsBy('Ingrid Solberg', '2026-09-14', [
    ['Fatima Haddad', 1, 1, 5, 4, 5, 4, 5],
    ['Viktor Petrov', 5, 5, 2, 2, 2, 2, 2],
    ['Kwame Mensah', 5, 4, 3, 2, 2, 2, 3],
    ['Ewa Kaminska', 4, 4, 4, 3, 4, 3, 4],
  ]),
  ...answersBy('Fatima Haddad', '2026-09-21', [
    ['Viktor Petrov', 5, 5, 2, 2],
    ['Kwame Mensah', 5, 5, 2, 2],
    ['Ewa Kaminska', 4, 4, 4, 4],
    ['Nadia Rahimi', 4, 4, 4, 4],
    ['Tomoko Abe', 4, 4, 4, 4],
    ['Chioma Eze', 4, 4, 4, 4],
    ['Will Harcourt', 3, 3, 2, 2],
  ]),
  ...assessmentsBy('Fatima Haddad', '2026-09-21', [['Ingrid Solberg', 3, 3, 5, 4, 4, 5, 4]]),
  ...answersBy('Ewa Kaminska', '2026-09-22', [
    ['Ingrid Solberg', 3, 3, 5, 4],
    ['Fatima Haddad', 2, 2, 5, 4],
    ['Viktor Petrov', 5, 5, 2, 3],
    ['Kwame Mensah', 4, 5, 2, 3],
  ]),
  ...answersBy('Viktor Petrov', '2026-09-23', [
    ['Fatima Haddad', 2, 2, 4, 4],
    ['Will Harcourt', 3, 3, 2, 2],
    ['Tomoko Abe', 4, 4, 4, 4],
    ['Nadia Rahimi', 5, 4, 4, 4],
  ]),
  ...answersBy('Aroha Tamihana', '2026-09-24', [
    ['Viktor Petrov', 5, 5, 2, 2],
    ['Nadia Rahimi', 4, 4, 5, 5],
    ['Will Harcourt', 3, 3, 2, 2],
  ]),
  ...answersBy('Joy Nwosu', '2026-09-25', [['Nadia Rahimi', 4, 5, 5, 5]]),
  ...answersBy('Vera Novakova', '2026-09-24', [
    ['Tomoko Abe', 5, 4, 5, 4],
    ['Will Harcourt', 3, 3, 2, 2],
    ['Viktor Petrov', 5, 5, 2, 2],
  ]),
];

/** One colleague each answered the plain questions about everyone else. */
export const NORTHLINE_PANELS: readonly Panel[] = [
  {
    ratersEach: 1,
    kind: 'answer',
    competencies: ['rescue', 'knowledge', 'coaching', 'conflict'],
    day: '2026-10-05' as Day,
    icc: 0.52,
    lowest: 2,
  },
];
