import type { Decision } from './decide.ts';
import type { Contender, SeatCase } from './seat-case.ts';
import { joinNames } from './words.ts';

/** Names told one by one; beyond, how many more there are. */
const MOST_NAMES = 3;

/**
 * What can be said where nobody has said anything about people: who reaches the technical bar by what is known. Null
 * where nothing technical is known either.
 */
export function sayTechnicalSide(about: SeatCase, { stands }: Decision): string | null {
  const measured = about.contenders.filter((one) => stands.get(one.personId)!.technical.evidence > 0);
  if (measured.length === 0) return null;
  const clear = measured.filter((one) => stands.get(one.personId)!.technical.status === 'clears');
  const likely = measured.filter((one) => stands.get(one.personId)!.technical.status === 'likely');
  const known = `The technical side of ${sayShare(measured.length, about.contenders.length)} is known`;
  if (clear.length > 0)
    return `${known}: ${nameSome(clear)} probably ${clear.length === 1 ? 'has' : 'have'} the technical depth it asks for.`;
  if (likely.length > 0) return `${known}: ${nameSome(likely)} may have the technical depth it asks for.`;
  return `${known}, and nobody stands out with the technical depth it asks for.`;
}

function sayShare(known: number, all: number): string {
  if (all === 1) return 'the one person there';
  return known === all ? `all ${all} people` : `${known} of ${all} people`;
}

function nameSome(people: readonly Contender[]): string {
  const names = people.slice(0, MOST_NAMES).map((one) => one.name);
  const more = people.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : joinNames(names, 'and');
}
