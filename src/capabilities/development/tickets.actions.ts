import { addDays } from '../../base/time.ts';
import type { MeasureDays } from '../../model/development/plan-measures.ts';
import {
  type FittedOutcome,
  measureTickets,
  outcomeFor,
  periodsOf,
  type TicketMeasure,
} from '../../model/development/ticket-measure.ts';
import type { FirmContext } from '../../platform/context.ts';
import { PERSON_FIRST_DAYS, readTerms } from '../../records/evidence/fit.store.ts';
import { readPeriods } from '../../records/evidence/periods.store.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Competency } from '../../records/voice/types.ts';

/** A need that is being worked on, and its days. */
export type WorkedOn = { competency: Competency; days: MeasureDays };

/**
 * How tickets changed over each need on the technical side, where models of tickets are in force. One query for all tickets,
 * one for each outcome's terms. Whoever isn't the person sees a ticket's numbers only after the days that are theirs alone.
 */
export async function readTicketMeasures(
  ctx: FirmContext,
  personId: PersonId,
  needs: readonly WorkedOn[],
  situation: Situation,
): Promise<Map<Competency, TicketMeasure>> {
  const isOwn = personId === ctx.personId;
  const { structure, playbook } = situation;
  const fitted = fittedIn(situation);
  const asked = needs.flatMap((need) => {
    const fit = outcomeFor(need.competency, fitted);
    return fit === null ? [] : [{ ...need, fit }];
  });
  const measures = new Map<Competency, TicketMeasure>();
  const begun = asked.filter(({ competency, days, fit: { outcome } }) => {
    if (days.practised <= structure.day) return true;
    measures.set(competency, { outcome, status: 'too-early', from: days.practised });
    return false;
  });
  if (begun.length === 0) return measures;
  const until = addDays(structure.day, isOwn ? 1 : 1 - PERSON_FIRST_DAYS);
  const periods = begun.map(({ fit, days }) => periodsOf(fit.outcome, days, until, playbook));
  const reader = isOwn ? 'themselves' : { others: ctx.now() };
  await ctx.asEngine(async (db) => {
    const cells = await readPeriods(db, periods);
    const outcomes = new Set(begun.map(({ fit }) => fit.outcome));
    for (const outcome of outcomes) {
      const terms = await readTerms(db, outcome, reader);
      for (const [at, { competency, fit }] of begun.entries())
        if (fit.outcome === outcome && terms !== null)
          measures.set(competency, measureTickets(cells[at]!, personId, { ...fit, terms }, playbook));
    }
  });
  return measures;
}

/** Outcomes with a model in force for the reader. */
function fittedIn({ effects, outcomes }: Situation): Omit<FittedOutcome, 'terms'>[] {
  const minutes = effects?.status === 'fitted' ? [effects.effects] : [];
  const ends = outcomes.flatMap((one) => (one.status === 'fitted' ? [one.effects] : []));
  return [...minutes, ...ends].flatMap(({ outcome, personIds, component }) =>
    outcome === 'breadth' || outcome === 'rescue' ? [] : [{ outcome, personIds, component }],
  );
}
