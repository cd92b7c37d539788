import type { Day } from '../../base/time.ts';
import type { MentoringStory } from './mentoring-types.ts';

/** Clients that the same two of the Service Desk have known for years; and those that one person alone knows. */
const WITH_VIKTOR = ['Ashdown Farms', 'Bellhaven Printers', 'Dockside Catering', 'Eskdale Water', 'Granite Builders'];
const WITH_NADIA = ['Fjord Seafood', 'Highfield College', 'Larch Veterinary', 'Pine Street Surgery', 'Vale Recycling'];
const VIKTORS_ALONE = ['Corrie Outdoor', 'Jarrow Steelworks', 'Moorland Buses', 'Nordic Timber', 'Stonebridge Trust'];
const ANNELIS_ALONE = ['Icehouse Storage', 'Oakham Brewery', 'Redcliff Holidays', 'Tarn Textiles', 'Ullswater Spa'];

/**
 * Northline: the technical leads want help with people, and the people leader above them may not mentor those who report to
 * her. A few know a lot each.
 */
export const NORTHLINE_MENTORING: MentoringStory = {
  wishes: [
    ['Fatima Haddad', 2, ['knowledge'], 'theatre, allotment gardening'],
    ['Viktor Petrov', 1, ['conflict', 'communication'], 'chess, long-distance running'],
    ['Kwame Mensah', 1, ['coaching', 'communication'], 'choir, cooking'],
    ['Ewa Kaminska', 1, ['outlook'], 'cooking, mountain biking'],
    ['Tomoko Abe', 1, [], 'choir, gardening, chess'],
    ['Nadia Rahimi', 1, [], 'theatre and cooking'],
    ['Chioma Eze', 1, ['motivation'], 'running, photography'],
    ['Joy Nwosu', 0, ['coaching', 'team-building'], 'choir'],
    ['Ravi Pillai', 0, ['resolving', 'knowledge'], 'chess'],
    ['Siobhan Kane', 0, ['resolving'], 'running'],
    ['Will Harcourt', 0, ['fairness', 'communication'], 'football'],
    ['Kasper Holm', 0, ['depth', 'resolving'], 'mountain biking'],
    ['Jasmin Keita', 0, ['knowledge'], 'photography'],
  ],
  pairs: [
    {
      mentor: 'Chioma Eze',
      mentee: 'Siobhan Kane',
      beganOn: '2026-04-27' as Day,
      untilDay: '2026-10-27' as Day,
      wants: ['resolving'],
      reason: 'Chioma is probably strong where Siobhan wants to grow: resolving.',
      helpWith: 'Where to start when nothing in the notes fits.',
      met: ['2026-05-11' as Day, '2026-06-08' as Day, '2026-07-06' as Day, '2026-09-07' as Day],
      planned: [],
      goals: ['Take a network ticket to its end alone'],
    },
  ],
  levels: [
    ['Passwords and access', 'signed-off', ['Joy Nwosu', 'Lucas Pereira', 'Maja Kovac'], 'Viktor Petrov', '2025-06-02'],
    ['Passwords and access', 'signed-off', ['Vera Novakova', 'Ximena Rojas'], 'Viktor Petrov', '2025-06-02'],
    ['Microsoft 365', 'signed-off', ['Nadia Rahimi', 'Aroha Tamihana'], 'Viktor Petrov', '2025-06-02'],
    ['Microsoft 365', 'signed-off', ['Tomoko Abe', 'Linh Dao'], 'Viktor Petrov', '2025-06-02'],
    ['Microsoft 365', 'signed-off', ['Chioma Eze', 'Gabriela Luna'], 'Kwame Mensah', '2025-09-01'],
    ['Workstations', 'signed-off', ['Imran Qureshi', 'Nils Berg'], 'Viktor Petrov', '2025-06-02'],
    ['Workstations', 'signed-off', ['Mariam Toure', 'Orla Byrne'], 'Ewa Kaminska', '2025-09-15'],
    ['Printers', 'signed-off', ['Pavel Horak', 'Rosalind Achieng'], 'Ewa Kaminska', '2025-09-15'],
    ['Telephony', 'signed-off', ['Samuel Whitfield'], 'Viktor Petrov', '2025-06-02'],
    ['Network', 'signed-off', ['Viktor Petrov'], 'Fatima Haddad', '2026-02-02'],
    ['Network', 'signed-off', ['Anneli Virtanen', 'Bogdan Ilie'], 'Kwame Mensah', '2025-09-01'],
    ['Cloud platforms', 'signed-off', ['Anneli Virtanen', 'Bogdan Ilie', 'Daniel Katz'], 'Kwame Mensah', '2025-09-01'],
    ['Servers and backup', 'signed-off', ['Anneli Virtanen', 'Bogdan Ilie'], 'Kwame Mensah', '2025-09-01'],
    ['Servers and backup', 'signed-off', ['Viktor Petrov'], 'Fatima Haddad', '2026-02-02'],
    ['Security incidents', 'signed-off', ['Anneli Virtanen'], 'Kwame Mensah', '2025-09-01'],
    ['Line of business', 'signed-off', ['Nadia Rahimi', 'Samuel Whitfield'], 'Viktor Petrov', '2025-06-02'],
    ['Aurora Fisheries', 'signed-off', ['Mariam Toure', 'Leszek Duda'], 'Ewa Kaminska', '2026-01-12'],
    ['Birch & Sons', 'signed-off', ['Leszek Duda'], 'Ewa Kaminska', '2026-01-12'],
    ['Cairn Energy Services', 'signed-off', ['Anneli Virtanen', 'Viktor Petrov'], 'Kwame Mensah', '2026-01-12'],
    ['Delta Pharmacies', 'signed-off', ['Nadia Rahimi', 'Aroha Tamihana'], 'Viktor Petrov', '2026-01-12'],
    ['Elmwood Council', 'signed-off', ['Viktor Petrov'], 'Fatima Haddad', '2026-02-02'],
    ['Kelvin Labs', 'signed-off', ['Bogdan Ilie'], 'Kwame Mensah', '2026-01-12'],
    ['Quayle Insurance', 'signed-off', ['Viktor Petrov'], 'Fatima Haddad', '2026-02-02'],
    ...WITH_VIKTOR.map((client) => [client, 'signed-off', ['Viktor Petrov'], 'Fatima Haddad', '2026-02-02'] as const),
    ...WITH_VIKTOR.map((client) => [client, 'signed-off', ['Imran Qureshi'], 'Viktor Petrov', '2026-02-09'] as const),
    ...WITH_NADIA.map(
      (client) => [client, 'signed-off', ['Nadia Rahimi', 'Aroha Tamihana'], 'Viktor Petrov', '2026-02-09'] as const,
    ),
    ...VIKTORS_ALONE.map((client) => [client, 'signed-off', ['Viktor Petrov'], 'Fatima Haddad', '2026-02-02'] as const),
    ...ANNELIS_ALONE.map(
      (client) => [client, 'signed-off', ['Anneli Virtanen'], 'Kwame Mensah', '2026-02-09'] as const,
    ),
    ['Servers and backup', 'shadowing', ['Tomoko Abe'], 'Viktor Petrov', '2026-10-05'],
    ['Security incidents', 'learning', ['Finlay Muir'], 'Anneli Virtanen', '2026-10-19'],
    ['the queue', 'learning', ['Fatima Haddad'], 'Kwame Mensah', '2026-10-26'],
  ],
  hours: [
    ['Viktor Petrov', 1],
    ['Anneli Virtanen', 3],
  ],
};
