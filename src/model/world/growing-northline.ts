import type { Day } from '../../base/time.ts';
import { hours } from '../../base/units.ts';
import type { GrowingStory } from './growing-types.ts';

const day = (text: string) => text as Day;

/**
 * Northline: the service manager learns the product, a technical lead learns to settle quarrels, another said not now and
 * nothing follows from it, and whoever should have been next waits for a word.
 */
export const NORTHLINE_GROWING: GrowingStory = {
  courses: [
    {
      code: 'NL-201',
      title: 'Our products from order to invoice',
      competency: 'knowledge',
      hours: hours(12),
      activity: 'https://learn.example.com/courses/nl-201',
    },
    { code: 'NL-310', title: 'Difficult conversations', competency: 'conflict', hours: hours(8), activity: null },
  ],
  completions: [
    ['Fatima Haddad', 'Our products from order to invoice', day('2026-10-08')],
    ['Kwame Mensah', 'Difficult conversations', day('2026-11-04')],
    ['Nadia Rahimi', 'Difficult conversations', day('2026-03-12')],
    ['Joy Nwosu', 'Difficult conversations', day('2026-03-12')],
  ],
  plans: [
    {
      person: 'Fatima Haddad',
      path: 'people-leader',
      aim: 'holds',
      proposedBy: 'Ingrid Solberg',
      proposedOn: day('2026-09-28'),
      startsOn: day('2026-10-05'),
      personAgreedOn: day('2026-09-28'),
      lead: 'Ingrid Solberg',
      leadAgreedOn: day('2026-09-29'),
      done: [
        { competency: 'knowledge', kind: 'measure-before', on: day('2026-10-05') },
        { competency: 'knowledge', kind: 'training', on: day('2026-10-08') },
        { competency: 'knowledge', kind: 'practice', nth: 0, on: day('2026-10-14') },
        { competency: 'knowledge', kind: 'feedback', nth: 0, on: day('2026-10-16') },
        { competency: 'resolving', kind: 'measure-before', on: day('2026-11-02') },
      ],
      moved: [
        {
          competency: 'knowledge',
          kind: 'practice',
          nth: 1,
          to: day('2026-11-23'),
          reason: 'Two people of the desk were ill, and nobody new came in.',
        },
      ],
      feedback: [
        {
          competency: 'knowledge',
          author: 'Ingrid Solberg',
          day: day('2026-10-16'),
          worked: 'You could say what a client buys without reading it out.',
          differently: 'Sit with somebody who installs it before you explain it again.',
        },
      ],
    },
    {
      person: 'Kwame Mensah',
      path: 'technical-lead',
      aim: 'holds',
      proposedBy: 'Fatima Haddad',
      proposedOn: day('2026-09-28'),
      startsOn: day('2026-10-05'),
      personAgreedOn: day('2026-09-30'),
      lead: 'Fatima Haddad',
      leadAgreedOn: day('2026-10-01'),
      done: [
        { competency: 'communication', kind: 'measure-before', on: day('2026-10-05') },
        { competency: 'communication', kind: 'training', on: day('2026-10-06') },
        { competency: 'communication', kind: 'practice', nth: 0, on: day('2026-10-12') },
        { competency: 'communication', kind: 'feedback', nth: 0, on: day('2026-10-15') },
        { competency: 'communication', kind: 'practice', nth: 1, on: day('2026-10-27') },
        { competency: 'communication', kind: 'feedback', nth: 1, on: day('2026-10-30') },
        { competency: 'conflict', kind: 'measure-before', on: day('2026-11-02') },
        { competency: 'conflict', kind: 'training', on: day('2026-11-04') },
      ],
    },
    {
      person: 'Viktor Petrov',
      path: 'technical-lead',
      aim: 'holds',
      proposedBy: 'Fatima Haddad',
      proposedOn: day('2026-09-28'),
      startsOn: day('2026-10-05'),
      declinedOn: day('2026-10-02'),
    },
    {
      person: 'Nadia Rahimi',
      path: 'technical-lead',
      aim: 'above',
      proposedBy: 'Nadia Rahimi',
      proposedOn: day('2026-11-06'),
      startsOn: day('2026-11-30'),
      personAgreedOn: day('2026-11-06'),
    },
    {
      person: 'Samuel Whitfield',
      path: 'technical-path',
      aim: 'technical-path',
      proposedBy: 'Samuel Whitfield',
      proposedOn: day('2026-10-12'),
      startsOn: day('2026-11-02'),
      personAgreedOn: day('2026-10-12'),
      lead: 'Viktor Petrov',
      leadAgreedOn: day('2026-10-14'),
    },
  ],
  answers: [
    {
      person: 'Kwame Mensah',
      caseId: 'conflict/shouting-client',
      text: 'I hear that this is the third time and that people sit in your waiting room. I stay with it until the x-rays work, and I ring you at ten whatever I know by then. Who can I reach at your desk?\n\nTo my colleague: You stayed polite, that was hard. Next time you may hand over as soon as somebody shouts. Do you want to be the one who tells them that it works?',
      writtenOn: day('2026-11-13'),
      reader: 'Ewa Kaminska',
    },
  ],
};
