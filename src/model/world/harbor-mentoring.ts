import type { Day } from '../../base/time.ts';
import type { MentoringStory } from './mentoring-types.ts';

const DESK_CLIENTS = [
  'Aldgate Accountants',
  'Beacon Housing',
  'Castle Freight',
  'Dunmore Clinic',
  'Eastfield Schools',
  'Fairline Foods',
  'Gull Rock Hotels',
  'Hartwell Solicitors',
  'Juniper Optics',
  'Kestrel Press',
  'Lowther Estates',
];

const DESK_PAIR_A = ['Priya Raman', 'Kwabena Asante'];
const DESK_PAIR_B = ['Sabine Vogt', 'Yuki Mori'];

/**
 * Harbor: Dana, who leads people well, mentors Marcus; Marcus offers to mentor in turn. The Service Desk is covered; nobody
 * in Pod B is signed off for networks, servers or line-of-business work: that is why nobody there can jump in.
 */
export const HARBOR_MENTORING: MentoringStory = {
  wishes: [
    ['Dana Ruiz', 1, [], 'sailing, choir, crosswords'],
    ['Marcus Bell', 1, ['conflict', 'coaching', 'communication'], 'sailing and old radios'],
    ['Priya Raman', 1, [], 'climbing, chess, choir'],
    ['Owen Pritchard', 1, [], 'chess, model railways'],
    ['Tom Okafor', 0, ['communication', 'conflict', 'team-building'], 'climbing, five-a-side football'],
    ['Chiara Fontana', 0, ['knowledge', 'rescue'], 'radios, cycling'],
    ['Yuki Mori', 0, ['resolving', 'depth'], 'chess and gardening'],
    ['Ahmed Sayed', 0, ['rescue'], 'football'],
  ],
  pairs: [
    {
      mentor: 'Dana Ruiz',
      mentee: 'Marcus Bell',
      beganOn: '2026-08-31' as Day,
      untilDay: '2027-02-28' as Day,
      wants: ['conflict', 'coaching', 'communication'],
      reason:
        'Dana is probably strong where Marcus wants to grow: communication, conflict resolution and coaching and mentoring.',
      helpWith: 'I fix it myself before I have listened. How do you not?',
      met: ['2026-09-07' as Day, '2026-10-05' as Day, '2026-11-02' as Day],
      planned: ['2026-11-30' as Day, '2026-12-28' as Day, '2027-01-25' as Day],
      goals: ['Hold every 1:1 of a month, and ask before I answer', 'Have the talk with Carlos that I put off'],
    },
  ],
  levels: [
    [
      'Passwords and access',
      'signed-off',
      ['Liam Farrell', 'Zainab Malik', 'Carlos Mendes'],
      'Marcus Bell',
      '2025-09-01',
    ],
    [
      'Passwords and access',
      'signed-off',
      ['Isla Brennan', 'Ahmed Sayed', 'Chiara Fontana'],
      'Dana Ruiz',
      '2025-10-06',
    ],
    ['Microsoft 365', 'signed-off', ['Priya Raman', 'Sabine Vogt', 'Kwabena Asante'], 'Marcus Bell', '2025-09-01'],
    ['Microsoft 365', 'signed-off', ['Ahmed Sayed', 'Noor Haddad'], 'Dana Ruiz', '2026-01-12'],
    ['Workstations', 'signed-off', ['Yuki Mori', 'Sabine Vogt'], 'Marcus Bell', '2025-11-03'],
    ['Workstations', 'signed-off', ['Isla Brennan', 'Ben Whitlock'], 'Dana Ruiz', '2026-01-12'],
    ['Telephony', 'signed-off', ['Priya Raman', 'Kwabena Asante'], 'Marcus Bell', '2025-11-03'],
    ['Telephony', 'signed-off', ['Noor Haddad'], 'Dana Ruiz', '2026-03-02'],
    ['Line of business', 'signed-off', ['Owen Pritchard', 'Priya Raman'], 'Marcus Bell', '2026-01-19'],
    ['Network', 'signed-off', ['Owen Pritchard', 'Priya Raman'], 'Marcus Bell', '2025-09-01'],
    ['Network', 'signed-off', ['Elena Popescu', 'Samuel Tetteh'], 'Tom Okafor', '2026-10-12'],
    ['Servers and backup', 'signed-off', ['Marcus Bell'], 'Ana Keller', '2024-05-06'],
    ['Servers and backup', 'signed-off', ['Owen Pritchard'], 'Marcus Bell', '2025-09-01'],
    ['Servers and backup', 'signed-off', ['Elena Popescu', 'Samuel Tetteh'], 'Tom Okafor', '2026-10-12'],
    ['Roll-outs', 'signed-off', ['Elena Popescu', 'Samuel Tetteh'], 'Tom Okafor', '2026-10-12'],
    ...DESK_CLIENTS.map(
      (client, at) => [client, 'signed-off', at % 2 ? DESK_PAIR_B : DESK_PAIR_A, 'Marcus Bell', '2026-02-09'] as const,
    ),
    ['Inver Marine', 'signed-off', ['Owen Pritchard'], 'Marcus Bell', '2026-02-09'],
    ['Microsoft 365', 'signed-off', ['Samuel Tetteh', 'Ailsa Grant'], 'Tom Okafor', '2026-10-12'],
    ['Telephony', 'signed-off', ['Ailsa Grant', 'Minh Tran'], 'Tom Okafor', '2026-10-12'],
    ['Line of business', 'signed-off', ['Elena Popescu', 'Samuel Tetteh'], 'Tom Okafor', '2026-10-12'],
    ['Meridian Logistics', 'signed-off', ['Isla Brennan', 'Ahmed Sayed'], 'Dana Ruiz', '2026-02-16'],
    ['Norwood Care Homes', 'signed-off', ['Noor Haddad', 'Isla Brennan'], 'Dana Ruiz', '2026-02-16'],
    ['Orchard Packaging', 'signed-off', ['Isla Brennan'], 'Dana Ruiz', '2026-02-16'],
    ['Network', 'shadowing', ['Ahmed Sayed'], 'Owen Pritchard', '2026-10-12'],
    ['Telephony', 'learning', ['Chiara Fontana'], 'Noor Haddad', '2026-11-02'],
    ['1:1s', 'learning', ['Marcus Bell'], 'Dana Ruiz', '2026-10-05'],
  ],
  hours: [
    ['Marcus Bell', 1],
    ['Dana Ruiz', 4],
    ['Owen Pritchard', 3],
    ['Elena Popescu', 3],
  ],
};
