import { Refusal } from '../../base/errors.ts';
import type { AdviceAsItWas } from './types.ts';

/**
 * Whether a decision asks for a reason: it differs from our advice, or that was not open to whoever decided. The second
 * because asking only where it differs would tell them what it says.
 */
export const needsReason = ({ agreed, shown }: Pick<AdviceAsItWas, 'agreed' | 'shown'>): boolean =>
  agreed === false || shown === false;

/** Refuses a decision that asks for a reason and has none. */
export function refuseWithoutReason(decision: { reason: string | null; advice: AdviceAsItWas }): void {
  if (!needsReason(decision.advice) || (decision.reason ?? '').trim() !== '') return;
  throw new Refusal(
    'bad-input',
    decision.advice.shown === false
      ? 'Say why in a sentence: our advice on this seat is not open to you, so the record rests on your reason alone.'
      : 'This is other than our advice: say why in a sentence. It stands in the journal beside what we advised.',
    { field: 'reason' },
  );
}
