import { findLeads } from '../../model/cards/leads.ts';
import { BOTH_WAYS } from '../../model/development/both-ways.ts';
import { nameOf } from '../../model/development/skill-cover.ts';
import { type Skill, skillsOf } from '../../model/development/skills.ts';
import { type Chart, readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readSkillFacts, type SkillFacts } from '../../records/skills/store.ts';
import type { SkillLevel, SkillSubject } from '../../records/skills/types.ts';
import type { BoardItem, Called } from './contract.ts';

/** Who keeps skills for everybody. */
export const keepsSkills = ({ standing }: Pick<FirmContext, 'standing'>): boolean =>
  ['operator', 'owner', 'service-manager'].includes(standing);

/** Everything that this capability's answers are made of, with who reads. */
export type Loaded = {
  situation: Situation;
  chart: Chart;
  facts: SkillFacts;
  skills: Skill[];
  /** What a subject is called. */
  names: ReadonlyMap<SkillSubject, string>;
  you: PersonId | null;
  keeps: boolean;
  /** Whose direct lead the reader is. */
  led: ReadonlySet<PersonId>;
  /** Whose tickets the reader may see. */
  visible: ReadonlySet<number>;
};

/** Reads it in a fixed number of queries. */
export async function loadSkills(ctx: FirmContext): Promise<Loaded> {
  const situation = await situationOf(ctx);
  const { structure, playbook } = situation;
  const facts = await ctx.asEngine((db) => readSkillFacts(db, playbook['help.months']));
  const chart = readChart(structure);
  const skills = skillsOf(chart, facts, playbook);
  const you = ctx.personId as PersonId | null;
  const leads = ['owner', 'service-manager', 'team-lead'].includes(ctx.standing);
  const led = leads ? (findLeads(chart).find(({ leadId }) => leadId === you)?.reports ?? []) : [];
  return {
    ...{ situation, chart, facts, skills, you },
    names: namesOf(facts),
    keeps: keepsSkills(ctx),
    led: new Set(led),
    visible: await readVisible(ctx.db),
  };
}

function namesOf({ areaNames, clientNames, own }: SkillFacts): Map<SkillSubject, string> {
  return new Map([
    ...[...areaNames].map(([id, name]): [string, string] => [`area/${id}`, name]),
    ...[...clientNames].map(([id, name]): [string, string] => [`client/${id}`, name]),
    ...own.map(({ skillId, name }): [string, string] => [`own/${skillId}`, name]),
    ...BOTH_WAYS.map(({ areaId, name }): [string, string] => [areaId, name]),
  ]);
}

export const calledIn =
  ({ chart }: Pick<Loaded, 'chart'>) =>
  (personId: PersonId): Called => ({ personId, name: chart.person.get(personId)?.name ?? 'somebody who left' });

/** May the reader sign off somebody's skill: whoever keeps skills, their direct lead, or who shows it and can do it. */
export function maySign(
  loaded: Loaded,
  { personId, subject, teacherId }: Pick<SkillLevel, 'personId' | 'subject' | 'teacherId'>,
): boolean {
  const { keeps, led, you, facts } = loaded;
  if (personId === you) return false;
  if (keeps || led.has(personId)) return true;
  return you !== null && teacherId === you && isSignedOff(facts.levels, subject, you);
}

/** Whether somebody is signed off for something. */
export const isSignedOff = (levels: readonly SkillLevel[], subject: SkillSubject, personId: PersonId): boolean =>
  levels.some((one) => one.subject === subject && one.personId === personId && one.state === 'signed-off');

/** A level as the reader sees it on the board. */
export function boardItemOf(level: SkillLevel, loaded: Loaded): BoardItem | null {
  const called = calledIn(loaded);
  const name = loaded.names.get(level.subject);
  if (name === undefined || !loaded.chart.person.has(level.personId)) return null;
  const mine = level.personId === loaded.you && level.state !== 'signed-off';
  return {
    subject: level.subject,
    name,
    person: called(level.personId),
    state: level.state,
    teacher: level.teacherId === null ? null : called(level.teacherId),
    since: level.since,
    signer: level.signerId === null ? null : called(level.signerId),
    mayMove: loaded.keeps || loaded.led.has(level.personId) || mine,
    maySignOff: maySign(loaded, level),
  };
}

/** Names of areas of a plan: a skill with its team, or what leads learn from each other. */
export const areaNamesOf = ({ skills }: Loaded): Map<string, { subject: string; name: string }> =>
  new Map([
    ...skills.map((one): [string, { subject: string; name: string }] => [
      one.areaId,
      { subject: one.subject, name: nameOf(one) },
    ]),
    ...BOTH_WAYS.map(({ areaId, name }): [string, { subject: string; name: string }] => [
      areaId,
      { subject: areaId, name },
    ]),
  ]);
