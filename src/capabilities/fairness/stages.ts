import type { RecordedDecision } from '../../records/decisions/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Verdict } from '../../records/verdicts/types.ts';
import type { Attribute } from './attributes.ts';
import { compareGroups } from './compare.ts';
import type { Stage, StageKey } from './contract.ts';

/** Everyone who was considered, and whether they came further. One entry a person, for however many seats. */
export type Passage = Map<PersonId, boolean>;

/** From being considered for an open seat to being named by our advice as it is now. Held seats consider nobody else. */
export function passageOfAdvice(verdicts: readonly Verdict[]): Passage {
  const passage: Passage = new Map();
  for (const { answer, candidates } of verdicts) {
    if (answer.kind === 'keep') continue;
    for (const { personId, role } of candidates) note(passage, personId, role !== null);
  }
  return passage;
}

/** From being considered for a seat to being chosen for it by whoever decided. */
export function passageOfDecisions(decisions: readonly RecordedDecision[]): Passage {
  const passage: Passage = new Map();
  for (const { advice, personId } of decisions) {
    for (const one of advice.considered) note(passage, one, one === personId);
    if (personId !== null) note(passage, personId, true);
  }
  return passage;
}

const note = (passage: Passage, personId: PersonId, further: boolean) =>
  passage.set(personId, further || passage.get(personId) === true);

/** Compares the groups of one attribute at one step. */
export function compareStage(key: StageKey, passage: Passage, groupOf: ReadonlyMap<PersonId, string>): Stage {
  const entries = [...passage];
  const known = entries.flatMap(([personId, chosen]) => {
    const group = groupOf.get(personId);
    return group === undefined ? [] : [{ group, chosen }];
  });
  return {
    key,
    considered: entries.length,
    chosen: entries.filter(([, further]) => further).length,
    notGiven: entries.length - known.length,
    groups: compareGroups(known),
  };
}

/** Groups by attribute, each with whose they are. */
export function groupsByAttribute(
  given: readonly { personId: PersonId; attribute: Attribute; group: string }[],
): Map<Attribute, Map<PersonId, string>> {
  const found = new Map<Attribute, Map<PersonId, string>>();
  for (const { personId, attribute, group } of given) {
    const mine = found.get(attribute) ?? new Map<PersonId, string>();
    found.set(attribute, mine.set(personId, group));
  }
  return found;
}
