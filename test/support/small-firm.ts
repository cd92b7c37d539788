import type { Day } from '../../src/base/time.ts';
import { level } from '../../src/base/units.ts';
import type { TicketEvidence } from '../../src/records/evidence/types.ts';
import type { Person, PersonId, Seat, SeatId, Structure, TeamId } from '../../src/records/people/types.ts';
import type { Competency, Observation } from '../../src/records/voice/types.ts';

export const DAY = '2026-11-02' as Day;
export const personId = (id: number) => id as PersonId;
export const seatId = (id: number) => id as SeatId;
export const teamId = (id: number) => id as TeamId;

/** A person with nothing special about them. */
export function aPerson(id: number, own: Partial<Person> = {}): Person {
  return {
    personId: personId(id),
    name: `Person ${id}`,
    email: null,
    title: null,
    work: 'product',
    aspiration: 'wants-to-lead',
    aspirationDay: null,
    startedOn: null,
    leftOn: null,
    site: null,
    timeZone: null,
    hoursPerWeek: null,
    ownTicketHours: null,
    ...own,
  };
}

/** A vacant seat at the top. */
export function aSeat(id: number, own: Partial<Seat> = {}): Seat {
  return {
    seatId: seatId(id),
    title: `Seat ${id}`,
    teamId: null,
    state: 'vacant',
    holderId: null,
    heldSince: null,
    actingUntil: null,
    reportsTo: null,
    plannedFor: null,
    openSince: null,
    handsOn: null,
    distanceOverride: null,
    overrideReason: null,
    ...own,
  };
}

/** One seat over a team: seat 1 leads team 1, everyone reports to it and works there. */
export function oneTeam(people: Person[], seat: Partial<Seat> = {}): Structure {
  const lead = aSeat(1, { teamId: teamId(1), title: 'Lead, Pod A', ...seat });
  const led = people.filter((one) => one.personId !== lead.holderId);
  return {
    day: DAY,
    people,
    teams: [{ teamId: teamId(1), name: 'Pod A' }],
    seats: [lead],
    memberships: led.map((one) => ({ personId: one.personId, teamId: teamId(1) })),
    lines: led.map((one) => ({ personId: one.personId, seatId: lead.seatId })),
  };
}

/** One answer on one competency of a person. */
export function view(of: number, competency: Competency, value: number | null, rater = 'Ana'): Observation {
  return {
    personId: personId(of),
    rater,
    kind: 'answer',
    competency,
    level: value === null ? null : level(value),
    day: DAY,
  };
}

/** Several raters who say the same level of everything that is asked on a side. */
export function views(of: number, side: 'technical' | 'people', value: number, raters = 3): Observation[] {
  const asked: readonly Competency[] =
    side === 'technical' ? ['rescue', 'knowledge', 'resolving'] : ['coaching', 'conflict', 'fairness'];
  return Array.from({ length: raters }, (_, i) => asked.map((one) => view(of, one, value, `Rater ${i}`))).flat();
}

/**
 * Ticket effects of a small firm in which everyone is compared with everyone equally well: `seen` is what the tickets alone
 * say of each, in log minutes; the effects are that, shrunk.
 */
export function ticketsOf(
  seen: readonly number[],
  own: { tau2?: number; tickets?: number[]; component?: number[]; strength?: number } = {},
): TicketEvidence {
  const n = seen.length;
  const middle = seen.reduce((sum, one) => sum + one, 0) / n;
  const { tau2 = 0.09, tickets = seen.map(() => 200), component = seen.map(() => 0), strength = 60 } = own;
  // A comparison knows no origin: its information is a Laplacian; V = (Laplacian + I/τ²)⁻¹ in closed form.
  const own2 = 1 / (strength + 1 / tau2);
  const pev = seen.flatMap((_, i) => seen.map((_, j) => (i === j ? own2 : 0) + (own2 * strength * tau2) / n));
  return {
    status: 'fitted',
    effects: {
      outcome: 'minutes-worked',
      dataVersion: 7,
      modelVersion: 'test',
      n: 5000,
      personIds: seen.map((_, i) => personId(i + 1)),
      effect: seen.map((one) => own2 * strength * (one - middle)),
      pev,
      tau2,
      sigma: 0.8,
      tickets,
      component,
      clients: 20,
      categories: 8,
      theta: {},
    },
  };
}
