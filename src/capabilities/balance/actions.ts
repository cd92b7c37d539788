import { addDays, type Day } from '../../base/time.ts';
import { advise } from '../../model/advice.ts';
import { limitsOf } from '../../model/limits.ts';
import { gatherPicture } from '../../model/picture/gather.ts';
import { sayPicture } from '../../model/picture/sentence.ts';
import { strengthsOf } from '../../model/profile.ts';
import { findSteps, type Step } from '../../model/steps.ts';
import type { FirmContext } from '../../platform/context.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import { readFirm } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readLatestHealth } from '../../records/work/store.ts';
import type { Balance, NextStep } from './contract.ts';
import { buttonOf } from './step-buttons.ts';
import { type KeptStep, readKeptSteps, saveStep } from './store.ts';

/** Is our leadership balanced for our size: everything the first screen shows. */
export async function findBalance(ctx: FirmContext): Promise<Balance> {
  const firm = await readFirm(ctx.db);
  const situation = await situationOf(ctx);
  const { structure, playbook } = situation;
  const verdicts = advise({ ...situation, day: structure.day }, { flips: false });
  const kept = await readKeptSteps(ctx.db);
  const picture = gatherPicture(firm?.name ?? '', structure, verdicts, strengthsOf(situation), playbook);
  return {
    firmName: firm?.name ?? '',
    picture,
    sentence: sayPicture(picture, picture.technicians),
    steps: findSteps(verdicts, structure, goneAmong(kept)).map((step) => asNextStep(step, situation, kept)),
    owners: structure.people
      .filter((person) => person.work !== 'service-account')
      .map(({ personId, name }) => ({ personId, name })),
    past: kept
      .flatMap(({ key, text, outcome, result, changedAt }) =>
        outcome === null ? [] : [{ key, text: text ?? key, outcome, result, changedAt }],
      )
      .slice(0, 10),
    limits: limitsOf(situation, await ctx.asEngine(readLatestHealth)),
  };
}

/** Done or dismissed steps stay away until the evidence under them changes. */
function goneAmong(kept: KeptStep[]): (step: Step) => boolean {
  const closed = new Map(kept.filter((one) => one.outcome !== null).map((one) => [one.key, one]));
  return (step) => closed.get(step.key)?.evidenceKey === step.evidenceKey;
}

function asNextStep(step: Step, { structure }: Situation, kept: KeptStep[]): NextStep {
  const own = kept.find((one) => one.key === step.key && one.outcome === null);
  const ownerId = own?.ownerId ?? step.ownerId;
  return {
    key: step.key,
    text: step.text,
    why: step.why,
    ownerId,
    ownerName: structure.people.find((person) => person.personId === ownerId)?.name ?? null,
    due: own?.due ?? addDays(structure.day, step.dueInDays),
    button: buttonOf(step),
    evidenceKey: step.evidenceKey,
    seatId: step.seatId,
    personId: step.personId,
  };
}

type StepInput = {
  key: string;
  text: string;
  evidenceKey: string;
  ownerId?: number | null | undefined;
  due?: string | null | undefined;
  outcome?: KeptStep['outcome'] | undefined;
  result?: string | null | undefined;
};

/** Keeps what was said about a step, and answers with the screen as it is now. */
export async function keepStep(ctx: FirmContext, input: StepInput): Promise<Balance> {
  await saveStep(ctx.db, {
    key: input.key,
    text: input.text,
    evidenceKey: input.evidenceKey,
    ownerId: (input.ownerId ?? null) as PersonId | null,
    due: (input.due ?? null) as Day | null,
    outcome: input.outcome ?? null,
    result: input.result ?? null,
    changedBy: ctx.actor,
  });
  return findBalance(ctx);
}
