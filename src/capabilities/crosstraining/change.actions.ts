import { Refusal } from '../../base/errors.ts';
import type { Hours } from '../../base/units.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { PersonId, TeamId } from '../../records/people/types.ts';
import {
  deleteOwnSkill,
  deleteSkillLevel,
  findOrAddSkills,
  saveSkillHours,
  saveSkillLevels,
  saveSkillNeed,
} from '../../records/skills/store.ts';
import type { SkillLevel, SkillState } from '../../records/skills/types.ts';
import { isSignedOff, type Loaded, loadSkills, maySign } from './loading.actions.ts';

type Need = {
  subject: string;
  teamId: number | null;
  required: number | null;
  weight: number;
  weeks: number | null;
  hours: number | null;
};

/** Says what is needed of a skill or a client. */
export async function keepNeed(ctx: FirmContext, need: Need): Promise<{ subject: string }> {
  const { chart, names } = await loadSkills(ctx);
  if (!names.has(need.subject)) throw noSkill();
  if (need.teamId !== null && !chart.team.has(need.teamId as TeamId))
    throw new Refusal('not-found', 'There is no such team in this firm.', { field: 'teamId' });
  await saveSkillNeed(ctx.db, { ...need, teamId: need.teamId as TeamId | null, hours: need.hours as Hours | null });
  return { subject: need.subject };
}

const noSkill = () => new Refusal('not-found', 'There is no such skill or client in this firm.', { field: 'subject' });

/** Adds a skill that tickets don't tell; of the same name there is only one. */
export async function addSkill(
  ctx: FirmContext,
  { name, required }: { name: string; required: number | null },
): Promise<{ skillId: number }> {
  const { facts } = await loadSkills(ctx);
  if (facts.own.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw new Refusal('conflict', `There is a skill "${name}" already: change what it needs.`, { field: 'name' });
  const skillId = (await findOrAddSkills(ctx.db, [name])).get(name.toLowerCase())!;
  if (required !== null)
    await saveSkillNeed(ctx.db, {
      subject: `own/${skillId}`,
      teamId: null,
      required,
      weight: 1,
      weeks: null,
      hours: null,
    });
  return { skillId };
}

export async function removeSkill(ctx: FirmContext, { skillId }: { skillId: number }): Promise<{ skillId: number }> {
  if (!(await deleteOwnSkill(ctx.db, skillId))) throw noSkill();
  return { skillId };
}

type LevelInput = {
  subject: string;
  personId: number;
  state: SkillState | 'none';
  teacherId?: number | null | undefined;
  signerId?: number | undefined;
};

/** Moves somebody on the board. A sign-off has a name, and never one's own. */
export async function changeLevel(ctx: FirmContext, input: LevelInput): Promise<{ personId: number }> {
  const loaded = await loadSkills(ctx);
  const { subject, state } = input;
  const personId = input.personId as PersonId;
  if (!loaded.names.has(subject)) throw noSkill();
  personIn(loaded, personId, 'personId');
  const held = loaded.facts.levels.find((one) => one.subject === subject && one.personId === personId);
  const teacherId = input.teacherId === undefined ? (held?.teacherId ?? null) : (input.teacherId as PersonId | null);
  if (teacherId !== null) personIn(loaded, teacherId, 'teacherId');
  if (teacherId === personId)
    throw new Refusal('bad-input', 'Nobody learns from themselves: choose somebody else.', { field: 'teacherId' });
  const mine = personId === loaded.you;
  const isOthers = loaded.keeps || loaded.led.has(personId);
  const signs = state === 'signed-off';
  if (signs ? !maySign(loaded, { personId, subject, teacherId: held?.teacherId ?? null }) : !(isOthers || mine))
    throw new Refusal(
      'not-allowed',
      signs ? NO_SIGN_OFF : 'Only the person themselves, their lead or whoever keeps the firm changes this.',
      {
        field: 'personId',
      },
    );
  if (mine && !isOthers && held?.state === 'signed-off')
    throw new Refusal('not-allowed', 'A sign-off is taken back by whoever may give it, not by oneself.', {
      field: 'state',
    });
  if (state === 'none') await deleteSkillLevel(ctx.db, subject, personId);
  else {
    const signerId = signs ? signerOf(loaded, input) : null;
    const level: SkillLevel = { subject, personId, state, teacherId, since: loaded.situation.structure.day, signerId };
    // Whoever shows it may sign it off, though they don't keep the person's entries: that was checked above.
    if (isOthers || mine) await saveSkillLevels(ctx.db, [level]);
    else await ctx.asEngine((db) => saveSkillLevels(db, [level]));
  }
  if (!mine) ctx.concerns.people.add(personId);
  return { personId };
}

const NO_SIGN_OFF =
  'A sign-off is given by the direct lead, by whoever showed it and is signed off for it, or by whoever keeps the firm; never by oneself.';

function personIn({ chart }: Loaded, personId: PersonId, field: string): void {
  const person = chart.person.get(personId);
  if (person === undefined || person.work === 'service-account')
    throw new Refusal('not-found', 'There is no such person in this firm.', { field });
}

/** Who signs: whoever says it; only who keeps the firm may say that somebody else did. */
function signerOf(loaded: Loaded, { signerId, personId }: LevelInput): PersonId {
  const signer = (signerId ?? loaded.you) as PersonId | null;
  if (signer === null)
    throw new Refusal('bad-input', 'A sign-off has a name: say who looked and found that they can do it.', {
      field: 'signerId',
    });
  if (signer !== loaded.you && !loaded.keeps)
    throw new Refusal('not-allowed', 'You sign off in your own name.', { field: 'signerId' });
  personIn(loaded, signer, 'signerId');
  if (signer === personId)
    throw new Refusal('bad-input', 'Nobody signs themselves off: somebody else looks.', { field: 'signerId' });
  return signer;
}

/** Puts pairings on the board; who is further already stays where they are. */
export async function begin(
  ctx: FirmContext,
  { pairings }: { pairings: readonly { subject: string; learnerId: number; teacherId: number | null }[] },
): Promise<{ begun: number }> {
  const loaded = await loadSkills(ctx);
  const { facts, situation, names } = loaded;
  const levels = pairings.map((one): SkillLevel => {
    const [personId, teacherId] = [one.learnerId as PersonId, one.teacherId as PersonId | null];
    if (!names.has(one.subject)) throw noSkill();
    personIn(loaded, personId, 'pairings');
    if (teacherId !== null) personIn(loaded, teacherId, 'pairings');
    if (!loaded.keeps && !loaded.led.has(personId))
      throw new Refusal('not-allowed', 'You begin pairings of the people you lead: leave the others out.', {
        field: 'pairings',
      });
    if (teacherId === personId || isSignedOff(facts.levels, one.subject, personId))
      throw new Refusal('conflict', 'One of these pairings is out of date: look at the plan again.', {
        field: 'pairings',
      });
    const held = facts.levels.find((level) => level.subject === one.subject && level.personId === personId);
    const { day } = situation.structure;
    return { subject: one.subject, personId, teacherId, state: held?.state ?? 'learning', since: day, signerId: null };
  });
  const once = new Map(levels.map((one) => [`${one.subject} ${one.personId}`, one]));
  await saveSkillLevels(ctx.db, [...once.values()]);
  for (const { personId } of levels) if (personId !== ctx.personId) ctx.concerns.people.add(personId);
  return { begun: once.size };
}

/** Says how many hours somebody has: themselves, their lead, or whoever keeps the firm. */
export async function keepHours(
  ctx: FirmContext,
  input: { personId: number; hours: number | null },
): Promise<{ personId: number }> {
  const loaded = await loadSkills(ctx);
  const personId = input.personId as PersonId;
  personIn(loaded, personId, 'personId');
  if (!loaded.keeps && !loaded.led.has(personId) && personId !== loaded.you)
    throw new Refusal('not-allowed', 'Only the person themselves, their lead or whoever keeps the firm says this.', {
      field: 'personId',
    });
  await saveSkillHours(ctx.db, personId, input.hours as Hours | null);
  if (personId !== ctx.personId) ctx.concerns.people.add(personId);
  return { personId };
}
