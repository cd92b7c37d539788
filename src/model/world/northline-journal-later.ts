import type { StoryDecision } from './journal-story.ts';

const EVENING = 'Lead, Evening Desk';
const MANAGER = 'Service manager';
const INGRID = 'Ingrid Solberg';
const FATIMA = 'Fatima Haddad';

/** The newer half of Northline's journal: the service manager's seat, and the lead for the evening that is missing. */
export const NORTHLINE_LATER: readonly StoryDecision[] = [
  {
    ...{ seat: MANAGER, day: '2025-03-03', by: INGRID, kind: 'trial', person: 'Ewa Kaminska' },
    reason: 'She is the nearest to it that we have, and she wants it.',
    advice: {
      ...{ kind: 'people-first', answer: 'trial', named: ['Ewa Kaminska'] },
      considered: ['Ewa Kaminska', 'Kwame Mensah'],
      sentence: 'Service manager needs a people leader who knows the work. Ewa Kaminska; a trial would confirm it.',
      reasons: ['Ewa clears the bar with the work and is likely to reach it with people.'],
      ...{ demand: [2.9, 3.8], stood: [['Ewa Kaminska', [3.8, 0.3], [3.5, 0.4]]], rested: [47, 8, 1700] },
    },
    review: {
      ...{ day: '2025-09-08', again: 'otherwise', stayed: 'went-back', team: 'same' },
      words: 'She was good at it. Nobody had taken Field off her, so she did both, and went back.',
      ownWords: 'I would try it again with somebody for Field. Going back was easy, and nobody made a face.',
    },
  },
  {
    ...{ seat: MANAGER, day: '2025-09-15', by: INGRID, kind: 'leave-open', person: null, reason: 'We look outside.' },
    advice: {
      ...{ kind: 'people-first', answer: 'hire', named: [], considered: ['Ewa Kaminska', 'Kwame Mensah'] },
      sentence:
        'Service manager needs a people leader who knows the work. Ewa went back to Field by her own wish. Hire.',
      reasons: ['Nobody who wants it clears both bars now.'],
      ...{ demand: [2.9, 3.9], stood: [], rested: [49, 8, 8800] },
    },
    review: {
      ...{ day: '2026-03-16', again: 'yes', stayed: 'filled', team: 'better' },
      words: 'Four months of looking, and Fatima was worth it.',
    },
  },
  {
    ...{ seat: EVENING, day: '2025-11-03', by: INGRID, kind: 'leave-open', person: null },
    reason: 'Viktor says that he can carry both desks for now.',
    advice: {
      ...{ kind: 'technical-first', answer: 'trial', named: ['Tomoko Abe'] },
      considered: ['Tomoko Abe', 'Linh Dao', 'Will Harcourt'],
      sentence:
        'Evening Desk needs a technical leader with people skills. Tomoko Abe; ask her, and a trial would confirm it. Will closes the most tickets. He isn’t a lead yet.',
      reasons: [
        'Tomoko is likely to reach both bars; nobody has asked her.',
        'Viktor has no hours left for nine more.',
      ],
      ...{ demand: [3.8, 3.2], stood: [['Tomoko Abe', [3.6, 0.5], [3.5, 0.7]]], rested: [26, 4, 3100] },
    },
    review: {
      ...{ day: '2026-05-11', again: 'no', stayed: 'open', team: 'worse' },
      words: 'He could not, and said so in March. Two of the evening asked to move to days.',
    },
  },
  {
    ...{ seat: MANAGER, day: '2026-01-12', by: INGRID, kind: 'hold', person: 'Fatima Haddad' },
    reason: 'She leads people as nobody here does.',
    advice: {
      ...{ kind: 'people-first', answer: 'pair', named: ['Fatima Haddad', 'Ewa Kaminska'] },
      considered: ['Fatima Haddad', 'Ewa Kaminska'],
      sentence:
        'Service manager needs a people leader who knows the work. Fatima Haddad, with Ewa Kaminska as technical second.',
      reasons: ['Fatima clears the bar with people and is below it with the work: a second covers that.'],
      demand: [2.9, 3.9],
      stood: [
        ['Fatima Haddad', [1.7, 0.5], [4.3, 0.4]],
        ['Ewa Kaminska', [3.8, 0.3], [3.5, 0.4]],
      ],
      rested: [30, 5, 1900],
    },
    review: {
      ...{ day: '2026-07-13', again: 'otherwise', stayed: 'there', team: 'same' },
      words: 'Right for it. We left out the second for the work, and that is missing every week.',
    },
  },
  {
    ...{ seat: EVENING, day: '2026-02-09', by: FATIMA, kind: 'trial', person: 'Will Harcourt' },
    reason: 'He closes twice as many tickets as anybody else in the evening and asked for it.',
    advice: {
      ...{ kind: 'technical-first', answer: 'trial', named: ['Tomoko Abe'] },
      considered: ['Tomoko Abe', 'Linh Dao', 'Will Harcourt'],
      sentence:
        'Evening Desk needs a technical leader with people skills. Tomoko Abe; ask her, and a trial would confirm it. Will closes the most tickets, and mostly easy ones. He isn’t a lead yet.',
      reasons: ['Will is below both bars; his tickets are the easy ones.', 'Tomoko is likely to reach both bars.'],
      demand: [3.8, 3.2],
      stood: [
        ['Tomoko Abe', [3.6, 0.5], [3.5, 0.6]],
        ['Will Harcourt', [2.7, 0.4], [2.4, 0.6]],
      ],
      rested: [29, 5, 3900],
    },
    review: {
      ...{ day: '2026-08-17', again: 'no', stayed: 'went-back', team: 'worse' },
      words: 'Closing tickets is not leading. That he could go back without a word about it saved him for us.',
    },
    trial: {
      from: '2026-02-16',
      until: '2026-06-12',
      ticketHours: 12,
      ticketHoursBefore: 24,
      back: { team: 'Evening Desk', seat: 'Lead, Service Desk' },
      criteria: [
        {
          kind: 'behaviour',
          competency: 'rescue',
          text: 'Notices what is stuck, and gets it moving together with whoever has it',
        },
        { kind: 'behaviour', competency: 'coaching', text: 'Asks before advising, and lets the other one do it' },
        { kind: 'measure', measure: 'stuck', text: 'Not more than now' },
      ],
      reviews: [
        {
          day: '2026-03-30',
          person: {
            words:
              'I get to fewer tickets and nobody tells me whether that is good. The others wait for me to take them.',
            marks: ['not-yet', 'not-yet', 'cannot-tell'],
            wish: 'not-sure',
          },
          decider: {
            words:
              'You take what is stuck yourself. It helps that evening and nobody learns from it. Try one evening without.',
            marks: ['not-yet', 'not-yet', 'not-yet'],
          },
        },
      ],
      end: {
        day: '2026-05-11',
        outcome: 'returned',
        side: 'person',
        words: 'I would rather be good at the tickets. Thank you for letting me find out.',
      },
    },
  },
  {
    ...{
      seat: 'Lead, Cloud and Network',
      day: '2026-03-09',
      by: FATIMA,
      kind: 'hold',
      person: 'Kwame Mensah',
      reason: null,
    },
    advice: {
      ...{ kind: 'technical-first', answer: 'keep', named: ['Kwame Mensah'], considered: ['Kwame Mensah'] },
      sentence:
        'Cloud and Network needs a technical leader with people skills. Kwame Mensah stays. He needs fewer tickets.',
      reasons: ['He has three hours a week for eleven people.'],
      ...{ demand: [3.8, 3.2], stood: [['Kwame Mensah', [4.5, 0.3], [2.5, 0.4]]], rested: [41, 7, 4400] },
    },
    review: {
      ...{ day: '2026-09-14', again: 'otherwise', stayed: 'there', team: 'same' },
      words: 'The tickets are still with him. That was ours to change, not his.',
    },
  },
  {
    ...{ seat: EVENING, day: '2026-05-18', by: FATIMA, kind: 'leave-open', person: null },
    reason: 'I want to ask Tomoko properly this time, and not in a hurry.',
    advice: {
      ...{ kind: 'technical-first', answer: 'trial', named: ['Tomoko Abe'] },
      considered: ['Tomoko Abe', 'Linh Dao'],
      sentence:
        'Evening Desk needs a technical leader with people skills. Tomoko Abe; ask her, and a trial would confirm it.',
      reasons: ['Tomoko is likely to reach both bars; nobody has asked her.'],
      ...{ demand: [3.8, 3.2], stood: [['Tomoko Abe', [3.7, 0.5], [3.6, 0.6]]], rested: [31, 5, 4100] },
    },
  },
];
