import type { Day } from '../../base/time.ts';
import { OFFICE, type SampleDays, WORKDAYS } from './days.ts';

const DESK = [
  'Priya Raman',
  'Owen Pritchard',
  'Sabine Vogt',
  'Kwabena Asante',
  'Yuki Mori',
  'Liam Farrell',
  'Zainab Malik',
  'Carlos Mendes',
  'Freya Lund',
  'Deepak Nair',
];
const POD_B = ['Isla Brennan', 'Ahmed Sayed', 'Noor Haddad', 'Ben Whitlock', 'Chiara Fontana', 'Jonah Pike'];
const PROJECTS = ['Elena Popescu', 'Samuel Tetteh', 'Ailsa Grant', 'Minh Tran'];

const day = (text: string) => text as Day;
const QUARTER = day('2026-10-01');
const LAST_QUARTER = day('2026-07-01');

/**
 * Harbor's days: Marcus hardly meets his people, because he is on tickets; Dana meets hers every week, and her team is on
 * track; two of the Service Desk carry all on-call.
 */
export const HARBOR_DAYS: SampleDays = {
  aims: [
    {
      team: 'Service Desk',
      quarter: QUARTER,
      text: 'Passwords and access are solved while the client is still on the phone.',
      owner: 'Priya Raman',
      cameOf: null,
    },
    {
      team: 'Service Desk',
      quarter: LAST_QUARTER,
      text: 'No ticket waits a week for somebody to look at it.',
      owner: 'Marcus Bell',
      cameOf: 'not-reached',
    },
    {
      team: 'Pod B',
      quarter: QUARTER,
      text: 'Solve network tickets ourselves, without asking Ana.',
      owner: 'Dana Ruiz',
      cameOf: null,
    },
    {
      team: 'Pod B',
      quarter: LAST_QUARTER,
      text: 'Every client hears from us within an hour.',
      owner: 'Dana Ruiz',
      cameOf: 'reached',
    },
    {
      team: 'Projects',
      quarter: QUARTER,
      text: 'Every roll-out ends with a page the Service Desk can work from.',
      owner: 'Elena Popescu',
      cameOf: null,
    },
  ],
  targets: [
    {
      team: 'Service Desk',
      measure: 'service-level',
      value: 0.85,
      withinHours: 16,
      words: 'Clients plan their day by it.',
      from: day('2026-07-01'),
    },
    { team: 'Service Desk', measure: 'satisfaction', value: 0.85, from: day('2026-07-01') },
    {
      team: 'Pod B',
      measure: 'satisfaction',
      value: 0.65,
      words: 'They should like calling us.',
      from: day('2026-04-01'),
    },
    { team: 'Projects', measure: 'service-level', value: 0.7, withinHours: 64, from: day('2026-10-05') },
  ],
  talks: [
    {
      lead: 'Marcus Bell',
      members: DESK,
      everyDays: 14,
      at: 16 * 60,
      beganOn: day('2026-04-06'),
      held: [day('2026-08-25')],
      skipped: [day('2026-09-08'), day('2026-09-22'), day('2026-10-06')],
      next: null,
    },
    {
      lead: 'Dana Ruiz',
      members: POD_B,
      everyDays: 7,
      at: 10 * 60,
      beganOn: day('2024-02-05'),
      held: [day('2026-10-29'), day('2026-11-05'), day('2026-11-12')],
      skipped: [],
      next: day('2026-11-19'),
    },
    {
      lead: 'Tom Okafor',
      members: PROJECTS,
      everyDays: 14,
      at: 11 * 60,
      beganOn: day('2026-10-05'),
      held: [day('2026-11-06')],
      skipped: [],
      next: day('2026-11-20'),
    },
    {
      lead: 'Ana Keller',
      members: ['Tom Okafor'],
      everyDays: 14,
      at: 9 * 60,
      beganOn: day('2026-10-05'),
      held: [day('2026-11-02')],
      skipped: [],
      next: day('2026-11-16'),
    },
  ],
  hours: [
    {
      of: [...DESK, ...POD_B, ...PROJECTS, 'Marcus Bell', 'Dana Ruiz', 'Tom Okafor', 'Ruth Ellison'],
      kind: 'shift',
      weekdays: WORKDAYS,
      between: OFFICE,
    },
    { of: ['Owen Pritchard'], kind: 'on-call', weekdays: [1, 3, 5], between: [18 * 60, 32 * 60] },
    { of: ['Priya Raman'], kind: 'on-call', weekdays: [2, 4], between: [18 * 60, 32 * 60] },
    {
      of: ['Samuel Tetteh'],
      kind: 'leave',
      weekdays: [],
      between: [0, 1440],
      from: day('2026-11-12'),
      until: day('2026-11-27'),
    },
  ],
  steps: [
    { of: 'Chiara Fontana', day: day('2026-09-14'), text: 'Ran the handover with Norwood Care Homes' },
    { of: 'Priya Raman', day: day('2026-05-11'), text: 'Teaches the two newest on the desk' },
    { of: 'Minh Tran', day: day('2026-10-19'), text: 'First roll-out of his own' },
    { of: 'Ahmed Sayed', day: day('2026-02-09'), text: 'Microsoft 365 administrator course' },
  ],
};
