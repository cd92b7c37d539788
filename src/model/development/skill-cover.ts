import { hours } from '../../base/units.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { SkillLevel } from '../../records/skills/types.ts';
import { findDemand, findGate, stepsForDemand } from '../demand.ts';
import { findDistance } from '../distance.ts';
import { strengthsOf } from '../profile.ts';
import { type Chart, countTechnicians, isFilled, reportsOf } from '../structure.ts';
import { BOTH_WAYS, type Leads, pairBothWays } from './both-ways.ts';
import type { Area, CoverInput } from './cover-types.ts';
import type { Skill, SkillEvidence } from './skills.ts';

/** What is looked at together: cover as it is, the plan, and whose leaving would hurt most. */
export type CoverQuestion = {
  /** Every skill where it is needed, and the three pieces of work that leads learn from each other. */
  cover: CoverInput;
  /** The same without what nobody is signed off in though tickets show that somebody copes: first a sign-off. */
  plan: CoverInput;
  /** By subject in the whole firm: who could still do it, in whatever team. */
  whole: CoverInput;
  /** What first needs a sign-off: tickets show that people cope, and nobody is signed off. */
  firstSignOff: { name: string }[];
};

/** Puts skills, what people can do and leads into the questions that the solver is asked. */
export function coverQuestionOf(
  { situation, chart, skills }: { situation: Situation; chart: Chart; skills: readonly Skill[] },
  evidence: SkillEvidence,
): CoverQuestion {
  const { playbook } = situation;
  const own = new Map(evidence.hours.map((one) => [one.personId, one.hours]));
  const people = chart.structure.people
    .filter(({ work }) => work !== 'service-account')
    .map(({ personId }) => ({
      personId,
      name: chart.called.get(personId)!,
      hoursPerWeek: own.get(personId) ?? hours(playbook['cover.learning-hours']),
    }));
  const bySubject = Map.groupBy(evidence.levels, ({ subject }) => subject);
  const parts = skills.map((skill) => partOf(skill, bySubject.get(skill.subject) ?? []));
  const both = bothWays(situation, chart, bySubject);
  const waiting = skills.filter((skill, at) => {
    const { area, levels } = parts[at]!;
    const canShow = area.alsoTeach.length > 0 || levels.some(({ state }) => state === 'signed-off');
    return skill.required > 0 && !canShow && skill.copes.length > 0;
  });
  const input = (some: typeof parts): CoverInput => ({
    people,
    areas: [...some.map(({ area }) => area), ...both.areas],
    levels: [...some.flatMap(({ levels }) => levels), ...both.levels],
  });
  return {
    cover: input(parts),
    plan: input(parts.filter((_, at) => !waiting.includes(skills[at]!))),
    whole: { people, ...inWholeFirm(skills, bySubject) },
    firstSignOff: waiting.map((one) => ({ name: nameOf(one) })),
  };
}

/** "Servers and backup (Pod B)". */
export const nameOf = ({ name, team }: Pick<Skill, 'name' | 'team'>): string =>
  team === null ? name : `${name} (${team})`;

function partOf(skill: Skill, levels: readonly SkillLevel[]): { area: Area; levels: CoverInput['levels'] } {
  const members = new Set(skill.members);
  const here = levels.filter(({ personId }) => members.has(personId));
  const elsewhere = levels.filter(({ personId, state }) => state === 'signed-off' && !members.has(personId));
  return {
    area: {
      areaId: skill.areaId,
      name: nameOf(skill),
      kind: skill.kind,
      required: skill.required,
      weight: skill.weight,
      weeks: skill.weeks,
      learnerHours: skill.hours,
      teacherHours: skill.hours,
      learners: skill.learners,
      alsoTeach: elsewhere.map(({ personId }) => personId),
      copes: skill.copes,
    },
    levels: here.map(({ personId, state }) => ({ personId, areaId: skill.areaId, state })),
  };
}

/** One area a subject, that needs anybody at all: whose leaving would leave it to nobody in the firm. */
function inWholeFirm(
  skills: readonly Skill[],
  bySubject: ReadonlyMap<string, SkillLevel[]>,
): Pick<CoverInput, 'areas' | 'levels'> {
  const needed = Map.groupBy(
    skills.filter(({ required }) => required > 0),
    ({ subject }) => subject,
  );
  const areas = [...needed].map(
    ([subject, list]): Area => ({
      ...partOf({ ...list[0]!, areaId: subject, teamId: null, team: null }, []).area,
      required: 1,
      weight: Math.max(...list.map(({ weight }) => weight)),
    }),
  );
  const levels = areas.flatMap(({ areaId }) =>
    (bySubject.get(areaId) ?? []).map(({ personId, state }) => ({ personId, areaId, state })),
  );
  return { areas, levels };
}

function bothWays(
  situation: Situation,
  chart: Chart,
  bySubject: ReadonlyMap<string, SkillLevel[]>,
): Pick<CoverInput, 'areas' | 'levels'> {
  const { areas, levels } = pairBothWays(leadsOf(situation, chart, bySubject), situation.playbook);
  const given = new Set(levels.map((one) => `${one.areaId} ${one.personId}`));
  const said = BOTH_WAYS.flatMap(({ areaId }) =>
    (bySubject.get(areaId) ?? [])
      .filter(({ personId }) => !given.has(`${areaId} ${personId}`))
      .map(({ personId, state }) => ({ personId, areaId, state })),
  );
  return { areas: areas.filter(({ required }) => required > 0), levels: [...levels, ...said] };
}

/**
 * Who leads by which side first: by what is known of both, the stronger one. Whoever leads by the work and works at it shows
 * the queue; whoever leads people and probably clears their seat's bar with people shows 1:1s and planning.
 */
export function leadsOf(
  situation: Situation,
  chart: Chart,
  bySubject: ReadonlyMap<string, readonly SkillLevel[]>,
): Leads {
  const strengths = strengthsOf(situation).people;
  const holders = chart.structure.seats.filter(isFilled).filter((seat) => reportsOf(chart, seat).length > 0);
  const sides = (id: PersonId) => strengths.get(id)!.sides;
  const leaders = [...new Set(holders.map(({ holderId }) => holderId))];
  const peopleLeaders = leaders.filter((id) => sides(id).people.estimate.mean > sides(id).technical.estimate.mean);
  const technicalLeads = leaders.filter((id) => !peopleLeaders.includes(id));
  const signedOff = (areaId: string) =>
    (bySubject.get(areaId) ?? []).filter(({ state }) => state === 'signed-off').map(({ personId }) => personId);
  const bars = new Map(holders.map((seat) => [seat.holderId, barOf(seat, chart, situation.playbook)]));
  return {
    peopleLeaders,
    technicalLeads,
    queueTeachers: [
      ...technicalLeads.filter((id) => chart.person.get(id)!.work === 'product'),
      ...signedOff('both-ways/queue'),
    ],
    peopleTeachers: peopleLeaders.filter((id) => sides(id).people.estimate.mean >= bars.get(id)!),
  };
}

function barOf(seat: Parameters<typeof findDistance>[1], chart: Chart, playbook: Playbook): number {
  const steps = stepsForDemand(findDistance(chart, seat));
  return findGate(findDemand(steps, countTechnicians(chart.structure), playbook), playbook).people;
}
