import { joinNames } from '../../model/words.ts';
import type { DeliveryWay } from '../../records/delivery/types.ts';
import type { FailingDeliveries, PastLine } from './contract.ts';

export const WAY_WORDS: Record<DeliveryWay, string> = {
  off: 'Nowhere: I look at Today myself',
  mail: 'By mail',
  teams: 'To my Microsoft Teams chat',
  slack: 'To my Slack chat',
};

export const NO_MAIL =
  'Mail is not set up here: whoever keeps the server sets EVENKEEL_MAIL and EVENKEEL_MAIL_FROM (docs/mail.md).';

const SENT_BY: Record<Exclude<DeliveryWay, 'off'>, string> = { mail: 'by mail', teams: 'to Teams', slack: 'to Slack' };
const WHAT_WORDS: Record<PastLine['what'], string> = {
  morning: 'Morning message',
  reminder: 'Reminder of 1:1s and mentoring',
  trouble: 'Mail that the morning message failed',
  test: 'Test',
};

export const sayWhat = (what: PastLine['what']): string => WHAT_WORDS[what];

/** How one ended, in a few words; why it failed is said beside it. */
export function sayState({ state, way, tries }: Pick<PastLine, 'state' | 'way' | 'tries'>): string {
  switch (state) {
    case 'sent':
      return way === null ? 'Sent' : `Sent ${SENT_BY[way]}`;
    case 'nothing':
      return 'Nothing to say, so nothing was sent';
    case 'waiting':
      return tries === 0 ? 'Waits' : 'Didn’t get through, is tried again';
    case 'sending':
      return 'On its way';
    case 'failed':
      return tries > 1 ? `Failed ${tries} times` : 'Failed';
    case 'unsure':
      return 'May not have arrived; not sent twice';
    case 'dropped':
      return 'Not sent';
  }
}

/** Whose messages fail, in a sentence. */
export function sentenceOfFailing({ set, failing }: FailingDeliveries): string {
  if (set === 0) return 'Nobody has messages sent to them.';
  const names = [...new Set(failing.map(({ name }) => name))];
  const all = set === 1 ? 'One person has' : `${set} people have`;
  if (names.length === 0) return `${all} messages sent to them; none of the last week failed.`;
  const whose = names.length > 3 ? `those to ${names.length} of them` : `those to ${joinNames(names, 'and')}`;
  return `${all} messages sent to them; ${whose} don’t arrive.`;
}
