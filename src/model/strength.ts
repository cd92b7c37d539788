import type { Share } from '../base/units.ts';
import { level, share } from '../base/units.ts';
import type { OutcomeEvidence, TicketEvidence } from '../records/evidence/types.ts';
import type { PersonId, Structure } from '../records/people/types.ts';
import type { Playbook, PlaybookKey } from '../records/playbook/definitions.ts';
import type { Estimate } from '../records/verdicts/types.ts';
import type { Observation } from '../records/voice/types.ts';
import { normalQuantile } from '../science/normal.ts';
import { type JointStrength, joinStrengths } from './joint-strength.ts';
import type { OutcomeReadings } from './outcome-readings.ts';
import { groupByRater, type Reading, readingsByPerson, updateEveryone } from './own-readings.ts';
import type { TicketReadings } from './ticket-readings.ts';
import { createTicketSource, TICKET_KEYS } from './ticket-source.ts';
import { learnTrust, type Trust } from './trust.ts';

/** What strengths are computed from. Aspirations, titles, tenure, addresses and working conditions never enter. */
export type StrengthInput = {
  structure: Pick<Structure, 'people'>;
  observations: readonly Observation[];
  effects: TicketEvidence | null;
  /** What tickets say beside how long they take; absent: nothing. */
  outcomes?: readonly OutcomeEvidence[];
};

/** Playbook values that strengths depend on; all others leave them as they are. */
export const STRENGTH_KEYS = [
  'prior.mean',
  'prior.sd',
  'prior.correlation',
  'rating.reliability',
  'rating.reliability-spread',
  'rating.halo',
  ...TICKET_KEYS,
] as const satisfies readonly PlaybookKey[];

/** Joint strengths of everyone under any playbook, remembered. */
export type StrengthSource = {
  at(playbook: Playbook): JointStrength;
  /** Ticket readings that count under a playbook, before hidden difficulty; null: none. */
  ticketsAt(playbook: Playbook): TicketReadings | null;
  /** What the other outcomes of tickets say under a playbook, hidden difficulty included. */
  outcomesAt(playbook: Playbook): OutcomeReadings[];
  /** How far one view is trusted under a playbook, learned from these views. */
  trustAt(playbook: Playbook): Trust;
  /** The views that count, by person. */
  readings: ReadonlyMap<PersonId, Reading[]>;
};

/** Reads the evidence once and answers for any playbook. Service accounts are no people. */
export function createStrengthSource(input: StrengthInput): StrengthSource {
  // In order of id, so that the order in which people are listed changes nothing, not even rounding.
  const personIds = input.structure.people
    .filter((one) => one.work !== 'service-account')
    .map((one) => one.personId)
    .sort((a, b) => a - b);
  const known = new Set(personIds);
  const readings = readingsByPerson(input.observations);
  const views = groupByRater(readings);
  const trustAt = learnTrust(readings);
  const { ticketsAt, outcomesAt, toldAt, bearing } = createTicketSource(input, known);
  const strengths = new Map<string, JointStrength>();
  const at = (own: Playbook) => {
    // How soon trust falls matters only through how far it does.
    const { playbook } = trustAt(own);
    const key = STRENGTH_KEYS.map((one) => one !== 'rating.reliability-spread' && bearing(playbook, one)).join(' ');
    const found = strengths.get(key);
    if (found) return found;
    const { widened, unknowns } = toldAt(playbook);
    const each = updateEveryone(personIds, views, unknowns.byPerson, playbook);
    const joint = joinStrengths(personIds, each, widened, unknowns, playbook);
    strengths.set(key, joint);
    return joint;
  };
  return { at, ticketsAt, outcomesAt, trustAt, readings };
}

/** How many standard deviations an 80% interval reaches to either side. */
const EIGHTY = normalQuantile(0.9);

/** An estimate with its 80% interval from a mean and a variance in levels. */
export function estimateOf(mean: number, variance: number): Estimate {
  const sd = Math.sqrt(Math.max(variance, 0));
  return { mean: level(mean), low: level(mean - EIGHTY * sd), high: level(mean + EIGHTY * sd), sd };
}

/** 1 − posterior variance / prior variance: 0 nothing known, 1 all known. Rounding below 1e-9 counts as nothing. */
export function evidenceOf(variance: number, playbook: Playbook): Share {
  const known = 1 - variance / playbook['prior.sd'] ** 2;
  return share(known < 1e-9 ? 0 : Math.min(known, 1));
}
