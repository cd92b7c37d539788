import { z } from 'zod';
import type { Month } from '../../base/month.ts';
import type { Look } from '../../model/growth/look.ts';
import type { Outcome } from '../../model/growth/outcome.ts';
import type { MarkerKind } from '../../model/growth/runs.ts';
import { idField, nameField, operation } from '../../platform/contract.ts';
import { restsOnFields, rowsField } from '../../records/growth/fields.ts';

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
    ...restsOnFields,
  }),
}).returns<{ scenarioId: number }>();

export const changeScenario = operation({
  id: 'changeScenario',
  method: 'PATCH',
  path: '/api/growth/scenarios/:scenarioId',
  summary: 'Rename a scenario, change its months or what it rests on, or make it the main one',
  who: 'firm',
  input: z.object({
    scenarioId: idField,
    name: nameField.max(80, 'At most 80 characters.').optional(),
    /** In the place of the months that it had; all of them or none. */
    plan: rowsField.optional(),
    ...restsOnFields,
    isMain: z.literal(true).optional(),
  }),
}).returns<{ scenarioId: number }>();

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
