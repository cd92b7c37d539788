import type { ShownNode } from '../../model/sight-help.ts';
import { capitalise, countOf, joinNames } from '../../model/words.ts';
import type { Help, OwnHelp } from './contract.ts';

export type DrawnHelp = Extract<Help, { status: 'drawn' }>;

const count = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** What a team is called. */
export function teamName({ teamNames }: Pick<DrawnHelp, 'teamNames'>, teamId: number): string {
  return teamNames.find((one) => one.teamId === teamId)?.name ?? 'A team';
}

/** What a knot is called under the heading of its team. */
export function nodeName({ names }: Pick<DrawnHelp, 'names'>, { kind, personId, people }: ShownNode): string {
  switch (kind) {
    case 'person':
      return names.find((one) => one.personId === personId)?.name ?? 'Somebody';
    case 'team':
      return `${people} people`;
    case 'whole':
      return 'The team as a whole';
    default:
      return `${people} others`;
  }
}

/** The heading of a knot's team. */
export function clusterName(help: Pick<DrawnHelp, 'teamNames'>, { teamId, kind }: ShownNode): string {
  if (teamId !== null) return teamName(help, teamId);
  return kind === 'elsewhere' ? 'Elsewhere' : 'No or small team';
}

/** The answer in a few sentences: who joins the teams, who carries the help, with their own tickets beside it. */
export function sayHelp(help: DrawnHelp): string {
  const between = sayBetween(help);
  const carriers = help.findings.bottlenecks.map((one) => sayBottleneck(help, one));
  return [between, ...(carriers.length > 0 ? carriers : [sayMost(help)])].filter((one) => one !== null).join(' ');
}

const find = (help: DrawnHelp, key: string) => help.nodes.find((node) => node.key === key)!;

function sayBetween(help: DrawnHelp): string | null {
  const { through, bridges } = help.findings;
  if (through !== null && through.share >= 0.5) {
    const node = find(help, through.key);
    const { between } = node.measures!;
    const all = Math.round(between / through.share);
    const part = between === all ? `all ${count.format(all)}` : `${count.format(between)} of ${count.format(all)}`;
    return `Most help between teams goes through ${nodeName(help, node)}: ${part} tickets, beside ${tickets(node.own)} of their own.`;
  }
  if (bridges[0] !== undefined)
    return `More ways between teams lead over ${nodeName(help, find(help, bridges[0]))} than over anybody else.`;
  const strongest = strongestTeams(help);
  if (strongest !== null) {
    const { from, to, tickets: sum } = strongest;
    const verb = from.startsWith('people ') ? 'get' : 'gets';
    return `Between teams, ${from} ${verb} most help from ${to}: ${tickets(sum)}.`;
  }
  return help.teams.length > 1
    ? 'There is too little help between teams to show it without pointing at somebody.'
    : null;
}

/** A knot's team within a sentence. */
function sayCluster(help: DrawnHelp, node: ShownNode): string {
  if (node.teamId !== null) return clusterName(help, node);
  return node.kind === 'elsewhere' ? 'people elsewhere' : 'people in no or a small team';
}

function strongestTeams(help: DrawnHelp): { from: string; to: string; tickets: number } | null {
  const sums = new Map<string, { from: string; to: string; tickets: number }>();
  for (const { from, to, tickets } of help.ties) {
    const [one, other] = [sayCluster(help, find(help, from)), sayCluster(help, find(help, to))];
    if (one === other) continue;
    const known = sums.get(`${one}\n${other}`) ?? { from: one, to: other, tickets: 0 };
    sums.set(`${one}\n${other}`, { ...known, tickets: known.tickets + tickets });
  }
  return [...sums.values()].sort((a, b) => b.tickets - a.tickets)[0] ?? null;
}

function sayBottleneck(help: DrawnHelp, { key, share, loaded }: DrawnHelp['findings']['bottlenecks'][number]): string {
  const node = find(help, key);
  const beside = loaded
    ? `and has more tickets of their own than most ${node.teamId === null ? 'here' : `of ${clusterName(help, node)}`}`
    : 'and has no more tickets of their own than others';
  return `${nodeName(help, node)} resolves ${percent(share)} of all that is handed on, ${beside}.`;
}

/** Who helped most within a team, of those whom the reader sees; null: too few to say. */
function sayMost(help: DrawnHelp): string | null {
  const people = help.nodes.filter(({ kind, key }) => kind === 'person' && key !== help.findings.through?.key);
  const [most, next] = [...people].sort((a, b) => b.given - a.given);
  if (!most || !next || most.given === next.given) return null;
  const where = most.teamId === null ? 'Of the others' : `In ${clusterName(help, most)}`;
  const hidden = help.nodes.some((node) => node.teamId === most.teamId && node.kind !== 'person' && node.people > 0);
  const shown = hidden ? ', of those you see,' : '';
  return `${where}${shown || ','} ${nodeName(help, most)} helps most: ${tickets(most.given)}, beside ${count.format(most.own)} of their own.`;
}

/** How many are isolated, by team; never who. */
export function sayIsolated(help: DrawnHelp): string[] {
  return help.isolated.map(({ teamId, people }) => {
    const verb =
      people === 1 ? 'gets no help from other teams and gives none' : 'get no help from other teams and give none';
    return `${capitalise(countOf(people, 'person', 'people'))} in ${teamName(help, teamId)} ${verb}.`;
  });
}

/** What the less plain columns of the table mean. */
export function sayColumns({ nodes }: DrawnHelp): string[] {
  const some = (of: (node: ShownNode) => number | null | undefined) => nodes.some((node) => (of(node) ?? 0) > 0);
  return [
    ...(some(({ measures }) => measures?.between)
      ? ['With other teams: tickets given and got, and with how many teams. A dash: told of the team alone.']
      : []),
    ...(some(({ credit }) => credit)
      ? [
          'Hard for anybody: about so many of the tickets somebody resolved for others would have been handed on by whoever had them first, as like tickets are.',
        ]
      : []),
    ...(some(({ measures }) => measures?.ways)
      ? [
          'Ways between teams: of the shortest ways by which help gets from one team to another, the share that leads over somebody.',
        ]
      : []),
    'Tickets end up here: where one finds a ticket in the end that is handed on and on as tickets are here.',
  ];
}

/** What is left out of the picture, and why. */
export function sayLeftOut(help: DrawnHelp): string[] {
  const closed = help.teams.filter((one) => one.closed).map(({ teamId }) => teamName(help, teamId));
  return [
    ...(closed.length > 0 && help.teams.length > 1
      ? [
          `Of ${joinNames(closed, 'and')}, only help within the team is shown: with so few ties to others, more would point at people.`,
        ]
      : []),
    ...(help.leftOut > 0
      ? [
          `${capitalise(countOf(help.leftOut, 'person', 'people'))} of small teams, or in none, ${help.leftOut === 1 ? 'is' : 'are'} left out: the numbers would be theirs alone.`,
        ]
      : []),
  ];
}

/** What somebody is told of themselves. */
export function sayYou({ own, given, received, isolated, alone, between }: OwnHelp, months: number): string {
  const time = `in ${months} months`;
  if (alone) return `You got no help from anybody ${time}, and gave none, as far as tickets show.`;
  const numbers = `You resolved ${tickets(given)} for others, and others ${tickets(received)} for you, beside ${tickets(own)} of your own.`;
  if (isolated) return `You got no help from another team ${time}, and gave none. ${numbers}`;
  return between > 0 ? `${numbers} ${capitalise(tickets(between))} went between teams.` : numbers;
}

const tickets = (value: number) =>
  value > 10 ? `${count.format(value)} tickets` : countOf(value, 'ticket', 'tickets');
