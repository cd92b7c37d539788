import { CELL_FACTORS, type EndOutcome, type FitTerms, type OutcomeEvidence } from '../../records/evidence/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { type BinomialCells, type CellEntry, collectCells } from '../../science/mixed-model/binomial-cells.ts';
import { cellComponents } from '../../science/mixed-model/components.ts';
import { type BinomialFit, type BinomialShortage, fitBinomial } from '../../science/mixed-model/fit-binomial.ts';
import { freeReadings } from '../../science/mixed-model/free-readings.ts';
import { MANY_CATEGORIES, NOT_GIVEN } from './fitting.ts';
import { LOGISTIC_SD, termsOf } from './terms.ts';

/** Changes with anything that makes the same cells give another fit. */
export const ENDS_VERSION = 'binomial-laplace-2';

/**
 * What tickets say of how somebody's tickets end, comparing like with like: logit of the chance ~ priority + area + part of
 * the day + difficulty + (1|technician) + (1|client) + (1|queue) where there are several. The technician is the first
 * assignee, never who closed it. `start`: θ of an earlier fit, which saves time and changes nothing.
 */
export function fitEnds(
  outcome: EndOutcome,
  counts: { dataVersion: number; cells: readonly CellEntry[] },
  start: Record<string, number> = {},
): { evidence: OutcomeEvidence; terms: FitTerms | null } {
  const cells = collectCells(CELL_FACTORS, counts.cells);
  const levels = (name: string) => cells.factors.find((factor) => factor.name === name)!.ids.length;
  const manyAreas = levels('category') > MANY_CATEGORIES;
  const random = [
    'technician',
    'client',
    ...(levels('queue') > 1 ? ['queue'] : []),
    ...(manyAreas ? ['category'] : []),
  ];
  const fixed = ['priority', 'band', 'difficulty', ...(manyAreas ? [] : ['category'])];
  const fit = fitBinomial(cells, { fixed, random, compare: 'technician' }, { method: 'laplace', start });
  if (fit.status === 'not-enough-evidence')
    return {
      evidence: { outcome, status: fit.status, reason: SHORTAGES[fit.reason], have: fit.have, need: fit.need },
      terms: null,
    };
  return { evidence: evidenceOf(outcome, fit, cells, counts.dataVersion), terms: termsOf(fit, LOGISTIC_SD) };
}

const SHORTAGES: Record<BinomialShortage['reason'], string> = {
  'too-few-levels': 'technicians with resolved tickets',
  'too-few-observations': 'comparable tickets',
  'no-variation': 'ways in which tickets ended',
  'not-solvable': 'comparable tickets',
};

function evidenceOf(outcome: EndOutcome, fit: BinomialFit, cells: BinomialCells, dataVersion: number): OutcomeEvidence {
  const { compared } = fit;
  const parts = cellComponents(cells, ['technician', 'client', 'category'], NOT_GIVEN);
  const component = compared.ids.map((id) => parts.get(id)!);
  const free = freeReadings(compared.blup, compared.covariance, compared.tau2, component);
  return {
    outcome,
    status: 'fitted',
    effects: {
      outcome,
      dataVersion,
      modelVersion: ENDS_VERSION,
      n: fit.n,
      unit: 'log odds',
      personIds: compared.ids as PersonId[],
      effect: Array.from(compared.blup),
      sd: Array.from(compared.pevSd),
      tau2: compared.tau2,
      tickets: Array.from(compared.n),
      component,
      reading: free ?? { mean: compared.ids.map(() => null), own: compared.ids.map(() => 0), shared: [] },
      theta: Object.fromEntries(fit.random.map((one) => [one.factor, one.theta])),
    },
  };
}
