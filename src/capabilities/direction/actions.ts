import { addMonths } from '../../base/time.ts';
import { directionsOf, quarterOf } from '../../model/direction/team-direction.ts';
import type { TeamDirection } from '../../model/direction/types.ts';
import { sayMoved, sayStands } from '../../model/direction/words.ts';
import { teamsUnder } from '../../model/sight-cover.ts';
import { type Chart, readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId, TeamId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { readPlaybook } from '../../records/playbook/store.ts';
import { readDirectionFacts } from '../../records/teams/direction.store.ts';
import { readLeads } from '../../records/teams/store.ts';
import type { DirectionFacts, TeamAim } from '../../records/teams/types.ts';
import type { Directions, Named, ShownAim, ShownDirection, ShownTarget } from './contract.ts';

/** Everything that the page and every change start from. */
export type Loaded = {
  chart: Chart;
  playbook: Playbook;
  facts: DirectionFacts;
  /** Teams whose targets the actor may change; null: all. */
  own: ReadonlySet<TeamId> | null;
};

/** Sums over teams, so they are read in the program's standing and cut by team. */
export async function loadDirections(ctx: FirmContext): Promise<Loaded> {
  const { standing } = ctx;
  const own = standing === 'team-lead' || standing === 'technician' ? new Set(await readLeads(ctx.db)) : null;
  return ctx.asEngine(async (db) => {
    const structure = await readStructure(db, await firmDay(db, ctx.now()));
    const playbook = await readPlaybook(db);
    const facts = await readDirectionFacts(db, { structure, playbook, now: ctx.now() });
    return { chart: readChart(structure), playbook, facts, own };
  });
}

/** Where each team is going, and how it stands: a lead reads the teams below and their own, a technician their own. */
export async function findDirections(ctx: FirmContext): Promise<Directions> {
  const loaded = await loadDirections(ctx);
  const { chart, playbook, facts, own } = loaded;
  const reads = teamsOf(ctx, chart);
  const quarter = quarterOf(facts.day);
  const teams = directionsOf(chart, facts, playbook)
    .filter(({ teamId }) => reads === null || reads.has(teamId))
    .map((team) => show(team, loaded));
  const people = chart.structure.people.filter(({ work }) => work !== 'service-account');
  return {
    day: facts.day,
    quarter,
    nextQuarter: addMonths(quarter, 3),
    teams,
    teamFrom: Math.round(playbook['direction.team-from']),
    people: own?.size === 0 ? [] : people.map(({ personId, name }) => ({ personId, name })),
  };
}

/** Null: all of them. */
export function teamsOf({ standing, personId }: FirmContext, chart: Chart): ReadonlySet<TeamId> | null {
  if (standing !== 'team-lead' && standing !== 'technician') return null;
  const teams = standing === 'team-lead' ? teamsUnder(chart, personId as PersonId | null) : new Set<TeamId>();
  for (const one of chart.structure.memberships) if (one.personId === personId) teams.add(one.teamId);
  return teams;
}

function show(team: TeamDirection, { chart, facts, own }: Loaded): ShownDirection {
  const { teamId, name, people, isSmall, aim, movers, track } = team;
  const aims = facts.aims.filter((one) => one.teamId === teamId);
  const quarter = quarterOf(facts.day);
  const next = aims.find((one) => one.quarter > quarter);
  return {
    ...{ teamId, name, people, isSmall, track },
    aim: aim && showAim(aim, chart),
    nextAim: next ? showAim(next, chart) : null,
    aimsBefore: aims.filter((one) => one.quarter < quarter).map((one) => showAim(one, chart)),
    targets: team.targets.map((one) => showTarget(one, facts)),
    targetsBefore: facts.targets.flatMap(({ endedOn, measure, value, withinHours, fromDay, ...one }) =>
      one.teamId === teamId && endedOn !== null ? [{ measure, value, withinHours, fromDay, endedOn }] : [],
    ),
    typed: facts.typed.flatMap(({ measure, month, value, of, ...one }) =>
      one.teamId === teamId ? [{ measure, month, value, of }] : [],
    ),
    lead: nameIn(chart, movers.leadId),
    seatId: movers.seatId,
    isVacant: movers.isVacant,
    mayChange: own === null || own.has(teamId),
  };
}

const showAim = ({ quarter, text, ownerId, cameOf }: TeamAim, chart: Chart): ShownAim => ({
  ...{ quarter, text, cameOf },
  owner: nameIn(chart, ownerId),
});

function nameIn(chart: Chart, personId: PersonId | null): Named | null {
  const person = personId === null ? undefined : chart.person.get(personId);
  return person ? { personId: person.personId, name: person.name } : null;
}

function showTarget({ target, stands }: TeamDirection['targets'][number], { areas }: DirectionFacts): ShownTarget {
  const { measure, value, withinHours, words, fromDay } = target;
  const found = stands.status === 'known' ? { track: stands.track, value: stands.value, range: stands.range } : null;
  return {
    ...{ measure, value, withinHours, words, fromDay, found },
    says: sayStands(target, stands),
    moved: sayMoved(target, stands, areas),
  };
}
