import type { PersonId, TeamId } from '../records/people/types.ts';
import type { HelpFindings, HelpMeasures } from './help-measures.ts';
import { type HelpNode, type HelpPicture, knot, type NodeTie, SMALLEST_TEAM, teamKey } from './help-picture.ts';
import type { Sights } from './sight.ts';

/**
 * A knot as one reader sees it. person: named; team: all of it; others: those of it who aren't named; whole: nobody, only
 * what is told of the team alone; small: people of small teams or of none; elsewhere: too few of several teams.
 */
export type ShownNode = {
  key: string;
  kind: 'person' | 'team' | 'others' | 'whole' | 'small' | 'elsewhere';
  personId: PersonId | null;
  teamId: TeamId | null;
  /** How many it stands for. */
  people: number;
  /** Resolved tickets that came to them first. */
  own: number;
  given: number;
  received: number;
  /** About how many of those given anybody would have handed on (Σ (1 − p̂)); null: not known. */
  credit: number | null;
  /** Handed on and resolved within it. */
  within: number;
  /** A person whose help with other teams is told of the team alone. */
  betweenWithTeam: boolean;
  /** Only of people. */
  measures: HelpMeasures | null;
};

/** The picture as one reader sees it. */
export type ShownHelp = {
  nodes: ShownNode[];
  ties: NodeTie[];
  findings: HelpFindings;
  isolated: HelpPicture['isolated'];
  teams: HelpPicture['teams'];
  leftOut: number;
};

type Gathered = { kind: ShownNode['kind']; node: HelpNode; people: readonly PersonId[]; from: string[] };

/** Cuts the picture to what a reader may see: people for whom they are open, everyone else within their team. */
export function cutHelp(
  picture: HelpPicture,
  measures: ReadonlyMap<string, HelpMeasures>,
  findings: HelpFindings,
  own: ReadonlyMap<PersonId, number>,
  sights: Pick<Sights, 'of'>,
): ShownHelp {
  const gathered = gatherUnnamed(picture, (id) => sights.of(id) === 'open');
  const keys = new Map(gathered.flatMap(({ node, from }) => from.map((key) => [key, node.key] as const)));
  const ties = moveTies(picture.ties, keys);
  const nodes = gathered
    .map((one) => showNode(one, ties, own, measures))
    .filter((one) => one.kind !== 'whole' || one.given + one.received > 0);
  const isNamed = (key: string) => nodes.some((one) => one.key === key && one.kind === 'person');
  return {
    nodes,
    ties: ties.filter(({ from, to }) => from !== to),
    findings: {
      through: findings.through && isNamed(findings.through.key) ? findings.through : null,
      bridges: findings.bridges.filter(isNamed),
      bottlenecks: findings.bottlenecks.filter(({ key }) => isNamed(key)),
    },
    isolated: picture.isolated,
    teams: picture.teams,
    leftOut: picture.leftOut + gathered.reduce((sum, one) => sum - one.people.length, countPeople(picture)),
  };
}

const countPeople = ({ nodes }: HelpPicture) => nodes.reduce((sum, { people }) => sum + people.length, 0);

/** Each named person alone, the rest by team; rests that are too small go together, or where even that is, are left out. */
function gatherUnnamed({ nodes, teams }: HelpPicture, isOpen: (id: PersonId) => boolean): Gathered[] {
  const isNamed = ({ personId }: HelpNode) => personId !== null && isOpen(personId);
  const named = nodes
    .filter(isNamed)
    .map((node): Gathered => ({ kind: 'person', node, people: node.people, from: [node.key] }));
  const rests = teams.map(({ teamId, people: size }): Gathered => {
    const mine = nodes.filter((one) => one.teamId === teamId && !isNamed(one));
    const people = mine.flatMap((one) => one.people);
    const kind = people.length === 0 ? 'whole' : people.length === size ? 'team' : 'others';
    return { kind, node: { ...knot(teamKey(teamId)), teamId }, people, from: mine.map(({ key }) => key) };
  });
  return [...named, ...joinSmall([...rests, ...ofSmallTeams(nodes, isNamed)])];
}

/** People of small teams whom the reader doesn't see. */
function ofSmallTeams(nodes: readonly HelpNode[], isNamed: (node: HelpNode) => boolean): Gathered[] {
  const mine = nodes.filter((one) => one.teamId === null && !isNamed(one));
  if (mine.length === 0) return [];
  const people = mine.flatMap((one) => one.people);
  return [{ kind: 'small', node: knot('small'), people, from: mine.map(({ key }) => key) }];
}

function joinSmall(rests: readonly Gathered[]): Gathered[] {
  const isSmall = ({ people }: Gathered) => people.length > 0 && people.length < SMALLEST_TEAM;
  const joined = rests.filter(isSmall);
  if (joined.length === 0) return [...rests];
  const others = rests.filter((one) => !isSmall(one)).sort((a, b) => a.people.length - b.people.length);
  const size = () => joined.reduce((sum, { people }) => sum + people.length, 0);
  while (size() < SMALLEST_TEAM) {
    const next = others.findIndex(({ people }) => people.length > 0);
    // Too few in the whole firm: they are left out.
    if (next < 0) return others;
    joined.push(...others.splice(next, 1));
  }
  const people = joined.flatMap((one) => one.people);
  return [...others, { kind: 'elsewhere', node: knot('elsewhere'), people, from: joined.flatMap(({ from }) => from) }];
}

/** Ties between the knots that are left; those of whoever is left out are gone. */
function moveTies(ties: readonly NodeTie[], keys: ReadonlyMap<string, string>): NodeTie[] {
  const moved = new Map<string, NodeTie>();
  for (const { from, to, tickets, credit } of ties) {
    const ends = { from: keys.get(from), to: keys.get(to) };
    if (ends.from === undefined || ends.to === undefined) continue;
    const tie = moved.get(`${ends.from} ${ends.to}`);
    if (tie) {
      tie.tickets += tickets;
      if (tie.credit !== null) tie.credit += credit ?? 0;
    } else moved.set(`${ends.from} ${ends.to}`, { from: ends.from, to: ends.to, tickets, credit });
  }
  return [...moved.values()];
}

function showNode(
  { kind, node, people }: Gathered,
  ties: readonly NodeTie[],
  own: ReadonlyMap<PersonId, number>,
  measures: ReadonlyMap<string, HelpMeasures>,
): ShownNode {
  const sum = (chosen: (tie: NodeTie) => boolean) =>
    ties.reduce((total, tie) => total + (chosen(tie) ? tie.tickets : 0), 0);
  const isOut = ({ from, to }: NodeTie) => from !== to;
  const given = ties.filter((tie) => isOut(tie) && tie.to === node.key);
  return {
    key: node.key,
    kind,
    personId: kind === 'person' ? node.personId : null,
    teamId: kind === 'small' || kind === 'elsewhere' ? null : node.teamId,
    people: people.length,
    own: people.reduce((total, id) => total + (own.get(id) ?? 0), 0),
    given: given.reduce((total, { tickets }) => total + tickets, 0),
    credit: given.reduce<number | null>(
      (total, { credit }) => (total === null || credit === null ? null : total + credit),
      0,
    ),
    received: sum((tie) => isOut(tie) && tie.from === node.key),
    within: sum(({ from, to }) => from === to && to === node.key),
    betweenWithTeam: kind === 'person' && node.betweenWithTeam,
    measures: kind === 'person' ? measures.get(node.key)! : null,
  };
}
