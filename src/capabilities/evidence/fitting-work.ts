import type { OutcomeEffects, OutcomeEvidence, WorkOutcome } from '../../records/evidence/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { fitMeans } from '../../science/mixed-model/fit-means.ts';
import { estimateEntropy } from '../../science/network/effective-number.ts';

/** How often a person brought tickets of one area to a good end. */
export type AreaCount = { personId: PersonId; tickets: number };

/** One measurement of a person, on a log scale. */
type Measured = { personId: PersonId; tickets: number; y: number; variance: number };

/**
 * In how many areas people show that they cope: the effective number of areas of the tickets that a person brought to an
 * end, on the log scale. Every such ticket counts, and the entropy is freed of what few tickets leave out of it: else
 * whoever has fewer hours would look narrower. Its variance is that of an entropy (Basharin 1959, Theory of Probability
 * 4, 333–336).
 * @param counts of each area of each person, tickets brought to an end
 */
export function fitBreadth(dataVersion: number, modelVersion: string, counts: readonly AreaCount[]): OutcomeEvidence {
  const people = [...Map.groupBy(counts, ({ personId }) => personId)];
  const measured = people.flatMap(([personId, areas]): Measured[] => {
    const ended = areas.map(({ tickets }) => tickets).filter((tickets) => tickets > 0);
    const total = ended.reduce((sum, tickets) => sum + tickets, 0);
    if (total === 0) return [];
    const logs = ended.map((tickets) => Math.log(tickets / total));
    const entropy = -ended.reduce((sum, tickets, i) => sum + (tickets / total) * logs[i]!, 0);
    const square = ended.reduce((sum, tickets, i) => sum + (tickets / total) * logs[i]! ** 2, 0);
    // One area alone has no sampling variance of this kind; half a ticket of another is as much as it can hide.
    const variance = Math.max((square - entropy ** 2) / total, 0.5 / total);
    return [{ personId, tickets: total, y: estimateEntropy(ended), variance }];
  });
  return compare('breadth', 'log areas', dataVersion, modelVersion, measured);
}

/** What somebody brought to an end for others, against the tickets of their own. */
export type RescueCount = {
  personId: PersonId;
  /** Σ (1 − chance that anybody would have ended it), or the number of them where no chance is known. */
  credit: number;
  rescues: number;
  /** Tickets that they had first in the same time. */
  tickets: number;
};

/**
 * How much of others' stuck work people bring to an end: log of the credit for each ticket of their own. Half a rescue is
 * added to everyone, so that none is no minus infinity; the variance is that of a Poisson count on the log scale.
 */
export function fitRescue(dataVersion: number, modelVersion: string, counts: readonly RescueCount[]): OutcomeEvidence {
  const measured = counts
    .filter(({ tickets }) => tickets > 0)
    .map(({ personId, credit, rescues, tickets }): Measured => {
      const each = rescues > 0 ? credit / rescues : 1;
      const counted = rescues + 0.5;
      return { personId, tickets, y: Math.log((counted * each) / tickets), variance: 1 / counted };
    });
  const any = counts.some(({ rescues }) => rescues > 0);
  return compare('rescue', 'log rescues', dataVersion, modelVersion, any ? measured : []);
}

function compare(
  outcome: WorkOutcome,
  unit: OutcomeEffects['unit'],
  dataVersion: number,
  modelVersion: string,
  measured: readonly Measured[],
): OutcomeEvidence {
  if (measured.length < 2)
    return { outcome, status: 'not-enough-evidence', reason: SHORT[outcome], have: measured.length, need: 2 };
  const v = measured.map(({ variance }) => variance);
  const fit = fitMeans(
    measured.map(({ y }) => y),
    v,
  );
  const tau = Math.sqrt(fit.tau2);
  const free = tau > 0;
  return {
    outcome,
    status: 'fitted',
    effects: {
      ...{ outcome, dataVersion, modelVersion, unit },
      n: measured.reduce((sum, { tickets }) => sum + tickets, 0),
      personIds: measured.map(({ personId }) => personId),
      effect: fit.effect,
      sd: fit.sd,
      tau2: fit.tau2,
      tickets: measured.map(({ tickets }) => tickets),
      component: measured.map(() => 0),
      reading: {
        mean: measured.map(({ y }) => (free ? (y - fit.mean) / tau : null)),
        own: v.map((variance) => (free ? variance / fit.tau2 : 0)),
        shared: [],
      },
      theta: {},
    },
  };
}

const SHORT: Record<WorkOutcome, string> = {
  breadth: 'people who brought a ticket to an end',
  rescue: 'people whose tickets changed hands',
};
