import type { PersonId } from '../records/people/types.ts';
import type { Answer, HolderNeed } from '../records/verdicts/types.ts';
import type { Side } from '../records/voice/types.ts';

/** What the holder of a seat needs, without its words. */
export type NeedCore = Pick<HolderNeed, 'kind' | 'side' | 'personId'>;

/** An answer before it is put in words and dates: what flips compare. */
export type Choice =
  | { kind: 'person'; personId: PersonId }
  | { kind: 'several'; personIds: PersonId[] }
  | { kind: 'pair'; leadId: PersonId; secondId: PersonId; secondSide: Side }
  | { kind: 'trial'; personId: PersonId }
  | { kind: 'grow'; personId: PersonId; side: Side; gap: number; months: number }
  | { kind: 'hire'; because: 'nobody-below' | 'nobody-wants' | 'not-yet' }
  | { kind: 'leave-open'; because: 'later' | 'small-team' }
  /** personId and side: where more evidence would tell most; null: nobody to ask about. */
  | { kind: 'not-enough-evidence'; personId: PersonId | null; side: Side }
  | { kind: 'keep'; needs: NeedCore[] };

/** The same text for the same kind of answer with the same people named. */
export function choiceKey(choice: Choice | Answer): string {
  switch (choice.kind) {
    case 'person':
    case 'trial':
      return `${choice.kind} ${choice.personId}`;
    case 'several':
      return `several ${[...choice.personIds].sort((a, b) => a - b).join(' ')}`;
    case 'pair':
      return `pair ${choice.leadId} ${choice.secondId}`;
    case 'grow':
      return `grow ${choice.personId} ${choice.side}`;
    case 'keep':
      return `keep ${choice.needs.map((need) => `${need.kind}/${need.side}/${need.personId}`).join(' ')}`;
    default:
      return choice.kind;
  }
}

/** Who a choice names, each as what. */
export function namedIn(choice: Choice): Map<PersonId, 'named' | 'second' | 'trial' | 'grow'> {
  switch (choice.kind) {
    case 'person':
      return new Map([[choice.personId, 'named']]);
    case 'trial':
      return new Map([[choice.personId, 'trial']]);
    case 'grow':
      return new Map([[choice.personId, 'grow']]);
    case 'several':
      return new Map(choice.personIds.map((id) => [id, 'named'] as const));
    case 'pair':
      return new Map<PersonId, 'named' | 'second'>([
        [choice.leadId, 'named'],
        [choice.secondId, 'second'],
      ]);
    case 'keep':
      return new Map(
        choice.needs.flatMap((need) => (need.personId === null ? [] : [[need.personId, 'second'] as const])),
      );
    default:
      return new Map();
  }
}
