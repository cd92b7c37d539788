import type { Playbook, PlaybookKey } from '../records/playbook/definitions.ts';
import type { Reason } from '../records/verdicts/types.ts';
import type { Choice } from './choice.ts';
import type { Decision } from './decide.ts';
import { isBelowOnBoth } from './describe-candidate.ts';
import { findLoad, sayLoad } from './load.ts';
import type { SeatCase } from './seat-case.ts';
import { sayLevel } from './words.ts';

/** Why the advice is as it is: what the seat asks for, the answer's own rule, the hours, and what is not known. */
export function findReasons(
  about: SeatCase,
  decision: Decision,
  brilliant: Reason | null,
  peopleViews: number,
  playbook: Playbook,
): Reason[] {
  const reasons = [sayDistance(about), sayDemand(about, decision), sayRule(about, decision.choice)];
  if (brilliant) reasons.push(brilliant);
  const load = about.holderWeek && findLoad(about.holderWeek, playbook);
  const week = load && sayLoad(load);
  if (week && about.holder)
    reasons.push({
      text: `${about.holder.name} ${week}${load.week.basis === 'assumed' ? ' (in an assumed week)' : ''}.`,
      rules: ['load.per-report', 'load.fixed', 'load.week', 'load.short-from'],
      evidence: [`load/${about.seat.seatId}`],
    });
  if (about.contenders.length > 0 && about.open && peopleViews === 0)
    reasons.push({
      text: 'Nobody has said anything about people yet: only the technical side can be seen.',
      rules: ['answers.evidence-need'],
      evidence: about.contenders.slice(0, 5).map((one) => `strength/${one.personId}/people`),
    });
  if (!about.open && about.holder && isBelowOnBoth(decision, about.holder))
    reasons.push({
      text: `If ${about.holder.name} would rather go back to the work, pay and standing stay as they are.`,
      rules: ['gate.unclear', 'answers.evidence-need'],
      evidence: [`strength/${about.holder.personId}/technical`, `strength/${about.holder.personId}/people`],
    });
  return reasons;
}

function sayDistance({ seat, distance, steps }: SeatCase): Reason {
  const text =
    distance.status === 'known'
      ? `${distance.text}: ${distance.steps === 1 ? 'one step' : `${distance.steps} steps`} from the product.`
      : `${distance.text}. Until then it counts as ${steps === 1 ? 'one step' : `${steps} steps`} away.`;
  return { text, rules: [], evidence: [`distance/${seat.seatId}`] };
}

function sayDemand({ seat, technicians }: SeatCase, { demand }: Decision): Reason {
  const people = technicians === 1 ? '1 technician' : `${technicians} technicians`;
  return {
    text: `With ${people} this job needs about ${demand.technical.toFixed(1)} (${sayLevel(demand.technical)}) technically and ${demand.people.toFixed(1)} (${sayLevel(demand.people)}) with people.`,
    rules: [
      'demand.technical.base',
      'demand.technical.per-step',
      'demand.technical.per-size',
      'demand.people.base',
      'demand.people.per-step',
      'demand.people.per-size',
      'demand.first-by',
    ],
    evidence: [`demand/${seat.seatId}/technical`, `demand/${seat.seatId}/people`],
  };
}

const RULES: Record<Choice['kind'], { text: string; rules: PlaybookKey[] }> = {
  person: { text: 'Both bars are cleared, and nobody else is as close.', rules: ['gate.clears', 'order.sure'] },
  several: {
    text: 'Several reach both bars, and the evidence does not put one of them first.',
    rules: ['order.sure', 'gate.likely'],
  },
  pair: { text: 'Nobody reaches both bars alone; together they do.', rules: ['gate.likely', 'gate.clears'] },
  trial: {
    text: 'Both bars are likely to be reached; acting for a while confirms it.',
    rules: ['gate.likely', 'gate.clears'],
  },
  grow: {
    text: 'One side reaches its bar, the other is known and close enough to grow.',
    rules: ['growth.gap-high', 'growth.levels-per-year', 'answers.evidence-need'],
  },
  hire: {
    text: 'Nobody who could lead here is likely to reach both bars soon.',
    rules: ['gate.unclear', 'growth.gap-high'],
  },
  'leave-open': {
    text: 'Nothing is lost by waiting.',
    rules: ['answers.plan-ahead', 'answers.team-low', 'load.reports-high'],
  },
  'not-enough-evidence': {
    text: 'Too little is known to say yes or no to anybody.',
    rules: ['answers.evidence-need', 'gate.likely', 'gate.unclear'],
  },
  keep: {
    text: 'A seat that is held stays held: the question is what its holder needs.',
    rules: ['gate.short', 'load.short-from', 'load.reports-high', 'answers.evidence-need'],
  },
};

function sayRule(about: SeatCase, choice: Choice): Reason {
  const people = 'personId' in choice && choice.personId !== null ? [choice.personId] : [];
  const evidence = [...people, ...(about.open || !about.holder ? [] : [about.holder.personId])].flatMap((id) => [
    `strength/${id}/technical`,
    `strength/${id}/people`,
  ]);
  return { ...RULES[choice.kind], evidence };
}
