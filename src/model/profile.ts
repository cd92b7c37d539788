import { type Share, share } from '../base/units.ts';
import type { TicketEvidence } from '../records/evidence/types.ts';
import type { Person, PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Estimate } from '../records/verdicts/types.ts';
import { COMPETENCIES_OF, type Competency, type ObservationKind, type Side } from '../records/voice/types.ts';
import { axisWeight, COMPETENCIES, coordinateOf, readingVariance, SIDES, sideOf } from './competency-space.ts';
import type { JointStrength } from './joint-strength.ts';
import { COMPETENCY_OF } from './outcome-readings.ts';
import type { Reading } from './own-readings.ts';
import { COLLEAGUE, type NameRater, nameRaters } from './raters.ts';
import { createStrengthSource, estimateOf, evidenceOf, type StrengthInput, type StrengthSource } from './strength.ts';
import type { Trust } from './trust.ts';

/** A person's strength on one side or one competency: the estimate and what it rests on. */
export type Strength = {
  estimate: Estimate;
  /** 1 − posterior variance / prior variance. */
  evidence: Share;
  /** Words of people that it rests on. */
  views: number;
  /** Different people who gave them. */
  raters: number;
  /** Tickets that it rests on; 0 where too few to be read. */
  tickets: number;
  /** In words: "2 answers by Ana", "412 tickets". */
  sources: string[];
  /** Said instead of the number where there is too little: "not enough evidence yet: 4 of 30 tickets". Else null. */
  tooLittle: string | null;
};

/** Both sides and every competency of one person. */
type PersonStrength = {
  personId: PersonId;
  sides: Record<Side, Strength>;
  competencies: Record<Competency, Strength>;
};

/** Everyone's strengths. */
export type Strengths = {
  people: ReadonlyMap<PersonId, PersonStrength>;
  joint: JointStrength;
  /** How far one view was trusted for them. */
  trust: Trust;
};

/** The profile of everyone at the firm, service accounts left out. `nameRater`: who is told to have given a view. */
export function strengthsOf(input: StrengthInput & { playbook: Playbook; nameRater?: NameRater }): Strengths {
  const { playbook } = input;
  const source = createStrengthSource(input);
  const joint = source.at(playbook);
  const trust = source.trustAt(playbook);
  const nameOf = input.nameRater ?? nameRaters(input.structure.people);
  const tickets = countTickets(source, input, playbook);
  const person = new Map(input.structure.people.map((one) => [one.personId, one]));
  const describe = (personId: PersonId, at: number) =>
    describePerson({
      person: person.get(personId)!,
      at,
      joint,
      playbook,
      trusting: trust.playbook,
      nameOf,
      readings: source.readings.get(personId) ?? [],
      tickets: tickets.get(personId) ?? {},
    });
  return { joint, trust, people: new Map(joint.personIds.map((id, at) => [id, describe(id, at)])) };
}

/** How many tickets tell about one competency of a person, and whether they are enough to be read. */
type TicketsTold = { have: number; used: boolean; noDifference: boolean };

function countTickets(
  source: StrengthSource,
  { effects, outcomes = [] }: StrengthInput,
  playbook: Playbook,
): Map<PersonId, Partial<Record<Competency, TicketsTold>>> {
  const told = new Map<PersonId, Partial<Record<Competency, TicketsTold>>>();
  const add = (
    competency: Competency,
    fit: { personIds: PersonId[]; tickets: number[]; tau2: number },
    used: Set<PersonId>,
  ) => {
    fit.personIds.forEach((id, i) => {
      const one = { have: fit.tickets[i]!, used: used.has(id), noDifference: !(fit.tau2 > 0) };
      told.set(id, { ...told.get(id), [competency]: one });
    });
  };
  if (effects?.status === 'fitted') add('resolving', effects.effects, new Set(source.ticketsAt(playbook)?.personIds));
  const read = source.outcomesAt(playbook);
  for (const one of outcomes) {
    if (one.status !== 'fitted') continue;
    const competency = COMPETENCY_OF[one.outcome];
    const used = read.find(({ coordinate }) => coordinate === coordinateOf(competency));
    add(competency, one.effects, new Set(used?.personIds));
  }
  return told;
}

/** Tickets of each fitted person. */
export function ticketCounts(tickets: TicketEvidence | null): Map<PersonId, number> {
  if (tickets?.status !== 'fitted') return new Map();
  return new Map(tickets.effects.personIds.map((id, i) => [id, tickets.effects.tickets[i]!]));
}

/**
 * How many views by different people a side needs until its evidence is enough, each on another competency in turn; at
 * most 20. Ignores halo: each view comes from a rater of its own.
 */
export function viewsNeeded(side: Side, playbook: Playbook): number {
  const count = COMPETENCIES_OF[side].length;
  const prior = playbook['prior.sd'] ** 2;
  const own = prior * (1 - playbook['prior.correlation']);
  // With equal correlations only the mean over a side's competencies and the mean of what was seen matter.
  const mean = prior / (count * axisWeight(side, playbook)) ** 2;
  for (let views = 1; views < 20; views++) {
    const seen = mean + own * (1 / Math.min(views, count) - 1 / count) + readingVariance(playbook) / views;
    if (mean / seen >= playbook['answers.evidence-need']) return views;
  }
  return 20;
}

type Describing = {
  person: Person;
  at: number;
  joint: JointStrength;
  playbook: Playbook;
  /** The same with the trust in one view that was learned. */
  trusting: Playbook;
  nameOf: NameRater;
  readings: readonly Reading[];
  tickets: Partial<Record<Competency, TicketsTold>>;
};

function describePerson(about: Describing): PersonStrength {
  const sides = SIDES.map((side): [Side, Strength] => [side, describeSide(about, side)]);
  const competencies = COMPETENCIES.map((one): [Competency, Strength] => [one, describeCompetency(about, one)]);
  return {
    personId: about.person.personId,
    sides: Object.fromEntries(sides) as Record<Side, Strength>,
    competencies: Object.fromEntries(competencies) as Record<Competency, Strength>,
  };
}

function describeSide(about: Describing, side: Side): Strength {
  const { joint, playbook } = about;
  const axis = joint.axisOf(about.person.personId, side)!;
  const variance = joint.covariance(axis, axis);
  const readings = about.readings.filter((one) => sideOf(one.observation.competency) === side);
  const evidence = evidenceOf(variance, playbook);
  const told = mostTold(COMPETENCIES_OF[side].flatMap((one) => about.tickets[one] ?? []));
  const found = sourcesOf(about, readings, side, told);
  const enough = evidence >= playbook['answers.evidence-need'];
  const tooLittle = enough ? null : sayTooLittle(about, readings.length, viewsNeeded(side, about.trusting), told);
  return { estimate: estimateOf(joint.mean(axis), variance), evidence, ...found, tooLittle };
}

/** Of what several outcomes rest on, the widest that is read; else the widest. */
function mostTold(told: readonly TicketsTold[]): TicketsTold | undefined {
  return [...told].sort((one, other) => Number(other.used) - Number(one.used) || other.have - one.have)[0];
}

function describeCompetency(about: Describing, competency: Competency): Strength {
  const { joint, playbook } = about;
  const at = coordinateOf(competency);
  const variance = joint.competencyVariance(about.at, at);
  const readings = about.readings.filter((one) => one.coordinate === at);
  const told = about.tickets[competency];
  const found = sourcesOf(about, readings, sideOf(competency), told);
  const seen = found.views > 0 || found.tickets > 0;
  return {
    estimate: estimateOf(joint.competencyMean(about.at, at), variance),
    evidence: seen ? evidenceOf(variance, playbook) : share(0),
    ...found,
    tooLittle: seen ? null : sayTooLittle(about, 0, 1, told),
  };
}

function sayTooLittle(about: Describing, views: number, need: number, told: TicketsTold | undefined): string {
  const ticketNeed = about.playbook['tickets.need'];
  if (told && views === 0 && told.have > 0 && told.have < ticketNeed)
    return `not enough evidence yet: ${told.have} of ${ticketNeed} tickets`;
  if (told && views === 0 && told.have > 0 && told.noDifference)
    return 'not enough evidence yet: tickets show no difference between people';
  if (views === 0) return 'nobody has said anything yet';
  return `not enough evidence yet: ${views} of ${Math.max(need, views + 1)} views`;
}

const KIND_WORDS: Record<ObservationKind, [string, string]> = {
  answer: ['answer', 'answers'],
  assessment: ['assessment', 'assessments'],
  rating: ['rating', 'ratings'],
};

/** How those who gave views are called together; several who aren't told are counted. */
export function sayRaters(by: string, count: number): string {
  return by === COLLEAGUE && count > 1 ? `${count} colleagues` : by;
}

function sourcesOf(about: Describing, readings: readonly Reading[], side: Side, told: TicketsTold | undefined) {
  const groups = new Map<string, { kind: ObservationKind; by: string; raters: Set<string>; count: number }>();
  for (const { rater, observation } of readings) {
    const by = about.nameOf(rater, about.person.personId);
    const key = JSON.stringify([observation.kind, by]);
    const group = groups.get(key) ?? { kind: observation.kind, by, raters: new Set(), count: 0 };
    group.count += 1;
    groups.set(key, { ...group, raters: group.raters.add(rater) });
  }
  const tickets = told?.used ? told.have : 0;
  const sources = [...groups.values()].map(
    ({ kind, by, raters, count }) =>
      `${count} ${KIND_WORDS[kind][count === 1 ? 0 : 1]} by ${sayRaters(by, raters.size)}`,
  );
  if (tickets > 0) sources.push(side === 'people' ? `${tickets} answers of clients` : `${tickets} tickets`);
  return { views: readings.length, raters: new Set(readings.map((one) => one.rater)).size, tickets, sources };
}
