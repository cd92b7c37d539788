import { z } from 'zod';
import type { Day } from '../../base/time.ts';
import type { Assumption } from '../../model/growth/assumptions.ts';
import type { FirmNow } from '../../model/growth/firm-now.ts';
import type { Look } from '../../model/growth/look.ts';
import type { Scenario, ScenarioRow } from '../../model/growth/scenario.ts';
import { idField, nameField, operation } from '../../platform/contract.ts';
import { restsOnFields, rowsField } from '../../records/growth/fields.ts';

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

export type Growth = {
  firm: FirmNow;
  scenarios: ScenarioRow[];
  scenario: Scenario;
  assumptions: Assumption[];
  /** What is unusual in the plan, row by row, or was put in the place of one that is over. */
  notes: string[];
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
    ...restsOnFields,
  }),
}).returns<Looked & { assumptions: Assumption[]; notes: string[] }>();

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
