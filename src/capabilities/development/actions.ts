import { isFilled, placeName, reportsOf } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { countPlanSteps, readPlanHeads } from '../../records/development/plan.store.ts';
import type { PlanHead } from '../../records/development/types.ts';
import type { Person, PersonId } from '../../records/people/types.ts';
import type { PlanReason, PlanRow, Plans } from './contract.ts';
import { currentOf, type Loaded, load } from './loading.actions.ts';
import { nameAim } from './show.actions.ts';

/**
 * Plans of leads, candidates and whoever else has one. Owner and service manager see of every lead whether there is a plan; what
 * is in it only those see who lead its person or decide about them.
 */
export async function findPlans(ctx: FirmContext): Promise<Plans> {
  const loaded = await load(ctx, false);
  const { structure } = loaded.situation;
  const visible = await readVisible(ctx.db);
  const heads = Map.groupBy(await ctx.asEngine((db) => readPlanHeads(db)), ({ personId }) => personId);
  const counts = new Map((await countPlanSteps(ctx.db)).map((one) => [one.planId, one]));
  const balances = ['owner', 'service-manager'].includes(ctx.standing);
  const people = structure.people.filter(({ work }) => work !== 'service-account');
  const rows = people.flatMap((person): PlanRow[] => {
    const { personId, name } = person;
    const isSeen = visible.has(personId);
    const head = currentOf(heads.get(personId) ?? []);
    const reason = reasonOf(person, head, loaded);
    // Who only balances the firm is told that a lead has a plan, and nothing of it; of others not even that.
    if (reason === null || !(isSeen || (balances && reason === 'leads'))) return [];
    const count = head && isSeen ? counts.get(head.planId) : undefined;
    return [
      {
        ...{ personId, name, reason, seen: isSeen },
        aim: aimOf(personId, isSeen ? head : null, loaded),
        state: head === null ? 'none' : isSeen || head.state === 'agreed' ? head.state : 'none',
        waitsFor: isSeen && head?.state === 'proposed' ? (head.personAgreedOn === null ? 'person' : 'lead') : null,
        count: count ? { open: count.open, done: count.done, next: count.next } : null,
      },
    ];
  });
  for (const { personId } of rows)
    if (visible.has(personId) && personId !== ctx.personId) ctx.concerns.people.add(personId);
  const listed = new Set(rows.map(({ personId }) => personId));
  const others = people.filter(({ personId }) => visible.has(personId) && !listed.has(personId));
  return {
    today: structure.day,
    you: ctx.personId as PersonId | null,
    rows: rows.sort((one, other) => ORDER.indexOf(one.reason) - ORDER.indexOf(other.reason)),
    others: others.map(({ personId, name }) => ({ personId, name })),
  };
}

const ORDER: readonly PlanReason[] = ['leads', 'candidate', 'wants-to-lead', 'technical-path', 'has-plan'];

function reasonOf(person: Person, head: PlanHead | null, { chart, candidateFor }: Loaded): PlanReason | null {
  const { personId, aspiration } = person;
  if (leadsOf(personId, chart).length > 0) return 'leads';
  if (candidateFor.has(personId)) return 'candidate';
  if (aspiration === 'wants-to-lead') return 'wants-to-lead';
  if (aspiration === 'technical-path') return 'technical-path';
  return head === null ? null : 'has-plan';
}

const leadsOf = (personId: PersonId, chart: Loaded['chart']) =>
  (chart.seatsOf.get(personId) ?? []).filter((seat) => isFilled(seat) && reportsOf(chart, seat).length > 0);

function aimOf(personId: PersonId, head: PlanHead | null, loaded: Loaded): string | null {
  if (head !== null && head.state !== 'declined') return nameAim(head, loaded);
  const [seat] = leadsOf(personId, loaded.chart);
  return seat ? placeName(loaded.chart, seat) : null;
}
