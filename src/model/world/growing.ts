import type { Day } from '../../base/time.ts';
import { hours } from '../../base/units.ts';
import type { GivenCourse } from '../../records/development/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import { FREYA_GROWS } from './growing-freya.ts';
import { NORTHLINE_GROWING } from './growing-northline.ts';
import type { GrowingStory } from './growing-types.ts';

const day = (text: string) => text as Day;

const course = (code: string, title: string, competency: Competency, length: number): GivenCourse => ({
  code,
  title,
  competency,
  hours: hours(length),
  activity: `https://learn.example.com/courses/${code.toLowerCase()}`,
});

/** Cove: Grace has just asked the quiet one whether she would grow into the desk’s lead. */
const COVE: GrowingStory = {
  courses: [],
  completions: [],
  plans: [
    {
      person: 'Mei Lin Chua',
      path: 'technical-lead',
      aim: 'above',
      proposedBy: 'Grace Adeyemi',
      proposedOn: day('2026-11-13'),
      startsOn: day('2026-11-23'),
    },
  ],
  answers: [],
};

const OUTAGE_UPDATE = `Hello Ms Carter,

your mail has been down since 8:10 because a certificate ran out. That is ours to renew, and we missed the reminder. The new one is being put in place; I expect mail back by 10:45 and will write at 10:30 either way. Nothing is lost: what people send you now arrives late. For the partners: phones and files work, only mail is affected.

An hour later: Mail has been back since 10:40, and everything that waited has arrived. From today two people get that reminder, and I check it on the first of each month.`;

/**
 * Harbor: Marcus, the star technician, grows into leading. The training in communication is done, the first try was written and
 * read by Dana, the second is due; conflict and team building come next.
 */
const HARBOR: GrowingStory = {
  courses: [
    course('LEAD-1', 'Saying it plainly: a day on hard messages', 'communication', 7),
    course('LEAD-2', 'From quarrel to agreement', 'conflict', 6),
    course('M365-ADM', 'Microsoft 365 administrator', 'knowledge', 24),
  ],
  completions: [
    ['Marcus Bell', 'Saying it plainly: a day on hard messages', day('2026-10-27')],
    ['Priya Raman', 'From quarrel to agreement', day('2026-09-17')],
    ['Deepak Nair', 'Microsoft 365 administrator', day('2026-10-30')],
    ['Freya Lund', 'Microsoft 365 administrator', day('2026-06-19')],
  ],
  plans: [
    {
      person: 'Marcus Bell',
      path: 'technical-lead',
      aim: 'holds',
      proposedBy: 'Ana Keller',
      proposedOn: day('2026-10-21'),
      startsOn: day('2026-10-26'),
      personAgreedOn: day('2026-10-22'),
      lead: 'Ana Keller',
      leadAgreedOn: day('2026-10-23'),
      feedbackBy: 'Dana Ruiz',
      done: [
        { competency: 'communication', kind: 'measure-before', on: day('2026-10-26') },
        { competency: 'communication', kind: 'training', on: day('2026-10-27') },
        { competency: 'communication', kind: 'practice', nth: 0, on: day('2026-11-03') },
        { competency: 'communication', kind: 'feedback', nth: 0, on: day('2026-11-05') },
      ],
      feedback: [
        {
          competency: 'communication',
          author: 'Dana Ruiz',
          day: day('2026-11-05'),
          worked: 'You said whose reminder was missed before anybody asked.',
          differently: 'Ask what the other needs before you say what comes next.',
        },
      ],
    },
    {
      person: 'Priya Raman',
      path: 'technical-lead',
      aim: 'above',
      proposedBy: 'Marcus Bell',
      proposedOn: day('2026-11-09'),
      startsOn: day('2026-11-30'),
      personAgreedOn: day('2026-11-11'),
    },
    FREYA_GROWS,
  ],
  answers: [
    {
      person: 'Marcus Bell',
      caseId: 'conversation/outage-update',
      text: OUTAGE_UPDATE,
      writtenOn: day('2026-11-03'),
      reader: 'Dana Ruiz',
      scored: {
        on: day('2026-11-05'),
        note: 'The manager could run the morning with this. What she should do if 10:45 slips is missing.',
        levels: { communication: 4 },
      },
    },
  ],
};

/** How people of each sample grow. */
export const GROWING: Record<'cove' | 'harbor' | 'northline', GrowingStory> = {
  cove: COVE,
  harbor: HARBOR,
  northline: NORTHLINE_GROWING,
};
