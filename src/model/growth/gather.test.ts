import { describe, expect, it } from 'vitest';
import { aPerson, aSeat, personId, seatId, teamId } from '../../../test/support/small-firm.ts';
import type { Month } from '../../base/month.ts';
import type { Day } from '../../base/time.ts';
import type { Person, Structure } from '../../records/people/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { strengthsOf } from '../profile.ts';
import { readChart } from '../structure.ts';
import { type FirmSources, gatherFirm } from './gather.ts';
import { dueSince, openSeatFor } from './since.ts';
import { untoldFirm } from './untold-firm.ts';
import { endpointsOf, planAhead } from './usual-plan.ts';

const playbook = playbookWith();
const DAY = '2026-11-16' as Day;
const NOTHING = { founded: null, endpoints: null, coordinators: null, managers: null, left: null };
const held = (id: number, holder: number, own: object = {}) =>
  aSeat(id, { state: 'held', holderId: personId(holder), ...own });

/** Owner 1 (who works too) over manager 2, over leads 3 and 4; 5 to 9 do the work, 10 hands it out, 11 keeps the books. */
const people: Person[] = [
  aPerson(1, { startedOn: '2010-02-01' as Day }),
  aPerson(2, { work: 'other' }),
  aPerson(3),
  aPerson(4, { work: 'other' }),
  aPerson(5, { startedOn: '2026-03-01' as Day }),
  aPerson(6, { aspiration: 'not-now' }),
  aPerson(7, { aspiration: 'not-asked' }),
  aPerson(8, { aspiration: 'technical-path' }),
  aPerson(9),
  aPerson(10, { work: 'dispatch' }),
  aPerson(11, { work: 'other' }),
  aPerson(12, { work: 'service-account' }),
];
const structure: Structure = {
  day: DAY,
  people,
  teams: [
    { teamId: teamId(1), name: 'Pod A' },
    { teamId: teamId(2), name: 'Pod B' },
  ],
  seats: [
    held(1, 1),
    held(2, 2, { reportsTo: seatId(1) }),
    held(3, 3, { reportsTo: seatId(2), teamId: teamId(1) }),
    held(4, 4, { reportsTo: seatId(2), teamId: teamId(2) }),
  ],
  memberships: [5, 6, 7].map((id) => ({ personId: personId(id), teamId: teamId(1) })),
  lines: [
    ...[5, 6, 7].map((id) => ({ personId: personId(id), seatId: seatId(3) })),
    ...[8, 9].map((id) => ({ personId: personId(id), seatId: seatId(4) })),
    { personId: personId(10), seatId: seatId(2) },
    { personId: personId(11), seatId: seatId(1) },
  ],
};
const gather = (own: Partial<FirmSources> = {}) =>
  gatherFirm({
    structure,
    strengths: strengthsOf({ structure, observations: [], effects: null, playbook }),
    ticketsClosed: new Map([[personId(5), 40]]),
    facts: NOTHING,
    kept: { leavers: 2, personYears: 30 },
    ...own,
  });

describe('the firm that is looked ahead from', () => {
  it('counts who does the work, who leads, who leads leads, and the rest, each person once', () => {
    const { firm, counted } = gather();
    expect(firm.technicians.map((one) => one.personId)).toEqual([1, 5, 6, 7, 8, 9]);
    expect(firm.leads.map((one) => one.personId)).toEqual([3, 4]);
    expect(counted).toEqual({ founded: '2010-02', coordinators: 1, managers: 1 });
    expect(firm).toMatchObject({ others: 1, coordinators: 1, managers: 1, teams: 2, firstMonth: '2010-02' });
    const all = firm.technicians.length + firm.leads.length + firm.others + firm.coordinators + firm.managers;
    expect(all).toBe(people.filter(({ work }) => work !== 'service-account').length);
  });

  it('knows of people what they want, how long they are here and what is known of both sides', () => {
    const [owner, five, six, seven, eight] = gather().firm.technicians;
    expect(owner).toMatchObject({ stays: true, months: 201, technical: { mean: 3, sd: expect.closeTo(1, 9) } });
    expect(five).toMatchObject({ stays: false, months: 8, closes: 40, wouldLead: true });
    expect([six!.wouldLead, seven!.wouldLead, eight!.wouldLead]).toEqual([false, true, false]);
    expect(seven).toMatchObject({ months: 120, closes: null });
  });

  it('takes what was told before what is counted', () => {
    const facts = { ...NOTHING, founded: '2005-06-01' as Day, managers: 0, left: { leavers: 3, years: 2 } };
    expect(gather({ facts }).firm).toMatchObject({
      firstMonth: '2005-06',
      managers: 0,
      leavers: { leavers: 3, personYears: 22 },
    });
    expect(gather().firm.leavers).toEqual({ leavers: 2, personYears: 30 });
  });

  it('counts an owner who leads the desk as a lead', () => {
    const seats = [held(1, 1)];
    const lines = [5, 6, 7].map((id) => ({ personId: personId(id), seatId: seatId(1) }));
    const small = { ...structure, seats, lines, memberships: [], teams: [] };
    const { firm } = gather({ structure: small });
    expect(firm.leads.map((one) => one.personId)).toEqual([1]);
    expect(firm.leads[0]!.stays).toBe(true);
  });
});

describe('since when something is due', () => {
  const marker = { size: 5, counts: 'desk', state: 'due' } as const;
  const { firm } = gather();
  const started = (months: number[]) => ({
    ...firm,
    technicians: months.map((one, i) => ({ ...firm.technicians[0]!, personId: personId(i), months: one })),
  });

  it('is since its size was reached, as far as first days tell', () => {
    expect(dueSince(marker, null, started([60, 50, 40, 30, 20, 10]))).toBe('2025-03');
    expect(dueSince(marker, null, started([60, 50, 40, 30]))).toBeNull();
    expect(dueSince(marker, null, started([60, 50, 40, 30, 0]))).toBeNull();
    expect(dueSince(marker, null, started([120, 120, 120, 120, 120]))).toBeNull();
    expect(
      dueSince({ ...marker, counts: 'staff', size: 4 }, null, { ...started([20]), leads: started([9, 7]).technicians }),
    ).toBe('2026-04');
    expect(dueSince({ ...marker, state: 'there' }, null, started([60, 50, 40, 30, 20]))).toBeNull();
  });

  it('is since the seat for it was planned for, or stands open', () => {
    const open = aSeat(9, { reportsTo: seatId(2), teamId: teamId(2), plannedFor: '2025-11-03' as Day });
    const chart = readChart({ ...structure, seats: [...structure.seats, open] });
    expect(openSeatFor('next-lead', chart)).toEqual(open);
    expect(openSeatFor('service-manager', chart)).toBeNull();
    expect(dueSince(marker, open, firm)).toBe('2025-11');
    expect(dueSince(marker, { plannedFor: '2027-03-01' as Day, openSince: null }, firm)).toBeNull();
    const vacant = structure.seats.map((seat) =>
      seat.seatId === 2 ? { ...seat, state: 'vacant' as const, holderId: null } : seat,
    );
    expect(openSeatFor('service-manager', readChart({ ...structure, seats: vacant }))?.seatId).toBe(2);
  });
});

describe('the plan that is looked ahead along', () => {
  const { firm } = gather();
  const row = { clients: null, hoursPerEndpoint: null, hires: null, leavers: null, budget: null };

  it('grows by the playbook from what fills the desk today, where nobody typed one', () => {
    const { plan, notes } = planAhead({ rows: [] }, firm, playbook);
    expect([plan.months, plan.first, notes]).toEqual([36, '2026-11', []]);
    // Six on the desk, and two leads with three reports each who work 62.5% of their week.
    expect(plan.endpoints[0]).toBeCloseTo(((6 + 2 * 0.625) * 120) / 0.45, 9);
    expect(plan.endpoints[12]! / plan.endpoints[0]!).toBeCloseTo(1.1, 9);
    // A scenario that assumes more work for each endpoint still has as many of them.
    const more = playbookWith({ 'growth.work.per-endpoint': 0.9 });
    expect(planAhead({ rows: [] }, firm, more, playbook).plan.endpoints[0]).toBeCloseTo(endpointsOf(firm, playbook), 9);
  });

  it('goes on from where a plan ended, and says so', () => {
    const { plan, notes } = planAhead({ rows: [{ ...row, month: '2025-11', endpoints: 1000 }] }, firm, playbook);
    expect(plan.endpoints[0]).toBeCloseTo(1100, 9);
    expect(notes).toEqual([
      'The plan ended in November 2025. From there on the work is taken to grow by 10% a year: add the months that lie ahead.',
    ]);
  });

  it('stands for a firm of which only numbers are known, too', () => {
    const told = { technicians: 9, leads: null, teams: null, coordinators: 0, managers: 0 };
    const nobody = untoldFirm(told, '2026-11' as Month, '2020-01' as Month, playbook);
    expect(nobody).toMatchObject({ others: 1, teams: 2 });
    expect(nobody.leads).toHaveLength(2);
    expect(new Set([...nobody.technicians, ...nobody.leads].map((one) => one.personId)).size).toBe(11);
  });
});
