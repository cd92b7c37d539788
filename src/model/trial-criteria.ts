import { Refusal } from '../base/errors.ts';
import type { Criterion, TeamMeasure } from '../records/trials/types.ts';
import type { Candidate, Demand } from '../records/verdicts/types.ts';
import type { Competency, Side } from '../records/voice/types.ts';
import { COMPETENCIES_OF } from '../records/voice/types.ts';

/** What one does who leads well, by competency: something that two people can say they saw, or didn't. */
const BEHAVIOURS: Record<Competency, string> = {
  resolving: 'Narrows a hard problem down aloud, so that somebody else can finish it',
  depth: 'Takes a fault to its cause before it is handed on',
  durability: 'Asks what keeps a fault from coming back, and sees that it is done',
  breadth: 'Can say of every area of the team who knows it and where help is',
  rescue: 'Notices what is stuck, and gets it moving together with whoever has it',
  knowledge: 'Says why we do it this way when somebody asks',
  communication: 'Says early and in person when something goes wrong',
  conflict: 'Brings two who disagree to one table, and both find it fair',
  coaching: 'Asks before advising, and lets the other one do it',
  'team-building': 'Brings the quiet ones in, and sees that knowledge doesn’t stay with one person',
  motivation: 'Finds out what stands in the way of a target and clears it',
  outlook: 'Says what matters in the months to come, to clients and to us',
  fairness: 'Shares out good and bad tickets evenly, and names who did the work',
};

/** What a team measure is, in words. */
export const MEASURE_WORDS: Record<TeamMeasure, string> = {
  talks: '1:1s that take place in their time',
  'jump-in': 'Hours in which nobody in the team can jump in',
  'after-hours': 'Share of the team’s work after hours',
  reopened: 'Share of the team’s tickets that come back',
  satisfied: 'Share of clients’ answers that are content',
  stuck: 'Tickets of the team that are late',
};

/** A criterion as it is read: of a measure, which one. */
export const sayCriterion = (one: Criterion): string =>
  one.kind === 'measure' ? `${MEASURE_WORDS[one.measure]}: ${one.text}` : one.text;

/** Asked first of each side where nobody has said anything yet: what leading shows in first. */
const FIRST: Record<Side, readonly Competency[]> = {
  technical: ['rescue', 'knowledge'],
  people: ['coaching', 'conflict'],
};

/**
 * Criteria to begin from, at most five: of each side what the seat asks for and what couldn't be told of the person yet,
 * two where a side isn't clear and one where it is, and two measures of the team. Both may change all of them.
 */
export function proposeCriteria(
  candidate: Pick<Candidate, Side> | null,
  demand: Demand,
  seen: ReadonlySet<Competency>,
): Criterion[] {
  const sides: readonly Side[] = demand.technical > demand.people ? ['technical', 'people'] : ['people', 'technical'];
  const unclear = (side: Side) => candidate === null || candidate[side].status !== 'clears';
  const behaviours = sides.flatMap((side) => {
    const unseen = COMPETENCIES_OF[side].filter((one) => !seen.has(one));
    const order = [...FIRST[side].filter((one) => unseen.includes(one)), ...FIRST[side], ...unseen];
    return [...new Set(order)].slice(0, unclear(side) ? 2 : 1);
  });
  const told = behaviours.slice(0, 3).map((competency): Criterion => {
    return { kind: 'behaviour', competency, text: BEHAVIOURS[competency] };
  });
  const measures: readonly TeamMeasure[] =
    demand.technical > demand.people ? ['stuck', 'talks'] : ['talks', 'after-hours'];
  return [
    ...told,
    ...measures.map((measure): Criterion => ({ kind: 'measure', measure, text: MEASURE_TEXT[measure] })),
  ];
}

const MEASURE_TEXT: Record<TeamMeasure, string> = {
  talks: 'With everybody in the team',
  'jump-in': 'No more hours without anybody than now',
  'after-hours': 'Not more than now',
  reopened: 'Not more than now',
  satisfied: 'At least as many as now',
  stuck: 'Not more than now',
};

/** A count, close to words of doing tickets: one person's count, which no trial is measured by. */
const COUNTS_TICKETS =
  /\b(number|count|amount|how many|more|fewer|most|least|\d+)\b[^.]{0,40}\b(tickets?|cases|incidents|calls)\b[^.]{0,30}\b(clos|resolv|solv|finish|handl|done|a day|per day|a week|per week|himself|herself|themself|personally)|\b(clos|resolv|solv|finish|handl)\w*\b[^.]{0,30}\b(\d+|more|most|number|many)\b[^.]{0,20}\b(tickets?|cases|incidents|calls)\b|\btickets? (closed|resolved|solved|per person|a person|count)\b/i;

/** Refuses criteria that nobody could agree on: none, one twice, too many, or a count of the person's tickets. */
export function refuseCriteria(criteria: readonly Criterion[]): void {
  const refuse = (message: string, at?: number): never => {
    throw new Refusal('bad-input', message, { field: 'criteria', ...(at !== undefined && { line: at + 1 }) });
  };
  if (criteria.length === 0)
    refuse(
      'A trial needs criteria that both agree on beforehand: describe what somebody does, or choose a measure of the team.',
    );
  if (criteria.length > 8) refuse('More than eight criteria nobody keeps in mind: take the ones that matter.');
  const texts = criteria.map((one) => `${one.kind === 'measure' ? one.measure : ''} ${one.text.trim().toLowerCase()}`);
  for (const [at, one] of criteria.entries()) {
    if (one.text.trim() === '') refuse(`Criterion ${at + 1} is empty: say what one would see, or take it out.`, at);
    if (texts.indexOf(texts[at]!) < at) refuse(`Criterion ${at + 1} is there twice: take one out.`, at);
    if (one.kind === 'behaviour' && COUNTS_TICKETS.test(one.text))
      refuse(
        `Criterion ${at + 1} counts one person’s tickets, which says nothing about leading: describe what somebody does, or choose a measure of the team.`,
        at,
      );
  }
}
