import { findCoverPlan, findSkills } from './capabilities/crosstraining/actions.ts';
import type { ShownCoverPlan, SkillsPage } from './capabilities/crosstraining/contract.ts';
import {
  nameSkill,
  sayBus,
  sayCover,
  sayFrom,
  sayNames,
  sayPlan,
  sayState,
} from './capabilities/crosstraining/words.ts';
import { type GivenFirm, lookAtFirm } from './given-firm.ts';
import type { FirmContext } from './platform/context.ts';

/** What `evenkeel cover` was given, as command-line.ts declares it. */
export type CoverOptions = GivenFirm & { json?: boolean };

type Found = { page: SkillsPage; plan: ShownCoverPlan };

/** `evenkeel cover`: skills and clients against the people they need, the bus factor, and the cheapest pairings. */
export async function cover(
  environment: NodeJS.ProcessEnv,
  options: CoverOptions,
  say: (line: string) => void,
): Promise<void> {
  const look = async (ctx: FirmContext): Promise<Found> => ({
    page: await findSkills(ctx),
    plan: await findCoverPlan(ctx),
  });
  const { firm, found } = await lookAtFirm(environment, options, 'readSkills', look);
  say(options.json ? jsonOf(firm, found) : pageOf(found));
}

function jsonOf(firm: string, { page, plan }: Found): string {
  const skills = page.skills.map(({ kind, name, team, required, weight, missing, signedOff, onTheWay }) => ({
    ...{ kind, name, team, required, weight, missing },
    signedOff: signedOff.map((one) => one.name),
    onTheWay: onTheWay.map((one) => one.name),
  }));
  const pairings = plan.pairings.map(({ kind, name, learner, teacher, weeks, hours }) => ({
    ...{ kind, skill: name, learner: learner.name, teacher: teacher?.name ?? null, weeks, hours },
  }));
  const { status, hours, gap, shortfalls, notes, shareNow, shareAfter, bus } = plan;
  const told = { status, pairings, hours, gap, shortfalls, notes, shareNow, shareAfter };
  return JSON.stringify({ firm, day: page.today, skills, busFactor: bus, plan: told }, null, 2);
}

function pageOf({ page, plan }: Found): string {
  const short = page.skills
    .filter(({ missing }) => missing > 0)
    .map(
      (skill) => `  - ${nameSkill(skill)}: ${sayState(skill)}; signed off: ${sayNames(skill.signedOff) ?? 'nobody'}`,
    );
  const pairings = plan.pairings.map(
    (one) => `  - ${one.learner.name} learns ${one.name} from ${sayFrom(one)}, ${one.weeks} weeks`,
  );
  const why = [...plan.notes, ...plan.shortfalls].map((text) => `  - ${text}`);
  return [
    [sayCover(page), ...short].join('\n'),
    sayBus(plan.bus),
    [sayPlan(plan), ...pairings].join('\n'),
    ...(why.length > 0 ? [['What stays short:', ...why].join('\n')] : []),
  ].join('\n\n');
}
