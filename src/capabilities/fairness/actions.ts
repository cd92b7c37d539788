import { Refusal } from '../../base/errors.ts';
import { dayOf } from '../../base/time.ts';
import { advise, MODEL_VERSION } from '../../model/advice.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDecisions } from '../../records/decisions/store.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { ATTRIBUTES, type Attribute, readGroup } from './attributes.ts';
import type { AttributeReport, Fairness, OwnGroups } from './contract.ts';
import { FAIRNESS_RULES } from './rules.ts';
import { compareStage, groupsByAttribute, passageOfAdvice, passageOfDecisions } from './stages.ts';
import { readGroups, removeGroups, saveGroups } from './store.ts';
import { sayFairness } from './words.ts';

/**
 * Compares how often groups come from being considered to being named and chosen. Groups are read in the viewer's own
 * standing, which has to be HR's; advice is computed in the program's, which can't read them.
 */
export async function compareFairly(ctx: FirmContext): Promise<Fairness> {
  const groups = groupsByAttribute(await readGroups(ctx.db));
  const situation = await situationOf(ctx);
  const { structure } = situation;
  const named = passageOfAdvice(advise({ ...situation, day: structure.day }, { flips: false }));
  const chosen = passageOfDecisions(await readDecisions(ctx.db));
  const attributes = ATTRIBUTES.map((attribute): AttributeReport => {
    const groupOf = groups.get(attribute) ?? new Map<PersonId, string>();
    return {
      attribute,
      given: groupOf.size,
      known: commonGroups(groupOf),
      stages: [compareStage('named', named, groupOf), compareStage('chosen', chosen, groupOf)],
    };
  });
  const people = structure.people
    .filter((person) => person.work !== 'service-account')
    .map(({ personId, name }) => ({ personId, name }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return { sentence: sayFairness(attributes), attributes, people, modelVersion: MODEL_VERSION };
}

/** Names that enough people share for none of them to be read off. */
function commonGroups(groupOf: ReadonlyMap<PersonId, string>): string[] {
  const counts = new Map<string, number>();
  for (const group of groupOf.values()) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts].flatMap(([group, n]) => (n >= FAIRNESS_RULES.smallestShown.value ? [group] : [])).sort();
}

/** Removes what is kept: of one attribute, of one person, or all of it. */
export async function forgetGroups(
  ctx: FirmContext,
  of: { attribute?: Attribute | undefined; personId?: number | undefined },
): Promise<{ removed: number }> {
  const removed = await removeGroups(ctx.db, {
    attribute: of.attribute,
    personId: of.personId as PersonId | undefined,
  });
  // How many, not whose: that somebody has a group here is known to HR alone.
  Object.assign(ctx.concerns.details, { removed });
  return { removed };
}

/** What the actor has given about themselves. */
export async function findOwnGroups(ctx: FirmContext): Promise<OwnGroups> {
  const given = await readGroups(ctx.db, ownPerson(ctx));
  const of = (attribute: Attribute) => given.find((one) => one.attribute === attribute)?.group ?? null;
  return { groups: Object.fromEntries(ATTRIBUTES.map((one) => [one, of(one)])) as OwnGroups['groups'] };
}

/** Keeps or takes back what the actor says about themselves. */
export async function saveOwn(
  ctx: FirmContext,
  { attribute, group }: { attribute: Attribute; group: string | null },
): Promise<OwnGroups> {
  const personId = ownPerson(ctx);
  if (group === null) await removeGroups(ctx.db, { attribute, personId });
  else {
    const read = readGroup(group, []);
    if ('reason' in read) throw new Refusal('bad-input', read.reason, { field: 'group' });
    await saveGroups(ctx.db, [{ personId, attribute, group: read.value }], dayOf(ctx.now()));
  }
  return findOwnGroups(ctx);
}

function ownPerson({ personId }: FirmContext): PersonId {
  if (personId !== null) return personId as PersonId;
  throw new Refusal(
    'not-found',
    'Your account belongs to nobody on the list of people, so there is nothing to give: ask whoever keeps the members.',
  );
}
