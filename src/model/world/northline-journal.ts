import type { StoryDecision } from './journal-story.ts';
import { NORTHLINE_LATER } from './northline-journal-later.ts';

const DESK = 'Lead, Service Desk';
const CLOUD = 'Lead, Cloud and Network';
const FIELD = 'Lead, Field';
const MANAGER = 'Service manager';
const INGRID = 'Ingrid Solberg';

const keeps = (name: string, place: string, needs: string) =>
  ({
    kind: 'technical-first',
    answer: 'keep',
    named: [name],
    considered: [name],
    sentence: `${place} needs a technical leader with people skills. ${name} stays. ${needs}`,
    reasons: [needs],
  }) as const;

const EARLIER: readonly StoryDecision[] = [
  {
    ...{ seat: FIELD, day: '2023-05-08', by: INGRID, kind: 'hold', person: 'Ewa Kaminska' },
    reason: 'The team asked for her.',
    advice: {
      ...{ kind: 'technical-first', answer: 'person', named: ['Ewa Kaminska'] },
      considered: ['Ewa Kaminska', 'Leszek Duda'],
      sentence: 'Field needs a technical leader with people skills. Ewa Kaminska, who wants it. Next: talk to Ewa.',
      reasons: ['Ewa clears both bars.'],
      ...{ demand: [3.9, 3.1], stood: [['Ewa Kaminska', [3.7, 0.4], [3.4, 0.5]]], rested: [22, 4, 860] },
    },
    review: {
      ...{ day: '2023-11-13', again: 'yes', stayed: 'there', team: 'better' },
      words: 'Two people stayed who were about to leave. She said early where she needed help.',
      ownWords: 'The first three months with half my tickets taken off me made the difference.',
    },
  },
  {
    ...{ seat: CLOUD, day: '2023-10-02', by: INGRID, kind: 'trial', person: 'Bogdan Ilie' },
    reason: 'Kwame is away until the spring and Bogdan knows every switch we run.',
    advice: {
      ...{ kind: 'technical-first', answer: 'several', named: ['Chioma Eze', 'Anneli Virtanen'] },
      considered: ['Chioma Eze', 'Anneli Virtanen', 'Bogdan Ilie'],
      sentence:
        'Cloud and Network needs a technical leader with people skills. Chioma or Anneli: too close to call. Bogdan is below what this job needs with people.',
      reasons: ['Chioma and Anneli clear both bars.', 'Bogdan is below the bar with people: about 2.3.'],
      demand: [3.9, 3.1],
      stood: [
        ['Chioma Eze', [3.7, 0.5], [3.6, 0.6]],
        ['Bogdan Ilie', [4.2, 0.4], [2.3, 0.5]],
      ],
      rested: [31, 5, 1900],
    },
    review: {
      ...{ day: '2024-04-08', again: 'no', stayed: 'went-back', team: 'worse' },
      words: 'He said after two months that he wanted his old work back. We had not asked him what he wants.',
    },
  },
  {
    ...{ seat: DESK, day: '2024-03-04', by: INGRID, kind: 'hold', person: 'Viktor Petrov', reason: null },
    advice: {
      ...keeps('Viktor Petrov', 'Service Desk', 'He needs a second with people, and fewer tickets of his own.'),
      ...{ demand: [3.9, 3.1], stood: [['Viktor Petrov', [4.6, 0.3], [2.2, 0.5]]], rested: [35, 6, 4200] },
    },
    review: {
      ...{ day: '2024-09-09', again: 'otherwise', stayed: 'there', team: 'same' },
      words: 'Right to keep him, wrong to leave out the second. The tickets stayed with him too.',
    },
  },
  {
    ...{ seat: MANAGER, day: '2024-04-08', by: INGRID, kind: 'leave-open', person: null },
    reason: 'I do it beside the firm for another year.',
    advice: {
      ...{ kind: 'people-first', answer: 'hire', named: [], considered: ['Ewa Kaminska', 'Kwame Mensah'] },
      sentence: 'Service manager needs a people leader who knows the work. Nobody here clears both bars. Hire.',
      reasons: ['Ewa is near both bars and has led for a year.'],
      ...{ demand: [2.9, 3.8], stood: [], rested: [40, 6, 7100] },
    },
    review: {
      ...{ day: '2024-10-14', again: 'no', stayed: 'open', team: 'worse' },
      words: 'It cost us two people. Nobody had an hour for them, me least of all.',
    },
  },
  {
    ...{ seat: CLOUD, day: '2024-06-03', by: INGRID, kind: 'hold', person: 'Kwame Mensah', reason: 'He is back.' },
    advice: {
      ...keeps('Kwame Mensah', 'Cloud and Network', 'He needs training in conflict, and somebody for the 1:1s.'),
      ...{ demand: [3.9, 3.1], stood: [['Kwame Mensah', [4.4, 0.3], [2.7, 0.5]]], rested: [33, 5, 3600] },
    },
    review: {
      ...{ day: '2024-12-02', again: 'yes', stayed: 'there', team: 'better' },
      words: 'Chioma takes the 1:1s with the juniors. That was the piece that was missing.',
    },
  },
  {
    ...{ seat: FIELD, day: '2024-09-02', by: INGRID, kind: 'hold', person: 'Ewa Kaminska', reason: null },
    advice: {
      ...keeps('Ewa Kaminska', 'Field', 'Nothing is missing.'),
      ...{ demand: [3.8, 3.2], stood: [['Ewa Kaminska', [3.8, 0.3], [3.5, 0.4]]], rested: [44, 7, 1500] },
    },
    review: {
      ...{ day: '2025-03-10', again: 'yes', stayed: 'there', team: 'same' },
      words: 'No doubt about it.',
    },
  },
  {
    ...{ seat: DESK, day: '2025-02-03', by: INGRID, kind: 'hold', person: 'Viktor Petrov', reason: null },
    advice: {
      ...keeps('Viktor Petrov', 'Service Desk', 'He has no time left to listen: plan a lead for the evenings.'),
      ...{ demand: [3.8, 3.2], stood: [['Viktor Petrov', [4.7, 0.3], [2.1, 0.4]]], rested: [52, 8, 5200] },
    },
    review: {
      ...{ day: '2025-08-11', again: 'otherwise', stayed: 'there', team: 'worse' },
      words: 'He holds the desk with the work. Nobody holds the people of the evening.',
    },
  },
];

/** What was decided at Northline since it keeps a journal, from the first one on. */
export const NORTHLINE_JOURNAL: readonly StoryDecision[] = [...EARLIER, ...NORTHLINE_LATER];
