import type { Share } from '../base/units.ts';
import type { MinutesOutcome, ReadOutcome, TicketEvidence } from '../records/evidence/types.ts';
import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Estimate } from '../records/verdicts/types.ts';
import type { Competency, Side } from '../records/voice/types.ts';
import { coordinateOf, SIDES, sideOf } from './competency-space.ts';
import { COLLEAGUE, FEWEST, type NameRater } from './raters.ts';
import { createStrengthSource, estimateOf, evidenceOf, type StrengthInput, type StrengthSource } from './strength.ts';

/** A side or competency of a person, as some of the evidence has it. */
type KnownLevel = { estimate: Estimate; evidence: Share };

/** A source of evidence about a person: what somebody said, or one outcome of their tickets, or everything of them. */
export type Source =
  | { kind: 'views'; by: string; raters: number; views: number }
  | { kind: 'tickets'; outcome: ReadOutcome | MinutesOutcome | 'all'; tickets: number };

/** What an estimate would be without each of its sources. */
export type WithoutSources = {
  whole: KnownLevel;
  without: (KnownLevel & { source: Source })[];
  /** Some levels are held back, because they would tell what fewer than FEWEST people said. */
  hidden: boolean;
};

/** Smaller changes of a level, or of an end of its interval, can't be seen in a figure with one decimal. */
const SEEN = 0.05;

export type WithoutRequest = {
  input: StrengthInput & { playbook: Playbook };
  personId: PersonId;
  part: Side | Competency;
  nameRater: NameRater;
  /** The reader is told who said what. */
  everything: boolean;
};

/** Leaves out each source in turn and estimates again. A source without which no figure changes is none. */
export function withoutEachSource(request: WithoutRequest): WithoutSources {
  const { input, personId, part } = request;
  const source = createStrengthSource(input);
  const whole = levelOf(source, personId, part, input.playbook);
  const raters = ratersOf(source, request);
  const levels = [...viewSources(raters, request), ...ticketSources(source, request)].map(({ rest, gone, ...one }) => ({
    source: one.source,
    tells: !request.everything && tellsOnSomebody(raters, gone),
    ...levelOf(createStrengthSource({ ...input, ...rest }), personId, part, input.playbook),
  }));
  const counting = levels.filter(({ estimate }) => differ(estimate, whole.estimate));
  return {
    whole,
    without: counting.flatMap(({ tells, ...one }) => (tells ? [] : [one])),
    hidden: counting.some(({ tells }) => tells),
  };
}

const differ = (one: Estimate, other: Estimate) =>
  (['mean', 'low', 'high'] as const).some((figure) => Math.abs(one[figure] - other[figure]) >= SEEN);

function levelOf(source: StrengthSource, personId: PersonId, part: Side | Competency, playbook: Playbook): KnownLevel {
  const joint = source.at(playbook);
  const of = (mean: number, variance: number) => ({
    estimate: estimateOf(mean, variance),
    evidence: evidenceOf(variance, playbook),
  });
  if (isSide(part)) {
    const axis = joint.axisOf(personId, part)!;
    return of(joint.mean(axis), joint.covariance(axis, axis));
  }
  const at = joint.positionOf(personId)!;
  return of(joint.competencyMean(at, coordinateOf(part)), joint.competencyVariance(at, coordinateOf(part)));
}

const isSide = (part: Side | Competency): part is Side => (SIDES as readonly string[]).includes(part);

/** Somebody who said something that this level rests on. */
type Rater = { rater: string; by: string; views: number };

/** What another side was said to be touches a level only through the rater's own leaning, so these count as one's own side. */
function ratersOf(source: StrengthSource, { personId, part, nameRater }: WithoutRequest): Rater[] {
  const side = isSide(part) ? part : sideOf(part);
  const said = (source.readings.get(personId) ?? []).filter((one) => sideOf(one.observation.competency) === side);
  return [...Map.groupBy(said, (one) => one.rater)].map(([rater, views]) => ({
    rater,
    by: nameRater(rater, personId),
    views: views.length,
  }));
}

/** A source and the evidence without it; `gone`: whose views are left out. */
type LeftOut = { source: Source; gone: readonly Rater[]; rest: Partial<StrengthInput> };

/** Everyone on their own where they are named; else those who are called the same, and all others together. */
function viewSources(raters: readonly Rater[], { input, personId, everything }: WithoutRequest): LeftOut[] {
  const others = raters.filter(({ by }) => by !== 'you');
  const groups = everything
    ? raters.map((one) => [one])
    : [...Map.groupBy(raters, ({ by }) => by).values(), ...(isMixed(others) ? [others] : [])];
  return groups.map((gone) => {
    const names = new Set(gone.map(({ rater }) => rater));
    return {
      source: {
        kind: 'views',
        by: isMixed(gone) ? COLLEAGUE : gone[0]!.by,
        raters: gone.length,
        views: gone.reduce((sum, { views }) => sum + views, 0),
      },
      gone,
      rest: { observations: input.observations.filter((one) => one.personId !== personId || !names.has(one.rater)) },
    };
  });
}

const isMixed = (raters: readonly Rater[]) => new Set(raters.map(({ by }) => by)).size > 1;

function ticketSources(source: StrengthSource, { input, personId }: WithoutRequest): LeftOut[] {
  const { effects, outcomes = [], playbook } = input;
  const read = source.ticketsAt(playbook)?.personIds.includes(personId) ?? false;
  const found: LeftOut[] = [];
  const add = (outcome: (Source & { kind: 'tickets' })['outcome'], tickets: number, rest: Partial<StrengthInput>) =>
    found.push({ source: { kind: 'tickets', outcome, tickets }, gone: [], rest });
  if (read && effects?.status === 'fitted')
    add(effects.effects.outcome, ticketsIn(effects, personId), { effects: null });
  for (const one of outcomes) {
    if (one.status !== 'fitted' || !one.effects.personIds.includes(personId)) continue;
    add(one.outcome, ticketsIn(one, personId), { outcomes: outcomes.filter((other) => other !== one) });
  }
  if (found.length > 1) {
    const most = Math.max(...found.map((one) => (one.source.kind === 'tickets' ? one.source.tickets : 0)));
    add('all', most, { effects: null, outcomes: [] });
  }
  return found;
}

type Fitted = { effects: { personIds: readonly PersonId[]; tickets: readonly number[] } };

const ticketsIn = ({ effects }: Fitted | Extract<TicketEvidence, { status: 'fitted' }>, personId: PersonId) =>
  effects.tickets[effects.personIds.indexOf(personId)]!;

/** Whether a level without these would tell what fewer than FEWEST people said: of those left out, or of those left over. */
function tellsOnSomebody(raters: readonly Rater[], gone: readonly Rater[]): boolean {
  const others = (of: readonly Rater[]) => of.filter(({ by }) => by !== 'you').length;
  const isFew = (count: number) => count > 0 && count < FEWEST;
  return isFew(others(gone)) || isFew(others(raters) - others(gone));
}
