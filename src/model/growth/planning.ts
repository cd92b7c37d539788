import { Refusal } from '../../base/errors.ts';
import type { Standing } from '../../base/roles.ts';
import type { KeptScenario, PhoneQueue, PlanningFacts, PlanRow, Policy } from '../../records/growth/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { strengthsOf } from '../profile.ts';
import { type Sights, sightOf } from '../sight.ts';
import { type Chart, readChart } from '../structure.ts';
import type { Ahead } from './ahead.ts';
import { checkAssumptions, playbookOf } from './assumptions.ts';
import type { ForecastInput } from './forecast.ts';
import { type Counted, gatherFirm } from './gather.ts';
import { readPlan } from './plan.ts';
import type { Beside } from './show-look.ts';
import { planAhead } from './usual-plan.ts';

/** Luck is the same for every firm, scenario and policy: what differs between two looks is never luck. */
export const SEED = 20_260_411;

/** Who reads: their standing, which person they are, and where it is noted whom an answer names. */
export type PlanReader = { standing: Standing; personId: number | null; concerns: { people: Set<number> } };

/** What was read of a firm, ready for looking ahead. */
export type Planning = PlanningFacts & {
  reader: PlanReader;
  chart: Chart;
  sights: Sights;
  firm: ReturnType<typeof gatherFirm>['firm'];
  counted: Counted;
};

/** Joins what was read of a firm to what its reader may see. */
export function planningOf(read: PlanningFacts, reader: PlanReader): Planning {
  const { situation, facts, kept, visible } = read;
  const { structure, ticketsClosed } = situation;
  const personId = reader.personId as PersonId | null;
  return {
    ...read,
    reader,
    chart: readChart(structure),
    sights: sightOf({ standing: reader.standing, personId, visible, structure }),
    ...gatherFirm({ structure, strengths: strengthsOf(situation), ticketsClosed, facts, kept }),
  };
}

/** A scenario of this firm; absent: the main one. */
export function scenarioOf(
  { scenarios }: Planning,
  scenarioId: number | undefined,
  field = 'scenarioId',
): KeptScenario {
  const found = scenarios.find((one) => (scenarioId === undefined ? one.isMain : one.scenarioId === scenarioId));
  if (found) return found;
  throw new Refusal('not-found', 'There is no such scenario in this firm: it may have been deleted.', { field });
}

/** What may be put in the place of what a scenario keeps. */
export type Changes = {
  plan?: PlanRow[] | undefined;
  assumptions?: Record<string, number> | undefined;
  phone?: PhoneQueue | null | undefined;
  policy?: Policy | undefined;
};

/** What is looked ahead from. `isMain`: the main scenario as it is kept. */
export type Wanted = { input: ForecastInput; policy: Policy; isMain: boolean };

/** Looks ahead in so many futures, now and whole, for what is set side by side. */
export type CountAhead = (wanted: Wanted, runs: number) => Promise<Ahead>;

/** A scenario with everything that a look ahead takes of it. */
export type Asked = Wanted & {
  scenario: KeptScenario;
  rows: readonly PlanRow[];
  assumptions: Record<string, number>;
  /** What is unusual in its plan, or was put in the place of months that are over. */
  notes: string[];
};

/**
 * What a look ahead at a scenario rests on, with changes that aren't kept. `rows`: the months that it keeps, unless others are
 * among the changes; `lines`: where these stand in a file. Refuses what can't be planned with.
 */
export function askFor(
  { firm, situation }: Planning,
  scenario: KeptScenario,
  kept: readonly PlanRow[],
  changes: Changes = {},
  lines?: readonly number[],
): Asked {
  const assumptions = changes.assumptions ?? scenario.assumptions;
  if (changes.assumptions) checkAssumptions(changes.assumptions);
  const rows = changes.plan ?? kept;
  const playbook = playbookOf(situation.playbook, assumptions);
  const { plan, notes } = planAhead({ rows, lines }, firm, playbook, situation.playbook);
  const phone = changes.phone === undefined ? scenario.phone : changes.phone;
  const input: ForecastInput = { firm, plan, playbook, phone, seed: SEED };
  const isMain = scenario.isMain && Object.values(changes).every((one) => one === undefined);
  return { input, policy: changes.policy ?? scenario.policy, isMain, scenario, rows, assumptions, notes };
}

/** Refuses months that can't be planned with, or are all over; none at all is fine: then the work grows as the playbook says. */
export function checkPlan({ firm, situation }: Planning, plan: readonly PlanRow[], lines?: readonly number[]): void {
  if (plan.length > 0) readPlan(plan, firm.firstMonth, firm.now, situation.playbook, lines);
}

/** Who keeps the plans. */
export const keepsPlans = (standing: Standing) => ['operator', 'owner', 'service-manager'].includes(standing);

/** What a look is shown beside, for its reader; whom it names is noted. */
export function besideFor(
  { chart, sights, seats, reader }: Pick<Planning, 'chart' | 'sights' | 'seats' | 'reader'>,
  { maySeat, ofRuns }: Pick<Beside, 'maySeat' | 'ofRuns'>,
): Beside {
  const nameOf = (id: PersonId) => {
    // How soon somebody is ready rests on their numbers: whoever may not see these isn't told who it is.
    if (sights.of(id) !== 'open') return null;
    if (id !== sights.self) reader.concerns.people.add(id);
    return chart.called.get(id) ?? null;
  };
  return { chart, seats, nameOf, maySeat: maySeat && keepsPlans(reader.standing), ofRuns };
}
