import { Refusal } from '../../base/errors.ts';
import { directLeads, findLeads } from '../../model/cards/leads.ts';
import { type Aim, findAims } from '../../model/development/plan-aims.ts';
import { type Strengths, strengthsOf } from '../../model/profile.ts';
import { type Chart, readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { readCandidacies } from '../../records/decisions/candidacy.store.ts';
import { readPlanHeads, readPlan as readWholePlan } from '../../records/development/plan.store.ts';
import type { Plan, PlanHead } from '../../records/development/types.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId, SeatId } from '../../records/people/types.ts';

/** Everything that plans are proposed from and shown with. */
export type Loaded = {
  situation: Situation;
  chart: Chart;
  strengths: Strengths;
  /** Who leads somebody directly; null: nobody. */
  leadOf(personId: PersonId): PersonId | null;
  /** Seats that somebody was told they are considered for. */
  candidateFor: ReadonlyMap<PersonId, SeatId[]>;
};

/** Reads the firm once, in a fixed number of queries. `own`: somebody looks at themselves. */
export async function load(ctx: FirmContext, own: boolean): Promise<Loaded> {
  const situation = await situationOf(ctx, { own });
  const chart = readChart(situation.structure);
  const leads = directLeads(findLeads(chart));
  // Cut to whom the reader sees before anything goes out.
  const told = (await ctx.asEngine((db) => readCandidacies(db))).filter(({ toldAt }) => toldAt !== null);
  const candidateFor = new Map(
    [...Map.groupBy(told, ({ personId }) => personId)].map(([id, rows]) => [id, rows.map(({ seatId }) => seatId)]),
  );
  return {
    situation,
    chart,
    strengths: strengthsOf(situation),
    leadOf: (personId) => leads.get(personId)?.leadId ?? null,
    candidateFor,
  };
}

/** What somebody could grow for. */
export function aimsOf(personId: PersonId, loaded: Loaded): Aim[] {
  const { chart, strengths, situation, candidateFor } = loaded;
  const person = chart.person.get(personId);
  const known = strengths.people.get(personId);
  if (!person || !known) return [];
  const { playbook } = situation;
  return findAims(person, { chart, playbook, sides: known.sides, candidateFor: candidateFor.get(personId) ?? [] });
}

/** The person, where the reader sees them: themselves, their lead, who decides on a seat they were told of. */
export async function seenPerson(ctx: FirmContext, personId: number, { chart, strengths }: Loaded): Promise<PersonId> {
  const id = personId as PersonId;
  if (!chart.person.has(id) || !strengths.people.has(id))
    throw new Refusal('not-found', 'There is no such person in this firm.', { field: 'personId' });
  if (!(await readVisible(ctx.db)).has(id))
    throw new Refusal('not-allowed', 'A plan is for its person, for who leads them, and for who decides about them.', {
      field: 'personId',
    });
  if (id !== ctx.personId) ctx.concerns.people.add(id);
  return id;
}

/** Somebody's plans, the newest first. */
export const headsOf = (ctx: FirmContext, personId: PersonId): Promise<PlanHead[]> =>
  readPlanHeads(ctx.db, { personId });

/** The plan that is open now, else one that was declined; null: none. */
export const currentOf = (heads: readonly PlanHead[]): PlanHead | null =>
  heads.find(({ state }) => state === 'proposed' || state === 'agreed') ??
  (heads[0]?.state === 'declined' ? heads[0] : null);

/** The open plan of somebody, whole; refuses where there is none. */
export async function openPlan(ctx: FirmContext, personId: PersonId): Promise<Plan> {
  const head = currentOf(await headsOf(ctx, personId));
  if (head === null || head.state === 'declined')
    throw new Refusal('not-found', 'There is no plan to change: propose one first.', { field: 'personId' });
  return readWholePlan(ctx.db, head);
}
