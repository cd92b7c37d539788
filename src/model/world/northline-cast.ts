import { castOne, castTeam, withOwn } from './cast.ts';
import type { Member } from './types.ts';

const LEADS: Member[] = [
  castOne(['Ingrid Solberg', 'Managing director', 3.0, 4.0, 'not-now', '2008-02-04'], {
    team: null,
    work: 'other',
    under: null,
  }),
  castOne(['Fatima Haddad', 'Service manager', 1.5, 4.4, 'wants-to-lead', '2026-01-12'], {
    team: null,
    work: 'other',
    under: null,
    ownTicketHours: 0,
  }),
  castOne(['Viktor Petrov', 'Lead, Service Desk', 4.7, 2.1, 'technical-path', '2013-10-07'], {
    team: 'Service Desk',
    work: 'product',
    under: null,
    ownTicketHours: 28,
    ticketHours: 26,
  }),
  castOne(['Kwame Mensah', 'Lead, Cloud and Network', 4.5, 2.4, 'wants-to-lead', '2016-01-11'], {
    team: 'Cloud and Network',
    work: 'product',
    under: null,
    ownTicketHours: 26,
    ticketHours: 24,
  }),
  castOne(['Ewa Kaminska', 'Lead, Field', 3.8, 3.5, 'wants-to-lead', '2018-04-16'], {
    team: 'Field',
    work: 'product',
    under: null,
    ownTicketHours: 18,
    ticketHours: 16,
  }),
  castOne(['Lucía Fernández', 'Dispatcher', 2.3, 3.5, 'not-now', '2017-06-05'], {
    team: 'Service Desk',
    work: 'dispatch',
    under: 'manager',
  }),
];

const SERVICE_DESK = castTeam('Service Desk', 'desk', [
  ['Nadia Rahimi', 'Senior technician', 4.1, 3.9, 'wants-to-lead', '2019-01-14'],
  ['Samuel Whitfield', 'Senior technician', 4.0, 2.7, 'technical-path', '2016-05-09'],
  ['Aroha Tamihana', 'Technician', 3.6, 3.6, 'not-asked', '2020-03-02'],
  ['Dmitri Volkov', 'Technician', 3.5, 2.8, 'not-now', '2020-07-13'],
  ['Grainne Doyle', 'Technician', 3.3, 3.4, 'not-asked', '2021-02-08'],
  ['Imran Qureshi', 'Technician', 3.2, 3.1, 'not-asked', '2021-09-06'],
  ['Joy Nwosu', 'Technician', 3.0, 3.5, 'wants-to-lead', '2022-01-10'],
  ['Kenji Watanabe', 'Technician', 3.0, 2.6, 'technical-path', '2022-05-16'],
  ['Lucas Pereira', 'Technician', 2.8, 3.0, 'not-asked', '2022-11-07'],
  ['Maja Kovac', 'Technician', 2.7, 3.2, 'not-asked', '2023-03-13'],
  ['Nils Berg', 'Technician', 2.6, 2.9, 'not-now', '2023-08-14'],
  ['Oluwaseun Bello', 'Junior technician', 2.4, 3.3, 'not-asked', '2024-06-10'],
  ['Paula Jimenez', 'Junior technician', 2.3, 3.0, 'not-asked', '2025-02-10'],
  ['Ravi Pillai', 'Junior technician', 2.2, 3.1, 'not-asked', '2025-09-08'],
  ['Siobhan Kane', 'Junior technician', 2.1, 2.9, 'not-asked', '2026-04-13'],
]);

/** They work evenings and report to the Service Desk's lead until somebody leads them. */
const EVENING_DESK = castTeam('Evening Desk', 'desk', [
  ['Tomoko Abe', 'Senior technician', 3.8, 3.8, 'not-asked', '2019-10-14'],
  ['Linh Dao', 'Technician', 3.6, 3.2, 'not-now', '2020-11-09'],
  ['Umar Farooq', 'Technician', 3.2, 2.9, 'not-asked', '2021-06-14'],
  ['Neil Buchanan', 'Technician', 3.0, 2.7, 'not-now', '2020-10-12'],
  ['Vera Novakova', 'Technician', 3.0, 3.3, 'not-asked', '2022-03-07'],
  ['Will Harcourt', 'Technician', 2.8, 2.5, 'wants-to-lead', '2022-10-10'],
  ['Ximena Rojas', 'Technician', 2.6, 3.2, 'not-asked', '2023-10-09'],
  ['Yaw Darko', 'Junior technician', 2.3, 3.0, 'not-asked', '2024-11-11'],
  ['Zeynep Kaya', 'Junior technician', 2.2, 3.1, 'not-asked', '2025-06-09'],
]);

const CLOUD = castTeam('Cloud and Network', 'cloud', [
  ['Anneli Virtanen', 'Senior engineer', 4.3, 3.3, 'technical-path', '2017-08-14'],
  ['Bogdan Ilie', 'Senior engineer', 4.2, 2.6, 'technical-path', '2018-02-12'],
  ['Chioma Eze', 'Engineer', 3.8, 3.8, 'wants-to-lead', '2019-05-13'],
  ['Daniel Katz', 'Engineer', 3.7, 2.9, 'not-now', '2020-01-13'],
  ['Esra Yildiz', 'Engineer', 3.5, 3.2, 'not-asked', '2020-09-14'],
  ['Finlay Muir', 'Engineer', 3.4, 3.0, 'not-asked', '2021-04-12'],
  ['Gabriela Luna', 'Engineer', 3.3, 3.4, 'not-asked', '2021-11-08'],
  ['Hugo Lambert', 'Engineer', 3.1, 2.8, 'not-asked', '2022-07-11'],
  ['Ifan Rees', 'Engineer', 3.0, 3.1, 'not-now', '2023-01-16'],
  ['Jasmin Keita', 'Junior engineer', 2.6, 3.2, 'not-asked', '2024-08-12'],
  ['Kasper Holm', 'Junior engineer', 2.5, 2.9, 'not-asked', '2025-10-06'],
]);

const FIELD = castTeam('Field', 'field', [
  ['Leszek Duda', 'Field engineer', 3.6, 3.0, 'technical-path', '2018-09-10'],
  ['Mariam Toure', 'Field engineer', 3.3, 3.5, 'not-asked', '2020-05-11'],
  ['Orla Byrne', 'Field engineer', 3.0, 3.3, 'not-asked', '2021-08-09'],
  ['Pavel Horak', 'Field engineer', 2.9, 3.0, 'not-asked', '2022-04-11'],
  ['Rosalind Achieng', 'Field engineer', 2.7, 3.1, 'not-asked', '2023-06-12'],
  ['Stefan Maric', 'Field engineer', 2.5, 2.8, 'not-asked', '2024-03-11'],
  ['Tamsin Roe', 'Junior field engineer', 2.2, 3.2, 'not-asked', '2025-11-10'],
]);

/** Northline's 45 technicians, its managing director, its service manager and its dispatcher. */
export const NORTHLINE_CAST: Member[] = withOwn([...LEADS, ...SERVICE_DESK, ...EVENING_DESK, ...CLOUD, ...FIELD], {
  'Will Harcourt': { picksEasy: 1.4, ticketHours: 24 },
});
