import type { ConditionFacts, ConditionWeek } from '../records/conditions/types.ts';
import type { Person, PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';

/** What in a team's work makes conditions what they are; never about one person. */
export type CauseKey = 'on-call' | 'evenings' | 'load' | 'switches' | 'client' | 'steps';
export type Cause = {
  key: CauseKey;
  text: string;
  /** It moved against the thirteen weeks before, or it falls on few: worth a look. */
  stands: boolean;
};

/** What isn't said, and why. */
export type NotShown = { what: string; why: string };

/** Whose causes are looked for: people who work hands-on in a team and don't lead it. */
export type Team = { members: readonly Person[]; facts: ConditionFacts; playbook: Playbook };
export type Said = Cause | NotShown | null;

/** Fewer people than a sum is said of. */
export const tooFew = (what: string, { playbook }: Team): NotShown => ({
  what,
  why: `Said of at least ${playbook['conditions.group']} people besides the lead, so that nobody’s own number can be told.`,
});
/** Enough people, but the sum is not theirs together. */
export const ofOne = (what: string): NotShown => ({
  what,
  why: 'Too little of it is common to the team to say it without pointing at somebody.',
});

/** Weeks of the people of a team, each with their own. */
export const ofMembers = (of: readonly ConditionWeek[], { members }: Team): Map<PersonId, ConditionWeek[]> => {
  const ids = new Set(members.map(({ personId }) => personId));
  return Map.groupBy(
    of.filter(({ personId }) => ids.has(personId)),
    ({ personId }) => personId,
  );
};

/** Enough people behind a sum, and none of them most of it. */
export function isSpread(parts: readonly number[], playbook: Playbook): boolean {
  const all = parts.reduce((sum, part) => sum + part, 0);
  const those = parts.filter((part) => part > 0).length;
  return those >= playbook['conditions.affected'] && Math.max(...parts) <= playbook['conditions.one-most'] * all;
}
