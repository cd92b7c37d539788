import { type Hours, hours } from '../../base/units.ts';
import type { Competency } from '../../records/voice/types.ts';

/** Something to learn from: the firm's own course, or what this project suggests where there is none. */
export type Training = {
  trainingId: string;
  title: string;
  competency: Competency;
  hours: Hours;
  /** own: of the firm's catalogue; suggested: worded by this project, to be held by whoever is strong in it. */
  origin: 'own' | 'suggested';
};

const suggested = (competency: Competency, length: number, title: string): Training => ({
  trainingId: `suggested/${competency}`,
  title,
  competency,
  hours: hours(length),
  origin: 'suggested',
});

/** What to do where the firm's catalogue has nothing for a competency. */
export const SUGGESTED_TRAININGS: readonly Training[] = [
  suggested('resolving', 6, 'Queue time beside somebody strong: one kind of ticket from the call to the close'),
  suggested('depth', 6, 'Three escalated tickets followed to their cause with whoever took them'),
  suggested('durability', 3, 'Ten tickets that came back: what would have kept them away'),
  suggested('breadth', 8, 'A week of another area, beside its best-known person'),
  suggested('rescue', 4, 'Taking over stuck work: how to enter, what to ask first, how to hand back'),
  suggested('knowledge', 6, 'Product time: what our clients buy, how it is built, where it breaks'),
  suggested('communication', 4, 'Saying what is the case: bad news, feedback and questions, practised aloud'),
  suggested('conflict', 4, 'Staying fair when people want different things: listen, name, settle, look again'),
  suggested('coaching', 4, 'Helping somebody find the answer: questions instead of fixes'),
  suggested('team-building', 4, 'How this team works: roles, how it decides, how somebody new arrives'),
  suggested('motivation', 3, 'Targets that people move themselves: choosing two, and talking of them every week'),
  suggested('outlook', 3, 'Where the firm is going: its numbers, its clients, and what that asks of the team'),
  suggested('fairness', 3, 'Sharing out work and praise so that those who lose out call it fair'),
];

/** What to try in real work after the training, one thing each. */
export const PRACTICES: Record<Competency, string> = {
  resolving: 'Take one ticket a day of the kind you know least, and have the close looked at.',
  depth: 'Carry one ticket to its cause that you would have handed on, with somebody to ask.',
  durability: 'Call back one client a week after the fix, and write down what you changed because of it.',
  breadth: 'Take two tickets a week from the other area.',
  rescue: 'Ask in the morning what is stuck, and move one thing.',
  knowledge: 'Explain one product to somebody new, and note what you could not answer.',
  communication: 'Give one piece of feedback this week, and ask afterwards what arrived.',
  conflict: 'Name one disagreement early, and have both sides say what they need.',
  coaching: 'In one 1:1 only ask, until the other names the next step.',
  'team-building': 'Give one piece of your own work to a pair that has not worked together.',
  motivation: 'Talk with the team about one target: what moved it, and who.',
  outlook: 'Tell the team what one change in the firm means for its next quarter.',
  fairness: 'Look at who got the tiring work this week, and say what you will change.',
};
