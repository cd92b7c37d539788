import type { Day } from '../../base/time.ts';
import type { SampleDays } from './days.ts';

const day = (text: string) => text as Day;

/** Cove IT's days: nobody leads the desk, so what it agreed comes to Grace, who stands above it. */
export const COVE_DAYS: SampleDays = {
  aims: [
    {
      team: 'Helpdesk',
      quarter: day('2026-10-01'),
      text: 'Clients call the desk, and not Grace.',
      owner: 'Mei Lin Chua',
      cameOf: null,
    },
  ],
  targets: [
    {
      team: 'Helpdesk',
      measure: 'service-level',
      value: 0.75,
      withinHours: 40,
      words: 'What we promise in every contract.',
      from: day('2026-07-01'),
    },
  ],
  talks: [
    {
      lead: 'Grace Adeyemi',
      members: ['Jake Morley', 'Mei Lin Chua'],
      everyDays: 28,
      at: 15 * 60,
      beganOn: day('2026-09-07'),
      held: [day('2026-10-19')],
      skipped: [],
      next: day('2026-11-16'),
    },
  ],
  // Five people in one room: nobody wrote down when they are there.
  hours: [],
  steps: [{ of: 'Hannah Osei', day: day('2026-08-24'), text: 'First servers of her own' }],
};
