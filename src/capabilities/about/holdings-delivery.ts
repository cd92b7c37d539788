import { FIRM, type Holding, KEPT } from './holding.ts';

const YOURS = { person_id: 'it is you' };

/** The morning message: where it goes, and how the last ones went. Nothing of what they said is kept. */
export const DELIVERY_HOLDINGS: readonly Holding[] = [
  {
    key: 'delivery',
    table: 'delivery',
    mine: { column: 'person_id', is: 'person' },
    group: 'account',
    title: 'My morning message',
    source: 'Set by you.',
    purpose: 'So that your cards, and reminders of your 1:1s, reach you where and when you want.',
    kept: KEPT.onList,
    readBy: ['engine', 'self'],
    single: true,
    order: 'changed_at',
    columns: {
      way: 'How it comes',
      host: 'Server of the webhook',
      own_chat: 'You said it is your own chat',
      at: 'Minutes after midnight',
      zone: 'Time zone',
      weekdays: 'Days, 1 for Monday',
      reminders: 'Reminders of 1:1s by mail',
      next_at: 'Next',
      changed_at: 'Set',
    },
    withheld: {
      ...FIRM,
      ...YOURS,
      address: 'kept sealed: whoever has it can post into your chat',
      planned_at: 'when the next one was worked out',
    },
  },
  {
    key: 'outgoing',
    table: 'outgoing',
    mine: { column: 'person_id', is: 'person' },
    group: 'account',
    title: 'Messages that were due for me',
    source: 'Noted when one was due and when it left. What it said is not kept.',
    purpose: 'So that nothing is sent twice, and you see when something didn’t arrive.',
    kept: 'Sixty days. It goes with an erasure.',
    readBy: ['engine', 'self'],
    also: 'The owner and whoever holds the server: that one failed lately, and why. Never what it said.',
    order: 'outgoing_id',
    columns: {
      day: 'Day',
      what: 'What',
      way: 'How it went',
      state: 'What came of it',
      tries: 'Tries',
      due_at: 'Due',
      ended_at: 'Ended',
      why: 'Why it was not taken',
    },
    withheld: { ...FIRM, ...YOURS, outgoing_id: 'a number for the database', try_at: 'when it is tried next' },
  },
];
