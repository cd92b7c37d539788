import type { FitTerms } from '../records/evidence/types.ts';
import { HELP_FACTORS, type HelpCell, type HelpFacts } from '../records/help/types.ts';
import type { PersonId, Structure, TeamId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';

/** What somebody did for others: tickets that can be compared, and how unlikely their end was without them. */
export type Rescues = {
  rescues: number;
  /** Σ (1 − p̂), tickets; p̂: the chance that whoever has such a ticket first resolves it. null: no model of it yet. */
  credit: number | null;
};

/** Tickets that went from one person to another who resolved them. */
export type HelpTie = { from: PersonId; to: PersonId; tickets: number; credit: number | null };

/** One person of the network, in tickets of its time. */
export type HelpPerson = {
  personId: PersonId;
  teamId: TeamId | null;
  /** Resolved tickets that came to them first. */
  own: number;
  given: number;
  received: number;
  /** Given to and got from people of other teams, also those who are no longer here. */
  between: number;
  /** Has worked enough, and neither gave help to another team nor got any from one. */
  isolated: boolean;
  /** The same of everybody, the own team included. */
  alone: boolean;
};

/** Who helped whom out, of those who are here now. */
export type HelpNetwork = { people: HelpPerson[]; ties: HelpTie[]; tickets: number };

/** What a cell is worth: the expected number of its tickets that would have gone no further. */
type CreditOf = ((cell: HelpCell) => number) | null;

/**
 * Chance that such a ticket is resolved by whoever has it first, apart from how good anybody is at it: the model of endings
 * with nobody's own effect. Takes levels in the order of HELP_FACTORS; one that the fit doesn't list has effect 0.
 */
export function chanceOfKeeping({ intercept, factors }: FitTerms): (levels: readonly number[]) => number {
  const effects = HELP_FACTORS.map((factor) => {
    const { ids = [], effect = [] } = factors[factor] ?? {};
    return new Map(ids.map((id, at) => [id, effect[at]!]));
  });
  return (levels) =>
    1 / (1 + Math.exp(-levels.reduce((sum, level, at) => sum + (effects[at]!.get(level) ?? 0), intercept)));
}

function creditBy(terms: FitTerms | null): CreditOf {
  if (terms === null) return null;
  const chance = chanceOfKeeping(terms);
  return ({ levels, n }) => (levels === null ? 0 : n * (1 - chance(levels)));
}

/** Number and credit of everybody's rescues. p̂: De Boeck and others 2011, JSS 39(12). */
export function rescuesOf(cells: readonly HelpCell[], terms: FitTerms | null): Map<PersonId, Rescues> {
  const found = new Map<PersonId, Rescues>();
  const creditOf = creditBy(terms);
  for (const cell of cells) {
    if (cell.levels === null) continue;
    const before = found.get(cell.to) ?? { rescues: 0, credit: creditOf && 0 };
    found.set(cell.to, {
      rescues: before.rescues + cell.n,
      credit: creditOf && before.credit! + creditOf(cell),
    });
  }
  return found;
}

/** Whether two people work in different teams; whoever works in none is in no team with anybody. */
export const inOtherTeams = (one: TeamId | null, other: TeamId | null): boolean => one === null || one !== other;

/** The network of everyone who is here: who does product work, or took part in help. No dispatcher and no machine. */
export function readNetwork(
  facts: HelpFacts,
  structure: Structure,
  terms: FitTerms | null,
  playbook: Playbook,
): HelpNetwork {
  const teamOf = new Map(structure.memberships.map(({ personId, teamId }) => [personId, teamId]));
  const helped = new Set(facts.cells.flatMap(({ from, to }) => [from, to]));
  const here = structure.people.filter(
    ({ personId, work }) => work === 'product' || (work === 'other' && helped.has(personId)),
  );
  const people = new Map(here.map(({ personId }) => [personId, beginning(personId, teamOf, facts)]));
  for (const cell of facts.cells) count(cell, people);
  const hasTeams = new Set(here.map(({ personId }) => teamOf.get(personId) ?? personId)).size > 1;
  for (const person of people.values()) {
    person.alone = person.given + person.received + person.between === 0;
    person.isolated = person.own >= playbook['tickets.need'] && (hasTeams ? person.between === 0 : person.alone);
  }
  const ties = joinTies(facts.cells, people, creditBy(terms));
  return { people: [...people.values()], ties, tickets: ties.reduce((sum, { tickets }) => sum + tickets, 0) };
}

function beginning(personId: PersonId, teamOf: ReadonlyMap<PersonId, TeamId>, facts: HelpFacts): HelpPerson {
  const nothing = { given: 0, received: 0, between: 0, isolated: false, alone: true };
  return { personId, teamId: teamOf.get(personId) ?? null, own: facts.own.get(personId) ?? 0, ...nothing };
}

function count(cell: HelpCell, people: ReadonlyMap<PersonId, HelpPerson>): void {
  const [from, to] = [people.get(cell.from), people.get(cell.to)];
  // With somebody who has left it still was help: nobody is called isolated who had it.
  const between = !from || !to || inOtherTeams(from.teamId, to.teamId) ? cell.n : 0;
  if (from) from.between += between;
  if (to) to.between += between;
  if (!from || !to) return;
  from.received += cell.n;
  to.given += cell.n;
}

function joinTies(
  cells: readonly HelpCell[],
  people: ReadonlyMap<PersonId, HelpPerson>,
  creditOf: CreditOf,
): HelpTie[] {
  const ties = new Map<string, HelpTie>();
  for (const cell of cells) {
    const { from, to, n } = cell;
    if (from === to || !people.has(from) || !people.has(to)) continue;
    const tie = ties.get(`${from} ${to}`) ?? { from, to, tickets: 0, credit: creditOf && 0 };
    tie.tickets += n;
    if (creditOf) tie.credit! += creditOf(cell);
    ties.set(`${from} ${to}`, tie);
  }
  return [...ties.values()];
}
