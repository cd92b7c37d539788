import type { Day } from '../../base/time.ts';
import { castOne, castSeat, castTeam, STORY_DAY, withOwn } from './cast.ts';
import { HARBOR_VIEWS } from './harbor-views.ts';
import { TIDY, type WorldSpec } from './types.ts';

const SHARED_CLIENTS = [
  'Aldgate Accountants',
  'Beacon Housing',
  'Castle Freight',
  'Dunmore Clinic',
  'Eastfield Schools',
  'Fairline Foods',
  'Gull Rock Hotels',
  'Hartwell Solicitors',
  'Inver Marine',
  'Juniper Optics',
  'Kestrel Press',
  'Lowther Estates',
];
const POD_B_CLIENTS = [
  'Meridian Logistics',
  'Norwood Care Homes',
  'Orchard Packaging',
  'Pentland Dairy',
  'Quarry Hill Gym',
];

/**
 * Harbor: 22 technicians. Marcus, the star technician, was promoted eight months ago and has 11 reports and no time for
 * them. Dana leads Pod B well as people go, and nobody there can jump in. Tom is on trial in Projects. The service
 * manager's seat is open since June, so Ana still takes Pod B's escalations.
 */
export const HARBOR: WorldSpec = {
  name: 'Harbor',
  domain: 'harbor.example.com',
  site: 'Bristol',
  timeZone: 'Europe/London',
  day: STORY_DAY,
  days: 365,
  tickets: 8000,
  members: [
    castOne(['Ana Keller', 'Owner', 3.7, 3.9, 'not-now', '2009-01-12'], { team: null, work: 'other', under: null }),
    castOne(['Marcus Bell', 'Lead, Service Desk', 4.7, 2.0, 'wants-to-lead', '2018-04-09'], {
      team: 'Service Desk',
      work: 'product',
      under: null,
      ownTicketHours: 31,
      ticketHours: 31,
    }),
    castOne(['Dana Ruiz', 'Lead, Pod B', 2.5, 4.3, 'wants-to-lead', '2020-10-05'], {
      team: 'Pod B',
      work: 'other',
      under: null,
      ownTicketHours: 4,
    }),
    castOne(['Tom Okafor', 'Lead, Projects (acting)', 4.6, 3.0, 'wants-to-lead', '2021-08-16'], {
      team: 'Projects',
      work: 'product',
      under: null,
      ownTicketHours: 20,
      ticketHours: 14,
    }),
    castOne(['Ruth Ellison', 'Dispatcher', 2.4, 3.6, 'not-now', '2017-03-06'], {
      team: 'Service Desk',
      work: 'dispatch',
      under: 'desk',
    }),
    ...withOwn(
      castTeam('Service Desk', 'desk', [
        ['Priya Raman', 'Senior technician', 4.1, 4.1, 'wants-to-lead', '2020-02-03'],
        ['Owen Pritchard', 'Senior technician', 4.3, 2.6, 'technical-path', '2017-11-20'],
        ['Sabine Vogt', 'Technician', 3.6, 3.3, 'not-asked', '2021-05-10'],
        ['Kwabena Asante', 'Technician', 3.3, 3.6, 'not-now', '2022-01-17'],
        ['Yuki Mori', 'Technician', 3.5, 2.9, 'not-asked', '2022-09-05'],
        ['Liam Farrell', 'Technician', 2.9, 3.1, 'not-asked', '2023-02-13'],
        ['Zainab Malik', 'Technician', 2.8, 3.4, 'not-asked', '2023-06-12'],
        ['Carlos Mendes', 'Technician', 2.6, 2.7, 'not-now', '2023-11-06'],
        ['Freya Lund', 'Junior technician', 2.2, 3.2, 'not-asked', '2025-01-13'],
        ['Deepak Nair', 'Junior technician', 2.4, 2.9, 'not-asked', '2026-03-02'],
      ]),
      { 'Owen Pritchard': { picksEasy: -0.6 }, 'Carlos Mendes': { picksEasy: 0.3 } },
    ),
    ...castTeam('Pod B', 'pod-b', [
      ['Isla Brennan', 'Technician', 2.2, 3.3, 'not-asked', '2022-04-04'],
      ['Ahmed Sayed', 'Technician', 2.4, 3.0, 'not-now', '2022-11-14'],
      ['Noor Haddad', 'Technician', 2.2, 3.4, 'not-asked', '2023-05-15'],
      ['Ben Whitlock', 'Technician', 2.1, 2.8, 'not-asked', '2024-02-05'],
      ['Chiara Fontana', 'Junior technician', 1.9, 3.5, 'wants-to-lead', '2024-09-09'],
      ['Jonah Pike', 'Junior technician', 1.8, 3.0, 'not-asked', '2025-07-07'],
    ]),
    ...castTeam('Projects', 'projects', [
      ['Elena Popescu', 'Project engineer', 3.9, 3.2, 'technical-path', '2019-06-03'],
      ['Samuel Tetteh', 'Project engineer', 3.5, 3.5, 'not-now', '2021-01-11'],
      ['Ailsa Grant', 'Project engineer', 2.9, 3.0, 'not-asked', '2022-08-15'],
      ['Minh Tran', 'Junior engineer', 2.6, 3.1, 'not-asked', '2024-10-07'],
    ]),
  ],
  seats: [
    castSeat({ key: 'owner', title: 'Owner', holder: 'Ana Keller', heldSince: '2009-01-12' as Day }),
    castSeat({ key: 'manager', title: 'Service manager', reportsTo: 'owner', openSince: '2026-06-08' as Day }),
    castSeat({
      key: 'desk',
      title: 'Lead, Service Desk',
      team: 'Service Desk',
      holder: 'Marcus Bell',
      reportsTo: 'manager',
      heldSince: '2026-03-16' as Day,
    }),
    castSeat({
      key: 'pod-b',
      title: 'Lead, Pod B',
      team: 'Pod B',
      holder: 'Dana Ruiz',
      reportsTo: 'manager',
      heldSince: '2024-01-08' as Day,
    }),
    castSeat({
      key: 'projects',
      title: 'Lead, Projects',
      team: 'Projects',
      holder: 'Tom Okafor',
      reportsTo: 'manager',
      heldSince: '2026-10-01' as Day,
      actingUntil: '2027-03-31' as Day,
    }),
  ],
  teams: [
    { name: 'Service Desk', clients: SHARED_CLIENTS },
    { name: 'Pod B', clients: POD_B_CLIENTS, escalatesTo: { name: 'Ana Keller', share: 0.61 } },
    { name: 'Projects', clients: [] },
  ],
  areas: [
    { name: 'Passwords and access', hard: -0.9, weight: 2, teams: ['Service Desk', 'Pod B'] },
    { name: 'Microsoft 365', hard: -0.2, weight: 2 },
    { name: 'Workstations', hard: 0, weight: 1.6, teams: ['Service Desk', 'Pod B'] },
    { name: 'Telephony', hard: 0.1 },
    { name: 'Line of business', hard: 0.4 },
    { name: 'Network', hard: 0.5 },
    { name: 'Servers and backup', hard: 0.8 },
    { name: 'Roll-outs', hard: 0.9, weight: 2, teams: ['Projects'] },
  ],
  clients: [...SHARED_CLIENTS, ...POD_B_CLIENTS],
  correlation: 0.2,
  spread: 0.35,
  effect: 0.28,
  sigma: 0.75,
  hiddenDifficulty: 0,
  hardToStrong: 0.35,
  utilisation: 0.83,
  views: HARBOR_VIEWS,
  panels: [],
  untidy: { ...TIDY, startUnassigned: 0.08, dispatcher: 'Ruth Ellison', throughDispatcher: 0.25, blankMinutes: 0.02 },
};

export const HARBOR_SEED = 22;
