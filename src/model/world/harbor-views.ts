import { answersBy, assessmentsBy } from './cast.ts';
import type { View } from './types.ts';

/** What Harbor's people said in October and November: each lead on their team, some of the team on their lead. */
export const HARBOR_VIEWS: readonly View[] = [
  ...answersBy('Ana Keller', '2026-10-12', [
    ['Marcus Bell', 5, 5, 2, 2],
    ['Dana Ruiz', 2, 3, 5, 4],
    ['Tom Okafor', 5, 4, 3, 3],
    ['Ruth Ellison', 2, 3, 4, 4],
    ['Priya Raman', 4, 4, 4, 4],
    ['Owen Pritchard', 5, 4, 2, 3],
    ['Elena Popescu', 4, 4, null, null],
  ]),
  ...assessmentsBy('Ana Keller', '2026-10-13', [
    ['Marcus Bell', 5, 5, 2, 2, 2, 2, 3],
    ['Dana Ruiz', 3, 2, 4, 4, 4, 4, 4],
  ]),
  ...answersBy('Marcus Bell', '2026-10-19', [
    ['Priya Raman', 4, 4, 4, 4],
    ['Owen Pritchard', 4, 5, 3, 3],
    ['Sabine Vogt', 4, 3, 3, 3],
    ['Kwabena Asante', 3, 3, 4, 4],
    ['Yuki Mori', 4, 3, 3, null],
    ['Liam Farrell', 3, 3, 3, 3],
    ['Zainab Malik', 3, 3, null, 4],
    ['Carlos Mendes', 3, 2, 2, 3],
    ['Freya Lund', 2, 2, 3, null],
    ['Deepak Nair', 2, 2, null, 3],
  ]),
  ...answersBy('Elena Popescu', '2026-11-03', [['Tom Okafor', 5, 5, 3, null]]),
  ...assessmentsBy('Dana Ruiz', '2026-10-26', [['Ana Keller', 4, 4, 4, 5, 4, 4, 4]]),
  ...assessmentsBy('Marcus Bell', '2026-10-26', [['Ana Keller', 4, 4, 5, 4, 4, null, 4]]),
  ...answersBy('Priya Raman', '2026-10-21', [
    ['Marcus Bell', 5, 5, 2, 2],
    ['Owen Pritchard', 5, 5, 2, 3],
    ['Sabine Vogt', 3, 4, 3, 4],
    ['Kwabena Asante', 3, 3, 4, 3],
  ]),
  ...answersBy('Sabine Vogt', '2026-10-21', [
    ['Marcus Bell', 5, 4, 2, 3],
    ['Priya Raman', 5, 4, 5, 4],
    ['Yuki Mori', 3, 4, 3, 3],
  ]),
  ...answersBy('Zainab Malik', '2026-10-22', [
    ['Marcus Bell', 4, 5, 2, 2],
    ['Priya Raman', 4, 4, 5, 5],
    ['Liam Farrell', 3, 3, 3, 3],
  ]),
  ...answersBy('Dana Ruiz', '2026-10-20', [
    ['Isla Brennan', 2, 2, 3, 3],
    ['Ahmed Sayed', 2, 3, 3, 3],
    ['Noor Haddad', 2, 2, 4, 3],
    ['Ben Whitlock', 2, 2, 3, 3],
    ['Chiara Fontana', 2, 2, 4, 4],
    ['Jonah Pike', 2, 2, 3, 3],
  ]),
  ...answersBy('Isla Brennan', '2026-10-23', [
    ['Dana Ruiz', 2, 2, 5, 5],
    ['Ahmed Sayed', 2, 3, 3, 3],
    ['Noor Haddad', 2, 2, 3, 4],
  ]),
  ...answersBy('Ahmed Sayed', '2026-10-23', [
    ['Dana Ruiz', 2, 3, 4, 4],
    ['Isla Brennan', 2, 2, 3, 4],
    ['Ben Whitlock', 2, 2, 3, 2],
  ]),
  ...answersBy('Tom Okafor', '2026-11-02', [
    ['Elena Popescu', 4, 5, 3, 3],
    ['Samuel Tetteh', 3, 4, 4, 4],
    ['Ailsa Grant', 3, 3, 3, 3],
    ['Minh Tran', 2, 3, null, 3],
  ]),
];
