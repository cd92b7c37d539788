// Generated from migrations/ by src/platform/db/generate-schema.ts; don't edit. int8 and numeric arrive as numbers,
// date as Day, timestamptz as Instant (values.ts); write an Instant with timestamp().

import type { Day, Instant } from '../../base/time.ts';
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export interface AuthFirmAccess {
  actor: string;
  granted_at: Generated<Instant>;
  org_id: number;
}

export interface AuthSession {
  actor: string;
  created_at: Generated<Instant>;
  expires_at: Instant;
  org_id: number | null;
  session_hash: string;
}

export interface AuthSignInToken {
  actor: string;
  created_at: Generated<Instant>;
  expires_at: Instant;
  token_hash: string;
  used_at: Instant | null;
}

export interface Category {
  category_id: Generated<number>;
  name: string;
  org_id: Generated<number>;
}

export interface Client {
  client_id: Generated<number>;
  name: string;
  org_id: Generated<number>;
}

export interface EvidenceCase {
  category_id: number;
  client_id: number;
  hour: number;
  org_id: Generated<number>;
  outcome: string;
  priority: number;
  queue_id: number;
  technician_id: number;
  ticket_id: number;
  y: number;
}

export interface EvidenceCross {
  factor_a: number;
  factor_b: number;
  level_a: number;
  level_b: number;
  n: number;
  org_id: Generated<number>;
  outcome: string;
  sum_y: number;
}

export interface EvidenceFit {
  data_version: number;
  effects: Json;
  fitted_at: Generated<Instant>;
  model_version: string;
  org_id: Generated<number>;
  outcome: string;
}

export interface EvidenceTotal {
  data_version: number;
  n: number;
  org_id: Generated<number>;
  outcome: string;
  sum_y: number;
  sum_yy: number;
}

export interface Firm {
  created_at: Generated<Instant>;
  name: string;
  org_id: Generated<number>;
  sample: string | null;
  story_day: Day | null;
}

export interface ImportRejection {
  column_name: Generated<string>;
  import_id: number;
  line: number;
  org_id: Generated<number>;
  reason: string;
}

export interface ImportRun {
  bytes: number | null;
  content_hash: string | null;
  file_name: string;
  finished_at: Instant | null;
  health: Json | null;
  import_id: Generated<number>;
  kind: string;
  mapping: Json | null;
  message: string | null;
  org_id: Generated<number>;
  people_added: Generated<number>;
  rows_read: Generated<number>;
  rows_rejected: Generated<number>;
  source: string | null;
  started_at: Generated<Instant>;
  state: string;
  tickets_added: Generated<number>;
  tickets_changed: Generated<number>;
}

export interface Membership {
  from_day: Day;
  org_id: Generated<number>;
  person_id: number;
  team_id: number;
  to_day: Day | null;
}

export interface NextStep {
  changed_at: Generated<Instant>;
  changed_by: string;
  due_day: Day | null;
  evidence_key: string | null;
  org_id: Generated<number>;
  outcome: string | null;
  owner_id: number | null;
  result: string | null;
  step_key: string;
  text: string | null;
}

export interface Observation {
  competency: string;
  day: Day;
  import_id: number | null;
  kind: string;
  level: number | null;
  observation_id: Generated<number>;
  org_id: Generated<number>;
  person_id: number;
  rater: string;
}

export interface Person {
  aspiration: Generated<string>;
  aspiration_day: Day | null;
  email: string | null;
  hours_per_week: number | null;
  left_on: Day | null;
  name: string;
  org_id: Generated<number>;
  own_ticket_hours: number | null;
  person_id: Generated<number>;
  site: string | null;
  started_on: Day | null;
  time_zone: string | null;
  title: string | null;
  work: Generated<string>;
}

export interface PersonLine {
  from_day: Day;
  org_id: Generated<number>;
  person_id: number;
  seat_id: number;
  to_day: Day | null;
}

export interface PlaybookValue {
  changed_at: Generated<Instant>;
  changed_by: string;
  key: string;
  org_id: Generated<number>;
  reason: string | null;
  value: number;
}

export interface Seat {
  closed_on: Day | null;
  distance_override: number | null;
  hands_on: boolean | null;
  open_since: Day | null;
  org_id: Generated<number>;
  override_reason: string | null;
  planned_for: Day | null;
  seat_id: Generated<number>;
  team_id: number | null;
  title: string;
}

export interface SeatHolding {
  acting_until: Day | null;
  from_day: Day;
  org_id: Generated<number>;
  person_id: number;
  seat_id: number;
  to_day: Day | null;
}

export interface SeatLine {
  from_day: Day;
  org_id: Generated<number>;
  reports_to: number;
  seat_id: number;
  to_day: Day | null;
}

export interface Team {
  name: string;
  org_id: Generated<number>;
  team_id: Generated<number>;
}

export interface Ticket {
  category_id: number | null;
  client_id: number | null;
  escalated: boolean | null;
  external_id: string;
  first_assigned_at: Instant | null;
  first_assignee_id: number | null;
  first_team_id: number | null;
  handoffs: Generated<number>;
  import_id: number | null;
  minutes_worked: number | null;
  opened_at: Instant;
  org_id: Generated<number>;
  priority: number | null;
  queue_minutes: number | null;
  reopen_count: Generated<number>;
  resolved_at: Instant | null;
  satisfaction: number | null;
  source: string;
  started_unassigned: Generated<boolean>;
  ticket_id: Generated<number>;
  triage_difficulty: number | null;
}

export interface TicketEvent {
  at: Instant;
  org_id: Generated<number>;
  person_id: number | null;
  seq: number;
  status: string | null;
  team_id: number | null;
  ticket_id: number;
}

export interface DB {
  "auth.firm_access": AuthFirmAccess;
  "auth.session": AuthSession;
  "auth.sign_in_token": AuthSignInToken;
  category: Category;
  client: Client;
  evidence_case: EvidenceCase;
  evidence_cross: EvidenceCross;
  evidence_fit: EvidenceFit;
  evidence_total: EvidenceTotal;
  firm: Firm;
  import_rejection: ImportRejection;
  import_run: ImportRun;
  membership: Membership;
  next_step: NextStep;
  observation: Observation;
  person: Person;
  person_line: PersonLine;
  playbook_value: PlaybookValue;
  seat: Seat;
  seat_holding: SeatHolding;
  seat_line: SeatLine;
  team: Team;
  ticket: Ticket;
  ticket_event: TicketEvent;
}
