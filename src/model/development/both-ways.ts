import { hours } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { DevelopmentRules } from '../../records/playbook/development-values.ts';
import type { Area, AreaKind, CoverInput } from './cover-types.ts';

/** Who leads, by the side on which they lead first. */
export type Leads = {
  peopleLeaders: readonly PersonId[];
  technicalLeads: readonly PersonId[];
  /** Who can show the queue, and who can show 1:1s and planning. */
  queueTeachers: readonly PersonId[];
  peopleTeachers: readonly PersonId[];
};

/** The three pieces of work that leads take over from one another. */
export const BOTH_WAYS = [
  { areaId: 'both-ways/queue', kind: 'queue', name: 'the queue' },
  { areaId: 'both-ways/one-to-ones', kind: 'people-work', name: '1:1s' },
  { areaId: 'both-ways/planning', kind: 'people-work', name: 'planning' },
] as const satisfies readonly { areaId: string; kind: AreaKind; name: string }[];

/**
 * Cross-training in both directions as areas of cover: people leaders shadow the queue, technical leads take 1:1s and
 * planning. Every lead is to learn the other side's work; whoever can show it counts as signed off.
 */
export function pairBothWays(leads: Leads, rules: DevelopmentRules): Pick<CoverInput, 'areas' | 'levels'> {
  const parts = BOTH_WAYS.map(({ areaId, kind, name }) => {
    const queue = kind === 'queue';
    const teachers = new Set(queue ? leads.queueTeachers : leads.peopleTeachers);
    const learners = queue ? leads.peopleLeaders : leads.technicalLeads;
    const toLearn = learners.filter((id) => !teachers.has(id));
    const area: Area = {
      areaId,
      kind,
      name,
      required: teachers.size + toLearn.length,
      weight: 1,
      weeks: Math.ceil(rules[queue ? 'cover.queue-weeks' : 'cover.people-weeks']),
      learnerHours: hours(rules[queue ? 'cover.queue-hours' : 'cover.people-hours']),
      teacherHours: hours(rules[queue ? 'cover.queue-hours' : 'cover.people-hours']),
      learners: toLearn,
      alsoTeach: [],
      copes: [],
    };
    const levels = [...teachers].map((personId) => ({ personId, areaId, state: 'signed-off' as const }));
    return { area, levels };
  });
  return { areas: parts.map((one) => one.area), levels: parts.flatMap((one) => one.levels) };
}
