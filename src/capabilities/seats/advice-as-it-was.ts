import type { AdviceAsItWas } from '../../records/decisions/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Answer, Verdict } from '../../records/verdicts/types.ts';

/** Our advice as it stands on record beside a decision. */
export function adviceAsItWas(verdict: Verdict): AdviceAsItWas {
  const { dataVersion, modelVersion, playbookVersion, kind, considered, sentence } = verdict;
  const answer = verdict.answer.kind;
  return { dataVersion, modelVersion, playbookVersion, kind, answer, considered, named: namedBy(verdict), sentence };
}

/** Whom an answer names: for a held seat whoever holds it. */
export function namedBy({ answer, holderId }: Pick<Verdict, 'answer' | 'holderId'>): PersonId[] {
  switch (answer.kind) {
    case 'person':
    case 'trial':
    case 'grow':
      return [answer.personId];
    case 'several':
      return answer.personIds;
    case 'pair':
      return [answer.leadId, answer.secondId];
    case 'keep':
      return holderId === null ? [] : [holderId];
    default:
      return [];
  }
}

/** What somebody is about to decide. */
type Choosing = { personId: number | null; trial: boolean };

/** Whether a decision differs from our advice, so that the record asks why. */
export function differsFrom(
  { answer, holderId }: { answer: Answer; holderId: PersonId | null },
  { personId, trial }: Choosing,
): boolean {
  if (personId === null)
    return answer.kind !== 'leave-open' && answer.kind !== 'hire' && answer.kind !== 'not-enough-evidence';
  if (answer.kind === 'pair') return personId !== answer.leadId;
  if (answer.kind === 'grow') return true;
  if (answer.kind === 'trial') return personId !== answer.personId || !trial;
  return !namedBy({ answer, holderId }).some((id) => id === personId);
}
