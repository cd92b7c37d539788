import type { StoryDecision } from './journal-story.ts';

/** What was decided at Harbor: Marcus eight months ago, the service manager's seat in June, and Tom's trial. */
export const HARBOR_JOURNAL: readonly StoryDecision[] = [
  {
    seat: 'Lead, Service Desk',
    day: '2026-03-16',
    by: 'Ana Keller',
    kind: 'hold',
    person: 'Marcus Bell',
    reason: 'He has carried this desk for eight years and clients ask for him by name. I owe him this step.',
    advice: {
      kind: 'technical-first',
      answer: 'person',
      named: ['Priya Raman'],
      considered: ['Marcus Bell', 'Priya Raman', 'Owen Pritchard', 'Sabine Vogt', 'Kwabena Asante'],
      sentence:
        'Service Desk needs a technical leader with people skills. Priya Raman, who wants it. Marcus closes the most tickets. He isn’t a lead yet: he is below what this job needs with people. What would change this: a second view of Marcus. Next: talk to Priya.',
      reasons: [
        'Priya clears both bars: about 4.1 with the work and 3.8 with people.',
        'Marcus is outstanding with the work, and below the bar with people: about 2.2.',
        'Owen chose the technical path; that stands.',
      ],
      demand: [4.0, 3.0],
      stood: [
        ['Priya Raman', [4.1, 0.4], [3.8, 0.5]],
        ['Marcus Bell', [4.6, 0.3], [2.2, 0.5]],
      ],
      rested: [46, 5, 2140],
    },
  },
  {
    seat: 'Service manager',
    day: '2026-06-08',
    by: 'Ana Keller',
    kind: 'leave-open',
    person: null,
    reason: 'Nobody here wants it yet, and Marcus has only just begun. I take it myself until the autumn.',
    advice: {
      kind: 'both',
      answer: 'hire',
      named: [],
      considered: ['Dana Ruiz', 'Marcus Bell'],
      sentence:
        'Service manager needs both: somebody who leads people and still knows the work. Nobody here clears both bars. Hire, or grow somebody by next summer.',
      reasons: [
        'Dana clears the bar with people and is below it with the work.',
        'Marcus is below the bar with people.',
      ],
      demand: [3.1, 3.6],
      stood: [],
      rested: [28, 4, 2140],
    },
  },
  {
    seat: 'Lead, Projects',
    day: '2026-09-24',
    by: 'Ana Keller',
    kind: 'trial',
    person: 'Tom Okafor',
    reason: 'He wants it, and nobody could say how he is when two people disagree. So we try it and look together.',
    advice: {
      kind: 'technical-first',
      answer: 'trial',
      named: ['Tom Okafor'],
      considered: ['Tom Okafor', 'Elena Popescu', 'Samuel Tetteh', 'Ailsa Grant'],
      sentence:
        'Projects needs a technical leader with people skills. Tom Okafor is likely to have what this job needs; a trial would confirm it. He wants it. Next: agree a trial with Tom.',
      reasons: [
        'Tom clears the bar with the work: about 4.5.',
        'With people he is likely to reach it: about 2.9, and only two people have said so.',
      ],
      demand: [4.0, 3.0],
      stood: [['Tom Okafor', [4.5, 0.4], [2.9, 0.9]]],
      rested: [9, 2, 610],
    },
    trial: {
      from: '2026-10-01',
      until: '2027-03-31',
      ticketHours: 14,
      ticketHoursBefore: 20,
      back: { team: 'Projects', seat: 'Lead, Projects' },
      criteria: [
        { kind: 'behaviour', competency: 'coaching', text: 'Asks before advising, and lets the other one do it' },
        {
          kind: 'behaviour',
          competency: 'conflict',
          text: 'Brings two who disagree to one table, and both find it fair',
        },
        {
          kind: 'behaviour',
          competency: 'knowledge',
          text: 'Says why we do it this way when somebody asks',
        },
        { kind: 'measure', measure: 'talks', text: 'With everybody in Projects' },
      ],
      reviews: [
        {
          day: '2026-11-12',
          person: {
            words:
              'Leading is more talking than I thought. Elena and I had two hard conversations about the roll-out, and both ended well. When it gets late I still take the servers myself.',
            marks: ['not-yet', 'seen', 'seen', 'not-yet'],
            wish: 'go-on',
          },
          decider: {
            words:
              'You asked Elena before you said what you would do; a year ago you would have taken the keyboard. Minh’s 1:1 was skipped twice. Give the night changes to Samuel, and I take your Thursday queue.',
            marks: ['seen', 'seen', 'seen', 'not-yet'],
          },
        },
        { day: '2026-12-17' },
        { day: '2027-02-04' },
        { day: '2027-03-18' },
      ],
    },
  },
];
