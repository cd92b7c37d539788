import type { PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Reason } from '../records/verdicts/types.ts';
import { namedIn } from './choice.ts';
import type { Decision } from './decide.ts';
import type { Contender, SeatCase } from './seat-case.ts';
import { isKnown, reaches } from './standing.ts';
import { countOf } from './words.ts';

/** Who closes the most tickets of the contenders; null where nobody is known to close any, or two close the same. */
export function findTopCloser(about: SeatCase, closed: ReadonlyMap<PersonId, number>): PersonId | null {
  const counts = about.contenders.map((one) => closed.get(one.personId) ?? 0);
  const most = Math.max(0, ...counts);
  if (most === 0 || counts.filter((count) => count === most).length > 1) return null;
  return about.contenders[counts.indexOf(most)]!.personId;
}

/**
 * Says plainly that a brilliant technician is not a lead yet: about whoever closes the most tickets, else whoever is
 * technically strongest, where that person is not named because of the people side. Null where there is nothing to say.
 */
export function sayBrilliant(
  about: SeatCase,
  decision: Decision,
  topCloser: PersonId | null,
  views: (personId: PersonId) => number,
  playbook: Playbook,
): Reason | null {
  if (!about.open) return null;
  const named = namedIn(decision.choice);
  const lacksPeople = (one: Contender) =>
    !named.has(one.personId) && !reaches(decision.stands.get(one.personId)!.people);
  const closer = about.contenders.find((one) => one.personId === topCloser);
  if (closer && lacksPeople(closer))
    return sayNotYet(
      closer,
      `${closer.name} closes the most tickets.`,
      [`tickets/${closer.personId}`],
      decision,
      views,
      playbook,
    );
  const strongest = technicallyStrongest(about, decision);
  if (!strongest || !lacksPeople(strongest) || decision.stands.get(strongest.personId)!.technical.status !== 'clears')
    return null;
  const proof = [`strength/${strongest.personId}/technical`];
  return sayNotYet(
    strongest,
    `${strongest.name} is probably the strongest technically.`,
    proof,
    decision,
    views,
    playbook,
  );
}

function technicallyStrongest(about: SeatCase, decision: Decision): Contender | null {
  const mean = (one: Contender) => decision.stands.get(one.personId)!.technical.mean;
  return about.contenders.reduce<Contender | null>((best, one) => (!best || mean(one) > mean(best) ? one : best), null);
}

function sayNotYet(
  one: Contender,
  praise: string,
  proof: readonly string[],
  decision: Decision,
  views: (personId: PersonId) => number,
  playbook: Playbook,
): Reason {
  const stand = decision.stands.get(one.personId)!.people;
  const count = views(one.personId);
  const evidence = [...proof, `strength/${one.personId}/people`];
  const rules = ['gate.people.below', 'gate.people.low', 'gate.likely', 'answers.evidence-need'] as const;
  const heard = `${count <= 3 ? 'only ' : ''}${countOf(count, 'answer says', 'answers say')} so`;
  const isnt = one.leads ? "isn't ready for this seat yet" : "isn't a lead yet";
  const why =
    count === 0
      ? `That alone makes no lead: nobody has said yet how ${one.name} is with people.`
      : stand.status === 'not-yet' && isKnown(stand, playbook)
        ? `${one.name} ${isnt}: below what this job needs with people, and ${heard}.`
        : `${one.name} ${isnt}: whether people skills reach what this job needs can't be told from ${countOf(count, 'answer', 'answers')}.`;
  return { text: `${praise} ${why}`, rules: [...rules], evidence };
}
