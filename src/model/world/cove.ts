import type { Day } from '../../base/time.ts';
import { answersBy, castOne, castSeat, castTeam, STORY_DAY, withOwn } from './cast.ts';
import { TIDY, type WorldSpec } from './types.ts';

const CLIENTS = [
  'Alder Dental',
  'Brightwater Lettings',
  'Cobb & Daughters',
  'Fennel Bakery',
  'Quayside Law',
  'St Brannoc School',
];

/**
 * Cove IT: five people. Grace leaves the desk and the Helpdesk Lead seat is empty. Jake closes most tickets, because he
 * picks the quick ones; Mei gets the hard ones, and people go to her.
 */
export const COVE: WorldSpec = {
  name: 'Cove IT',
  domain: 'cove.example.com',
  site: 'Plymouth',
  timeZone: 'Europe/London',
  day: STORY_DAY,
  days: 365,
  tickets: 1500,
  members: [
    castOne(['Grace Adeyemi', 'Owner', 4.1, 3.8, 'technical-path', '2014-05-01'], {
      team: 'Helpdesk',
      work: 'product',
      under: null,
      ownTicketHours: 16,
      ticketHours: 12,
    }),
    ...withOwn(
      castTeam('Helpdesk', 'lead', [
        ['Jake Morley', 'Technician', 3.4, 1.8, 'wants-to-lead', '2021-02-01'],
        ['Mei Lin Chua', 'Technician', 4.4, 3.9, 'not-asked', '2019-09-02'],
        ['Piotr Zielinski', 'Technician', 3.1, 3.0, 'not-now', '2022-06-13'],
        ['Hannah Osei', 'Junior technician', 2.2, 3.2, 'not-asked', '2025-03-03'],
      ]),
      { 'Jake Morley': { picksEasy: 1.6, ticketHours: 22 }, 'Mei Lin Chua': { picksEasy: -1.2 } },
    ),
  ],
  seats: [
    castSeat({ key: 'owner', title: 'Owner', holder: 'Grace Adeyemi', heldSince: '2014-05-01' as Day }),
    castSeat({
      key: 'lead',
      title: 'Helpdesk Lead',
      team: 'Helpdesk',
      reportsTo: 'owner',
      openSince: '2026-10-01' as Day,
    }),
  ],
  teams: [{ name: 'Helpdesk', clients: [] }],
  areas: [
    { name: 'Passwords and access', hard: -0.8, weight: 2.2 },
    { name: 'Email', hard: -0.2, weight: 1.6 },
    { name: 'Printers', hard: -0.3 },
    { name: 'Workstations', hard: 0.1, weight: 1.5 },
    { name: 'Network', hard: 0.6 },
    { name: 'Servers and backup', hard: 0.9, weight: 0.8 },
  ],
  clients: CLIENTS,
  correlation: 0.2,
  spread: 0.4,
  effect: 0.3,
  sigma: 0.7,
  hiddenDifficulty: 0,
  hardToStrong: 0.3,
  utilisation: 0.85,
  views: [
    ...answersBy('Grace Adeyemi', '2026-11-09', [
      ['Jake Morley', 3, 4, 2, 2],
      ['Mei Lin Chua', 5, 5, 4, 4],
      ['Piotr Zielinski', 3, 3, 3, null],
      ['Hannah Osei', 2, 2, 3, 3],
    ]),
    ...answersBy('Piotr Zielinski', '2026-11-10', [
      ['Jake Morley', 3, 3, 2, 2],
      ['Mei Lin Chua', 5, 5, 5, 4],
      ['Hannah Osei', 2, null, 3, 4],
    ]),
    ...answersBy('Mei Lin Chua', '2026-11-11', [
      ['Grace Adeyemi', 4, 4, 4, 4],
      ['Jake Morley', 4, 3, 2, 2],
      ['Piotr Zielinski', 3, 3, 3, 3],
      ['Hannah Osei', 2, 2, 3, 3],
    ]),
    ...answersBy('Hannah Osei', '2026-11-10', [
      ['Jake Morley', 3, 4, 2, 2],
      ['Mei Lin Chua', 5, 4, 5, 5],
      ['Piotr Zielinski', 4, 3, 3, 3],
    ]),
  ],
  panels: [],
  untidy: { ...TIDY, startUnassigned: 0.05 },
};

export const COVE_SEED = 5;
