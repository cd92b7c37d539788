import { againstUsual, widenByHidden } from '../../model/decomposition.ts';
import type { EndOutcome, MinutesOutcome, OutcomeEffects, TicketEffects } from '../../records/evidence/types.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { MadeOf } from './outcome-words.ts';

/** A person in the fit of one outcome; all in the unit of the fit. */
export type FittedPart = {
  outcome: MinutesOutcome | EndOutcome;
  people: number;
  tickets: number;
  /** Variance between people. */
  tau2: number;
  /** The person's own shrunk effect. */
  effect: number;
  /** The same against the mean ticket, and the SD of its error, difficulty that no column shows included. */
  value: number;
  sd: number;
};

/** Too little to take an estimate apart: what there is, and the least that is needed. */
export type PartShortage = { have: number; need: number; of: string };

/** Finds a person in the fit of one outcome, where the tickets are enough to compare them with anybody. */
export function findFitted(
  situation: Pick<Situation, 'effects' | 'outcomes' | 'playbook'>,
  personId: PersonId,
  part: MadeOf,
): FittedPart | PartShortage {
  const { playbook } = situation;
  const need = playbook['tickets.need'];
  const found = part === 'minutes' ? situation.effects : situation.outcomes.find((one) => one.outcome === part);
  if (!found) return { have: 0, need, of: 'tickets that tell it' };
  if (found.status !== 'fitted') return { have: found.have, need: found.need, of: found.reason };
  const { effects } = found;
  const at = effects.personIds.indexOf(personId);
  const have = at < 0 ? 0 : effects.tickets[at]!;
  if (have < need) return { have, need, of: 'tickets' };
  const compared = effects.component.filter(
    (one, i) => one === effects.component[at] && effects.tickets[i]! >= need,
  ).length;
  if (compared < 2) return { have: compared, need: 2, of: 'people with tickets of the same clients or areas' };
  return describeFitted(effects, at, playbook['tickets.hidden-difficulty'], hiddenUnit(situation));
}

/** Log minutes that one level is worth: as far as people differ here, else as the playbook has it. */
function hiddenUnit({ effects, playbook }: Pick<Situation, 'effects' | 'playbook'>): number {
  const tau2 = effects?.status === 'fitted' ? effects.effects.tau2 : 0;
  return tau2 > 0 ? Math.sqrt(tau2) : playbook['tickets.usual-difference'];
}

function describeFitted(
  effects: TicketEffects | OutcomeEffects,
  at: number,
  hidden: number,
  perLevel: number,
): FittedPart {
  const { tau2 } = effects;
  const isMinutes = 'pev' in effects;
  const error = isMinutes ? { pev: effects.pev } : { sd: effects.sd[at]! };
  const { value, sd } = againstUsual(effects, at, error);
  const unseen = isMinutes ? hidden : (hidden / perLevel) * Math.sqrt(tau2);
  return {
    outcome: effects.outcome as FittedPart['outcome'],
    people: effects.personIds.length,
    tickets: effects.tickets[at]!,
    tau2,
    effect: effects.effect[at]!,
    value,
    sd: widenByHidden(sd, tau2, unseen),
  };
}
