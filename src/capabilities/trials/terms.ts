import { Refusal } from '../../base/errors.ts';
import type { Day } from '../../base/time.ts';
import { type Hours, hours } from '../../base/units.ts';
import { refuseCriteria } from '../../model/trial-criteria.ts';
import { readFirstDay, readLastDay, readReviewDays } from '../../model/trial-plan.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { Criterion, TrialTerms } from '../../records/trials/types.ts';

/** Terms as they come from a form. */
export type TypedTerms = {
  criteria: Criterion[];
  startDay?: string | null | undefined;
  untilDay: string;
  reviewDays: string[];
  ticketHours: number | null;
};

/** Reads and checks what both are to agree on: criteria, the first and the last day, days to look at it, fewer hours on tickets. */
export function readTerms(
  typed: TypedTerms,
  now: { today: Day; told: Hours | null; playbook: Playbook },
): TrialTerms & { reviewDays: Day[] } {
  const criteria = typed.criteria.map((one) => ({ ...one, text: one.text.trim() }));
  refuseCriteria(criteria);
  const startDay = readFirstDay(typed.startDay ?? null, now.today, now.playbook);
  const untilDay = readLastDay(typed.untilDay, startDay);
  const reviewDays = readReviewDays(typed.reviewDays, startDay, untilDay, now.playbook);
  const { ticketHours } = typed;
  if (ticketHours !== null && now.told !== null && ticketHours > now.told)
    throw new Refusal(
      'bad-input',
      'A trial takes hours on tickets away, it adds none: give at most what they have now.',
      {
        field: 'ticketHours',
      },
    );
  return { criteria, startDay, untilDay, reviewDays, ticketHours: ticketHours === null ? null : hours(ticketHours) };
}
