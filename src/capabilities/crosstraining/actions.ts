import { hours } from '../../base/units.ts';
import { measureCover, shareOf } from '../../model/development/cover.ts';
import type { BusFactor, CoverPlan } from '../../model/development/cover-types.ts';
import { type CoverQuestion, coverQuestionOf } from '../../model/development/skill-cover.ts';
import { capitalise, countOf, joinNames } from '../../model/words.ts';
import type { FirmContext } from '../../platform/context.ts';
import { inThread } from '../../platform/threads/in-thread.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { OwnLearning, ShownBusFactor, ShownCoverPlan, ShownPairing, ShownSkill, SkillsPage } from './contract.ts';
import { areaNamesOf, boardItemOf, calledIn, keepsSkills, type Loaded, loadSkills } from './loading.actions.ts';
import type { CoverWork, CoverWorked } from './worker.ts';

/** How long the solver looks for each of plan and bus factor. */
const PATIENCE = 5;

/** Skills and clients with who can do them, and the board. */
export async function findSkills(ctx: FirmContext): Promise<SkillsPage> {
  const loaded = await loadSkills(ctx);
  const { situation, chart, facts, skills, you, keeps, led } = loaded;
  const { cover } = coverQuestionOf(loaded, facts);
  const measure = measureCover(cover);
  const byArea = new Map(measure.areas.map((one) => [one.area.areaId, one]));
  const called = calledIn(loaded);
  const shown = skills.map((skill): ShownSkill => {
    const { signedOff, onTheWay, missing } = byArea.get(skill.areaId)!;
    const seen = skill.copes.filter((id) => loaded.visible.has(id));
    const { areaId, subject, kind, name, teamId, team, required, isSet, weight, weeks } = skill;
    return {
      ...{ areaId, subject, kind, name, teamId, team, required, isSet, weight, weeks },
      hours: skill.hours,
      signedOff: signedOff.map(called),
      onTheWay: onTheWay.map(called),
      missing,
      copes: seen.map(called),
      copesToo: skill.copes.length - seen.length,
      learners: [...skill.learners],
    };
  });
  for (const { copes } of shown) for (const { personId } of copes) ctx.concerns.people.add(personId);
  const own = new Map(facts.hours.map((one) => [one.personId, one.hours]));
  const usual = hours(situation.playbook['cover.learning-hours']);
  return {
    today: situation.structure.day,
    mayKeep: keeps,
    you,
    share: measure.share,
    skills: shown,
    board: facts.levels.flatMap((level) => boardItemOf(level, loaded) ?? []),
    people: chart.structure.people
      .filter(({ work }) => work !== 'service-account')
      .map(({ personId, name }) => ({
        ...{ personId, name },
        hours: own.get(personId) ?? usual,
        isSet: own.has(personId),
        mayChange: keeps || led.has(personId) || personId === you,
      })),
    hasTickets: facts.teamAreas.length > 0 || facts.clients.length > 0,
  };
}

/** The cheapest pairings, and how few people's leaving takes half of it away. Worked out in a thread of its own. */
export async function findCoverPlan(ctx: FirmContext): Promise<ShownCoverPlan> {
  const loaded = await loadSkills(ctx);
  const question = coverQuestionOf(loaded, loaded.facts);
  const work: CoverWork = { question, playbook: loaded.situation.playbook, seconds: PATIENCE };
  const worked = await inThread<CoverWorked>(new URL('./worker.ts', import.meta.url), work, 8 * PATIENCE);
  return showPlan(worked, question, { ...loaded, mayName: keepsSkills(ctx) });
}

function showPlan(
  { plan, bus }: CoverWorked,
  question: CoverQuestion,
  loaded: Loaded & { mayName: boolean },
): ShownCoverPlan {
  const { areas } = measureCover(question.cover);
  const more = new Map([...Map.groupBy(plan.pairings, (one) => one.areaId)].map(([id, list]) => [id, list.length]));
  return {
    status: plan.status,
    pairings: plan.pairings.map((one) => showPairing(one, loaded)),
    hours: plan.hours,
    gap: plan.gap,
    shortfalls: plan.shortfalls.map(({ text }) => capitalise(text)),
    notes: [...sayFirst(question.firstSignOff), ...plan.notes],
    shareNow: shareOf(areas),
    shareAfter: shareOf(areas, more),
    bus: bus === null ? null : showBus(bus, loaded),
  };
}

/** What first needs a sign-off before anybody can learn it from anybody here. */
function sayFirst(waiting: CoverQuestion['firstSignOff']): string[] {
  if (waiting.length === 0) return [];
  const names = waiting.slice(0, 3).map(({ name }) => name);
  const more = waiting.length - names.length;
  const list = joinNames(more > 0 ? [...names, countOf(more, 'other', 'others')] : names, 'and');
  return [`Nobody is signed off for ${list}, though tickets show that people cope: look at it and sign off first.`];
}

function showPairing(pairing: CoverPlan['pairings'][number], loaded: Loaded): ShownPairing {
  const { areaId, kind, learnerId, teacherId, weeks } = pairing;
  const called = calledIn(loaded);
  const { subject, name } = areaNamesOf(loaded).get(areaId)!;
  return {
    ...{ areaId, subject, kind, name, weeks },
    learner: called(learnerId),
    teacher: teacherId === null ? null : called(teacherId),
    hours: pairing.hours,
    mayBegin: loaded.keeps || loaded.led.has(learnerId),
  };
}

/** A bus factor of nobody says only that most is left to nobody already. */
function showBus(bus: BusFactor, { chart, names, mayName }: Loaded & { mayName: boolean }): ShownBusFactor {
  const nameOf = (id: PersonId) => chart.person.get(id)!.name;
  return {
    people: bus.people.length,
    atLeast: bus.atLeast,
    names: mayName ? bus.people.map(nameOf) : null,
    uncovered: mayName ? bus.uncovered.map((subject) => names.get(subject) ?? subject) : null,
    share: bus.share,
  };
}

/** One's own learning: what one is signed off for, what one learns, and what tickets say one copes with. */
export async function findOwnLearning(ctx: FirmContext): Promise<OwnLearning> {
  const loaded = await loadSkills(ctx);
  const { facts, skills, you, situation, names } = loaded;
  const usual = hours(situation.playbook['cover.learning-hours']);
  if (you === null) return { you, items: [], hours: usual, isSet: false, copes: [], open: [] };
  const own = facts.hours.find(({ personId }) => personId === you);
  const levels = facts.levels.filter((one) => one.personId === you || one.teacherId === you);
  const mine = new Set(levels.filter(({ personId }) => personId === you).map(({ subject }) => subject));
  const named = (subjects: Iterable<string>) =>
    [...new Set(subjects)].map((subject) => ({ subject, name: names.get(subject) ?? subject }));
  const copes = skills.filter((one) => one.copes.includes(you) && !mine.has(one.subject));
  const open = skills.filter((one) => one.learners.includes(you) && !mine.has(one.subject) && !copes.includes(one));
  return {
    you,
    items: levels.flatMap((level) => boardItemOf(level, loaded) ?? []),
    hours: own?.hours ?? usual,
    isSet: own !== undefined,
    copes: named(copes.map(({ subject }) => subject)),
    open: named(open.map(({ subject }) => subject)),
  };
}
