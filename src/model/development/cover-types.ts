import type { Hours, Share } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';

/**
 * skill: of the product; client: knowing one; queue: what a people leader learns beside a technician; people-work: what a
 * technical lead learns beside a people leader.
 */
export type AreaKind = 'skill' | 'client' | 'queue' | 'people-work';

/** Something that enough people must be able to do. */
export type Area = {
  areaId: string;
  name: string;
  kind: AreaKind;
  /** How many signed-off people it needs; whole. */
  required: number;
  /** How much it counts; whole, 1 or more. */
  weight: number;
  /** How long a cross-training takes. */
  weeks: number;
  /** Of whoever learns, a week. */
  learnerHours: Hours;
  /** Of whoever teaches, a week and learner. */
  teacherHours: Hours;
  /** Who may learn it; null: everybody. */
  learners: readonly PersonId[] | null;
  /** Who can show it without counting for it: signed off in the same skill, in another team. */
  alsoTeach: readonly PersonId[];
  /** Whose tickets show that they cope: less is left to learn. Counts for nothing until a sign-off. */
  copes: readonly PersonId[];
};

export type CoverPerson = {
  personId: PersonId;
  name: string;
  /** Hours a week for learning and teaching together. */
  hoursPerWeek: Hours;
};

/** Only signed off counts as cover. */
export type LearningState = 'learning' | 'shadowing' | 'signed-off';

/** Who can do what, and what is required: plain data, so that a worker can take it. */
export type CoverInput = {
  /** Everyone who is here; what those who left could do is passed over. */
  people: readonly CoverPerson[];
  areas: readonly Area[];
  /** At most one a person and area; none: not begun. */
  levels: readonly { personId: PersonId; areaId: string; state: LearningState }[];
};

/** How one area is covered. */
export type AreaCover = {
  area: Area;
  /** Signed off and here. */
  signedOff: PersonId[];
  /** Who can show it: whoever is signed off, and those who only show. */
  teachers: PersonId[];
  /** Learning or shadowing, which is no cover yet. */
  onTheWay: PersonId[];
  /** How many more it needs; 0: covered. */
  missing: number;
};

/** Cover of everything: Σ weight · min(signed off, required)/required over Σ weight, of areas that require anybody. */
export type CoverMeasure = { areas: AreaCover[]; share: Share };

/** The smallest set of people whose leaving uncovers more than half of the weighted areas. */
export type BusFactor = {
  /** Nobody: more than half has nobody already. */
  people: PersonId[];
  /** Areas without anybody then, those without anybody now included. */
  uncovered: string[];
  /** Their part of all weight. */
  share: Share;
  /** No smaller set than this many can do it; equal to the number of people where it is surely the smallest. */
  atLeast: number;
};

/** One person learns one area. */
export type Pairing = {
  areaId: string;
  kind: AreaKind;
  learnerId: PersonId;
  /** null: nobody here can teach it: an outside course. */
  teacherId: PersonId | null;
  weeks: number;
  /** Of learner and teacher together, over all weeks. */
  hours: Hours;
};

/** Why an area stays short. */
export type Shortfall = {
  areaId: string;
  /** How many are still missing after the plan. */
  missing: number;
  /** together: it could be reached alone, but not beside the others named. */
  because: 'too-few-people' | 'teaching-time' | 'learning-time' | 'teaching-and-learning-time' | 'together';
  /** The smallest set of areas beside which it can't be reached, each as far as the plan reaches it; for `together`. */
  beside: string[];
  text: string;
};

/** The cheapest pairings that reach cover, or as much of it as hours allow. */
export type CoverPlan = {
  status: 'reached' | 'as-far-as-hours-allow' | 'time-is-up';
  pairings: Pairing[];
  /** Of everybody together. */
  hours: Hours;
  /** How far from the cheapest it may be, as a share of its hours; 0: it is the cheapest. */
  gap: number;
  shortfalls: Shortfall[];
  /** What must be said beside it, in sentences: areas that nobody here can teach. */
  notes: string[];
  /** Share of cover now, and once every pairing is signed off. */
  shareNow: Share;
  shareAfter: Share;
};
