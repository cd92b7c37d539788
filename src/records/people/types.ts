import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';

declare const brand: unique symbol;
type Id<Of extends string> = number & { readonly [brand]: Of };
export type OrgId = Id<'firm'>;
export type PersonId = Id<'person'>;
export type TeamId = Id<'team'>;
export type SeatId = Id<'seat'>;

/** product: hands-on work for clients; dispatch: hands out tickets; other: neither; service-account: no human. */
export type Work = 'product' | 'dispatch' | 'other' | 'service-account';

/** What the person wants, asked first. `not-asked` lowers nobody; a refusal costs nothing anywhere. */
export type Aspiration = 'wants-to-lead' | 'not-now' | 'technical-path' | 'not-asked';

/** Someone who works at the firm. */
export type Person = {
  personId: PersonId;
  name: string;
  email: string | null;
  title: string | null;
  work: Work;
  aspiration: Aspiration;
  /** When the aspiration was given. */
  aspirationDay: Day | null;
  startedOn: Day | null;
  /** First day no longer there. */
  leftOn: Day | null;
  site: string | null;
  timeZone: string | null;
  /** Contracted hours a week; null: not known. */
  hoursPerWeek: Hours | null;
  /** Hours a week on own tickets, as told; null: not told. */
  ownTicketHours: Hours | null;
  /** What was agreed instead while a trial runs (records/trials/hours). */
  trialTicketHours?: Hours;
};

/** People who work one queue or one client pod. */
export type Team = { teamId: TeamId; name: string };

/** vacant: nobody holds it; acting: held on trial; planned: does not exist yet. */
export type SeatState = 'held' | 'vacant' | 'planned' | 'acting';

/** A place in the structure, as it is on one day. */
export type Seat = {
  seatId: SeatId;
  title: string;
  /** The team it leads; null for a seat that leads leads. */
  teamId: TeamId | null;
  state: SeatState;
  /** Who holds it or acts in it; null when vacant or planned. */
  holderId: PersonId | null;
  /** Since when the holder holds it. */
  heldSince: Day | null;
  /** Until when the holder acts in it (a trial). */
  actingUntil: Day | null;
  reportsTo: SeatId | null;
  plannedFor: Day | null;
  openSince: Day | null;
  /** For a seat with nobody below: is its work hands-on? null: not asked. */
  handsOn: boolean | null;
  /** Explicit exception, with its reason. */
  distanceOverride: number | null;
  overrideReason: string | null;
};

/** The firm's structure as it is on one day. Nobody who has left, no closed seat. */
export type Structure = {
  day: Day;
  people: Person[];
  teams: Team[];
  seats: Seat[];
  /** Which team a person works in: at most one. */
  memberships: { personId: PersonId; teamId: TeamId }[];
  /** Which seat a person reports to: at most one. A seat's holder reports where the seat reports. */
  lines: { personId: PersonId; seatId: SeatId }[];
};

export type Firm = {
  orgId: OrgId;
  name: string;
  /** Which sample firm this is; null for a real one. */
  sample: 'cove' | 'harbor' | 'northline' | null;
  /** The day on which a sample's story stands still. */
  storyDay: Day | null;
};
