import { capitalise, countOf, joinNames } from '../../model/words.ts';
import type { SkillState } from '../../records/skills/types.ts';
import type { Called, ShownBusFactor, ShownCoverPlan, ShownPairing, ShownSkill, SkillsPage } from './contract.ts';

export const STATE_WORDS: Record<SkillState, string> = {
  learning: 'Learning',
  shadowing: 'Shadowing',
  'signed-off': 'Signed off',
};

/** "Servers and backup (Pod B)". */
export const nameSkill = ({ name, team }: Pick<ShownSkill, 'name' | 'team'>): string =>
  team === null ? name : `${name} (${team})`;

export const sayNames = (people: readonly Called[]): string | null =>
  people.length === 0
    ? null
    : joinNames(
        people.map(({ name }) => name),
        'and',
      );

/** What is covered, in a sentence. */
export function sayCover({ skills, hasTickets }: SkillsPage): string {
  const needed = skills.filter(({ required }) => required > 0);
  if (needed.length === 0)
    return hasTickets
      ? 'No skill or client asks for anybody yet.'
      : 'No tickets tell what this firm needs people for. Add skills, or bring a table.';
  const covered = needed.filter(({ missing }) => missing === 0).length;
  const nobody = needed.filter(({ signedOff }) => signedOff.length === 0).length;
  const none =
    nobody === 0
      ? ''
      : ` For ${nobody === needed.length ? 'none of them is' : `${nobody} nobody is`} signed off${nobody === needed.length ? ' anybody' : ''}.`;
  return `${covered} of ${countOf(needed.length, 'skill or client', 'skills and clients')} have the people they need.${none}`;
}

/** "covered", "1 short". */
export const sayState = ({ required, missing }: Pick<ShownSkill, 'required' | 'missing'>): string =>
  required === 0 ? 'needs nobody' : missing === 0 ? 'covered' : `${missing} short`;

/** Whose leaving would take more than half away; names only where the reader gets them. */
export function sayBus(bus: ShownBusFactor | null): string {
  if (bus === null) return 'Nobody is signed off for anything yet, so it can’t be told whose leaving would hurt.';
  const { people, atLeast, names } = bus;
  if (people === 0) return 'For more than half of what is needed nobody is signed off already.';
  const sure =
    atLeast === people ? '' : ` It may take fewer, but no fewer than ${atLeast}: there was no time to be sure.`;
  const who = names === null ? countOf(people, 'person', 'people') : joinNames(names, 'and');
  const leaves = people === 1 ? 'leaves' : 'leave';
  const only = people === 1 ? ' That is a bus factor of one.' : ` That is the smallest such set: ${people} people.`;
  return `${capitalise(`if ${who} ${leaves}`)}, more than half of what is needed is left to nobody.${only}${sure}`;
}

/** What the plan reaches, in a sentence. */
export function sayPlan(plan: ShownCoverPlan): string {
  const { status, pairings, hours, gap, shareNow, shareAfter } = plan;
  if (status === 'time-is-up') return 'The best pairings were not found in time. Try again when less is going on here.';
  if (pairings.length === 0)
    return plan.shortfalls.length + plan.notes.length === 0
      ? 'Everything has the people it needs: no pairing to propose.'
      : 'No pairing to propose now.';
  const weeks = Math.max(...pairings.map((one) => one.weeks));
  const reach = `${percent(shareNow)} of cover now, ${percent(shareAfter)} once all of them are signed off`;
  const close = gap > 0 ? ` Best found in time; the cheapest may take up to ${percent(gap)} fewer hours.` : '';
  return `${capitalise(countOf(pairings.length, 'pairing', 'pairings'))}, ${Math.round(hours)} hours of both together over ${countOf(weeks, 'week', 'weeks')}: ${reach}.${close}`;
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Who learns what from whom. */
export const sayFrom = ({ teacher }: Pick<ShownPairing, 'teacher'>): string => teacher?.name ?? 'a course outside';

/** Pairings by what they are for: skills and clients, and what leads learn from each other. */
export function splitPairings(pairings: readonly ShownPairing[]): { skills: ShownPairing[]; leads: ShownPairing[] } {
  const isLeads = ({ kind }: ShownPairing) => kind === 'queue' || kind === 'people-work';
  return { skills: pairings.filter((one) => !isLeads(one)), leads: pairings.filter(isLeads) };
}
