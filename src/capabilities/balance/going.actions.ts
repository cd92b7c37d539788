import { directionsOf } from '../../model/direction/team-direction.ts';
import type { TeamDirection } from '../../model/direction/types.ts';
import { teamsUnder } from '../../model/sight-cover.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { readDirectionFacts } from '../../records/teams/direction.store.ts';
import type { GoingTeam } from './contract.ts';

/** Where the teams are going that agreed on something, and who moves it; a lead reads those below. By name, never by how they do. */
export async function findGoing(ctx: FirmContext): Promise<{ going: GoingTeam[] }> {
  const { structure, playbook, facts } = await ctx.asEngine(async (db) => {
    const view = { structure: await readStructure(db, await firmDay(db, ctx.now())), playbook: await readPlaybook(db) };
    return { ...view, facts: await readDirectionFacts(db, { ...view, now: ctx.now() }) };
  });
  const chart = readChart(structure);
  const under = ctx.standing === 'team-lead' ? teamsUnder(chart, ctx.personId as PersonId | null) : null;
  const nameOf = (id: PersonId | null) => (id === null ? null : (chart.person.get(id)?.name ?? null));
  const going = directionsOf(chart, facts, playbook)
    .filter(({ teamId, aim, targets }) => (under === null || under.has(teamId)) && (aim !== null || targets.length > 0))
    .map(({ teamId, name, aim, targets, track, movers }: TeamDirection) => ({
      ...{ teamId, name, track },
      aim: aim?.text ?? null,
      owner: nameOf(movers.ownerId),
      lead: nameOf(movers.leadId),
      isVacant: movers.isVacant,
      targets: targets.length,
    }));
  return { going };
}
