import { directionsOf } from '../../model/direction/team-direction.ts';
import type { TeamDirection } from '../../model/direction/types.ts';
import { teamsUnder } from '../../model/sight-cover.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readDirectionFacts } from '../../records/teams/direction.store.ts';
import type { Balance } from './contract.ts';

/** Where the teams are going that agreed on something, and who moves it; a lead reads those below. By name, never by how they do. */
export async function findGoing(ctx: FirmContext, { structure, playbook }: Situation): Promise<Balance['going']> {
  const chart = readChart(structure);
  const facts = await ctx.asEngine((db) => readDirectionFacts(db, { structure, playbook, now: ctx.now() }));
  const under = ctx.standing === 'team-lead' ? teamsUnder(chart, ctx.personId as PersonId | null) : null;
  const nameOf = (id: PersonId | null) => (id === null ? null : (chart.person.get(id)?.name ?? null));
  return directionsOf(chart, facts, playbook)
    .filter(({ teamId, aim, targets }) => (under === null || under.has(teamId)) && (aim !== null || targets.length > 0))
    .map(({ teamId, name, aim, targets, track, movers }: TeamDirection) => ({
      ...{ teamId, name, track },
      aim: aim?.text ?? null,
      owner: nameOf(movers.ownerId),
      lead: nameOf(movers.leadId),
      isVacant: movers.isVacant,
      targets: targets.length,
    }));
}
