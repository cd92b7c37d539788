import { level, type Share, share } from '../base/units.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Demand, Gate, GateStatus, SideStanding } from '../records/verdicts/types.ts';
import type { Side } from '../records/voice/types.ts';
import { normalCdf } from '../science/normal.ts';
import type { SideView } from './joint-strength.ts';
import { estimateOf, evidenceOf } from './strength.ts';

/** How one side of a person stands to a bar: the part that answers are decided from. */
type Stand = { mean: number; sd: number; evidence: Share; chance: Share; status: GateStatus };

/** A person's two axes in the joint strengths. */
export type Axes = Record<Side, number>;

/** Both sides of a person against a seat's bars. */
export type Stands = Readonly<Record<Side, Stand>>;

/** Chance that a normal quantity reaches `bar`; at no spread, whether it does. */
export function chanceOfReaching(bar: number, mean: number, sd: number): Share {
  if (sd < 1e-12) return share(mean >= bar ? 1 : 0);
  return share(normalCdf((mean - bar) / sd));
}

/**
 * One side against its bar. What is not known can't clear a bar: with no evidence a side "can't be told yet"; with less
 * than the playbook asks for it is at most likely, and never "not yet".
 */
export function standTo(view: SideView, axis: number, gate: number, playbook: Playbook): Stand {
  const mean = view.mean(axis);
  const variance = Math.max(view.covariance(axis, axis), 0);
  const sd = Math.sqrt(variance);
  const evidence = evidenceOf(variance, playbook);
  const chance = chanceOfReaching(gate, mean, sd);
  return { mean, sd, evidence, chance, status: statusOf(chance, evidence, playbook) };
}

function statusOf(chance: number, evidence: number, playbook: Playbook): GateStatus {
  if (evidence === 0) return 'unclear';
  const enough = evidence >= playbook['answers.evidence-need'];
  if (chance >= playbook['gate.clears']) return enough ? 'clears' : 'likely';
  if (chance >= playbook['gate.likely']) return 'likely';
  if (chance >= playbook['gate.unclear'] || !enough) return 'unclear';
  return 'not-yet';
}

/** Both sides against a seat's bars, each worked out when it is asked for: most answers need few of them. */
export function standToSeat(view: SideView, axes: Axes, gate: Gate, playbook: Playbook): Stands {
  const stand = (side: Side) => standTo(view, axes[side], gate[side], playbook);
  let technical: Stand | undefined;
  let people: Stand | undefined;
  return {
    get technical() {
      technical ??= stand('technical');
      return technical;
    },
    get people() {
      people ??= stand('people');
      return people;
    },
  };
}

/** Clears the bar or is likely to. */
export function reaches(stand: Stand): boolean {
  return stand.status === 'clears' || stand.status === 'likely';
}

/** Evidence on this side is enough for a no. */
export function isKnown(stand: Stand, playbook: Playbook): boolean {
  return stand.evidence >= playbook['answers.evidence-need'];
}

/** Whether a side is probably below the full need, told by enough evidence. */
export function isShort(stand: Stand, demand: number, playbook: Playbook): boolean {
  return isKnown(stand, playbook) && 1 - chanceOfReaching(demand, stand.mean, stand.sd) >= playbook['gate.short'];
}

/** The standing as it is shown. */
export function describeStanding(
  side: Side,
  stand: Stand,
  demand: Demand,
  gate: Gate,
  nextEvidence: string | null,
): SideStanding {
  return {
    side,
    estimate: estimateOf(stand.mean, stand.sd ** 2),
    evidence: stand.evidence,
    gate: level(gate[side]),
    chance: stand.chance,
    status: stand.status,
    chanceShort: share(1 - chanceOfReaching(demand[side], stand.mean, stand.sd)),
    nextEvidence,
  };
}
