import type { Day } from '../../base/time.ts';
import type { PlanStory } from './growing-types.ts';

const day = (text: string) => text as Day;

const TRIES = ['2026-06-26', '2026-07-10', '2026-08-07'];

/**
 * Harbor's Freya, a junior of the desk, took the administrator's course in June and has tried it since: her tickets
 * tell what changed, beside everybody else's, before anybody is asked for the second view.
 */
export const FREYA_GROWS: PlanStory = {
  person: 'Freya Lund',
  path: 'technical-path',
  aim: 'technical-path',
  proposedBy: 'Freya Lund',
  proposedOn: day('2026-06-08'),
  startsOn: day('2026-06-15'),
  personAgreedOn: day('2026-06-08'),
  lead: 'Marcus Bell',
  leadAgreedOn: day('2026-06-11'),
  feedbackBy: 'Priya Raman',
  leftOut: ['rescue'],
  done: [
    { competency: 'knowledge', kind: 'measure-before', on: day('2026-06-15') },
    { competency: 'knowledge', kind: 'training', on: day('2026-06-19') },
    ...TRIES.flatMap((on, nth) => [
      { competency: 'knowledge', kind: 'practice', nth, on: day(on) } as const,
      { competency: 'knowledge', kind: 'feedback', nth, on: day(on) } as const,
    ]),
  ],
  moved: [
    {
      ...{ competency: 'knowledge', kind: 'measure-after', to: day('2026-11-30') },
      reason: 'Zainab and Liam are on the mail migration until then.',
    },
  ],
  feedback: [
    {
      competency: 'knowledge',
      author: 'Priya Raman',
      day: day('2026-08-07'),
      worked: 'You looked at the sign-in log before you reset anything, and told the client what you saw.',
      differently: 'Write down what you ruled out: the next one starts there.',
    },
  ],
};
