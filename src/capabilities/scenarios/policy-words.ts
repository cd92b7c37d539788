import type { Outcome } from '../../model/growth/outcome.ts';
import type { Policy } from '../../records/growth/types.ts';

/** What each policy is called, and what it means. */
export const POLICY_WORDS: Record<Policy, { name: string; meaning: string }> = {
  'grow-early': {
    name: 'Grow somebody early',
    meaning: 'Whoever fits best gets a plan, practice and a mentor before a lead is due, and leads then.',
  },
  'by-fit': {
    name: 'Promote by fit',
    meaning: 'When a lead is due, whoever fits both sides best is promoted at once.',
  },
  'top-closer': {
    name: 'Promote the top closer',
    meaning: 'When a lead is due, whoever closes the most tickets is promoted at once.',
  },
  'hire-outside': {
    name: 'Hire outside',
    meaning: 'When a lead is due, one is looked for outside; nobody leaves the desk.',
  },
};

type Told = Pick<Outcome, 'policy' | 'monthsWithoutReadyLead' | 'leftBehind'>;

/** Differences smaller than this are none, in months. */
const SAME = 0.5;

/** "Growing somebody early saves 9 months without a ready lead against hiring outside, and costs 0.4 technician-months more." */
export function sayPolicies(policies: readonly Told[]): string {
  const of = (policy: Policy) => policies.find((one) => one.policy === policy)!;
  const best = policies.reduce((one, other) =>
    other.monthsWithoutReadyLead < one.monthsWithoutReadyLead ? other : one,
  );
  const others = policies.filter((one) => one !== best);
  const next = others.reduce((one, other) => (other.monthsWithoutReadyLead < one.monthsWithoutReadyLead ? other : one));
  const saved = (against: Told) => against.monthsWithoutReadyLead - best.monthsWithoutReadyLead;
  const usual = of(best.policy === 'top-closer' ? 'by-fit' : 'top-closer');
  if (saved(next) < SAME && saved(usual) < SAME)
    return 'No way of filling a lead’s seat stands out: in months with a ready lead they are as good as each other.';
  const cost = best.leftBehind.technicianMonths - usual.leftBehind.technicianMonths;
  const price =
    Math.abs(cost) < SAME
      ? 'at about the same price for the desk'
      : `and costs the desk ${months(Math.abs(cost))} of a technician ${cost > 0 ? 'more' : 'less'}`;
  const close = saved(next) < SAME ? ` ${DOING[next.policy]} does as well.` : '';
  return `${DOING[best.policy]} saves ${months(saved(usual))} without a ready lead against ${AGAINST[usual.policy]}, ${price}.${close}`;
}

const DOING: Record<Policy, string> = {
  'grow-early': 'Growing somebody early',
  'by-fit': 'Promoting by fit',
  'top-closer': 'Promoting the top closer',
  'hire-outside': 'Hiring outside',
};
const AGAINST: Record<Policy, string> = {
  'grow-early': 'growing somebody early',
  'by-fit': 'promoting by fit',
  'top-closer': 'promoting the top closer',
  'hire-outside': 'hiring outside',
};

function months(count: number): string {
  const text = count < 10 ? String(Math.round(10 * count) / 10) : String(Math.round(count));
  return `${text} ${text === '1' ? 'month' : 'months'}`;
}
