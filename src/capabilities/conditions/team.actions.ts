import { CONDITION_FACTS } from '../../model/conditions.ts';
import { teamCauses } from '../../model/conditions-causes.ts';
import { longWithout } from '../../model/conditions-steps.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readOwnWords, readSteps } from '../../records/conditions/said.store.ts';
import { readRhythms } from '../../records/oneonones/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { LedPerson, TeamConditions } from './contract.ts';
import { type Loaded, loadConditions, reportsOfLead, watchedOf } from './loading.actions.ts';

/**
 * Causes by team: for whoever leads it, the owner, the service manager and whoever holds the server. Of people only for
 * their direct lead, and only what they share, said themselves, or what is the lead's own duty.
 */
export async function findTeamConditions(ctx: FirmContext): Promise<TeamConditions> {
  const loaded = await loadConditions(ctx);
  const { chart, facts, playbook } = loaded;
  const you = ctx.personId as PersonId | null;
  const seesAll = ['owner', 'service-manager', 'operator'].includes(ctx.standing);
  const own = new Set((you === null ? [] : (chart.seatsOf.get(you) ?? [])).map(({ teamId }) => teamId));
  const teams = chart.structure.teams.filter(({ teamId }) => seesAll || own.has(teamId));
  const leads = ['owner', 'service-manager', 'team-lead'].includes(ctx.standing);
  const people = you === null || !leads ? null : await findLed(ctx, you, loaded);
  return {
    today: facts.day,
    lastWeek: facts.lastWeek,
    teams: teams.map(({ teamId, name }) => ({ name, ...teamCauses(teamId, chart, facts, playbook) })),
    people: people !== null && people.length > 0 ? people : null,
  };
}

/** The reader's own people, each cut to what their lead may see. */
async function findLed(ctx: FirmContext, you: PersonId, loaded: Loaded): Promise<LedPerson[]> {
  const { chart, facts, playbook } = loaded;
  const ids = reportsOfLead(chart, you);
  const words = await readOwnWords(ctx.db, ids);
  const steps = await readSteps(ctx.db, facts.day);
  const rhythms = await readRhythms(ctx.db);
  const people = ids.map((id) => chart.person.get(id)!);
  const without = new Set(longWithout(people, facts, playbook['today.without-step']).map(({ personId }) => personId));
  const shown = CONDITION_FACTS.filter((fact) => fact !== 'switches');
  return people.map(({ personId, name }) => {
    const shares = facts.shared.has(personId);
    const said = words.filter((word) => word.personId === personId && word.withLead);
    if (shares || said.length > 0) ctx.concerns.people.add(personId);
    return {
      personId,
      name,
      facts: shares ? watchedOf(personId, loaded, shown) : null,
      words: said,
      steps: steps.filter((step) => step.personId === personId),
      longWithoutStep: without.has(personId),
      skipped: rhythms.find((one) => one.leadId === you && one.memberId === personId)?.skippedInRow ?? null,
    };
  });
}
