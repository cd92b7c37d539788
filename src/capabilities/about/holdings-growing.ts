import { FIRM, type Holding, KEPT, type Match } from './holding.ts';

const ID = 'a number for the database';
const PLAN = { plan_id: 'which plan: it is yours' };
const YOURS = { person_id: 'it is you' };
const SEEN = ['engine', 'operator', 'seen'] as const;
const SAMPLE = 'In a sample firm, where everybody is invented, also whoever opened it.';

type Part = Pick<Holding, 'key' | 'title' | 'purpose'> & { mine: Match };

/** Plans, for their person and for whoever agreed to, proposed or noted something in one. */
const plans = ({ key, title, purpose, mine }: Part): Holding => ({
  ...{ key, title, purpose, mine },
  table: 'development_plan',
  group: 'growing',
  source: 'Proposed by you, by your lead or by who decides about you; the word to it is said by each of you.',
  kept: mine.column === 'person_id' ? KEPT.onList : KEPT.nameless,
  readBy: SEEN,
  also: 'Of leads, that a plan is under way: the owner and the service manager.',
  order: 'proposed_on',
  columns: {
    path: 'For',
    seat_id: 'Seat',
    state: 'State',
    proposed_on: 'Proposed',
    proposed_by: 'By',
    starts_on: 'From',
    person_agreed_on: 'Person said yes',
    noted_by: 'Written down by',
    lead_agreed_on: 'Lead said yes',
    lead_id: 'Lead',
    closed_on: 'Ended',
    later: 'For the next plan',
    to_find_out: 'Nothing known of',
    ...(mine.column !== 'person_id' && { person_id: 'Whose' }),
  },
  withheld: { ...FIRM, plan_id: ID, ...(mine.column === 'person_id' && YOURS) },
});

const steps = (mine: Match, key: string, title: string): Holding => ({
  ...{ mine, key, title },
  table: 'plan_step',
  group: 'growing',
  source: 'Worked out from the plan; changed by its person and whoever leads them.',
  purpose: 'So that what was agreed has a day and somebody who sees to it.',
  kept: mine.is === 'plan' ? KEPT.onList : KEPT.nameless,
  readBy: SEEN,
  order: 'day',
  columns: {
    day: 'Day',
    first_day: 'First meant for',
    competency: 'For',
    kind: 'What',
    text: 'In words',
    case_id: 'Written case',
    owner_id: 'Whose to see to',
    state: 'State',
    closed_on: 'Closed',
    reason: 'Why',
  },
  withheld: { ...FIRM, ...PLAN, step_id: ID },
});

const feedback = (mine: Match, key: string, title: string): Holding => ({
  ...{ mine, key, title },
  table: 'plan_feedback',
  group: 'growing',
  source: 'Written by whoever saw a try, or by its person.',
  purpose: 'So that a try can be better the next time.',
  kept: mine.is === 'plan' ? KEPT.onList : KEPT.nameless,
  readBy: SEEN,
  order: 'day',
  columns: {
    day: 'Day',
    competency: 'For',
    author_id: 'By',
    worked: 'What worked',
    differently: 'To try differently',
  },
  withheld: { ...FIRM, ...PLAN, feedback_id: ID },
});

const answers = (mine: Match, key: string, title: string): Holding => ({
  ...{ mine, key, title },
  table: 'practice_answer',
  group: 'growing',
  source: 'Written by its person, with what the one they asked says to it.',
  purpose: 'To practise a conversation before it is real. No advice ever reads it.',
  kept: 'Until its writer removes it. It goes with an erasure; the reader’s name does too.',
  readBy: ['engine', 'self'],
  also: `Once it is sent, the one who was asked to read it. ${SAMPLE}`,
  order: 'written_on',
  columns: {
    case_id: 'Case',
    text: 'What was written',
    written_on: 'Written',
    scorer_id: 'Asked to read it',
    sent_on: 'Sent',
    scored_on: 'Read',
    note: 'What they say',
    ...(mine.column !== 'person_id' && { person_id: 'Whose' }),
  },
  withheld: { ...FIRM, answer_id: ID, ...(mine.column === 'person_id' && YOURS) },
});

const scores = (mine: Match, key: string, title: string): Holding => ({
  ...{ mine, key, title },
  table: 'practice_score',
  group: 'growing',
  source: 'Said by the one who was asked to read the answer.',
  purpose: 'Evidence for growing. It is never a reading of a strength, and no advice ever reads it.',
  kept: 'As long as the answer.',
  readBy: ['engine', 'self'],
  also: `Whoever said it. ${SAMPLE}`,
  order: 'answer_id',
  columns: {
    competency: 'For',
    level: 'Level',
    scorer_id: 'By',
    ...(mine.column !== 'person_id' && { person_id: 'Whose' }),
  },
  withheld: { ...FIRM, answer_id: 'which answer', ...(mine.column === 'person_id' && YOURS) },
});

const person = (column: string): Match => ({ column, is: 'person' });
const OF_PLAN: Match = { column: 'plan_id', is: 'plan' };

/** Plans, practice in writing, and courses. */
export const GROWING_HOLDINGS: readonly Holding[] = [
  plans({
    key: 'development_plan',
    title: 'My plans',
    purpose: 'So that you can grow in what you said yes to. A no costs nothing.',
    mine: person('person_id'),
  }),
  {
    key: 'plan_need',
    table: 'plan_need',
    mine: OF_PLAN,
    group: 'growing',
    title: 'What my plans are about',
    source: 'Worked out from what was known of you on the day it was proposed, or put in by hand.',
    purpose: 'So that each gap has one training and one practice.',
    kept: KEPT.onList,
    readBy: SEEN,
    order: 'place',
    columns: {
      competency: 'For',
      because: 'Why',
      target: 'Level asked for',
      gap: 'To go',
      gap_low: 'At least',
      gap_high: 'At most',
      chance_short: 'Chance of being below',
      course_id: 'Course',
      training: 'Training',
      hours: 'Hours',
      practice: 'Practice',
    },
    withheld: { ...FIRM, ...PLAN, place: 'its order' },
  },
  steps(OF_PLAN, 'plan_step', 'Steps of my plans'),
  feedback(OF_PLAN, 'plan_feedback', 'Feedback in my plans'),
  answers(person('person_id'), 'practice_answer', 'My answers to written cases'),
  scores(person('person_id'), 'practice_score', 'Levels seen in my answers'),
  {
    key: 'completion',
    table: 'completion',
    mine: person('person_id'),
    group: 'growing',
    title: 'Courses I completed',
    source: 'From a file, or from a learning system with a key of its own.',
    purpose: 'So that a training that was done counts as done. No marks and no answers are kept.',
    kept: KEPT.onList,
    readBy: SEEN,
    also: 'How many people completed a course: the owner and the service manager.',
    order: 'done_on',
    columns: { course_id: 'Course', done_on: 'Day', source: 'From' },
    withheld: { ...FIRM, ...YOURS, completion_id: ID },
  },
  {
    key: 'waiting_completion',
    table: 'waiting_completion',
    mine: { column: 'who', is: 'called' },
    group: 'growing',
    title: 'Completions under my name that wait to be matched',
    source: 'From a file, or from a learning system; the course isn’t known here.',
    purpose: 'So that nothing you completed is lost.',
    kept: 'Until it is matched or dropped. It goes with an erasure.',
    readBy: ['engine', 'operator', 'owner', 'service-manager'],
    order: 'received_at',
    columns: {
      who: 'As it names you',
      what: 'Course',
      title: 'Title',
      done_on: 'Day',
      source: 'From',
      received_at: 'Came',
    },
    withheld: { ...FIRM, waiting_id: ID, statement_id: 'the number of the statement' },
  },
  plans({
    key: 'development_plan-lead',
    title: 'Plans of others that I agreed to',
    purpose: 'So that both stand by what was agreed.',
    mine: person('lead_id'),
  }),
  plans({
    key: 'development_plan-proposed',
    title: 'Plans that I proposed',
    purpose: 'So that its person knows whose idea it was.',
    mine: person('proposed_by'),
  }),
  plans({
    key: 'development_plan-noted',
    title: 'Plans to which I wrote down somebody’s word',
    purpose: 'So that its person knows who wrote down what they said.',
    mine: person('noted_by'),
  }),
  steps(person('owner_id'), 'plan_step-owner', 'Steps of plans that are mine to see to'),
  feedback(person('author_id'), 'plan_feedback-given', 'Feedback that I gave'),
  answers(person('scorer_id'), 'practice_answer-asked', 'Answers that I was asked to read'),
  scores(person('scorer_id'), 'practice_score-given', 'Levels that I saw in answers'),
  {
    key: 'program_token',
    table: 'program_token',
    mine: { column: 'made_by', is: 'actor' },
    group: 'growing',
    title: 'Keys of learning systems that I made',
    source: 'Made by you under Courses.',
    purpose: 'So that a learning system can report completions, and nothing else.',
    kept: KEPT.withFirm,
    readBy: ['engine', 'operator', 'owner'],
    order: 'made_at',
    columns: { label: 'For', made_at: 'Made', used_at: 'Last used', ended_at: 'Ended' },
    withheld: {
      ...FIRM,
      token_id: ID,
      operation: 'the one thing it opens',
      token_hash: 'only a hash is kept, which nobody can read back',
      made_by: 'it is you',
    },
  },
];
