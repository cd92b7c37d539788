import type { NeedMeasure } from '../../model/development/plan-measures.ts';
import { capitalise, countOf, joinNames, sayDay } from '../../model/words.ts';
import type { PlanPath, StepKind } from '../../records/development/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import type { PlanRow, Plans, ShownNeed, ShownPlan, ShownStep } from './contract.ts';

/** For what somebody grows. */
export const PATH_WORDS: Record<PlanPath, string> = {
  'technical-lead': 'leading, from knowing the work',
  'people-leader': 'leading people, learning the work',
  'technical-path': 'the technical path',
};

export const REASON_WORDS: Record<PlanRow['reason'], string> = {
  leads: 'leads',
  candidate: 'is considered',
  'wants-to-lead': 'wants to lead',
  'technical-path': 'technical path',
  'has-plan': '',
};

export const STEP_WORDS: Record<StepKind, string> = {
  'measure-before': 'A view before',
  training: 'Training',
  practice: 'Practice',
  feedback: 'Feedback',
  'measure-after': 'A view after',
};

export const nameOf = (competency: Competency): string => capitalise(COMPETENCY_NAMES[competency]);

/** "in the week of 16 November". */
export const sayWeek = (day: string): string => sayDay(day as never);

/** All plans in a sentence. */
export function sayPlans({ rows }: Pick<Plans, 'rows'>): string {
  const count = (of: (row: PlanRow) => boolean) => rows.filter(of).length;
  const underWay = count(({ state }) => state === 'agreed');
  const waits = count(({ state }) => state === 'proposed');
  const leads = count(({ reason, state }) => reason === 'leads' && state === 'none');
  const parts = [
    `${capitalise(countOf(underWay, 'plan is', 'plans are'))} under way`,
    ...(waits > 0 ? [`${countOf(waits, 'waits', 'wait')} for a word`] : []),
    ...(leads > 0 ? [`${countOf(leads, 'lead has', 'leads have')} none`] : []),
  ];
  return `${joinNames(parts, 'and')}.`;
}

/** How a plan stands, in a row. */
export function sayState({ state, waitsFor, name }: Pick<PlanRow, 'state' | 'waitsFor' | 'name'>): string {
  const first = name.split(' ')[0]!;
  if (state === 'none') return 'no plan';
  if (state === 'agreed') return 'under way';
  if (state === 'declined') return 'not now';
  if (state === 'ended') return 'ended';
  return waitsFor === 'person' ? `waits for ${first}` : 'waits for their lead';
}

/** How a plan stands, in a sentence under its title. */
export function sayPlan({ plan, mine, called, today, lead }: ShownPlan): string {
  const whose = mine ? 'You have' : `${called} has`;
  if (plan === null) return `${whose} no plan yet.`;
  if (plan.state === 'declined')
    return mine
      ? 'You said not now. Nothing follows from that, anywhere.'
      : `${called} said not now, and nothing follows from it. Ask again when something has changed.`;
  const aim = plan.seatId === null ? 'the technical path' : `leading ${plan.aim}`;
  if (plan.state === 'proposed') {
    const proposed = `Proposed for ${aim}.`;
    if (plan.personAgreedOn === null)
      return mine
        ? `${proposed} Your word comes first: change it, say yes, or say not now. A no costs nothing.`
        : `${proposed} ${called} is asked first.`;
    if (mine) return `${proposed} You said yes; ${lead ? `${lead.called} is asked now` : 'your lead is asked now'}.`;
    return `${proposed} ${called} said yes on ${sayDay(plan.personAgreedOn)}; it waits for ${lead?.isYou ? 'you' : (lead?.called ?? 'their lead')}.`;
  }
  const done = plan.needs.flatMap(({ steps }) => steps).filter(({ state }) => state === 'done').length;
  const due = dueSteps(plan.needs, today).length;
  return `For ${aim}: ${countOf(done, 'step', 'steps')} done, ${due === 0 ? 'nothing due now' : `${countOf(due, 'is', 'are')} due`}.`;
}

/** Open steps that are due by a day. */
export const dueSteps = (needs: readonly ShownNeed[], today: string): ShownStep[] =>
  needs.flatMap(({ steps }) => steps).filter(({ state, day }) => state === 'open' && day <= today);

/** The open steps that come next over all needs: those that are due, and the ones after. */
export function comingSteps(needs: readonly ShownNeed[], most: number): ShownStep[] {
  return needs
    .flatMap(({ steps }) => steps)
    .filter(({ state }) => state === 'open')
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.stepId - other.stepId))
    .slice(0, most);
}

/** Why a need is in the plan: what was found when it was proposed. */
export function sayGap({ because, gap, chanceShort }: Pick<ShownNeed, 'because' | 'gap' | 'chanceShort'>): string {
  const always =
    because === 'start' ? 'Every plan of this kind begins with it.' : because === 'asked' ? 'Put in by hand.' : '';
  if (gap === null || chanceShort === null) return `${always} How far there is to go isn’t known yet.`.trim();
  const size = Math.abs(gap.mean).toFixed(1);
  const isAbove = gap.mean <= -0.05;
  const range = isAbove ? `${say(-gap.high)} to ${say(-gap.low)}` : `${say(gap.low)} to ${say(gap.high)}`;
  const found =
    gap.mean >= 0.05
      ? `About ${size} of a level to go (${range}).`
      : isAbove
        ? `Probably ${size} of a level more than is asked for (${range}).`
        : `About what is asked for (${range}).`;
  return `${found} ${always}`.trim();
}

const say = (value: number) => (value < 0 ? `−${Math.abs(value).toFixed(1)}` : value.toFixed(1));

/** What changed, as far as it can be told. */
export function sayMeasure(measure: NeedMeasure): string {
  switch (measure.status) {
    case 'no-before':
      return 'Nobody had said anything before it began, so a change can’t be seen.';
    case 'too-early':
      return `Too early to tell: ${countOf(measure.before, 'view', 'views')} from before, the second reading is on ${sayDay(measure.due)}.`;
    case 'nothing-after':
      return `The second reading is due: ask again whoever gave the ${countOf(measure.before, 'view', 'views')} before.`;
    case 'measured':
      return sayChange(measure);
  }
}

function sayChange({ before, after, same, change }: Extract<NeedMeasure, { status: 'measured' }>): string {
  const { difference, says, withoutAnything } = change;
  const rest = `${countOf(before, 'view', 'views')} before and ${after} after, ${same === 0 ? 'by different people' : `${same} by the same people`}`;
  const range = `${say(difference.low)} to ${say(difference.high)}`;
  const mean = Math.abs(difference.mean).toFixed(1);
  const anyway =
    Math.abs(withoutAnything) >= 0.05
      ? ` Of it, ${say(withoutAnything)} would be expected if nothing had happened.`
      : '';
  if (says === 'cannot-tell')
    return `It can’t be told yet whether anything changed: ${say(difference.mean)} of a level (${range}), from ${rest}.${anyway}`;
  return `${says === 'better' ? 'Better' : 'Lower'} by about ${mean} of a level (${range}), from ${rest}.${anyway}`;
}
