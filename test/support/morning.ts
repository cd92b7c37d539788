import type { Day, Instant } from '../../src/base/time.ts';
import { scaleOf } from '../../src/model/cards/late.ts';
import { findLeads } from '../../src/model/cards/leads.ts';
import type { RuleInput } from '../../src/model/cards/types.ts';
import { readChart } from '../../src/model/structure.ts';
import type { Desk, DeskTicket, Finished } from '../../src/records/desk/types.ts';
import type { Person, PersonId, Seat, SeatId, Structure, TeamId } from '../../src/records/people/types.ts';
import { playbookWith } from '../../src/records/playbook/definitions.ts';

export const MORNING = '2026-03-10' as Day;
const AS_OF = Date.parse(`${MORNING}T08:00:00Z`) as Instant;
const EMAIL = 1;
const NETWORK = 2;

const person = (id: number, name: string): Person => ({
  personId: id as PersonId,
  name,
  email: null,
  title: null,
  work: 'product',
  aspiration: 'not-asked',
  aspirationDay: null,
  startedOn: null,
  leftOn: null,
  site: null,
  timeZone: null,
  hoursPerWeek: null,
  ownTicketHours: null,
});

const seat = (id: number, holder: number, reportsTo: number | null, rest: Partial<Seat> = {}): Seat => ({
  seatId: id as SeatId,
  title: `Seat ${id}`,
  teamId: null,
  state: 'held',
  holderId: holder as PersonId,
  heldSince: '2025-01-01' as Day,
  actingUntil: null,
  reportsTo: reportsTo as SeatId | null,
  plannedFor: null,
  openSince: null,
  handsOn: null,
  distanceOverride: null,
  overrideReason: null,
  ...rest,
});

/** Sam (1) is above Lea (2) and Max (3); Ann (4), Ben (5), Cy (6) and Di (7) are Lea's, Eve (8) is Max's. */
const structureWith = (pod: Partial<Seat>): Structure => ({
  day: MORNING,
  people: ['Sam', 'Lea', 'Max', 'Ann', 'Ben', 'Cy', 'Di', 'Eve'].map((name, i) => person(i + 1, name)),
  teams: [{ teamId: 1 as TeamId, name: 'Pod A' }],
  seats: [seat(1, 1, null), seat(2, 2, 1, { teamId: 1 as TeamId, ...pod }), seat(3, 3, 1)],
  memberships: [],
  lines: [4, 5, 6, 7, 8].map((id) => ({ personId: id as PersonId, seatId: (id === 8 ? 3 : 2) as SeatId })),
});

/** An open ticket of Email that Ann has, as a test wants it. */
export const openTicket = (ticketId: number, given: Partial<Record<keyof DeskTicket, unknown>> = {}): DeskTicket =>
  ({
    ticketId,
    number: `T${ticketId}`,
    openedAt: AS_OF,
    areaId: EMAIL,
    clientId: null,
    priority: 3,
    difficulty: null,
    firstId: 4,
    holderId: 4,
    heldSince: AS_OF,
    teamId: 1,
    changes: 0,
    waits: false,
    cameBack: false,
    minutes: 10,
    ...given,
  }) as DeskTicket;

/** A morning: 100 resolved tickets each of Email and Network took 1 to 100 minutes, so 91 minutes are late. */
export function morningWith({
  desk = {},
  rules = {},
  pod = {},
  ...rest
}: Omit<Partial<RuleInput>, 'desk'> & {
  desk?: Partial<Desk>;
  rules?: Parameters<typeof playbookWith>[0];
  pod?: Partial<Seat>;
}): RuleInput {
  const finished = [EMAIL, NETWORK].flatMap((areaId) =>
    Array.from({ length: 100 }, (_, i): Finished => ({ areaId, priority: 3, minutes: i + 1 })),
  );
  const whole: Desk = {
    asOf: AS_OF,
    tickets: [],
    finished,
    records: [],
    takenOver: [],
    areas: new Map([
      [EMAIL, 'Email'],
      [NETWORK, 'Network'],
    ]),
    clients: new Map(),
    hasLater: false,
    ...desk,
  };
  const chart = readChart(structureWith(pod));
  const playbook = playbookWith(rules);
  const late = scaleOf(whole.finished, [], {
    beyond: playbook['today.late-beyond'],
    need: playbook['today.late-need'],
  });
  return {
    ...{
      day: MORNING,
      chart,
      leads: findLeads(chart),
      playbook,
      desk: whole,
      late,
      causes: new Map(),
      attribute: null,
    },
    ...{ stuck: [], onShift: null, steps: [], talks: [], mentorings: [], conditions: null },
    ...rest,
  };
}
