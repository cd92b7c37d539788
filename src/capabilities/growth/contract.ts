import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { Month } from '../../model/growth/month.ts';
import type { Outcome } from '../../model/growth/outcome.ts';
import type { MarkerKind } from '../../model/growth/runs.ts';
import type { SeatLoad } from '../../model/load.ts';
import { idField, nameField, nothing, operation } from '../../platform/contract.ts';
import type { PhoneQueue, PlanRow, Policy } from '../../records/growth/types.ts';
import type { ToldWeek } from '../../records/leading/types.ts';
import type { PlaybookSource } from '../../records/playbook/types.ts';
import type { Look } from './look.ts';

/** A number of the firm with where it comes from; counted: from people and seats; told: typed here. */
export type Fact<T> = { value: T; basis: 'told' | 'counted' | 'not-known'; source: string };

/** The firm as it is now: what looking ahead starts from. */
export type FirmNow = {
  day: Day;
  /** When the firm began. */
  founded: Fact<Month>;
  /** Null: not known; the work is then taken to be what fills the desk today. */
  endpoints: Fact<number | null>;
  coordinators: Fact<number>;
  /** Service managers who aren't the owner. */
  managers: Fact<number>;
  technicians: number;
  leads: number;
  others: number;
  teams: number;
  /** Leavers a year and person: seen so far, and what is believed of it; shares like .12. Of 10, 50 and 90 futures in 100. */
  turnover: { leavers: number; personYears: number; low: number; middle: number; high: number; source: string };
  /** How many left in so many years, as told; null: counted from the list of people. */
  left: { leavers: number; years: number } | null;
};

/** One assumption with what is in force and why; in the order in which they are read. */
export type Assumption = {
  key: string;
  title: string;
  meaning: string;
  unit: string;
  /** What this look ahead rests on. */
  value: number;
  /** own: of this scenario; playbook: of the firm's playbook; default: ours. */
  basis: 'own' | 'playbook' | 'default';
  /** What it is without the scenario's own value. */
  without: number;
  low: number;
  high: number;
  source: PlaybookSource;
  group: 'work' | 'people' | 'hiring' | 'leads' | 'sizes';
};

/** How far a look ahead is. */
export type RunState = {
  runId: string;
  state: 'running' | 'done' | 'stopped' | 'failed';
  /** Futures simulated so far. */
  runs: number;
  ofRuns: number;
};

/** A look ahead from few futures, and the run that refines it; run.state done: it is as fine as it gets. */
export type Looked = { look: Look; run: RunState };

/** A scenario by name. */
export type ScenarioRow = {
  scenarioId: number;
  name: string;
  /** The plan that the first view and the balance picture speak of. */
  isMain: boolean;
  months: number;
  /** How many assumptions are its own. */
  ownAssumptions: number;
  hasPhone: boolean;
  policy: Policy;
};

/** Everything of one scenario. */
export type Scenario = ScenarioRow & {
  /** Typed months; empty: none, so the work grows by `growth.work.yearly` for three years. */
  plan: PlanRow[];
  assumptions: Record<string, number>;
  phone: PhoneQueue | null;
};

export type Growth = {
  firm: FirmNow;
  scenarios: ScenarioRow[];
  scenario: Scenario;
  assumptions: Assumption[];
  /** What was put in the place of a plan that is over; null: nothing. */
  note: string | null;
  mayChange: boolean;
} & Looked;

export const readGrowth = operation({
  id: 'readGrowth',
  method: 'GET',
  path: '/api/growth',
  summary: 'Who is needed when: the firm now, its plan, what growth brings and by when to begin',
  who: 'firm',
  /** Which scenario; absent: the main one. */
  input: z.object({ scenarioId: idField.optional() }),
}).returns<Growth>();

const peopleField = z.number().int('Enter whole people.').min(0).max(2000, 'At most 2,000 people.').nullable();
const monthField = z.string().trim().max(10);
export const planRowField = z.object({
  month: monthField,
  clients: z.number().nullable().default(null),
  endpoints: z.number(),
  hoursPerEndpoint: z.number().nullable().default(null),
  hires: z.number().nullable().default(null),
  leavers: z.number().nullable().default(null),
  budget: z.number().nullable().default(null),
});
const rowsField = z.array(planRowField).max(240);
const assumptionsField = z.record(z.string().max(80), z.number());
export const POLICY_KINDS = ['grow-early', 'by-fit', 'top-closer', 'hire-outside'] as const satisfies readonly Policy[];
const policyField = z.enum(POLICY_KINDS);
const phoneField = z
  .object({
    callsPerEndpoint: z.number().positive('Enter more than 0 calls.').max(10),
    handlingMinutes: z.number().min(0.1, 'Enter at least 0.1 minutes.').max(480),
    patienceMinutes: z.number().min(0.1, 'Enter at least 0.1 minutes.').max(480).nullable(),
    share: z.number().min(0.1, 'Enter at least 10%.').max(0.99, 'Enter at most 99%.'),
    withinMinutes: z.number().min(0).max(60),
  })
  .nullable();

/** What was changed on the screen and not kept yet; what is absent is as the scenario has it. */
export const lookAhead = operation({
  id: 'lookAhead',
  method: 'POST',
  path: '/api/growth/look',
  summary: 'Look ahead with other numbers, which are not kept: a small run first, refined in the background',
  who: 'firm',
  looks: true,
  input: z.object({
    scenarioId: idField,
    plan: rowsField.optional(),
    assumptions: assumptionsField.optional(),
    phone: phoneField.optional(),
    policy: policyField.optional(),
  }),
}).returns<Looked & { assumptions: Assumption[] }>();

const runField = z.string().regex(/^[0-9a-f]{16,64}$/);

export const readGrowthRun = operation({
  id: 'readGrowthRun',
  method: 'GET',
  path: '/api/growth/runs/:runId',
  summary: 'How far a look ahead is, and the finer picture once it is done',
  who: 'firm',
  input: z.object({ runId: runField }),
}).returns<{ run: RunState; look: Look | null }>();

export const stopGrowthRun = operation({
  id: 'stopGrowthRun',
  method: 'DELETE',
  path: '/api/growth/runs/:runId',
  summary: 'Stop a look ahead that is being refined',
  who: 'firm',
  input: z.object({ runId: runField }),
}).returns<{ run: RunState }>();

/** Null: counted from people and seats again, or not known. */
export const saveGrowthFacts = operation({
  id: 'saveGrowthFacts',
  method: 'PUT',
  path: '/api/growth/firm',
  summary: 'Say what looking ahead starts from: when the firm began, endpoints, coordinators, service managers',
  who: 'firm',
  input: z.object({
    founded: monthField.nullable(),
    endpoints: z.number().min(0).max(1e9, 'At most 1,000,000,000 endpoints.').nullable(),
    coordinators: peopleField,
    managers: peopleField,
    /** Absent or null: counted from the list of people. */
    left: z
      .object({
        leavers: z.number().int('Enter whole people.').min(0).max(10_000),
        years: z.number().min(0.1, 'Enter at least 0.1 years.').max(50, 'Enter at most 50 years.'),
      })
      .nullish(),
  }),
}).returns<Growth>();

export const saveGrowthPlan = operation({
  id: 'saveGrowthPlan',
  method: 'PUT',
  path: '/api/growth/scenarios/:scenarioId/plan',
  summary: 'Keep the months of a plan in the place of those before',
  who: 'firm',
  input: z.object({ scenarioId: idField, plan: rowsField }),
}).returns<Growth>();

/** Said with a plan as a file. `keep` false: only say what was understood. */
export const planFileOptions = z.object({ scenarioId: idField, keep: z.boolean().default(false) });
/** A plan as a file tells it; nothing is kept of a file that has a fault. */
export type PlanRead = {
  plan: PlanRow[];
  /** Which column of the file was read as what. */
  columns: { field: keyof PlanRow; column: string }[];
  /** Columns that were not understood. */
  leftOut: string[];
  kept: boolean;
};

/** Multipart: a `file` (month, endpoints, clients, hours per endpoint, hires, leavers, budget) and `options` as JSON. */
export const importGrowthPlan = operation({
  id: 'importGrowthPlan',
  method: 'POST',
  path: '/api/growth/plan/file',
  summary: 'Read a plan from a table (CSV), and keep it if so asked',
  who: 'firm',
  input: planFileOptions,
}).returns<PlanRead>();

export const exportGrowthPlan = operation({
  id: 'exportGrowthPlan',
  method: 'POST',
  path: '/api/growth/scenarios/:scenarioId/export',
  summary: 'The months of a plan as a table for a spreadsheet (CSV)',
  who: 'firm',
  input: z.object({ scenarioId: idField }),
}).returns<{ fileName: string; text: string }>();

/** A new scenario is a copy of another, with what was changed on the screen. */
export const addScenario = operation({
  id: 'addScenario',
  method: 'POST',
  path: '/api/growth/scenarios',
  summary: 'Keep another scenario: a copy of one with what was changed',
  who: 'firm',
  input: z.object({
    from: idField,
    name: nameField.max(80, 'At most 80 characters.'),
    plan: rowsField.optional(),
    assumptions: assumptionsField.optional(),
    phone: phoneField.optional(),
    policy: policyField.optional(),
  }),
}).returns<Growth>();

export const changeScenario = operation({
  id: 'changeScenario',
  method: 'PATCH',
  path: '/api/growth/scenarios/:scenarioId',
  summary: 'Rename a scenario, change what it rests on, or make it the main one',
  who: 'firm',
  input: z.object({
    scenarioId: idField,
    name: nameField.max(80, 'At most 80 characters.').optional(),
    /** All of its own assumptions; what is not in it is as without the scenario. */
    assumptions: assumptionsField.optional(),
    phone: phoneField.optional(),
    policy: policyField.optional(),
    isMain: z.literal(true).optional(),
  }),
}).returns<Growth>();

export const removeScenario = operation({
  id: 'removeScenario',
  method: 'DELETE',
  path: '/api/growth/scenarios/:scenarioId',
  summary: 'Delete a scenario; the main one stays',
  who: 'firm',
  input: z.object({ scenarioId: idField }),
}).returns<{ scenarioId: number }>();

/** Two scenarios side by side, under the same luck. */
export type Compared = {
  one: { scenarioId: number; name: string; look: Look };
  other: { scenarioId: number; name: string; look: Look };
  /** What differs between the two, in words: "Endpoints at the end: 1,900 and 1,400". */
  differences: { what: string; one: string; other: string }[];
  /** Marker by marker. months: how much later the other has it; null: one of the two doesn't have it in its plan. */
  markers: {
    kind: MarkerKind;
    name: string;
    one: Month | null;
    other: Month | null;
    months: number | null;
    /** "B needs its service manager 7 months later because its endpoints grow to 1,400, not 1,900."; null: no difference. */
    sentence: string | null;
  }[];
};

export const compareScenarios = operation({
  id: 'compareScenarios',
  method: 'GET',
  path: '/api/growth/compare',
  summary: 'Two scenarios side by side, with what makes the difference',
  who: 'firm',
  input: z.object({ one: idField, other: idField }),
}).returns<Compared>();

/** What can be done when a lead is due, side by side under the same luck. */
export type Policies = {
  runs: number;
  months: number;
  /** In the order in which they are shown; `name` and `meaning` are words for the screen. */
  policies: (Outcome & { name: string; meaning: string })[];
  /** "Growing somebody early costs 0.4 technician-months more and saves 9 months without a ready lead." */
  sentence: string;
};

export const comparePolicies = operation({
  id: 'comparePolicies',
  method: 'GET',
  path: '/api/growth/policies',
  summary: 'Promote the top closer, promote by fit, grow early, hire outside: side by side',
  who: 'firm',
  input: z.object({ scenarioId: idField.optional() }),
}).returns<Policies>();

/** A marker of the main scenario becomes a planned seat, drawn dashed on the balance picture. */
export const planSeat = operation({
  id: 'planSeat',
  method: 'POST',
  path: '/api/growth/seats',
  summary: 'Make what growth brings a planned seat',
  who: 'firm',
  input: z.object({
    scenarioId: idField,
    kind: z.enum(['coordinator', 'next-lead', 'people-leader', 'service-manager', 'team-split']),
    title: nameField.optional(),
  }),
}).returns<{ seatId: number; title: string; plannedFor: Day }>();

const weekCountField = z.number().int('Enter a whole number.').min(0).max(50, 'At most 50.').nullable();

/** The hours of everybody who leads. */
export type Loads = {
  seats: {
    seatId: number;
    title: string;
    holder: { personId: number; name: string };
    reports: number;
    load: SeatLoad;
    /** What was told of it beside own tickets; null: nothing. */
    told: ToldWeek | null;
    mayTell: boolean;
    /** "No time left to listen: 9 h needed, 3 h left"; null: enough time, or not known well enough. */
    sentence: string | null;
  }[];
};

export const readLoads = operation({
  id: 'readLoads',
  method: 'GET',
  path: '/api/growth/loads',
  summary: 'The hours of a week of everybody who leads: with people, with the work, on own tickets',
  who: 'firm',
  input: nothing,
}).returns<Loads>();

/** All null: nothing is told any more, and data or the playbook speak again. */
export const tellWeek = operation({
  id: 'tellWeek',
  method: 'PUT',
  path: '/api/growth/loads/:seatId',
  summary: 'Say what data can’t tell of a lead’s week: mentees, open conflicts, hours of steering',
  who: 'firm',
  input: z.object({
    seatId: idField,
    mentees: weekCountField,
    conflicts: weekCountField,
    /** Hours a week on incidents and steering the queue. */
    steering: z.number().min(0).max(100, 'A week has at most 100 hours here.').nullable(),
  }),
}).returns<Loads>();
