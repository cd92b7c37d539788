import { Client } from 'pg';
import type { AdviceAsItWas } from '../../src/records/decisions/types.ts';
import { createFirm, type TestDatabase } from './database.ts';
import { addGrowing } from './roles-growing.ts';
import { addMentoring } from './roles-mentoring.ts';
import { addPlan } from './roles-plan.ts';
import { addTalks } from './roles-talks.ts';
import { addTrials } from './roles-trials.ts';

/**
 * A firm in which every role has a person: Olga (owner, top seat), Sam (service manager, under her), Lea and Max (leads of
 * Pod A and Pod B, under Sam), Tom (technician under Lea), Una (technician under Max), Hana (HR, under Olga). Every table
 * that holds something about people has a row about Tom and one about Una.
 */
export type RolesFirm = {
  orgId: number;
  people: Record<PersonKey, number>;
  seats: { top: number; manager: number; podA: number; podB: number; open: number };
  teams: { podA: number; podB: number };
  /** 1:1s: Tom’s with Lea, with the meeting that is planned, and Una’s with Max. */
  talks: { tom: number; una: number; tomNext: number };
  /** The main scenario of the plan. */
  scenarioId: number;
  /** Trials of Tom and Una, which didn’t begin, each with a review, and the decisions that they began with. */
  trials: Record<'tom' | 'una', { trialId: number; reviewId: number; decisionId: number }>;
  /** Mentoring that goes on: Tom’s and Una’s, both with Max. */
  mentoring: { tom: number; una: number };
};
export type PersonKey = 'olga' | 'sam' | 'lea' | 'max' | 'tom' | 'una' | 'hana';

const NAMES: Record<PersonKey, string> = {
  olga: 'Olga Owner',
  sam: 'Sam Steward',
  lea: 'Lea Lead',
  max: 'Max Manner',
  tom: 'Tom Tech',
  una: 'Una Unseen',
  hana: 'Hana Human',
};

/** Makes it as the owner of the tables, so that no policy can hide a mistake. */
export async function makeRolesFirm(test: TestDatabase, name = 'Roles'): Promise<RolesFirm> {
  const { orgId } = await createFirm(test.database, name);
  const client = new Client({ connectionString: test.adminUrl });
  await client.connect();
  try {
    return await fill(client, orgId);
  } finally {
    await client.end();
  }
}

async function fill(client: Client, orgId: number): Promise<RolesFirm> {
  const one = async (text: string, values: unknown[] = []) =>
    Number(Object.values((await client.query(text, [orgId, ...values])).rows[0] as object)[0]);
  const people = {} as Record<PersonKey, number>;
  for (const [key, name] of Object.entries(NAMES)) {
    people[key as PersonKey] = await one(
      'insert into person (org_id, name, email, work) values ($1, $2, $3, $4) returning person_id',
      [name, `${key}@roles.example`, key === 'hana' ? 'other' : 'product'],
    );
  }
  const team = (title: string) => one('insert into team (org_id, name) values ($1, $2) returning team_id', [title]);
  const teams = { podA: await team('Pod A'), podB: await team('Pod B') };
  const seat = (title: string, teamId: number | null = null) =>
    one('insert into seat (org_id, title, team_id) values ($1, $2, $3) returning seat_id', [title, teamId]);
  const seats = {
    top: await seat('Owner'),
    manager: await seat('Service Manager'),
    podA: await seat('Lead Pod A', teams.podA),
    podB: await seat('Lead Pod B', teams.podB),
    open: await seat('Lead Nights'),
  };
  const run = (text: string, values: unknown[]) => client.query(text, [orgId, ...values]);
  const hold = 'insert into seat_holding (org_id, seat_id, person_id, from_day) values ($1, $2, $3, $4)';
  const holders = [
    [seats.top, people.olga],
    [seats.manager, people.sam],
    [seats.podA, people.lea],
    [seats.podB, people.max],
  ];
  for (const [seatId, personId] of holders) await run(hold, [seatId, personId, '2024-01-01']);
  const under = 'insert into seat_line (org_id, seat_id, reports_to, from_day) values ($1, $2, $3, $4)';
  const lines = [
    [seats.manager, seats.top],
    [seats.podA, seats.manager],
    [seats.podB, seats.manager],
    [seats.open, seats.manager],
  ];
  for (const [seatId, above] of lines) await run(under, [seatId, above, '2024-01-01']);
  const reports = [
    [people.tom, seats.podA, teams.podA],
    [people.una, seats.podB, teams.podB],
    [people.hana, seats.top, null],
  ];
  for (const [personId, seatId, teamId] of reports) {
    await run('insert into person_line (org_id, person_id, seat_id, from_day) values ($1, $2, $3, $4)', [
      personId,
      seatId,
      '2024-01-01',
    ]);
    if (teamId === null) continue;
    await run('insert into membership (org_id, person_id, team_id, from_day) values ($1, $2, $3, $4)', [
      personId,
      teamId,
      '2024-01-01',
    ]);
  }
  for (const personId of [people.tom, people.una]) await addRowsAbout(run, personId!, seats.open);
  await run(
    `insert into team_hours (org_id, team_id, zone, starts, ends, weekdays) values ($1, $2, 'UTC', 480, 1080, '{1,2,3,4,5}')`,
    [teams.podA],
  );
  await run(
    `insert into evidence_total (org_id, outcome, n, sum_y, sum_yy, data_version) values ($1, $2, 0, 0, 0, 1)`,
    ['minutes-worked'],
  );
  await run(
    `insert into team_target (org_id, team_id, place, measure, value, from_day) values ($1, $2, 1, 'backlog', 20, '2026-01-01')`,
    [teams.podA],
  );
  await run(
    `insert into team_measure (org_id, team_id, measure, month, value) values ($1, $2, 'backlog', '2026-01-01', 18)`,
    [teams.podA],
  );
  await run('insert into ticket_address (org_id, pattern) values ($1, $2)', ['https://tickets.example.com/{number}']);
  await run(
    `insert into program_token (org_id, label, operation, token_hash, made_by, made_at)
     values ($1, 'Learning', 'takeStatements', 'hash ' || $1::bigint, 'test', now())`,
    [],
  );
  await run(
    `insert into waiting_completion (org_id, who, what, done_on, source, received_at)
     values ($1, 'nobody@roles.example', 'C-9', '2026-01-10', 'file', now())`,
    [],
  );
  await run(
    `insert into learning_statement (org_id, statement_id, became, received_at)
     values ($1, '6690e6c9-3ef0-4ed3-8b37-7f3964730bee', 'void', now())`,
    [],
  );
  const talks = await addTalks(one, people);
  const trials = await addTrials(one, people, seats.open);
  const mentoring = await addMentoring(one, people);
  await run(`insert into own_skill (org_id, name) values ($1, 'Firewalls')`, []);
  await run(`insert into skill_need (org_id, subject, required) values ($1, 'own/1', 2)`, []);
  return { orgId, people, seats, teams, talks, trials, mentoring, scenarioId: await addPlan(one, seats) };
}

/** The advice as it was when a decision was made, about nobody. */
const ADVICE: AdviceAsItWas = {
  dataVersion: 1,
  modelVersion: 'test',
  playbookVersion: 'test',
  kind: 'both',
  answer: 'leave-open',
  considered: [],
  named: [],
  sentence: 'Leave it open.',
};

type Run = (text: string, values: unknown[]) => Promise<unknown>;

/** One row in every table that holds something about a person. */
async function addRowsAbout(run: Run, personId: number, openSeat: number): Promise<void> {
  await run(`insert into wish (org_id, person_id, aspiration, day) values ($1, $2, 'wants-to-lead', '2026-01-01')`, [
    personId,
  ]);
  // Not told: so it lets nobody see anything yet.
  await run('insert into candidacy (org_id, seat_id, person_id) values ($1, $2, $3)', [openSeat, personId]);
  await run(
    `insert into observation (org_id, person_id, rater, kind, competency, level, day)
     values ($1, $2, 'somebody', 'rating', 'coaching', 4.75, '2026-01-01')`,
    [personId],
  );
  await run(
    `insert into next_step (org_id, step_key, owner_id, changed_by) values ($1, 'step-' || $2::bigint, $2::bigint, 'test')`,
    [personId],
  );
  await run(
    `insert into card (org_id, lead_id, day, rule, kind, subject, person_id, trigger, first_sentence, evidence)
     select $1, h.person_id, '2026-01-01', 'ticket-late', 'fix', 'ticket/1', $2, 'Late', 'Is it?', '{"facts": [], "best": null}'
     from person_line l join seat_holding h using (org_id, seat_id) where l.org_id = $1 and l.person_id = $2`,
    [personId],
  );
  await run(
    `insert into ticket (org_id, source, external_id, opened_at, first_assignee_id) values ($1, 'test', $2::bigint::text, now(), $2::bigint)`,
    [personId],
  );
  await run(
    `insert into ticket_event (org_id, ticket_id, seq, at, person_id) values ($1, $2::bigint, 1, now(), $2::bigint)`,
    [personId],
  );
  await run(
    `insert into shift (org_id, person_id, kind, weekday, starts, ends, zone) values ($1, $2, 'shift', 1, 540, 1020, 'UTC')`,
    [personId],
  );
  await run(
    `insert into evidence_case (org_id, ticket_id, outcome, y, technician_id, client_id, category_id, queue_id, priority, hour)
     values ($1, $2::bigint, 'minutes-worked', 1, $2::bigint, 0, 0, 0, 3, 9)`,
    [personId],
  );
  await run(
    `insert into evidence_cell (org_id, technician_id, client_id, category_id, queue_id, priority, band, difficulty,
       kept_of, kept, lasted_of, lasted, satisfied_of, satisfied) values ($1, $2, 0, 0, 0, 3, 1, 0, 1, 1, 1, 1, 0, 0)`,
    [personId],
  );
  await run(
    `insert into audit_entry (org_id, seq, at, actor, standing, action, people, previous_hash, hash)
     values ($1, 1000000 + $2::bigint, now(), 'test', 'engine', 'test', array[$2::bigint], '', '')`,
    [personId],
  );
  await run(
    `insert into remark (org_id, person_id, about, kind, text, at) values ($1, $2, 'person/title', 'comment', 'x', now())`,
    [personId],
  );
  await run(
    `insert into decision (org_id, seat_id, person_id, kind, day, decided_by, advice, at)
     values ($1, $3, $2, 'hold', '2026-01-01', 'test', $4, now())`,
    [personId, openSeat, JSON.stringify(ADVICE)],
  );
  await run(`insert into card_pass (org_id, lead_id, day, cards) values ($1, $2, '2026-01-01', 0)`, [personId]);
  await run(
    `insert into team_aim (org_id, team_id, quarter, text, owner_id)
     select $1, team_id, '2026-01-01', 'Fewer repeats', $2 from membership where org_id = $1 and person_id = $2`,
    [personId],
  );
  await addWeeksOf(run, personId);
  await addGrowing(run, personId);
  await run(
    `insert into delivery (org_id, person_id, way, zone, planned_at, changed_at) values ($1, $2, 'mail', 'UTC', now(), now())`,
    [personId],
  );
  await run(
    `insert into outgoing (org_id, person_id, day, what, state, due_at) values ($1, $2, '2026-01-05', 'morning', 'sent', now())`,
    [personId],
  );
  await addSkillsOf(run, personId);
  await run(
    `insert into protected_attribute (org_id, person_id, attribute, value, given_on) values ($1, $2, 'gender', 'w', '2026-01-01')`,
    [personId],
  );
}

/** What somebody learns, and their hours for it. */
async function addSkillsOf(run: Run, personId: number): Promise<void> {
  await run(
    `insert into skill_level (org_id, subject, person_id, state, since) values ($1, 'own/1', $2, 'learning', '2026-01-05')`,
    [personId],
  );
  await run('insert into skill_hours (org_id, person_id, hours) values ($1, $2, 2)', [personId]);
}

/** A week, shared with the lead, a word to them, and a growth step. */
async function addWeeksOf(run: Run, personId: number): Promise<void> {
  await run(
    `insert into condition_week (org_id, person_id, week, tickets, changes, changes_after_hours, switches)
     values ($1, $2, '2026-01-05', 5, 20, 2, 3)`,
    [personId],
  );
  await run('insert into condition_share values ($1, $2, true, now())', [personId]);
  await run(`insert into lead_week (org_id, person_id, mentees, told_on) values ($1, $2, 1, '2026-01-05')`, [personId]);
  await run(
    `insert into own_word (org_id, person_id, said_at, feeling, with_lead) values ($1, $2, now(), 'fine', true)`,
    [personId],
  );
  await run(
    `insert into growth_step (org_id, person_id, day, text, said_by) values ($1, $2, '2026-01-05', 'A course', 'self')`,
    [personId],
  );
}
