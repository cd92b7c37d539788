import type { PersonId, TeamId } from '../records/people/types.ts';
import { type HelpNetwork, type HelpPerson, inOtherTeams } from './help.ts';

/** In a smaller team the team's numbers would be somebody's. */
export const SMALLEST_TEAM = 3;

/** A knot of the picture: a person, or what of a team is told of the team alone (with whoever of it isn't named). */
export type HelpNode = {
  key: string;
  /** null: a team. */
  personId: PersonId | null;
  /** null: somebody of a small team, or of none. */
  teamId: TeamId | null;
  /** Who is in it; of a team nobody where all of it are named. */
  people: PersonId[];
  /** A person whose help with other teams is told of the team alone. */
  betweenWithTeam: boolean;
};

/** Help from one knot to another; from and to the same: within it. */
export type NodeTie = { from: string; to: string; tickets: number; credit: number | null };

/**
 * The network as it may be drawn for anybody at all: everything that is shown to anyone is worked out from it. Of nobody it
 * tells that they have no help from other teams: it would look the same if they had (the tests try it).
 */
export type HelpPicture = {
  nodes: HelpNode[];
  ties: NodeTie[];
  /** How many of a team are isolated; only where that points at nobody. */
  isolated: { teamId: TeamId; people: number }[];
  /** Teams of SMALLEST_TEAM or more. `closed`: help with other teams isn't drawn, because it would point at people. */
  teams: { teamId: TeamId; people: number; closed: boolean }[];
  /** People of small teams who are not in it. */
  leftOut: number;
};

/** The least number among whom so many can't be told: more than twice as many, also for one of them who looks. */
const crowdFor = (hidden: number) => 2 * hidden + 2;

/**
 * Those with the least of something, enough to hide whoever has none of it among them; everybody where there aren't enough.
 * Whoever has as much as the last of them is in too: so who is in depends on the amounts alone.
 */
function hideAmong<Of>(people: readonly Of[], amount: (one: Of) => number): Set<Of> {
  const none = people.filter((one) => amount(one) === 0).length;
  if (none === 0) return new Set();
  const amounts = people.map(amount).sort((a, b) => a - b);
  const last = amounts[Math.min(crowdFor(none), amounts.length) - 1]!;
  return new Set(people.filter((one) => amount(one) <= last));
}

/** Blurs the network so far that it points at nobody. `need`: hand-overs from which a person of a small team is named. */
export function blurNetwork(network: HelpNetwork, need: number): HelpPicture {
  const { people, ties, sides, closed } = settle(network, need);
  const nodes: HelpNode[] = people.filter((one) => !one.inTeam).map(nodeOf(null, false));
  const teams = groupTeams(people);
  const isolated: HelpPicture['isolated'] = [];
  for (const [teamId, members] of teams) {
    const aside = hideAmong(members, (one) => sides.get(one.personId)!.between);
    nodes.push(...nodesOfTeam(teamId, members, aside, sides));
    const told = closed.has(teamId) ? 0 : countIsolated(members, aside, need);
    if (told > 0) isolated.push({ teamId, people: told });
  }
  const drawn = drawTies(nodes, ties, people);
  const joined = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  return {
    // Of a team whose people are all named there may be nothing left to tell.
    nodes: nodes.filter((node) => node.people.length > 0 || joined.has(node.key)),
    ties: drawn,
    isolated,
    teams: [...teams].map(([teamId, members]) => ({ teamId, people: members.length, closed: closed.has(teamId) })),
    leftOut: network.people.length - people.length,
  };
}

/** `inTeam`: of a team of SMALLEST_TEAM or more. */
type Member = HelpPerson & { inTeam: boolean };

type Settled = {
  people: Member[];
  ties: HelpNetwork['ties'];
  sides: ReadonlyMap<PersonId, Sides>;
  closed: ReadonlySet<TeamId>;
};

/**
 * What is left when teams are closed in which too many have no help with others to be hidden among the rest, and people of
 * small teams are left out unless they have much. Each leaves others with less, so again until it holds.
 */
function settle(network: HelpNetwork, need: number): Settled {
  const everybody = markSmall(network.people);
  const teamOf = new Map(everybody.map(({ personId, teamId }) => [personId, teamId]));
  const closed = new Set<TeamId>();
  const left = new Set<PersonId>();
  for (;;) {
    const people = everybody.filter(({ personId }) => !left.has(personId));
    const isClosed = (id: PersonId) => closed.has(teamOf.get(id)!);
    const ties = network.ties.filter(
      ({ from, to }) =>
        !left.has(from) &&
        !left.has(to) &&
        !(inOtherTeams(teamOf.get(from)!, teamOf.get(to)!) && (isClosed(from) || isClosed(to))),
    );
    const sides = countSides(people, ties);
    const between = ({ personId }: Member) => sides.get(personId)!.between;
    const before = closed.size + left.size;
    for (const [teamId, members] of groupTeams(people)) {
      const none = members.filter((one) => between(one) === 0).length;
      if (none > 0 && crowdFor(none) > members.length) closed.add(teamId);
    }
    for (const one of people) if (!one.inTeam && between(one) < need) left.add(one.personId);
    if (closed.size + left.size === before) return { people, ties, sides, closed };
  }
}

function markSmall(people: readonly HelpPerson[]): Member[] {
  const sizes = new Map<TeamId | null, number>();
  for (const { teamId } of people) sizes.set(teamId, (sizes.get(teamId) ?? 0) + 1);
  return people.map((one) => ({ ...one, inTeam: one.teamId !== null && sizes.get(one.teamId)! >= SMALLEST_TEAM }));
}

function groupTeams(people: readonly Member[]): Map<TeamId, Member[]> {
  const teams = new Map<TeamId, Member[]>();
  for (const one of people) if (one.inTeam) teams.set(one.teamId!, [...(teams.get(one.teamId!) ?? []), one]);
  return teams;
}

type Sides = { inside: number; between: number };

/** Help of each person within the team and with others, given and got, as far as it is drawn. */
function countSides(people: readonly HelpPerson[], ties: HelpNetwork['ties']): Map<PersonId, Sides> {
  const teamOf = new Map(people.map(({ personId, teamId }) => [personId, teamId]));
  const sides = new Map(people.map(({ personId }) => [personId, { inside: 0, between: 0 }]));
  for (const { from, to, tickets } of ties) {
    const side = inOtherTeams(teamOf.get(from)!, teamOf.get(to)!) ? 'between' : 'inside';
    sides.get(from)![side] += tickets;
    sides.get(to)![side] += tickets;
  }
  return sides;
}

/** `aside`: whose help with other teams is told of the team alone. Of those, who has no help within it either isn't named. */
function nodesOfTeam(
  teamId: TeamId,
  members: readonly HelpPerson[],
  aside: ReadonlySet<HelpPerson>,
  amounts: ReadonlyMap<PersonId, Sides>,
): HelpNode[] {
  const unnamed = hideAmong([...aside], ({ personId }) => amounts.get(personId)!.inside);
  const named = members.filter((one) => !unnamed.has(one));
  const nodes = named.map((one) => nodeOf(teamId, aside.has(one))(one));
  const people = [...unnamed].map(({ personId }) => personId);
  return [...nodes, { ...knot(teamKey(teamId)), teamId, people }];
}

export const teamKey = (teamId: TeamId): string => `team${teamId}`;

/** A knot of several people, yet without them. */
export const knot = (key: string): HelpNode => ({
  key,
  personId: null,
  teamId: null,
  people: [],
  betweenWithTeam: false,
});

const nodeOf =
  (teamId: TeamId | null, betweenWithTeam: boolean) =>
  ({ personId }: HelpPerson): HelpNode => ({
    key: `person${personId}`,
    personId,
    teamId,
    people: [personId],
    betweenWithTeam,
  });

/** How many are isolated; 0 as well where those who aren't, and worked enough, are too few to hide them. */
function countIsolated(members: readonly HelpPerson[], aside: ReadonlySet<HelpPerson>, need: number): number {
  const isolated = members.filter((one) => one.isolated).length;
  const others = [...aside].filter((one) => one.between > 0 && one.own >= need).length;
  return others >= isolated + 2 ? isolated : 0;
}

function drawTies(nodes: readonly HelpNode[], ties: HelpNetwork['ties'], people: readonly HelpPerson[]): NodeTie[] {
  const teamOf = new Map(people.map(({ personId, teamId }) => [personId, teamId]));
  const named = new Map(nodes.flatMap((node) => (node.personId === null ? [] : [[node.personId, node] as const])));
  const teamKeys = new Map(nodes.flatMap((node) => (node.personId === null ? [[node.teamId, node.key] as const] : [])));
  const keyOf = (id: PersonId, between: boolean) => {
    const node = named.get(id);
    if (node && !(between && node.betweenWithTeam)) return node.key;
    return teamKeys.get(teamOf.get(id)!)!;
  };
  const drawn = new Map<string, NodeTie>();
  for (const { from, to, tickets, credit } of ties) {
    const between = inOtherTeams(teamOf.get(from)!, teamOf.get(to)!);
    const ends = { from: keyOf(from, between), to: keyOf(to, between) };
    const tie = drawn.get(`${ends.from} ${ends.to}`) ?? { ...ends, tickets: 0, credit: credit === null ? null : 0 };
    tie.tickets += tickets;
    if (credit !== null) tie.credit! += credit;
    drawn.set(`${ends.from} ${ends.to}`, tie);
  }
  return [...drawn.values()];
}
