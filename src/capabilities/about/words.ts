import { ROLE_NAMES, type Role } from '../../base/roles.ts';
import { capitalise } from '../../model/words.ts';
import type { Competency } from '../../records/voice/types.ts';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';

/** What each competency is called, as on the profile. */
export const COMPETENCY_WORDS = Object.fromEntries(
  Object.entries(COMPETENCY_NAMES).map(([competency, name]) => [competency, capitalise(name)]),
) as Record<Competency, string>;

const COMPARED = {
  'minutes-worked': 'minutes worked by everyone',
  'queue-minutes': 'active working minutes in the queue',
  kept: 'resolved without handing on',
  lasted: 'not reopened',
  satisfied: 'the client satisfied',
  breadth: 'in how many areas',
  rescue: 'tickets of others brought to an end',
};
const ADVICE = { named: 'named you', weighed: 'weighed you and named somebody else, or nobody' };

/** Fixed words of the database, spelled out: by table and column. */
export const VALUE_WORDS: Record<string, Record<string, string>> = {
  'person.work': {
    product: 'hands-on',
    dispatch: 'dispatch',
    other: 'other work',
    'service-account': 'not a person',
  },
  'wish.aspiration': {
    'wants-to-lead': 'to lead',
    'not-now': 'not now',
    'technical-path': 'the technical path',
  },
  'observation.kind': { answer: 'a plain question', assessment: 'an assessment', rating: 'a file of ratings' },
  'remark.kind': { comment: 'comment', dispute: 'dispute' },
  'remark.outcome': { corrected: 'corrected', kept: 'kept as it is' },
  'development_plan.path': {
    'technical-lead': 'leading, from knowing the work',
    'people-leader': 'leading people, learning the work',
    'technical-path': 'the technical path',
  },
  'development_plan.state': { proposed: 'proposed', agreed: 'under way', declined: 'not now', ended: 'ended' },
  'plan_need.because': { start: 'every plan of this kind begins with it', gap: 'a gap', asked: 'put in by hand' },
  'plan_step.kind': {
    'measure-before': 'a view before',
    training: 'training',
    practice: 'practice',
    feedback: 'feedback',
    'measure-after': 'a view after',
  },
  'completion.source': { file: 'a file', 'learning-system': 'a learning system' },
  'waiting_completion.source': { file: 'a file', 'learning-system': 'a learning system' },
  'card.kind': {
    fix: 'something in the work to help with',
    listen: 'somebody to listen to',
    'stay-out': 'to be left to it',
    promise: 'something that was agreed',
  },
  'card.state': { open: 'no answer', done: 'done', snoozed: 'sleeps', 'not-useful': 'not useful' },
  'delivery.way': { off: 'not at all', mail: 'by mail', teams: 'by Microsoft Teams', slack: 'by Slack' },
  'outgoing.way': { mail: 'by mail', teams: 'by Microsoft Teams', slack: 'by Slack' },
  'outgoing.what': {
    morning: 'cards of the morning',
    reminder: 'a reminder of 1:1s',
    trouble: 'that the morning message failed',
    test: 'a test',
  },
  'outgoing.state': {
    ...{ waiting: 'waits', sending: 'on its way', sent: 'sent', nothing: 'there was nothing to say' },
    ...{ failed: 'failed', unsure: 'may have arrived, not sent again', dropped: 'not sent' },
  },
  'trial.state': { proposed: 'proposed', agreed: 'agreed, not begun', running: 'running', ended: 'over' },
  'trial.waits_for': { person: 'you', decider: 'whoever decides' },
  'trial.outcome': { 'took-seat': 'you stayed', returned: 'you went back', 'not-begun': 'it did not begin' },
  'trial.end_side': { person: 'you', decider: 'whoever decides' },
  'trial_word.side': { person: 'you', decider: 'whoever decides' },
  'trial_word.wish': { 'go-on': 'to go on', 'go-back': 'to go back', 'not-sure': 'not sure yet' },
  'decision_review.again': {
    yes: 'yes',
    otherwise: 'yes, with other help, hours or timing',
    no: 'no',
    'cannot-tell': 'too early to tell',
  },
  'decision_review.stayed': {
    there: 'still there',
    'moved-on': 'moved on',
    'went-back': 'went back',
    left: 'left',
    open: 'still open',
    filled: 'filled since',
  },
  'decision_review.team': { better: 'better', same: 'about the same', worse: 'worse', 'not-known': 'can’t tell' },
  'decision.kind': { hold: 'holds the seat', trial: 'a trial', 'leave-open': 'left open' },
  'decision.advice': ADVICE,
  'evidence_case.outcome': COMPARED,
  'evidence_cross.outcome': COMPARED,
  'evidence_fit.outcome': COMPARED,
  'auth.firm_access.role': ROLE_NAMES,
  'auth.invitation.role': ROLE_NAMES,
  'auth.session.method': {
    address: 'an address that signs in once',
    password: 'password',
    passkey: 'passkey',
    provider: 'single sign-on',
    acting: 'the server, in your name',
  },
};

/** As what somebody worked when they did something. */
export function sayStanding(standing: string): string {
  if (standing === 'operator') return 'whoever holds the server';
  if (standing === 'engine') return 'the program';
  return ROLE_NAMES[standing as Role]?.toLowerCase() ?? standing;
}
