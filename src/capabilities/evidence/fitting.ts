import {
  EVIDENCE_FACTORS,
  type FitTerms,
  type TicketEffects,
  type TicketEvidence,
} from '../../records/evidence/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { connectedComponents } from '../../science/mixed-model/components.ts';
import {
  type CrossProductEntry,
  type CrossProducts,
  type CrossProductTotals,
  crossProductsFrom,
} from '../../science/mixed-model/cross-products.ts';
import { fitLinear, type LinearFit, type LinearShortage } from '../../science/mixed-model/fit-linear.ts';
import { termsOf } from './terms.ts';

/** Changes with anything that makes the same sums give another fit. */
export const MODEL_VERSION = 'linear-reml-2';

/** The sums as the database keeps them (records/evidence). */
type TicketSums = CrossProductTotals &
  Pick<TicketEffects, 'outcome' | 'dataVersion'> & { entries: CrossProductEntry[] };

/** The factors of a comparable ticket, by the numbers under which the database keeps their sums. */
const FACTORS = EVIDENCE_FACTORS.map((name, i) => ({ key: i + 1, name }));
/** The level of a client or an area that the ticket system left blank. */
export const NOT_GIVEN = 0;
/** More areas than this are too many for a fixed effect each; they then vary at random around their mean. */
export const MANY_CATEGORIES = 40;

/**
 * Technician effects on log minutes, comparing like with like: log minutes ~ priority + area + hour + (1|technician) +
 * (1|client) + (1|queue) where there are several queues; + difficulty where it was set before the first assignment. Reads sums only, so its cost does not grow with tickets.
 * `start`: θ of an earlier fit, which saves time and changes nothing.
 */
export function fitTechnicians(
  sums: TicketSums,
  start: TicketEffects['theta'] = {},
): { evidence: TicketEvidence; terms: FitTerms | null } {
  const products = crossProductsFrom(sums.entries, sums, FACTORS);
  const levels = (name: string) => products.factors.find((factor) => factor.name === name)!.ids.length;
  const manyAreas = levels('category') > MANY_CATEGORIES;
  const random = [
    'technician',
    'client',
    ...(levels('queue') > 1 ? ['queue'] : []),
    ...(manyAreas ? ['category'] : []),
  ];
  const fixed = ['priority', 'hour', 'difficulty', ...(manyAreas ? [] : ['category'])];
  const fit = fitLinear(products, { fixed, random, compare: 'technician' }, { start });
  if (fit.status === 'not-enough-evidence')
    return {
      evidence: { status: fit.status, reason: SHORTAGES[fit.reason], have: fit.have, need: fit.need },
      terms: null,
    };
  return { evidence: { status: 'fitted', effects: effectsOf(fit, products, sums) }, terms: termsOf(fit, fit.sigma) };
}

const SHORTAGES: Record<LinearShortage['reason'], string> = {
  'too-few-levels': 'technicians with resolved tickets',
  'too-few-observations': 'comparable tickets',
  'one-observation-each': 'comparable tickets',
  'no-variation': 'different resolution times',
  'nothing-unexplained': 'comparable tickets',
};

function effectsOf(fit: LinearFit, products: CrossProducts, sums: TicketSums): TicketEffects {
  const { compared } = fit;
  const parts = connectedComponents(products, ['technician', 'client', 'category'], NOT_GIVEN).technician!;
  return {
    outcome: sums.outcome,
    dataVersion: sums.dataVersion,
    modelVersion: MODEL_VERSION,
    n: fit.n,
    personIds: compared.ids as PersonId[],
    effect: Array.from(compared.blup),
    pev: Array.from(compared.covariance),
    tau2: compared.tau2,
    sigma: fit.sigma,
    tickets: Array.from(compared.n),
    component: Array.from(parts),
    clients: products.factors[1]!.ids.length,
    categories: products.factors[2]!.ids.length,
    theta: Object.fromEntries(fit.random.map((one) => [one.factor, one.theta])),
  };
}
