import { createRandom } from '../../src/base/random.ts';
import { fitTechnicians } from '../../src/capabilities/evidence/fitting.ts';
import { fitEnds } from '../../src/capabilities/evidence/fitting-ends.ts';
import { chanceOf, type TicketMix } from '../../src/model/decomposition.ts';
import type { TicketCase } from '../../src/model/residuals.ts';
import { CELL_FACTORS, EVIDENCE_FACTORS } from '../../src/records/evidence/types.ts';
import { accumulateCrossProducts } from '../../src/science/mixed-model/accumulate.ts';
import { listEntries } from '../../src/science/mixed-model/cross-products.ts';

/** A ticket with who got it first, and whether that person kept it. */
export type SmallTicket = TicketCase & { technician: number; kept: 0 | 1 };

/**
 * Tickets of a small firm whose people get different work: strong people more of the hard areas, everybody mostly their own
 * clients; person 1 is the quickest. `per`: about how many tickets each gets.
 */
export function smallTickets({ seed, people = 6, per = 60 }: { seed: number; people?: number; per?: number }) {
  const random = createRandom(seed);
  return Array.from({ length: people * per }, (_, i): SmallTicket => {
    const technician = 1 + random.integer(people);
    const category = 1 + random.weighted([people - technician + 1, 2, technician]);
    const client = 1 + ((technician + random.weighted([4, 3, 3, 2, 2, 1, 1, 1])) % 8);
    const priority = 1 + random.integer(4);
    const hour = 7 + random.integer(12);
    const skill = (people / 2 - technician) * 0.18;
    const usual = 3 + 0.5 * (category - 2) + 0.15 * client - 0.1 * priority;
    const levels = { client, category, queue: 0, priority, hour, band: hour < 13 ? 1 : 2, difficulty: 0 };
    const kept = random.uniform() < chanceOf(1.5 - 0.6 * (category - 2) + 2 * skill) ? 1 : 0;
    return { ticketId: i + 1, y: Math.max(0, usual - skill + 0.6 * random.normal()), technician, levels, kept };
  });
}

const FACTORS = EVIDENCE_FACTORS.map((name, i) => ({ key: i + 1, name }));

/** Fits their minutes as the product does. */
export function fitMinutes(tickets: readonly SmallTicket[]) {
  const levels = EVIDENCE_FACTORS.map((name) => tickets.map((one) => levelOf(one, name)));
  const sums = accumulateCrossProducts({ levels, y: tickets.map(({ y }) => y) }, FACTORS);
  const { n, sumY, sumYY } = sums;
  const fit = fitTechnicians({
    n,
    sumY,
    sumYY,
    entries: [...listEntries(sums)],
    outcome: 'minutes-worked',
    dataVersion: 1,
  });
  if (fit.evidence.status !== 'fitted') throw new Error(fit.evidence.reason);
  return { effects: fit.evidence.effects, terms: fit.terms! };
}

/** Fits which of them were kept as the product does. */
export function fitKept(tickets: readonly SmallTicket[]) {
  const cells = tickets.map((one) => ({
    levels: CELL_FACTORS.map((name) => levelOf(one, name)),
    trials: 1,
    successes: one.kept,
  }));
  const fit = fitEnds('kept', { dataVersion: 1, cells });
  if (fit.evidence.status !== 'fitted') throw new Error(fit.evidence.reason);
  return { effects: fit.evidence.effects, terms: fit.terms! };
}

const levelOf = (one: SmallTicket, name: (typeof EVIDENCE_FACTORS | typeof CELL_FACTORS)[number]) =>
  name === 'technician' ? one.technician : one.levels[name]!;

/** One person's tickets beside all, counted level by level. */
export function mixOf(tickets: readonly SmallTicket[], technician: number): TicketMix {
  const own = tickets.filter((one) => one.technician === technician);
  const names = ['client', 'category', 'queue', 'priority', 'hour', 'band', 'difficulty'] as const;
  const count = (of: readonly SmallTicket[], name: (typeof names)[number], level: number) =>
    of.filter((one) => one.levels[name] === level).length;
  return {
    own: own.length,
    all: tickets.length,
    factors: Object.fromEntries(
      names.map((name) => [
        name,
        [...new Set(tickets.map((one) => one.levels[name]!))].map((level) => ({
          level,
          own: count(own, name, level),
          all: count(tickets, name, level),
        })),
      ]),
    ),
  };
}

/** The mean of some values. */
export const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
