import { weekdayOf } from '../../base/calendar.ts';
import { Refusal } from '../../base/errors.ts';
import type { Day } from '../../base/time.ts';
import { comingMonday, coverTeams, type TeamCover } from '../../model/cover-teams.ts';
import { type Sights, sightOf } from '../../model/sight.ts';
import { areasNamed, showCover, teamsUnder } from '../../model/sight-cover.ts';
import { type Chart, readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { readLevelNames } from '../../records/evidence/panel.store.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { PersonId, Structure } from '../../records/people/types.ts';
import { readCoverFacts } from '../../records/shifts/areas.store.ts';
import type { CoverWeeks } from './contract.ts';

/** Who keeps everybody's hours. */
const keepsHours = ({ standing }: FirmContext) => ['operator', 'owner', 'service-manager'].includes(standing);

/** The hours of a week in which each team has nobody able to jump in; a lead reads those of the teams below them. */
export async function findCover(ctx: FirmContext, input: { monday?: string | undefined }): Promise<CoverWeeks> {
  const situation = await situationOf(ctx);
  const { structure, playbook } = situation;
  const coming = comingMonday(structure.day);
  const monday = (input.monday ?? coming) as Day;
  if (weekdayOf(monday) !== 1)
    throw new Refusal('bad-input', `${monday} is no Monday: a week begins on one.`, { field: 'monday' });
  const facts = await ctx.asEngine((db) => readCoverFacts(db, monday, playbook['help.months']));
  const covers = coverTeams(situation, facts, monday).filter(reachOf(ctx, readChart(structure)));
  const sights = await readSights(ctx, structure);
  const areaNames = await readAreaNames(ctx, areasNamed(covers, playbook));
  const teams = covers.map((cover) => showCover(cover, sights, { structure, areaNames, playbook }));
  noteShown(ctx, sights, covers);
  return { monday, coming, teams, hasHours: facts.shifts.length > 0, mayChange: keepsHours(ctx) };
}

/** A lead reads the teams that they lead, and those below. */
function reachOf({ standing, personId }: FirmContext, chart: Chart): (cover: TeamCover) => boolean {
  if (standing !== 'team-lead') return () => true;
  const teams = teamsUnder(chart, personId as PersonId | null);
  return ({ teamId }) => teams.has(teamId);
}

async function readSights(ctx: FirmContext, structure: Structure): Promise<Sights> {
  const personId = ctx.personId as PersonId | null;
  return sightOf({ standing: ctx.standing, personId, visible: await readVisible(ctx.db), structure });
}

async function readAreaNames(ctx: FirmContext, ids: readonly number[]): Promise<Map<number, string>> {
  const levels = ids.map((level) => ({ factor: 'category', level }));
  const names = await ctx.asEngine((db) => readLevelNames(db, levels));
  return new Map(ids.flatMap((id) => (names.has(`category/${id}`) ? [[id, names.get(`category/${id}`)!]] : [])));
}

/** Tells the audit log of whom the answer says by name whether they can jump in. */
function noteShown(ctx: FirmContext, sights: Sights, covers: readonly TeamCover[]): void {
  for (const { able, peopleLeader } of covers) {
    for (const id of able) if (sights.of(id) === 'open' && id !== sights.self) ctx.concerns.people.add(id);
    if (peopleLeader !== null && peopleLeader !== sights.self && sights.of(peopleLeader) !== 'hidden')
      ctx.concerns.people.add(peopleLeader);
  }
}
