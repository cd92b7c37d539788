import { Refusal } from '../../base/errors.ts';
import { addDays, type Day } from '../../base/time.ts';
import { advise } from '../../model/advice.ts';
import { comingIn } from '../../model/coming-trials.ts';
import { comingMonday, coverTeams, uncoveredHours } from '../../model/cover-teams.ts';
import { limitsOf } from '../../model/limits.ts';
import { gatherPicture } from '../../model/picture/gather.ts';
import { sayPicture } from '../../model/picture/sentence.ts';
import { strengthsOf } from '../../model/profile.ts';
import { type Sights, sightOf } from '../../model/sight.ts';
import { showAdvice, shownIn } from '../../model/sight-advice.ts';
import { cutPicture } from '../../model/sight-picture.ts';
import { findSteps, type Step } from '../../model/steps.ts';
import { readChart } from '../../model/structure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDecided, readVisible } from '../../platform/db/standing.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import { readFirm } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readCoverFacts } from '../../records/shifts/areas.store.ts';
import { readTrials } from '../../records/trials/store.ts';
import { readLatestHealth } from '../../records/work/store.ts';
import type { Balance, NextStep } from './contract.ts';
import type { KeptStep } from './kept-step.ts';
import { pastOf } from './past-steps.ts';
import { buttonOf } from './step-buttons.ts';
import { readKeptSteps, saveStep } from './store.ts';

/** Is our leadership balanced for our size: everything the first screen shows. */
export async function findBalance(ctx: FirmContext): Promise<Balance> {
  const firm = await readFirm(ctx.db);
  const situation = await situationOf(ctx);
  const { structure, playbook } = situation;
  const { sights, decided, ownOnly } = await readSeen(ctx, situation);
  const advice = advise({ ...situation, day: structure.day }, { flips: false });
  const shown = advice.map((verdict) => showAdvice(verdict, sights, decided.has(verdict.seatId)));
  const whole = new Set(shown.flatMap(({ verdict }) => verdict?.seatId ?? []));
  const strengths = strengthsOf(situation);
  const monday = comingMonday(structure.day);
  const facts = await ctx.asEngine((db) => readCoverFacts(db, monday, playbook['help.months']));
  const jumpIn = uncoveredHours(coverTeams(situation, facts, monday, strengths.joint));
  const trials = await readTrials(ctx.db, { isOpen: true });
  const coming = comingIn(trials, structure);
  const { leading } = situation;
  const full = gatherPicture(firm?.name ?? '', structure, advice, strengths, playbook, jumpIn, leading, coming);
  const picture = cutPicture(full, sights, { ownOnly, whole });
  // What is done stays done for everybody, also for those who may not read who did it.
  const kept = await ctx.asEngine(readKeptSteps);
  const isGone = goneAmong(kept);
  // Where a trial is proposed or agreed its page says what is next.
  const isOnTrial = ({ action, seatId }: Step) =>
    ['start-trial', 'decide', 'open-decision'].includes(action) &&
    trials.some((one) => one.seatId === seatId && one.state !== 'running');
  const isMine = (step: Step) => !ownOnly || step.personId === sights.self || ownerOf(step, kept) === sights.self;
  const steps = findSteps(shown, structure, (step) => isGone(step) || isOnTrial(step) || !isMine(step), decided);
  const { called } = readChart(structure);
  const isNamed = (id: PersonId) => steps.some(({ text, why }) => `${text} ${why}`.includes(called.get(id) ?? '\0'));
  noteShown(ctx, sights, picture, shown.flatMap(shownIn).filter(isNamed));
  return {
    firmName: firm?.name ?? '',
    picture,
    sentence: sayPicture(picture, picture.technicians),
    steps: steps.map((step) => ({
      ...asNextStep(step, situation, kept),
      mayChange: !ownOnly || ownerOf(step, kept) === sights.self,
    })),
    owners: structure.people
      .filter((person) => person.work !== 'service-account' && (!ownOnly || person.personId === sights.self))
      .map(({ personId, name }) => ({ personId, name })),
    past: pastOf(await readKeptSteps(ctx.db), { everything: sights.everything, whole, self: sights.self }),
    limits: limitsOf(situation, await ctx.asEngine(readLatestHealth)),
  };
}

type Seen = { sights: Sights; decided: ReadonlySet<number>; ownOnly: boolean };

async function readSeen(ctx: FirmContext, { structure }: Situation): Promise<Seen> {
  const { standing } = ctx;
  const personId = ctx.personId as PersonId | null;
  const sights = sightOf({ standing, personId, visible: await readVisible(ctx.db), structure });
  return { sights, decided: await readDecided(ctx.db), ownOnly: standing === 'team-lead' };
}

/** Tells the audit log whose numbers this answer shows: holders in the picture, and people whom a step names. */
function noteShown(ctx: FirmContext, sights: Sights, picture: Balance['picture'], named: readonly PersonId[]): void {
  for (const id of [...picture.seats.map((seat) => seat.holderId), ...named])
    if (id !== null && id !== sights.self) ctx.concerns.people.add(id);
}

/** Done or dismissed steps stay away until the evidence under them changes. */
function goneAmong(kept: KeptStep[]): (step: Step) => boolean {
  const closed = new Map(kept.filter((one) => one.outcome !== null).map((one) => [one.key, one]));
  return (step) => closed.get(step.key)?.evidenceKey === step.evidenceKey;
}

const openRow = (step: Pick<Step, 'key'>, kept: KeptStep[]) =>
  kept.find((one) => one.key === step.key && one.outcome === null);
const ownerOf = (step: Step, kept: KeptStep[]) => openRow(step, kept)?.ownerId ?? step.ownerId;

function asNextStep(step: Step, { structure }: Situation, kept: KeptStep[]): Omit<NextStep, 'mayChange'> {
  const ownerId = ownerOf(step, kept);
  return {
    key: step.key,
    text: step.text,
    why: step.why,
    ownerId,
    ownerName: structure.people.find((person) => person.personId === ownerId)?.name ?? null,
    due: openRow(step, kept)?.due ?? addDays(structure.day, step.dueInDays),
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
  const ownerId = ctx.standing === 'team-lead' ? await ownStep(ctx, input) : (input.ownerId ?? null);
  await saveStep(ctx.db, {
    key: input.key,
    text: input.text,
    evidenceKey: input.evidenceKey,
    ownerId: ownerId as PersonId | null,
    due: (input.due ?? null) as Day | null,
    outcome: input.outcome ?? null,
    result: input.result ?? null,
    changedBy: ctx.actor,
  });
  return findBalance(ctx);
}

/** A lead finishes what is theirs, in their own name; what somebody else owns stays with them. */
async function ownStep(ctx: FirmContext, { key, ownerId }: StepInput): Promise<number | null> {
  const step = (await findBalance(ctx)).steps.find((one) => one.key === key);
  const row = (await ctx.asEngine(readKeptSteps)).find((one) => one.key === key);
  const owner = row?.ownerId ?? step?.ownerId ?? null;
  if (step === undefined || owner !== ctx.personId)
    throw new Refusal('not-allowed', 'This step is not yours to change: ask whoever owns it.', { field: 'key' });
  if (ownerId != null && ownerId !== ctx.personId)
    throw new Refusal('not-allowed', 'Who else takes a step on is said by a service manager or the owner.', {
      field: 'ownerId',
    });
  return ctx.personId;
}
