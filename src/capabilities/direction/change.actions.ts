import { Refusal } from '../../base/errors.ts';
import { addMonths, type Day } from '../../base/time.ts';
import { peopleIn, quarterOf } from '../../model/direction/team-direction.ts';
import { MEASURE_WORDS } from '../../model/direction/words.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { PersonId, TeamId } from '../../records/people/types.ts';
import {
  endTarget,
  lockTargets,
  readTargets,
  saveAim,
  saveCameOf,
  saveTarget,
  saveTyped,
} from '../../records/teams/store.ts';
import type { CameOf, Measure } from '../../records/teams/types.ts';
import { findDirections, type Loaded, loadDirections, teamsOf } from './actions.ts';
import type { Directions } from './contract.ts';

/** Refuses a team that the actor doesn't see or may not change. */
async function openTeam(ctx: FirmContext, teamId: number): Promise<Loaded & { teamId: TeamId; name: string }> {
  const loaded = await loadDirections(ctx);
  const team = loaded.chart.team.get(teamId as TeamId);
  const reads = teamsOf(ctx, loaded.chart);
  if (team === undefined || (reads !== null && !reads.has(team.teamId)))
    throw new Refusal('not-found', 'There is no such team in this firm.', { field: 'teamId' });
  if (loaded.own !== null && !loaded.own.has(team.teamId))
    throw new Refusal('not-allowed', `Where ${team.name} is going is said by whoever leads it, or above.`, {
      field: 'teamId',
    });
  ctx.concerns.details.teamId = team.teamId;
  return { ...loaded, teamId: team.teamId, name: team.name };
}

type AimInput = { teamId: number; quarter: string; text: string; ownerId?: number | null | undefined };

/** Keeps what a team aims at; with somebody who sees to it, who is one of the people here. */
export async function keepAim(ctx: FirmContext, input: AimInput): Promise<Directions> {
  const { teamId, chart, facts } = await openTeam(ctx, input.teamId);
  const quarter = input.quarter as Day;
  const now = quarterOf(facts.day);
  if (quarter !== now && quarter !== addMonths(now, 3))
    throw new Refusal('bad-input', `An aim is set for this quarter, from ${now}, or the next: ${quarter} is neither.`, {
      field: 'quarter',
    });
  const ownerId = (input.ownerId ?? null) as PersonId | null;
  if (ownerId !== null && !chart.person.has(ownerId))
    throw new Refusal('not-found', 'Whoever sees to it is not among the people here: choose somebody from the list.', {
      field: 'ownerId',
    });
  if (ownerId !== null) ctx.concerns.people.add(ownerId);
  await saveAim(ctx.db, { teamId, quarter, text: input.text, ownerId });
  return findDirections(ctx);
}

/** Keeps what came of an aim that was set. */
export async function keepCameOf(
  ctx: FirmContext,
  input: { teamId: number; quarter: string; cameOf: CameOf },
): Promise<Directions> {
  const { teamId, name } = await openTeam(ctx, input.teamId);
  if (!(await saveCameOf(ctx.db, teamId, input.quarter as Day, input.cameOf)))
    throw new Refusal('not-found', `${name} had no aim in the quarter from ${input.quarter}: reload the page.`, {
      field: 'quarter',
    });
  return findDirections(ctx);
}

type TargetInput = {
  teamId: number;
  measure: Measure;
  value: number;
  withinHours?: number | null | undefined;
  words?: string | null | undefined;
};

/** Sets a target in the place of one about the same, or in a free place; a third is refused. */
export async function keepTarget(ctx: FirmContext, input: TargetInput): Promise<Directions> {
  const { teamId, name, chart, playbook, facts } = await openTeam(ctx, input.teamId);
  const people = peopleIn(chart, teamId);
  const need = Math.round(playbook['direction.team-from']);
  if (people < need) {
    const message = `${name} has ${people === 1 ? 'one person' : `${people} people`}, so a target would be about a person: teams have targets from ${need} people on.`;
    throw new Refusal('bad-input', message, { field: 'teamId' });
  }
  await lockTargets(ctx.db, teamId);
  const now = (await readTargets(ctx.db)).filter((one) => one.teamId === teamId && one.endedOn === null);
  const same = now.find(({ measure }) => measure === input.measure);
  const place = same?.place ?? ([1, 2] as const).find((one) => !now.some((other) => other.place === one));
  if (place === undefined) {
    const both = now.map(({ measure }) => `“${MEASURE_WORDS[measure]}”`).join(' and ');
    throw new Refusal('bad-input', `${name} has two targets, ${both}: end one before you set another.`, {
      field: 'measure',
    });
  }
  await saveTarget(ctx.db, {
    ...{ teamId, place, measure: input.measure, value: input.value },
    withinHours: input.withinHours ?? null,
    words: input.words || null,
    fromDay: facts.day,
  });
  return findDirections(ctx);
}

/** Ends a target; how the team did stays. */
export async function dropTarget(ctx: FirmContext, input: { teamId: number; measure: Measure }): Promise<Directions> {
  const { teamId, name, facts } = await openTeam(ctx, input.teamId);
  if (!(await endTarget(ctx.db, teamId, input.measure, facts.day)))
    throw new Refusal('not-found', `${name} has no target “${MEASURE_WORDS[input.measure]}”: reload the page.`, {
      field: 'measure',
    });
  return findDirections(ctx);
}

type TypedInput = { teamId: number; measure: Measure; month: string; value: number; of?: number | null | undefined };

/** Keeps how a team stood in a month that has begun. */
export async function keepTyped(ctx: FirmContext, input: TypedInput): Promise<Directions> {
  const { teamId, facts } = await openTeam(ctx, input.teamId);
  const month = input.month as Day;
  if (!month.endsWith('-01') || month > facts.day || month < addMonths(facts.day, -24))
    throw new Refusal(
      'bad-input',
      `${month} is no first day of a month of the last two years: choose one from the list.`,
      {
        field: 'month',
      },
    );
  const { measure, value, of = null } = input;
  await saveTyped(ctx.db, { teamId, measure, month, value, of });
  return findDirections(ctx);
}
