import type { OutcomeReadings } from '../../src/model/outcome-readings.ts';
import { toldBy } from '../../src/model/shared-state.ts';
import type { TicketEvidence } from '../../src/records/evidence/types.ts';
import type { PersonId } from '../../src/records/people/types.ts';
import type { Playbook } from '../../src/records/playbook/definitions.ts';
import { type Observation, PEOPLE_COMPETENCIES, TECHNICAL_COMPETENCIES } from '../../src/records/voice/types.ts';

/** Gauss–Jordan with partial pivoting: slow and plain on purpose, to check the fast way against. */
function inverse(matrix: number[][]): number[][] {
  const n = matrix.length;
  const a = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c; r < n; r++) if (Math.abs(a[r]![c]!) > Math.abs(a[pivot]![c]!)) pivot = r;
    [a[c], a[pivot]] = [a[pivot]!, a[c]!];
    const scale = a[c]![c]!;
    a[c] = a[c]!.map((value) => value / scale);
    for (let r = 0; r < n; r++) {
      const factor = a[r]![c]!;
      if (r !== c && factor !== 0) a[r] = a[r]!.map((value, j) => value - factor * a[c]![j]!);
    }
  }
  return a.map((row) => row.slice(n));
}

/** One outcome's readings, their whole error covariance inverted, with the mean of all taken out. */
function addOutcome(
  { personIds, coordinate, mean, own, shared }: OutcomeReadings,
  precision: number[][],
  term: number[],
) {
  const n = personIds.length;
  const errors = own.map((value, i) =>
    own.map((_, j) => shared.reduce((sum, load) => sum + load[i]! * load[j]!, i === j ? value : 0)),
  );
  const information = inverse(errors);
  const row = information.map((values) => values.reduce((sum, value) => sum + value, 0));
  const all = row.reduce((sum, value) => sum + value, 0);
  const at = (i: number) => 13 * (personIds[i]! - 1) + coordinate;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const free = information[i]![j]! - (row[i]! * row[j]!) / all;
      precision[at(i)]![at(j)]! += free;
      term[at(i)]! += free * mean[j]!;
    }
}

/**
 * Both axes of `people` people (ids 1…) by one dense update over every competency of everyone, every halo effect and every
 * hidden difficulty: nothing is reduced, marginalised or rearranged. One connected part, everyone with enough tickets.
 */
export function naiveStrengths(
  people: number,
  observations: Observation[],
  tickets: TicketEvidence | null,
  playbook: Playbook,
  outcomes: readonly OutcomeReadings[] = [],
) {
  const all = [...TECHNICAL_COMPETENCIES, ...PEOPLE_COMPETENCIES];
  const effects = tickets?.status === 'fitted' ? tickets.effects : null;
  const fitted = effects?.personIds.length ?? 0;
  const latest = [
    ...new Map(observations.map((one) => [JSON.stringify([one.personId, one.rater, one.competency]), one])).values(),
  ];
  const halos = [...new Set(latest.map((one) => JSON.stringify([one.personId, one.rater])))];
  const hidden = playbook['tickets.hidden-difficulty'] > 0 ? fitted : 0;
  const [haloAt, hiddenAt] = [13 * people, 13 * people + halos.length];
  const size = hiddenAt + hidden;
  const zero = () => Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const error = (1 - playbook['rating.reliability']) / playbook['rating.reliability'];
  const prior = zero();
  for (let i = 0; i < 13 * people; i++)
    for (let j = 0; j < 13 * people; j++) {
      const [p, q, c, d] = [Math.floor(i / 13), Math.floor(j / 13), i % 13, j % 13];
      if (p === q && c < 6 === d < 6)
        prior[i]![j] = playbook['prior.sd'] ** 2 * (c === d ? 1 : playbook['prior.correlation']);
      if (c === 0 && d === 0 && p < fitted && q < fitted) prior[i]![j]! += playbook['tickets.origin-variance'];
      for (const outcome of outcomes) {
        const { coordinate, personIds } = outcome;
        const told = toldBy(outcome);
        if (c !== coordinate || d !== coordinate) continue;
        const moved = (one: number) => told[personIds.indexOf((one + 1) as PersonId)] ?? 0;
        prior[i]![j]! += moved(p) * moved(q) * playbook['tickets.origin-variance'];
      }
    }
  for (let k = 0; k < halos.length; k++) prior[haloAt + k]![haloAt + k] = playbook['rating.halo'] * error;
  for (let k = 0; k < hidden; k++)
    prior[hiddenAt + k]![hiddenAt + k] = playbook['tickets.hidden-difficulty'] ** 2 / effects!.tau2;
  const precision = inverse(prior);
  const term = new Array<number>(size).fill(0);
  const rest = (1 - playbook['rating.halo']) * error;
  for (const one of latest) {
    const at = [
      13 * (one.personId - 1) + all.indexOf(one.competency),
      haloAt + halos.indexOf(JSON.stringify([one.personId, one.rater])),
    ];
    for (const i of at) {
      term[i]! += (one.level! - playbook['prior.mean']) / rest;
      for (const j of at) precision[i]![j]! += 1 / rest;
    }
  }
  if (effects) {
    const v = effects.personIds.map((_, i) => effects.pev.slice(i * fitted, (i + 1) * fitted));
    const information = inverse(v);
    const tau = Math.sqrt(effects.tau2);
    const rows = (i: number) => (hidden ? [13 * i, hiddenAt + i] : [13 * i]);
    for (let i = 0; i < fitted; i++) {
      const h = information[i]!.reduce((sum, value, j) => sum + value * effects.effect[j]!, 0);
      // The mean of all effects is no information: comparisons have no origin.
      const origin =
        information.reduce((sum, row, j) => sum + row.reduce((s, value) => s + value, 0) * effects.effect[j]!, 0) /
        fitted;
      for (const r of rows(i)) {
        term[r]! -= tau * (h - origin);
        for (let j = 0; j < fitted; j++)
          for (const s of rows(j)) precision[r]![s]! += effects.tau2 * information[i]![j]! - (i === j ? 1 : 0);
      }
    }
  }
  for (const outcome of outcomes) addOutcome(outcome, precision, term);
  const covariance = inverse(precision);
  const mean = covariance.map((row) => row.reduce((sum, value, j) => sum + value * term[j]!, 0));
  const weights = Array.from({ length: 2 * people }, (_, axis) => {
    const [person, side] = [axis >> 1, axis & 1];
    const count = side === 0 ? 6 : 7;
    const w = 1 / Math.sqrt(count * (1 + (count - 1) * playbook['prior.correlation']));
    return Array.from({ length: size }, (_, i) =>
      i >= 13 * person && i < 13 * person + 13 && i % 13 < 6 === (side === 0) ? w : 0,
    );
  });
  const dot = (w: number[], x: number[]) => w.reduce((sum, value, i) => sum + value * x[i]!, 0);
  return {
    mean: weights.map((w) => playbook['prior.mean'] + dot(w, mean)),
    covariance: weights.map((w) =>
      weights.map((v) =>
        dot(
          w,
          covariance.map((row) => dot(v, row)),
        ),
      ),
    ),
  };
}
