import { dayOf } from '../../base/time.ts';
import type { PersonId } from '../people/types.ts';
import { COMPETENCIES_OF, type Side } from '../voice/types.ts';
import type { Remark, StandingRemark } from './types.ts';

/** Open disputes of a person that touch a number, newest first: a side rests on its competencies, so theirs stand there too. */
export function disputesOf(remarks: readonly Remark[], personId: PersonId, about: string): Remark[] {
  return touching(remarks, personId, about).filter((one) => one.kind === 'dispute' && one.answeredAt === null);
}

/** Everything that was said to a number, for the panel behind it, newest first; answered ones included. */
export function remarksOn(remarks: readonly Remark[], about: string): StandingRemark[] {
  const personId = personIn(about);
  const found =
    personId === undefined ? remarks.filter((one) => one.about === about) : touching(remarks, personId, about);
  return [...found].sort(newestFirst).map(asStanding);
}

/** A remark as it stands beside a number. */
export function asStanding({ about, kind, text, at, answer, outcome, answeredAt }: Remark): StandingRemark {
  return { about, kind, text, day: dayOf(at), answer, outcome, answered: answeredAt !== null };
}

function touching(remarks: readonly Remark[], personId: PersonId, about: string): Remark[] {
  const own = remarks.filter((one) => one.personId === personId);
  const wide = new Set([about, ...partsOf(personId, about)]);
  return own.filter((one) => wide.has(one.about)).sort(newestFirst);
}

const newestFirst = (one: Remark, other: Remark) => other.at - one.at || other.remarkId - one.remarkId;

/** The numbers that another one rests on: of a side its competencies, of resolving the tickets. */
function partsOf(personId: PersonId, about: string): string[] {
  const [kind, , part] = about.split('/');
  if (kind === 'strength' && (part === 'technical' || part === 'people')) {
    return COMPETENCIES_OF[part satisfies Side].map((competency) => `competency/${personId}/${competency}`);
  }
  return about === `competency/${personId}/resolving` ? [`tickets/${personId}`] : [];
}

/** Whose number a reference of the side panel names; undefined: it names a seat, a rule or a single ticket. */
export function personIn(about: string): PersonId | undefined {
  const [, id] = /^(?:strength|competency|tickets)\/(\d+)(?:\/|$)/.exec(about) ?? [];
  return id === undefined ? undefined : (Number(id) as PersonId);
}
