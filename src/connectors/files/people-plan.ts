import { Refusal } from '../../base/errors.ts';
import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { PeoplePlan, PlannedPerson, PlannedSeat } from '../../records/people/plan.ts';
import type { Aspiration, Work } from '../../records/people/types.ts';

/** A row as it was read, before anyone's manager is looked up. */
export type PersonRow = {
  line: number;
  /** Null: the row is a vacant seat. */
  name: string | null;
  email: string | null;
  title: string | null;
  team: string | null;
  /** Name or address, as given. */
  reportsTo: string | null;
  startedOn: Day | null;
  site: string | null;
  timeZone: string | null;
  hoursPerWeek: Hours | null;
  work: Work | null;
  aspiration: Aspiration | null;
  ownTicketHours: Hours | null;
  heldSince: Day | null;
};

/** A row in its place: above it the row it reports to, below it those that report to it. */
type Node = { row: PersonRow; above: Node | null; below: Node[] };

/**
 * Turns rows into people, seats and lines. Whoever has reports holds a seat; a vacant row is a seat nobody holds. Refuses,
 * with the line: the same address twice, a manager who is not on the list or not one person, reporting to oneself, and
 * circles.
 */
export function planPeople(rows: readonly PersonRow[], today: Day): PeoplePlan {
  refuseSameEmail(rows);
  const nodes = rows.map((row): Node => ({ row, above: null, below: [] }));
  const find = createFinder(nodes);
  for (const node of nodes) {
    if (node.row.reportsTo === null) continue;
    node.above = find(node);
    node.above.below.push(node);
  }
  refuseCircles(nodes);
  const seated = nodes.filter(holdsSeat);
  return {
    people: nodes.filter(({ row }) => row.name !== null).map(toPerson),
    seats: seated.map((node) => toSeat(node, today)),
  };
}

const holdsSeat = ({ row, below }: Node) => row.name === null || below.length > 0;
const seatKey = ({ row }: Node) => `seat on line ${row.line}`;
const personKey = ({ row }: Node) => `line ${row.line}`;
const called = ({ row }: Node) => row.name ?? `the vacant ${row.title ?? 'seat'}`;

function refuseSameEmail(rows: readonly PersonRow[]): void {
  const lines = new Map<string, number>();
  for (const { email, line } of rows) {
    if (email === null) continue;
    const first = lines.get(email.toLowerCase());
    if (first !== undefined) {
      throw new Refusal(
        'cannot-read',
        `Lines ${first} and ${line} give the same email address: each person needs their own.`,
        {
          line,
          column: 'Email',
        },
      );
    }
    lines.set(email.toLowerCase(), line);
  }
}

/** Looks a row's manager up: by address, then by name, then by the title of a vacant seat. */
function createFinder(nodes: readonly Node[]): (node: Node) => Node {
  const byEmail = groupBy(nodes, ({ row }) => [row.email]);
  const byName = groupBy(nodes, ({ row }) =>
    row.name !== null ? [row.name] : [row.title, `(vacant) ${row.title}`, `(open) ${row.title}`, `vacant ${row.title}`],
  );
  return (node) => {
    const { line, reportsTo } = node.row;
    const key = reportsTo!.toLowerCase();
    const found = byEmail.get(key) ?? byName.get(key) ?? [];
    if (found.length === 1 && found[0] === node) {
      throw refusal(
        line,
        `${called(node)} on line ${line} reports to themselves: leave it empty for the person at the top.`,
      );
    }
    if (found.length === 1) return found[0]!;
    if (found.length > 1) {
      const where = found.map(({ row }) => row.line).join(' and ');
      throw refusal(
        line,
        `Line ${line}: "${reportsTo}" could be the person on line ${where}: give the email address instead.`,
      );
    }
    throw refusal(
      line,
      `Line ${line}: "${reportsTo}", to whom ${called(node)} reports, is not on the list: add a row for them or correct the name.`,
    );
  };
}

function groupBy(nodes: readonly Node[], keysOf: (node: Node) => (string | null)[]): Map<string, Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    for (const key of new Set(keysOf(node))) {
      if (key === null) continue;
      const group = groups.get(key.toLowerCase());
      if (group) group.push(node);
      else groups.set(key.toLowerCase(), [node]);
    }
  }
  return groups;
}

function refusal(line: number, message: string): Refusal {
  return new Refusal('cannot-read', message, { line, column: 'Reports to' });
}

function refuseCircles(nodes: readonly Node[]): void {
  const safe = new Set<Node>();
  for (const start of nodes) {
    const path: Node[] = [];
    const onPath = new Set<Node>();
    for (let node: Node | null = start; node && !safe.has(node); node = node.above) {
      if (onPath.has(node)) {
        const circle = [...path.slice(path.indexOf(node)), node];
        throw refusal(
          node.row.line,
          `The reporting line runs in a circle: ${circle.map(called).join(' → ')}. Correct line ${node.row.line} or one of the others.`,
        );
      }
      onPath.add(node);
      path.push(node);
    }
    for (const node of path) safe.add(node);
  }
}

function toPerson(node: Node): PlannedPerson {
  const { row, above } = node;
  return {
    key: personKey(node),
    name: row.name!,
    email: row.email,
    title: row.title,
    team: row.team,
    work: row.work ?? guessWork(node),
    aspiration: row.aspiration,
    startedOn: row.startedOn,
    site: row.site,
    timeZone: row.timeZone,
    hoursPerWeek: row.hoursPerWeek,
    ownTicketHours: row.ownTicketHours,
    reportsTo: above && !holdsSeat(node) ? seatKey(above) : null,
    line: row.line,
  };
}

/** Null leaves what is held, which is hands-on work for somebody new. */
function guessWork(node: Node): Work | null {
  if (/dispatch|coordinator/i.test(node.row.title ?? '')) return 'dispatch';
  return stepsToTeam(node) >= 2 ? 'other' : null;
}

/** Median number of steps down to people who lead nobody; at a tie the nearer. 0 for somebody who leads nobody. */
function stepsToTeam(node: Node): number {
  const steps: number[] = [];
  let layer = node.below;
  for (let depth = 1; layer.length > 0; depth++) {
    for (const one of layer) if (!holdsSeat(one)) steps.push(depth);
    layer = layer.flatMap(({ below }) => below);
  }
  return steps.sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 0;
}

function toSeat(node: Node, today: Day): PlannedSeat {
  const { row } = node;
  const team = teamLed(node);
  const from = row.name === null ? row.startedOn : null;
  return {
    key: seatKey(node),
    title: row.title ?? (team === null ? 'Lead' : `Lead, ${team}`.slice(0, 200)),
    team,
    holder: row.name === null ? null : personKey(node),
    reportsTo: node.above && seatKey(node.above),
    plannedFor: from !== null && from > today ? from : null,
    heldSince: row.name === null ? null : row.heldSince,
    actingUntil: null,
    openSince: from !== null && from <= today ? from : null,
  };
}

/** The team of most of those who report directly and lead nobody; null for a seat that leads leads. */
function teamLed({ row, below }: Node): string | null {
  if (below.length === 0) return row.team;
  const counts = new Map<string, number>();
  const members = below.filter((one) => !holdsSeat(one));
  for (const one of members) {
    const team = one.row.team ?? row.team;
    if (team !== null) counts.set(team, (counts.get(team) ?? 0) + 1);
  }
  const most = [...counts].reduce<[string, number] | null>(
    (best, next) => (best && best[1] >= next[1] ? best : next),
    null,
  );
  return most?.[0] ?? null;
}
