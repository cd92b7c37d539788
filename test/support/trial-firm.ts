import { Client } from 'pg';
import { afterAll, beforeEach } from 'vitest';
import type { Role } from '../../src/base/roles.ts';
import { type Day, type Instant, instantOf } from '../../src/base/time.ts';
import { propose } from '../../src/capabilities/trials/actions.ts';
import { agree } from '../../src/capabilities/trials/running.actions.ts';
import type { FirmContext } from '../../src/platform/context.ts';
import { readStructure } from '../../src/records/people/store.ts';
import type { PersonId } from '../../src/records/people/types.ts';
import { readDue } from '../../src/records/trials/due.store.ts';
import type { Criterion } from '../../src/records/trials/types.ts';
import { contextIn } from './context.ts';
import { createFirm, createTestDatabase, type TestDatabase } from './database.ts';
import { OPEN_SEAT_CHART, type SavedChart, saveChart } from './org-chart.ts';

export const TODAY = '2026-11-23' as Day;
/** Who is to try the open seat. */
export const TRIES = 3;
export const CRITERIA: Criterion[] = [
  { kind: 'behaviour', competency: 'coaching', text: 'Asks before advising' },
  { kind: 'measure', measure: 'talks', text: 'Everybody has had a 1:1' },
];

type Work<T> = (ctx: FirmContext) => Promise<T>;

/** A firm with an open seat and somebody to try it, made anew for each test; `day` is the day that it lives in. */
export class TrialFirm {
  test!: TestDatabase;
  owner!: Client;
  saved!: SavedChart;
  seatId!: number;
  personId!: PersonId;
  day: Day = TODAY;

  as = <T>(standing: Role | 'engine', person: number | null, work: Work<T>): Promise<T> => {
    const { orgId, personIds } = this.saved;
    const own = person === null ? null : personIds[person]!;
    const scope = { orgId, actor: `account:${person}-${orgId}`, standing, personId: own };
    const now = () => (instantOf(this.day) + 43_200_000) as Instant;
    return this.test.database.transact(scope, (db) => work(contextIn(db, orgId, { ...scope, now })));
  };
  manager = <T>(work: Work<T>) => this.as('service-manager', 1, work);
  tryer = <T>(work: Work<T>) => this.as('technician', TRIES, work);

  terms = (more: object = {}) => ({
    ...{ criteria: CRITERIA, untilDay: '2027-03-23', reviewDays: ['2027-01-04'], ticketHours: 12 },
    ...more,
  });
  proposed = (more: object = {}) => {
    const { seatId, personId } = this;
    return this.manager((ctx) => propose(ctx, { seatId, personId, ...this.terms(), reason: 'Try it first', ...more }));
  };
  running = async (more: object = {}): Promise<number> => {
    const { trialId } = await this.proposed(more);
    await this.tryer((ctx) => agree(ctx, { trialId, told: false }));
    return trialId;
  };
  structure = () => this.as('engine', null, ({ db }) => readStructure(db, this.day));
  seatNow = async () => (await this.structure()).seats.find((one) => one.seatId === this.seatId)!;
  due = (endsBy = this.day) =>
    this.as('engine', null, ({ db }) => readDue(db, { day: this.day, endsBy, reviewMonths: 6 }));
}

/** Call it once in a test file. */
export function standTrialFirm(): TrialFirm {
  const firm = new TrialFirm();
  beforeEach(async () => {
    if (firm.test === undefined) {
      firm.test = await createTestDatabase();
      firm.owner = new Client({ connectionString: firm.test.adminUrl });
      await firm.owner.connect();
    }
    const { orgId } = await createFirm(firm.test.database);
    firm.saved = await saveChart(firm.test.database, orgId, OPEN_SEAT_CHART);
    firm.seatId = firm.saved.seatIds[3]!;
    firm.personId = firm.saved.personIds[TRIES]! as PersonId;
    firm.day = TODAY;
    for (const person of [1, TRIES]) await giveAccount(firm, person);
  });
  afterAll(async () => {
    await firm.owner.end();
    await firm.test.close();
  });
  return firm;
}

const giveAccount = ({ owner, saved }: TrialFirm, person: number) =>
  owner.query(`insert into auth.firm_access (actor, org_id, role, person_id) values ($1, $2, 'technician', $3)`, [
    `account:${person}-${saved.orgId}`,
    saved.orgId,
    saved.personIds[person],
  ]);
