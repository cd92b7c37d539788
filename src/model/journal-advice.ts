import type { AdviceAsItWas, AdviceBasis, DecisionKind, PersonThen } from '../records/decisions/types.ts';
import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Answer, SideStanding, Verdict } from '../records/verdicts/types.ts';

/**
 * Our advice as it stands on record beside a decision, with what it rested on, whether it was followed, and whether whoever
 * decided had it open.
 */
export function adviceAsItWas(verdict: Verdict, playbook: Playbook, chosen: Chosen, shown: boolean): AdviceAsItWas {
  const { dataVersion, modelVersion, playbookVersion, kind, considered, sentence } = verdict;
  const answer = verdict.answer.kind;
  const named = namedBy(verdict);
  const basis = basisOf(verdict, playbook, [...named, chosen.personId]);
  const agreed = agreesWith({ answer, named }, chosen);
  return {
    dataVersion,
    modelVersion,
    playbookVersion,
    kind,
    answer,
    considered,
    named,
    sentence,
    agreed,
    shown,
    basis,
  };
}

function basisOf(verdict: Verdict, playbook: Playbook, people: readonly (PersonId | null)[]): AdviceBasis {
  const { reasons, demand, gate, candidates } = verdict;
  const { observations, raters, tickets } = verdict.evidence;
  const about = candidates.filter(({ personId }) => people.includes(personId));
  const keys = new Set([...reasons, ...about.flatMap((one) => one.reasons)].flatMap(({ rules }) => rules));
  return {
    reasons: reasons.map(({ text }) => text),
    ...{ observations, raters, tickets, demand, gate },
    rules: Object.fromEntries([...keys].sort().map((key) => [key, playbook[key]])),
    sides: about.map(
      ({ personId, technical, people }): PersonThen => ({
        personId,
        technical: sideOf(technical),
        people: sideOf(people),
      }),
    ),
  };
}

const sideOf = ({ estimate, chance, status }: SideStanding) => {
  const { mean, low, high } = estimate;
  return { mean, low, high, chance, status };
};

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

/** What somebody decides: whom for a seat, and as what. */
type Chosen = { personId: PersonId | null; kind: DecisionKind };

const NAMES_NOBODY: readonly Answer['kind'][] = ['leave-open', 'hire', 'not-enough-evidence'];

/** Whether a decision is what our advice said. */
export function agreesWith({ answer, named }: Pick<AdviceAsItWas, 'answer' | 'named'>, chosen: Chosen): boolean {
  const { personId, kind } = chosen;
  if (personId === null) return NAMES_NOBODY.includes(answer);
  if (answer === 'pair') return personId === named[0];
  if (answer === 'grow') return false;
  if (answer === 'trial' && kind !== 'trial') return false;
  return named.some((id) => id === personId);
}

/** Whether a decision on record is what our advice said; null: whoever was chosen was erased since, and it was not kept. */
export function agreedIn({ advice, ...chosen }: Chosen & { advice: AdviceAsItWas }): boolean | null {
  if (advice.agreed !== undefined) return advice.agreed;
  return chosen.personId === null && chosen.kind !== 'leave-open' ? null : agreesWith(advice, chosen);
}

/** Whether a decision differs from our advice, so that the record asks why. */
export function differsFrom(
  verdict: { answer: Answer; holderId: PersonId | null },
  { personId, trial }: { personId: PersonId | null; trial: boolean },
): boolean {
  const kind = personId === null ? 'leave-open' : trial ? 'trial' : 'hold';
  return !agreesWith({ answer: verdict.answer.kind, named: namedBy(verdict) }, { personId, kind });
}
