import type { Day } from '../../base/time.ts';
import type { PlannedSeat } from '../../records/people/plan.ts';
import { castSeat, STORY_DAY } from './cast.ts';
import { NORTHLINE_CAST } from './northline-cast.ts';
import { NORTHLINE_PANELS, NORTHLINE_VIEWS } from './northline-views.ts';
import type { WorldSpec } from './types.ts';

const CLIENTS = (
  'Aurora Fisheries|Birch & Sons|Cairn Energy Services|Delta Pharmacies|Elmwood Council|Fjord Seafood|Granite Builders|' +
  'Highfield College|Icehouse Storage|Jarrow Steelworks|Kelvin Labs|Larch Veterinary|Moorland Buses|Nordic Timber|' +
  'Oakham Brewery|Pine Street Surgery|Quayle Insurance|Redcliff Holidays|Stonebridge Trust|Tarn Textiles|Ullswater Spa|' +
  'Vale Recycling|Westgate Motors|Yarrow Nurseries|Zenith Signs|Ashdown Farms|Bellhaven Printers|Corrie Outdoor|' +
  'Dockside Catering|Eskdale Water'
).split('|');

const SEATS: PlannedSeat[] = [
  castSeat({ key: 'head', title: 'Managing director', holder: 'Ingrid Solberg', heldSince: '2008-02-04' as Day }),
  castSeat({
    key: 'manager',
    title: 'Service manager',
    holder: 'Fatima Haddad',
    reportsTo: 'head',
    heldSince: '2026-01-12' as Day,
  }),
  castSeat({
    key: 'desk',
    title: 'Lead, Service Desk',
    team: 'Service Desk',
    holder: 'Viktor Petrov',
    reportsTo: 'manager',
    heldSince: '2019-03-04' as Day,
  }),
  castSeat({
    key: 'evening',
    title: 'Lead, Evening Desk',
    team: 'Evening Desk',
    reportsTo: 'manager',
    plannedFor: '2025-11-03' as Day,
    openSince: '2025-11-03' as Day,
  }),
  castSeat({
    key: 'cloud',
    title: 'Lead, Cloud and Network',
    team: 'Cloud and Network',
    holder: 'Kwame Mensah',
    reportsTo: 'manager',
    heldSince: '2020-09-07' as Day,
  }),
  castSeat({
    key: 'field',
    title: 'Lead, Field',
    team: 'Field',
    holder: 'Ewa Kaminska',
    reportsTo: 'manager',
    heldSince: '2023-05-08' as Day,
  }),
];

/**
 * Northline: 45 technicians. It grew past what technical leads can hold: Viktor has the Service Desk and the Evening
 * Desk, whose own lead was due a year ago. Fatima, the service manager, is a people leader with no technical second.
 * Its ticket system is untidy: second accounts, blanks, tickets that start with nobody or with the dispatcher.
 */
export const NORTHLINE: WorldSpec = {
  name: 'Northline',
  domain: 'northline.example.com',
  site: 'Newcastle',
  timeZone: 'Europe/London',
  day: STORY_DAY,
  days: 365,
  tickets: 25_000,
  members: NORTHLINE_CAST,
  seats: SEATS,
  teams: [
    { name: 'Service Desk', clients: [] },
    { name: 'Evening Desk', clients: [] },
    { name: 'Cloud and Network', clients: [] },
    { name: 'Field', clients: CLIENTS.slice(0, 18) },
  ],
  areas: [
    { name: 'Passwords and access', hard: -0.9, weight: 2.4, teams: ['Service Desk', 'Evening Desk'] },
    { name: 'Microsoft 365', hard: -0.2, weight: 2 },
    { name: 'Workstations', hard: 0, weight: 1.6, teams: ['Service Desk', 'Evening Desk', 'Field'] },
    { name: 'Printers', hard: -0.3, teams: ['Service Desk', 'Evening Desk', 'Field'] },
    { name: 'Telephony', hard: 0.1 },
    { name: 'Line of business', hard: 0.4 },
    { name: 'Network', hard: 0.5 },
    { name: 'Cloud platforms', hard: 0.7, weight: 2, teams: ['Cloud and Network'] },
    { name: 'Servers and backup', hard: 0.8 },
    { name: 'Security incidents', hard: 0.9, weight: 0.6, teams: ['Cloud and Network', 'Service Desk'] },
  ],
  clients: CLIENTS,
  correlation: 0.2,
  spread: 0.35,
  effect: 0.28,
  sigma: 0.8,
  hiddenDifficulty: 0.15,
  hardToStrong: 0.35,
  utilisation: 0.88,
  views: NORTHLINE_VIEWS,
  panels: NORTHLINE_PANELS,
  untidy: {
    startUnassigned: 0.3,
    dispatcher: 'Lucía Fernández',
    throughDispatcher: 0.35,
    blankClient: 0.04,
    blankArea: 0.06,
    blankMinutes: 0.1,
    accounts: [
      { name: 'Samuel Whitfield', account: 'Samuel Whitfield (old)', share: 0.4 },
      { name: 'Kwame Mensah', account: 'kwame.mensah@northline.example.com', share: 0.3 },
      { name: 'Linh Dao', account: 'linh.dao@northline.example.com', share: 0.35 },
    ],
    machine: 'Monitoring',
    throughMachine: 0.12,
  },
};

export const NORTHLINE_SEED = 45;
