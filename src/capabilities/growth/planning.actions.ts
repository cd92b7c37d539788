import { Refusal } from '../../base/errors.ts';
import type { ForecastInput } from '../../model/growth/forecast.ts';
import { type Counted, gatherFirm } from '../../model/growth/gather.ts';
import { planAhead } from '../../model/growth/usual-plan.ts';
import { strengthsOf } from '../../model/profile.ts';
import { type Sights, sightOf } from '../../model/sight.ts';
import { type Chart, readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import {
  addMainScenario,
  readGrowthFacts,
  readGrowthSeats,
  readLeavers,
  readPlanRows,
  readScenarios,
} from '../../records/growth/store.ts';
import type {
  GrowthFacts,
  KeptScenario,
  PhoneQueue,
  PlanRow,
  Policy,
  SeatOfGrowth,
} from '../../records/growth/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readOwnValues } from '../../records/playbook/store.ts';
import { checkAssumptions, playbookOf } from './assumptions.ts';
import type { Wanted } from './runs.actions.ts';
import type { Beside } from './show-look.ts';

/** Luck is the same for every firm, scenario and policy: what differs between two looks is never luck. */
export const SEED = 20_260_411;

/** Everything that looking ahead reads of a firm, in a fixed number of queries. */
export type Planning = {
  situation: Situation;
  chart: Chart;
  sights: Sights;
  facts: GrowthFacts;
  firm: ReturnType<typeof gatherFirm>['firm'];
  counted: Counted;
  scenarios: KeptScenario[];
  seats: SeatOfGrowth[];
  /** Keys that the firm has set in its playbook. */
  firmOwn: Set<string>;
};

const MAIN_NAME = 'Our plan';

/** Reads the firm as it is now, and its scenarios; the main one is made with the first look. */
export async function readPlanning(ctx: FirmContext): Promise<Planning> {
  const situation = await situationOf(ctx);
  const { structure, ticketsClosed } = situation;
  const facts = await readGrowthFacts(ctx.db);
  const kept = await ctx.asEngine((db) => readLeavers(db, structure.day));
  await ctx.asEngine((db) => addMainScenario(db, MAIN_NAME));
  const strengths = strengthsOf(situation);
  const personId = ctx.personId as PersonId | null;
  const visible = await readVisible(ctx.db);
  return {
    situation,
    chart: readChart(structure),
    sights: sightOf({ standing: ctx.standing, personId, visible, structure }),
    facts,
    ...gatherFirm({ structure, strengths, ticketsClosed, facts, kept }),
    scenarios: await readScenarios(ctx.db),
    seats: await readGrowthSeats(ctx.db, structure.day),
    firmOwn: new Set((await readOwnValues(ctx.db)).map(({ key }) => key)),
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

/** A scenario with everything that a look ahead takes of it. */
export type Asked = Wanted & {
  scenario: KeptScenario;
  rows: PlanRow[];
  assumptions: Record<string, number>;
  note: string | null;
};

/** What a look ahead at a scenario rests on, with changes that aren't kept. Refuses what can't be planned with. */
export async function askFor(
  ctx: FirmContext,
  planning: Planning,
  scenario: KeptScenario,
  changes: Changes = {},
): Promise<Asked> {
  const { firm, situation } = planning;
  const assumptions = changes.assumptions ?? scenario.assumptions;
  if (changes.assumptions) checkAssumptions(changes.assumptions);
  const rows = changes.plan ?? (await readPlanRows(ctx.db, scenario.scenarioId));
  const playbook = playbookOf(situation.playbook, assumptions);
  const { plan, note } = planAhead(rows, firm, playbook, situation.playbook);
  const phone = changes.phone === undefined ? scenario.phone : changes.phone;
  const input: ForecastInput = { firm, plan, playbook, phone, seed: SEED };
  const isMain = scenario.isMain && Object.values(changes).every((one) => one === undefined);
  return { input, policy: changes.policy ?? scenario.policy, isMain, scenario, rows, assumptions, note };
}

/** Who keeps the plans. */
export const keepsPlans = ({ standing }: FirmContext) => ['operator', 'owner', 'service-manager'].includes(standing);

/** What a look is shown beside, for this reader; whom it names is told to the audit log. */
export function besideFor(
  ctx: FirmContext,
  { chart, sights, seats }: Pick<Planning, 'chart' | 'sights' | 'seats'>,
  { maySeat, ofRuns }: Pick<Beside, 'maySeat' | 'ofRuns'>,
): Beside {
  const nameOf = (id: PersonId) => {
    // How soon somebody is ready rests on their numbers: whoever may not see these isn't told who it is.
    if (sights.of(id) !== 'open') return null;
    if (id !== sights.self) ctx.concerns.people.add(id);
    return chart.called.get(id) ?? null;
  };
  return { chart, seats, nameOf, maySeat: maySeat && keepsPlans(ctx), ofRuns };
}
