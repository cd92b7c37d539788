import type { HelpMeasures } from '../../model/help-measures.ts';
import type { ShownNode } from '../../model/sight-help.ts';
import { Door } from '../../web/door.tsx';
import { Go } from '../../web/link.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { countWord } from '../../web/words.ts';
import { clusterName, type DrawnHelp, nodeName } from './words.ts';

/** Everything that the network shows, as a table; numbers of people are doors. */
export function HelpTable({ help }: { help: DrawnHelp }) {
  const hasTeams = help.nodes.some(({ measures }) => (measures?.between ?? 0) > 0);
  const hasWays = help.nodes.some(({ measures }) => (measures?.ways ?? 0) > 0);
  return (
    <DataTable
      caption="Who helps whom, in tickets"
      columns={columnsOf(help).filter(({ key }) => (key !== 'between' || hasTeams) && (key !== 'ways' || hasWays))}
      rows={help.nodes}
      rowKey={({ key }) => key}
      sorted={{ key: 'given', down: true }}
      filterable
      copyable
    />
  );
}

/** "71 with 5": tickets, and with how many teams. */
const sayReach = ({ between, reaches }: HelpMeasures) =>
  between === 0 ? '0' : `${countWord(between)} with ${countWord(reaches)}`;

type DoorOf = (node: ShownNode) => string | null;
const ticketsDoor: DoorOf = ({ personId }) => (personId === null ? null : `tickets/${personId}`);
const rescueDoor: DoorOf = ({ personId }) => (personId === null ? null : `competency/${personId}/rescue`);

function columnsOf(help: DrawnHelp): Column<ShownNode>[] {
  const name = (node: ShownNode) => nodeName(help, node);
  const numeric = (key: string, title: string, value: (node: ShownNode) => number | null, door?: DoorOf) => ({
    key,
    title,
    numeric: true,
    value,
    cell: (node: ShownNode) => {
      const [number, to] = [value(node), door?.(node) ?? null];
      const text = number === null ? '–' : countWord(number);
      if (number === null || to === null) return text;
      return (
        <Door to={to} label={`${name(node)}, ${title.toLowerCase()}: ${text}`}>
          {text}
        </Door>
      );
    },
  });
  const share = (key: string, title: string, value: (node: ShownNode) => number | undefined): Column<ShownNode> => ({
    key,
    title,
    numeric: true,
    value: (node) => value(node) ?? null,
    cell: (node) => {
      const one = value(node);
      return one === undefined ? '–' : `${Math.round(one * 100)}%`;
    },
  });
  return [
    {
      key: 'who',
      title: 'Who',
      heads: true,
      value: name,
      cell: (node) =>
        node.personId === null ? (
          <span className="quiet">{name(node)}</span>
        ) : (
          <Go to={`/people/${node.personId}`}>
            <bdi>{name(node)}</bdi>
          </Go>
        ),
    },
    { key: 'team', title: 'Team', value: (node) => clusterName(help, node) },
    numeric('own', 'Own tickets', ({ own }) => own, ticketsDoor),
    numeric('given', 'Helped others', ({ given }) => given, rescueDoor),
    numeric('received', 'Was helped', ({ received }) => received),
    numeric('net', 'Difference', ({ given, received }) => given - received),
    numeric('credit', 'Hard for anybody', ({ credit }) => (credit === null ? null : Math.round(credit)), rescueDoor),
    {
      key: 'between',
      title: 'With other teams',
      numeric: true,
      value: ({ measures, betweenWithTeam }) => (betweenWithTeam ? null : (measures?.between ?? null)),
      cell: ({ measures, betweenWithTeam }) => (betweenWithTeam || !measures ? '–' : sayReach(measures)),
    },
    share('ways', 'Ways between teams', ({ measures, betweenWithTeam }) =>
      betweenWithTeam ? undefined : measures?.ways,
    ),
    share('ends', 'Tickets end up here', ({ measures }) => measures?.endsUp),
  ];
}
