import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { Aspiration, Work } from './types.ts';

/** A person as a file or a form gives them; what is not given is null and changes nothing that is held. */
export type PlannedPerson = {
  /** Names the person inside this plan; unique. */
  key: string;
  name: string;
  email: string | null;
  title: string | null;
  team: string | null;
  work: Work | null;
  aspiration: Aspiration | null;
  startedOn: Day | null;
  site: string | null;
  timeZone: string | null;
  hoursPerWeek: Hours | null;
  ownTicketHours: Hours | null;
  /** Key of the seat that the person reports to; null: to none (the top), or reports through a seat held. */
  reportsTo: string | null;
  /** Line of the file, for refusals; null when typed. */
  line: number | null;
};

/** A seat as a file or a form gives it. */
export type PlannedSeat = {
  /** Names the seat inside this plan; unique. */
  key: string;
  title: string;
  /** Name of the team it leads; null: it leads leads. */
  team: string | null;
  /** Key of the person who holds it; null: vacant or planned. */
  holder: string | null;
  /** Key of the seat it reports to. */
  reportsTo: string | null;
  plannedFor: Day | null;
  heldSince: Day | null;
  actingUntil: Day | null;
  openSince: Day | null;
};

/** People, seats and reporting lines that belong together, checked for cycles before anything is written. */
export type PeoplePlan = { people: PlannedPerson[]; seats: PlannedSeat[] };
