import { findDemand, findGate, stepsForDemand } from '../../model/demand.ts';
import { findDistance } from '../../model/distance.ts';
import { findLoad, findWeek, sayLoad } from '../../model/load.ts';
import { type Chart, countTechnicians, readChart, reportsOf } from '../../model/structure.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { Seat, SeatId } from '../../records/people/types.ts';
import type { PlaybookKey } from '../../records/playbook/definitions.ts';
import type { Side } from '../../records/voice/types.ts';
import type { Panel } from './contract.ts';
import { emptyPanel, ruleOf } from './playbook-panel.ts';

const DEMAND_RULES: Record<Side, PlaybookKey[]> = {
  technical: [
    'demand.technical.base',
    'demand.technical.per-step',
    'demand.technical.per-size',
    'gate.technical.below',
  ],
  people: ['demand.people.base', 'demand.people.per-step', 'demand.people.per-size', 'gate.people.below'],
};
const NO_STUDY =
  'No study gives a number for distance or size; the direction follows Katz 1955 (technical need falls with level) and the numbers are playbook values you can change.';

/** What stands behind a seat's need on one side. */
export function demandPanel(situation: Situation, ref: string, seatId: SeatId, side: Side): Panel | undefined {
  const chart = readChart(situation.structure);
  const seat = chart.seat.get(seatId);
  if (!seat || !Object.hasOwn(DEMAND_RULES, side)) return undefined;
  const distance = findDistance(chart, seat);
  const size = countTechnicians(situation.structure);
  const demand = findDemand(stepsForDemand(distance), size, situation.playbook);
  const gate = findGate(demand, situation.playbook);
  return {
    ...emptyPanel(
      ref,
      `What ${seat.title} needs: ${side === 'technical' ? 'knowing the work' : 'leading people'}`,
      `Level ${demand[side].toFixed(1)} is the target for development. A candidate must probably reach ${gate[side].toFixed(1)}.`,
    ),
    n: [
      { label: 'technicians', value: size },
      { label: 'steps from the product', value: stepsForDemand(distance) },
    ],
    rules: DEMAND_RULES[side].map((key) => ruleOf(key, situation)),
    sources: [NO_STUDY],
    limits:
      distance.status === 'asked'
        ? ['Nobody below and not said to be hands-on: counted as one step from the product.']
        : [],
    doors: [{ ref: `distance/${seatId}`, label: 'Why this distance' }],
  };
}

/** What stands behind a seat's distance from the product. */
export function distancePanel(situation: Situation, ref: string, seatId: SeatId): Panel | undefined {
  const chart = readChart(situation.structure);
  const seat = chart.seat.get(seatId);
  if (!seat) return undefined;
  const below = reportsOf(chart, seat);
  const open = (chart.seatsUnder.get(seatId) ?? []).filter((one) => one.holderId === null);
  return {
    ...emptyPanel(ref, `How far ${seat.title} is from the product`, `${findDistance(chart, seat).text}.`),
    n: [
      { label: 'people report straight to it', value: below.length },
      { label: 'open seats report straight to it', value: open.length },
    ],
    sources: [
      'The median number of reporting steps down to people who do product work; of two middle values the nearer.',
    ],
    tables: [
      {
        title: 'Who reports to it',
        columns: [
          { key: 'name', title: 'Name' },
          { key: 'title', title: 'Title' },
          { key: 'work', title: 'Work' },
        ],
        rows: [
          ...below.map((person) => ({ name: person.name, title: person.title, work: person.work })),
          ...open.map((one) => ({ name: 'open', title: one.title, work: null })),
        ],
        total: below.length + open.length,
      },
    ],
  };
}

/** What stands behind a lead's hours. */
export function loadPanel(situation: Situation, ref: string, seatId: SeatId): Panel | undefined {
  const chart = readChart(situation.structure);
  const seat = chart.seat.get(seatId);
  const week = seat && findWeek(chart, seat);
  if (!seat || !week) return undefined;
  const load = findLoad(week, situation.playbook);
  const said = sayLoad(load);
  return {
    ...emptyPanel(
      ref,
      `Hours of ${seat.title}`,
      said ? `It ${said}.` : 'Hours on own tickets were not told, so what is left for people is not known.',
    ),
    n: [{ label: 'reports', value: load.reports }],
    rules: (['load.per-report', 'load.fixed', 'load.week'] as const).map((key) => ruleOf(key, situation)),
    sources: ['Left for people = the week − own tickets − leading the work. Needed = hours per report × reports.'],
    limits: [
      load.inputs.week === 'assumed'
        ? 'The week is assumed; nobody has said how many hours they work.'
        : 'The week is as told.',
    ],
    tables: [
      {
        title: 'The week',
        columns: [
          { key: 'what', title: 'What' },
          { key: 'hours', title: 'Hours', numeric: true },
          { key: 'from', title: 'From' },
        ],
        rows: [
          { what: 'The week', hours: load.week, from: load.inputs.week },
          {
            what: 'Own tickets',
            hours: load.ownTickets,
            from: sayFrom(chart, seat, load.inputs.ownTickets),
          },
          { what: 'Leading the work', hours: situation.playbook['load.fixed'], from: 'playbook' },
          { what: 'Left for people', hours: load.left === null ? null : Math.round(load.left), from: 'computed' },
          { what: 'Needed with people', hours: Math.round(load.needed), from: 'playbook' },
        ],
        total: 5,
      },
    ],
  };
}

/** Where the hours on own tickets come from: what was agreed for a trial counts while it runs. */
function sayFrom({ person }: Chart, { holderId }: Seat, input: 'told' | 'not-told'): string {
  const holder = holderId === null ? undefined : person.get(holderId);
  if (holder?.trialTicketHours !== undefined) return 'agreed for the trial';
  return input === 'told' ? 'told' : 'not told';
}
