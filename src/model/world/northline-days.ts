import type { Day } from '../../base/time.ts';
import { OFFICE, type SampleDays, WORKDAYS } from './days.ts';
import { NORTHLINE_CAST } from './northline-cast.ts';

const inTeam = (team: string, but: string) =>
  NORTHLINE_CAST.filter((one) => one.team === team && one.name !== but && one.work === 'product').map(
    ({ name }) => name,
  );
const DESK = inTeam('Service Desk', 'Viktor Petrov');
const EVENING = inTeam('Evening Desk', 'Viktor Petrov');
const CLOUD = inTeam('Cloud and Network', 'Kwame Mensah');
const FIELD = inTeam('Field', 'Ewa Kaminska');

const day = (text: string) => text as Day;
const QUARTER = day('2026-10-01');

/**
 * Northline's days: Fatima meets her three leads every week; Viktor has 24 people and meets hardly any of them; Ewa's team
 * is met and on track; the Evening Desk, which nobody leads, has an aim and nobody who sees to it.
 */
export const NORTHLINE_DAYS: SampleDays = {
  aims: [
    {
      team: 'Service Desk',
      quarter: QUARTER,
      text: 'A ticket is touched by at most two people.',
      owner: 'Nadia Rahimi',
      cameOf: null,
    },
    { team: 'Evening Desk', quarter: QUARTER, text: 'Nothing is left for the morning.', owner: null, cameOf: null },
    {
      team: 'Cloud and Network',
      quarter: QUARTER,
      text: 'Half of the servers out of the cupboards of our clients.',
      owner: 'Kwame Mensah',
      cameOf: null,
    },
    {
      team: 'Field',
      quarter: QUARTER,
      text: 'One visit is enough.',
      owner: 'Ewa Kaminska',
      cameOf: null,
    },
    {
      team: 'Field',
      quarter: day('2026-07-01'),
      text: 'Every van carries the same parts.',
      owner: 'Ewa Kaminska',
      cameOf: 'partly',
    },
  ],
  targets: [
    { team: 'Service Desk', measure: 'service-level', value: 0.9, withinHours: 16, from: day('2026-01-12') },
    { team: 'Service Desk', measure: 'satisfaction', value: 0.7, from: day('2026-01-12') },
    { team: 'Evening Desk', measure: 'backlog', value: 25, from: day('2026-04-01') },
    { team: 'Cloud and Network', measure: 'backlog', value: 450, from: day('2026-04-01') },
    {
      team: 'Field',
      measure: 'satisfaction',
      value: 0.65,
      words: 'We are the face that clients see.',
      from: day('2026-01-12'),
    },
  ],
  talks: [
    {
      lead: 'Fatima Haddad',
      members: ['Viktor Petrov', 'Kwame Mensah', 'Ewa Kaminska'],
      everyDays: 7,
      at: 14 * 60,
      beganOn: day('2026-01-19'),
      held: [day('2026-11-02'), day('2026-11-09')],
      skipped: [],
      next: day('2026-11-16'),
    },
    {
      lead: 'Viktor Petrov',
      members: DESK.slice(0, 6),
      everyDays: 28,
      at: 13 * 60,
      beganOn: day('2026-02-02'),
      held: [day('2026-06-15')],
      skipped: [day('2026-07-13'), day('2026-08-10'), day('2026-09-07')],
      next: null,
    },
    {
      lead: 'Ewa Kaminska',
      members: FIELD,
      everyDays: 14,
      at: 8 * 60,
      beganOn: day('2023-06-05'),
      held: [day('2026-10-28'), day('2026-11-11')],
      skipped: [],
      next: day('2026-11-25'),
    },
  ],
  hours: [
    {
      of: [...DESK, ...CLOUD, ...FIELD, 'Viktor Petrov', 'Kwame Mensah', 'Ewa Kaminska', 'Fatima Haddad'],
      kind: 'shift',
      weekdays: WORKDAYS,
      between: OFFICE,
    },
    { of: EVENING, kind: 'shift', weekdays: WORKDAYS, between: [13 * 60, 22 * 60] },
    { of: ['Anneli Virtanen', 'Bogdan Ilie'], kind: 'on-call', weekdays: WORKDAYS, between: [18 * 60, 32 * 60] },
  ],
  steps: [
    { of: 'Nadia Rahimi', day: day('2026-08-17'), text: 'Leads the desk while Viktor is away' },
    { of: 'Chioma Eze', day: day('2026-06-22'), text: 'Network design course' },
    { of: 'Tamsin Roe', day: day('2026-09-28'), text: 'First site of her own' },
  ],
};
