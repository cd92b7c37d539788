import type { Day, Instant } from '../../base/time.ts';
import type { Hours, Level, Minutes } from '../../base/units.ts';
import type { PeoplePlan, PlannedSeat } from '../../records/people/plan.ts';
import type { Aspiration, Work } from '../../records/people/types.ts';
import type { Competency, ObservationKind } from '../../records/voice/types.ts';

/** What a person of an invented firm can do in truth, on the level scale. The product never sees it. */
export type Truth = { technical: Level; people: Level; competencies: Record<Competency, Level> };

/** Someone in an invented firm. What is left out is drawn from the seed. */
export type Member = {
  /** Unique in the firm: everything else refers to it. */
  name: string;
  title: string;
  /** Team worked in; null: none. */
  team: string | null;
  work: Work;
  aspiration: Aspiration;
  startedOn: Day;
  /** Key of the seat reported to; null: holds a seat, or is the top. */
  under: string | null;
  /** True mean of the technical competencies; drawn where absent. */
  technical?: number;
  /** True mean of the people competencies; drawn where absent. */
  people?: number;
  /** Hours a week on own tickets as the people file tells them; null where absent. */
  ownTicketHours?: number;
  /** Hours a week that really go into tickets of this file; 0: takes none. */
  ticketHours: number;
  /** How strongly the person picks the quick tickets: levels of routing preference for each unit of log minutes. */
  picksEasy?: number;
};

/** A kind of work, on screen an area. */
export type AreaSpec = {
  name: string;
  /** How much longer than usual its tickets take, log minutes. */
  hard: number;
  /** Teams that get it; absent: all. */
  teams?: readonly string[];
  /** How common it is against the others; 1 where absent. */
  weight?: number;
};

export type TeamSpec = {
  name: string;
  /** Clients that it serves; its tickets come from them but for one in eight. Empty: all. */
  clients: readonly string[];
  /** Who gets a part of its escalations whatever the skill in the team. */
  escalatesTo?: { name: string; share: number };
};

/** One person's words on another, given exactly. */
export type View = {
  rater: string;
  of: string;
  kind: ObservationKind;
  day: Day;
  levels: Partial<Record<Competency, number | null>>;
};

/** Views drawn from the truth: noisy, halo-ridden, and only of people the rater knows. */
export type Panel = {
  /** Raters of each person. */
  ratersEach: number;
  kind: ObservationKind;
  competencies: readonly Competency[];
  day: Day;
  /** Share of a rating's variance that is the person rated (Scullen, Mount & Goff 2000: 21 to 25%). */
  icc: number;
  /** Lowest level that can be given: the plain questions have none below 2. */
  lowest: number;
  /** Only these are rated; absent: everyone who works at the product. */
  of?: readonly string[];
};

/** What is wrong with a ticket system's data, each as a share of tickets. */
export type Untidy = {
  startUnassigned: number;
  /** Handed out by this person, who holds the ticket first; null: nobody. */
  dispatcher: string | null;
  throughDispatcher: number;
  blankClient: number;
  blankArea: number;
  blankMinutes: number;
  /** Second accounts of people: a share of their tickets stands under it. */
  accounts: readonly { name: string; account: string; share: number }[];
  /** An account of a machine that opens tickets; null: none. */
  machine: string | null;
  throughMachine: number;
};

/** What makes somebody be asked when a ticket is stuck, in log chances: being good, easy to ask, and free. */
export type Asking = {
  /** Of a level of rescue. */
  skill: number;
  /** SD between people of how readily others come to them. */
  ease: number;
  /** Of knowing the ticket's area. */
  area: number;
  /** Lost for each working day of queue. */
  queue: number;
};

/** Everything a firm is generated from, beside the seed. */
export type WorldSpec = {
  name: string;
  /** Domain of the addresses. */
  domain: string;
  site: string;
  timeZone: string;
  /** Day on which the story stands; tickets end the evening before. */
  day: Day;
  days: number;
  tickets: number;
  members: readonly Member[];
  seats: readonly PlannedSeat[];
  teams: readonly TeamSpec[];
  areas: readonly AreaSpec[];
  clients: readonly string[];
  /** Correlation of the technical and the people side where they are drawn. */
  correlation: number;
  /** SD of a competency around its side, levels. */
  spread: number;
  /** What one level of resolving takes off a ticket, log minutes. */
  effect: number;
  /** Residual SD of log minutes. */
  sigma: number;
  /** SD of difficulty that the router sees and the data does not, log minutes. */
  hiddenDifficulty: number;
  /** How strongly hard tickets are handed to strong technicians; 0: by queue length alone. */
  hardToStrong: number;
  /** Who is asked when a ticket is stuck; absent: the strong at rescuing alone, whether they are free or not. */
  asking?: Asking;
  /** People know more or fewer areas by their breadth, which shows in what they get and where they get stuck. */
  areasKnown?: true;
  /** SD of the error with which whoever opens a ticket sees how hard it is, log minutes; absent: they aren't asked. */
  triageNoise?: number;
  /** Share of everyone's ticket hours that the year's tickets fill. */
  utilisation: number;
  views: readonly View[];
  panels: readonly Panel[];
  untidy: Untidy;
};

/** What happened to a ticket at one moment: state and hands after it. */
export type WorldEvent = { at: Instant; state: string; assignee: string | null; team: string };

/** One ticket, with what only the generator knows. */
export type WorldTicket = {
  number: string;
  openedAt: Instant;
  priority: 1 | 2 | 3 | 4;
  team: string;
  /** null: left blank in the ticket system. */
  client: string | null;
  area: string | null;
  /** Who was first meant to solve it; no dispatcher. */
  firstAssignee: string;
  /** By everyone until the first resolution; null: left blank. Kept for unresolved tickets as far as the truth goes. */
  minutes: Minutes | null;
  /** First resolution; null: still open on the story day. */
  resolvedAt: Instant | null;
  /** Who resolved it first; null: still open. */
  resolver: string | null;
  escalated: boolean;
  reopened: boolean;
  /** 1 to 5; null: not answered. */
  satisfaction: number | null;
  /** How hard it looked to whoever handed it out, 1 easy to 5 hard; null: not asked. */
  triage: number | null;
  /** Part of its log minutes that no column shows; truth. */
  hidden: number;
  events: WorldEvent[];
};

/** A view as the product gets it: people by name. */
export type WorldObservation = {
  person: string;
  rater: string;
  kind: ObservationKind;
  competency: Competency;
  level: Level | null;
  day: Day;
};

/** An invented firm: the truth, and what the product is given. */
export type World = {
  spec: WorldSpec;
  /** By name. */
  truth: ReadonlyMap<string, Truth>;
  plan: PeoplePlan;
  observations: WorldObservation[];
  /** By opening time. */
  tickets: WorldTicket[];
  /** Minutes of ticket work a person can do on a working day, by name. */
  capacity: ReadonlyMap<string, Minutes>;
};

/** Nothing wrong with the data. */
export const TIDY: Untidy = {
  startUnassigned: 0,
  dispatcher: null,
  throughDispatcher: 0,
  blankClient: 0,
  blankArea: 0,
  blankMinutes: 0,
  accounts: [],
  machine: null,
  throughMachine: 0,
};

/** Hours that a technician's tickets take of a week where nothing else is said. */
export const TICKET_HOURS = 18 as Hours;
