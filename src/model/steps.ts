import type { PersonId, SeatId, Structure } from '../records/people/types.ts';
import type { HolderNeed, Verdict } from '../records/verdicts/types.ts';
import type { ClosedAdvice, ShownAdvice } from './sight-advice.ts';
import { type Chart, isFilled, readChart } from './structure.ts';
import { joinNames } from './words.ts';

/** What a step asks for: the button leads there. */
export type StepAction =
  | 'ask-aspiration'
  | 'second-view'
  | 'start-trial'
  | 'decide'
  | 'open-decision'
  | 'find-second'
  | 'relieve'
  | 'answer-questions'
  | 'name-hands-on';

/** One thing to do next, with its owner. */
export type Step = {
  /** The same step has the same key from day to day. */
  key: string;
  text: string;
  why: string;
  /** Holder of the seat above, else of the top seat; null: nobody holds one. */
  ownerId: PersonId | null;
  dueInDays: number;
  action: StepAction;
  seatId: SeatId;
  personId: PersonId | null;
  /** Changes when the evidence under the step changes: until then a dismissed step stays gone. */
  evidenceKey: string;
};

type Draft = Pick<Step, 'action' | 'text' | 'personId' | 'dueInDays'> & { urgency: number };

/**
 * At most three next steps over the whole firm, the most pressing first, no two for the same seat while others wait.
 * `isGone`: done, or dismissed while the evidence under it is the same. `decided`: seats that the reader decides on.
 */
export function findSteps(
  advice: readonly ShownAdvice[],
  structure: Structure,
  isGone: (step: Step) => boolean = () => false,
  decided: ReadonlySet<number> = new Set(),
): Step[] {
  const chart = readChart(structure);
  const all = advice
    .flatMap((shown) => {
      const drafts = shown.verdict ? draftSteps(shown.verdict) : draftClosed(shown.closed, decided);
      return drafts.map((draft, rank) => ({ shown, seatId: (shown.verdict ?? shown.closed).seatId, draft, rank }));
    })
    .sort(
      (one, other) => one.rank - other.rank || other.draft.urgency - one.draft.urgency || one.seatId - other.seatId,
    );
  return (
    all
      .map(({ shown, draft }) => finish(chart, shown, draft))
      // Both sides of a holder may ask for the same thing; it is said once.
      .filter((step, at, steps) => steps.findIndex((one) => one.key === step.key) === at && !isGone(step))
      .slice(0, 3)
  );
}

function finish(chart: Chart, { verdict, closed }: ShownAdvice, { action, text, personId, dueInDays }: Draft): Step {
  const { seatId, short, dataVersion } = verdict ?? closed;
  const under = verdict
    ? [verdict.answer.kind, verdict.evidence.observations, verdict.evidence.raters]
    : ['closed', closed.candidates, closed.needs.map((need) => need.kind).join()];
  return {
    key: `${action}/${seatId}/${personId ?? 0}`,
    text,
    why: sayWhy(short, text),
    ownerId: ownerOf(chart, seatId),
    dueInDays,
    action,
    seatId,
    personId,
    evidenceKey: [...under, dataVersion].join('/'),
  };
}

/** The advice behind a step, without the sentences that the step itself says. */
function sayWhy(short: string, text: string): string {
  const said = text.split(/(?<=\.) /);
  return short
    .split(/(?<=\.) /)
    .filter((sentence) => !said.includes(sentence) && !/^\S+( \S+)* stays\.$/.test(sentence))
    .join(' ');
}

function ownerOf(chart: Chart, seatId: SeatId): PersonId | null {
  const seat = chart.seat.get(seatId);
  const above = seat?.reportsTo ? chart.seat.get(seat.reportsTo) : undefined;
  if (above && isFilled(above)) return above.holderId;
  return chart.structure.seats.find((one) => one.reportsTo === null && isFilled(one))?.holderId ?? null;
}

function draftSteps(verdict: Verdict): Draft[] {
  const { answer, title, distance } = verdict;
  const place = verdict.teamName ?? title;
  const steps: Draft[] = [];
  const add = (
    urgency: number,
    action: StepAction,
    text: string,
    dueInDays: number,
    personId: PersonId | null = null,
  ) => steps.push({ urgency, action, text, dueInDays, personId });
  if (answer.kind === 'keep') for (const need of answer.needs) draftForHolder(verdict, need, add);
  else draftForOpenSeat(verdict, place, add);
  if (distance.status === 'asked')
    add(1, 'name-hands-on', `Say who reports to ${title}, or whether its work is hands-on.`, 7);
  return steps.sort((one, other) => other.urgency - one.urgency);
}

/** What to do about a seat whose advice is closed: open it, or what its holder needs. Names nobody but the holder. */
function draftClosed(closed: ClosedAdvice, decided: ReadonlySet<number>): Draft[] {
  const { seatId, title, teamName, state, holderId, needs, candidates, distance } = closed;
  const place = teamName ?? title;
  const steps: Draft[] = [];
  const add: Add = (urgency, action, text, dueInDays, personId = null) =>
    steps.push({ urgency, action, text, dueInDays, personId });
  if (state !== 'held' && candidates > 0 && decided.has(seatId))
    add(8, 'open-decision', `Open the decision on who leads ${place}.`, 14);
  const seen = { title, teamName, holderId, evidence: { observations: 0 } };
  for (const need of needs) draftForHolder(seen, need, add);
  if (distance.status === 'asked')
    add(1, 'name-hands-on', `Say who reports to ${title}, or whether its work is hands-on.`, 7);
  return steps.sort((one, other) => other.urgency - one.urgency);
}

type Add = (
  urgency: number,
  action: StepAction,
  text: string,
  dueInDays: number,
  personId?: PersonId | null,
) => unknown;

function draftForOpenSeat(verdict: Verdict, place: string, add: Add): void {
  const { answer, candidates } = verdict;
  const named = candidates.filter((one) => one.role !== null);
  const unasked = named.filter((one) => one.aspiration === 'not-asked');
  const names = joinNames(
    named.map((one) => one.name),
    'and',
  );
  if (unasked.length > 0) {
    const whom = joinNames(
      unasked.map((one) => one.name),
      'and',
    );
    add(10, 'ask-aspiration', `Ask ${whom} about leading ${place}.`, 7, unasked[0]!.personId);
    return;
  }
  if (answer.kind === 'trial') {
    // Whoever acts there already is on trial: what is left to do is to look at it again.
    if (verdict.state === 'acting' && verdict.holderId === answer.personId)
      add(3, 'decide', `Look at how ${names} does as acting lead of ${place}.`, 30, answer.personId);
    else add(9, 'start-trial', `Agree a trial for ${place} with ${names}.`, 14, answer.personId);
  }
  if (answer.kind === 'person' || answer.kind === 'pair' || answer.kind === 'several')
    add(9, 'decide', `Talk to ${names} and decide who leads ${place}.`, 14, named[0]?.personId ?? null);
  if (answer.kind === 'grow')
    add(6, 'decide', `Agree with ${names} how to grow into leading ${place}.`, 30, answer.personId);
  if (answer.kind === 'hire') add(7, 'decide', `Decide whether to hire a lead for ${place}.`, 30);
  if (answer.kind === 'not-enough-evidence') {
    if (answer.have === 0) add(8, 'answer-questions', `Answer the five questions about the people of ${place}.`, 7);
    else add(8, 'second-view', `Get ${answer.next}.`, 14);
  }
}

type Holding = Pick<Verdict, 'title' | 'holderId' | 'teamName'> & {
  evidence: Pick<Verdict['evidence'], 'observations'>;
};

function draftForHolder(verdict: Holding, need: HolderNeed, add: Add): void {
  const { title, holderId, teamName } = verdict;
  const place = teamName ?? title;
  if (need.kind === 'fewer-tickets') add(8, 'relieve', need.text, 14, holderId);
  if (need.kind === 'fewer-reports') add(4, 'relieve', need.text, 14, holderId);
  if (need.kind === 'second') add(need.personId === null ? 8 : 7, 'find-second', need.text, 14, need.personId);
  if (need.kind === 'training') add(5, 'decide', need.text, 30, holderId);
  if (need.kind !== 'evidence') return;
  if (verdict.evidence.observations > 0) add(3, 'second-view', need.text, 14, holderId);
  else add(3, 'answer-questions', `Answer the five questions about whoever leads ${place}.`, 7, holderId);
}
