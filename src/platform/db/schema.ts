// Generated from migrations/ by src/platform/db/generate-schema.ts; don't edit. int8 and numeric arrive as numbers,
// date as Day, timestamptz as Instant (values.ts); write an Instant with timestamp().

import type { Day, Instant } from '../../base/time.ts';
import type { ColumnType } from "kysely";

export type ArrayType<T> = ArrayTypeImpl<T> extends (infer U)[]
  ? U[]
  : ArrayTypeImpl<T>;

export type ArrayTypeImpl<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S[], I[], U[]>
  : T[];

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

export interface AgendaItem {
  author_id: number | null;
  closed_at: Instant | null;
  created_at: Instant;
  due_day: Day | null;
  item_id: Generated<number>;
  kind: string;
  org_id: Generated<number>;
  owner_id: number | null;
  pair_id: number;
  state: Generated<string>;
  text: string;
}

export interface AuditEntry {
  action: string;
  actor: string;
  at: Instant;
  details: Generated<Json>;
  hash: string;
  org_id: Generated<number>;
  people: Generated<ArrayType<number>>;
  previous_hash: string;
  seq: number;
  standing: string;
}

export interface AuditHead {
  hash: string;
  org_id: Generated<number>;
  seq: number;
}

export interface AuthAccount {
  account_id: Generated<number>;
  created_at: Generated<Instant>;
  email: string;
  ended_at: Instant | null;
  name: string;
  password_hash: string | null;
  totp_last_step: Generated<number>;
  totp_secret: string | null;
  totp_since: Instant | null;
}

export interface AuthAttempt {
  at: Generated<Instant>;
  attempt_id: Generated<number>;
  key_hash: string;
}

export interface AuthChallenge {
  account_id: number | null;
  challenge_hash: string;
  expires_at: Instant;
  kind: string;
  secret: string;
}

export interface AuthFirmAccess {
  actor: string;
  granted_at: Generated<Instant>;
  org_id: number;
  person_id: number | null;
  role: Generated<string>;
}

export interface AuthIdentity {
  account_id: number;
  issuer: string;
  linked_at: Generated<Instant>;
  subject: string;
}

export interface AuthInvitation {
  created_at: Generated<Instant>;
  email: string;
  expires_at: Instant;
  invited_by: string;
  org_id: number;
  person_id: number | null;
  role: string;
  token_hash: string;
  used_at: Instant | null;
}

export interface AuthKeyCheck {
  id: Generated<boolean>;
  mark: string;
}

export interface AuthPasskey {
  account_id: number;
  counter: Generated<number>;
  created_at: Generated<Instant>;
  credential_id: string;
  name: string;
  public_key: string;
  transports: Generated<string[]>;
  used_at: Instant | null;
}

export interface AuthProvider {
  client_id: string;
  client_secret: string;
  created_at: Generated<Instant>;
  created_by: string;
  issuer: string;
  label: string;
  provider_id: Generated<number>;
}

export interface AuthRecoveryCode {
  account_id: number;
  code_hash: string;
  used_at: Instant | null;
}

export interface AuthSession {
  account_id: number | null;
  acting_by: string | null;
  actor: string;
  browser: string | null;
  created_at: Generated<Instant>;
  expires_at: Instant;
  idle_days: Generated<number>;
  ip: string | null;
  method: Generated<string>;
  org_id: number | null;
  seen_at: Generated<Instant>;
  session_hash: string;
  session_id: Generated<number>;
}

export interface AuthSignInToken {
  acting_by: string | null;
  actor: string;
  created_at: Generated<Instant>;
  expires_at: Instant;
  token_hash: string;
  used_at: Instant | null;
}

export interface Candidacy {
  ended_at: Instant | null;
  org_id: Generated<number>;
  person_id: number;
  seat_id: number;
  since: Generated<Instant>;
  told_at: Instant | null;
  told_by: string | null;
}

export interface Card {
  answered_at: Instant | null;
  card_id: Generated<number>;
  day: Day;
  evidence: Json;
  first_sentence: string;
  kind: string;
  lead_id: number;
  org_id: Generated<number>;
  person_id: number | null;
  reason: string | null;
  rule: string;
  state: Generated<string>;
  subject: string;
  trigger: string;
  until_day: Day | null;
}

export interface CardPass {
  cards: number;
  day: Day;
  import_id: Generated<number>;
  lead_id: number;
  org_id: Generated<number>;
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

export interface Completion {
  completion_id: Generated<number>;
  course_id: number;
  done_on: Day;
  org_id: Generated<number>;
  person_id: number;
  source: string;
}

export interface ConditionShare {
  changed_at: Instant;
  org_id: Generated<number>;
  person_id: number;
  with_lead: boolean;
}

export interface ConditionWeek {
  changes: number;
  changes_after_hours: number;
  minutes: number | null;
  minutes_dissatisfied: number | null;
  on_call_minutes: Generated<number>;
  org_id: Generated<number>;
  person_id: number;
  switches: number;
  tickets: number;
  week: Day;
}

export interface Course {
  activity: string | null;
  code: string | null;
  competency: string;
  course_id: Generated<number>;
  hours: number;
  org_id: Generated<number>;
  retired_on: Day | null;
  title: string;
}

export interface Decision {
  advice: Json;
  at: Instant;
  day: Day;
  decided_by: string;
  decision_id: Generated<number>;
  kind: string;
  org_id: Generated<number>;
  person_id: number | null;
  reason: string | null;
  seat_id: number;
}

export interface DecisionReview {
  again: string;
  decision_id: number;
  org_id: Generated<number>;
  person_id: number | null;
  reviewed_at: Instant;
  reviewed_by: string;
  seat_id: number;
  stayed: string;
  team: string;
  words: string | null;
}

export interface DecisionWord {
  decision_id: number;
  org_id: Generated<number>;
  person_id: number;
  said_at: Instant;
  seat_id: number;
  words: string;
}

export interface Delivery {
  address: string | null;
  at: Generated<number>;
  changed_at: Instant;
  host: string | null;
  next_at: Instant | null;
  org_id: Generated<number>;
  own_chat: Generated<boolean>;
  person_id: number;
  planned_at: Instant;
  reminders: Generated<boolean>;
  way: Generated<string>;
  weekdays: Generated<number[]>;
  zone: string;
}

export interface DevelopmentPlan {
  closed_on: Day | null;
  later: Generated<string[]>;
  lead_agreed_on: Day | null;
  lead_id: number | null;
  noted_by: number | null;
  org_id: Generated<number>;
  path: string;
  person_agreed_on: Day | null;
  person_id: number;
  plan_id: Generated<number>;
  proposed_by: number | null;
  proposed_on: Day;
  seat_id: number | null;
  starts_on: Day;
  state: Generated<string>;
  to_find_out: Generated<string[]>;
}

export interface ErasedName {
  name_hash: string;
  org_id: Generated<number>;
  person_id: number;
}

export interface ErasureRequest {
  asked_at: Instant;
  org_id: Generated<number>;
  person_id: number;
}

export interface EvidenceCase {
  band: Generated<number>;
  category_id: number;
  client_id: number;
  difficulty: Generated<number>;
  hour: number;
  kept: boolean | null;
  lasted: boolean | null;
  org_id: Generated<number>;
  outcome: string | null;
  priority: number;
  queue_id: number;
  satisfied: boolean | null;
  technician_id: number;
  ticket_id: number;
  y: number | null;
}

export interface EvidenceCell {
  band: number;
  category_id: number;
  client_id: number;
  difficulty: number;
  kept: number;
  kept_of: number;
  lasted: number;
  lasted_of: number;
  org_id: Generated<number>;
  priority: number;
  queue_id: number;
  satisfied: number;
  satisfied_of: number;
  technician_id: number;
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
  shown_from: Instant | null;
  terms: Json | null;
}

export interface EvidenceMadeWith {
  day_ends: number;
  day_starts: number;
  org_id: Generated<number>;
  satisfied_from: number;
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
  second_factor_required: Generated<boolean>;
  story_day: Day | null;
}

export interface GrowthFirm {
  coordinators: number | null;
  endpoints: number | null;
  founded: Day | null;
  leavers: number | null;
  leavers_years: number | null;
  managers: number | null;
  org_id: Generated<number>;
}

export interface GrowthSeat {
  kind: string;
  org_id: Generated<number>;
  seat_id: number;
}

export interface GrowthStep {
  day: Day;
  org_id: Generated<number>;
  person_id: number;
  said_by: string;
  step_id: Generated<number>;
  text: string;
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

export interface LeadWeek {
  conflicts: number | null;
  mentees: number | null;
  org_id: Generated<number>;
  person_id: number;
  steering: number | null;
  told_on: Day;
}

export interface LearningStatement {
  became: string;
  completion_id: number | null;
  fingerprint: string | null;
  org_id: Generated<number>;
  received_at: Instant;
  statement_id: string;
}

export interface Meeting {
  at: Instant;
  meeting_id: Generated<number>;
  org_id: Generated<number>;
  pair_id: number;
  sequence: Generated<number>;
  state: Generated<string>;
}

export interface Membership {
  from_day: Day;
  org_id: Generated<number>;
  person_id: number;
  team_id: number;
  to_day: Day | null;
}

export interface MentoringAnswer {
  org_id: Generated<number>;
  pair_id: number;
  person_id: number;
  yes: boolean;
}

export interface MentoringCheck {
  answer: string;
  moment: string;
  org_id: Generated<number>;
  pair_id: number;
  person_id: number;
  said_at: Instant;
  text: string | null;
}

export interface MentoringGoal {
  author_id: number | null;
  closed_at: Instant | null;
  created_at: Instant;
  goal_id: Generated<number>;
  org_id: Generated<number>;
  pair_id: number;
  state: Generated<string>;
  text: string;
}

export interface MentoringPair {
  asked_on: Day;
  began_on: Day | null;
  ended_on: Day | null;
  mentee_id: number;
  mentor_id: number;
  org_id: Generated<number>;
  pair_id: Generated<number>;
  reasons: Json;
  state: Generated<string>;
  until_day: Day | null;
  wants: Generated<string[]>;
}

export interface MentoringSession {
  at: Instant;
  minutes: number;
  org_id: Generated<number>;
  pair_id: number;
  sequence: Generated<number>;
  session_id: Generated<number>;
  state: Generated<string>;
  zone: string;
}

export interface MentoringVeto {
  about_id: number;
  org_id: Generated<number>;
  person_id: number;
}

export interface MentoringWish {
  found_none: string | null;
  help_with: string | null;
  interests: string | null;
  looked_on: Day | null;
  org_id: Generated<number>;
  person_id: number;
  places: number;
  said_at: Instant;
  wants: Generated<string[]>;
  wants_mentor: boolean;
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

export interface NoteIdentity {
  org_id: Generated<number>;
  person_id: number;
  sealed: string;
}

export interface NoteRecipient {
  made_at: Instant;
  org_id: Generated<number>;
  person_id: number;
  recipient: string;
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

export interface OneOnOne {
  began_on: Day;
  ended_on: Day | null;
  every_days: Generated<number>;
  lead_id: number;
  member_id: number;
  minutes: Generated<number>;
  org_id: Generated<number>;
  pair_id: Generated<number>;
  zone: string;
}

export interface Outgoing {
  day: Day;
  due_at: Instant;
  ended_at: Instant | null;
  org_id: Generated<number>;
  outgoing_id: Generated<number>;
  person_id: number;
  state: Generated<string>;
  tries: Generated<number>;
  try_at: Instant | null;
  way: string | null;
  what: string;
  why: string | null;
}

export interface OwnSkill {
  name: string;
  org_id: Generated<number>;
  skill_id: Generated<number>;
}

export interface OwnWord {
  feeling: string;
  org_id: Generated<number>;
  person_id: number;
  said_at: Instant;
  text: string | null;
  with_lead: Generated<boolean>;
  word_id: Generated<number>;
}

export interface Person {
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

export interface PersonCalled {
  name: string | null;
  org_id: number | null;
  person_id: number | null;
}

export interface PersonLine {
  from_day: Day;
  org_id: Generated<number>;
  person_id: number;
  seat_id: number;
  to_day: Day | null;
}

export interface PlanFeedback {
  author_id: number | null;
  competency: string;
  day: Day;
  differently: string | null;
  feedback_id: Generated<number>;
  org_id: Generated<number>;
  plan_id: number;
  worked: string | null;
}

export interface PlanMonth {
  budget: number | null;
  clients: number | null;
  endpoints: number;
  hires: number | null;
  hours_per_endpoint: number | null;
  leavers: number | null;
  month: Day;
  org_id: Generated<number>;
  scenario_id: number;
}

export interface PlanNeed {
  because: string;
  chance_short: number | null;
  competency: string;
  course_id: number | null;
  gap: number | null;
  gap_high: number | null;
  gap_low: number | null;
  hours: number | null;
  org_id: Generated<number>;
  place: number;
  plan_id: number;
  practice: string;
  target: number | null;
  training: string;
}

export interface PlanStep {
  case_id: string | null;
  closed_on: Day | null;
  competency: string;
  day: Day;
  first_day: Day | null;
  kind: string;
  org_id: Generated<number>;
  owner_id: number | null;
  plan_id: number;
  reason: string | null;
  state: Generated<string>;
  step_id: Generated<number>;
  text: string;
}

export interface PlaybookValue {
  changed_at: Generated<Instant>;
  changed_by: string;
  key: string;
  org_id: Generated<number>;
  reason: string | null;
  value: number;
}

export interface PracticeAnswer {
  answer_id: Generated<number>;
  case_id: string;
  note: string | null;
  org_id: Generated<number>;
  person_id: number;
  scored_on: Day | null;
  scorer_id: number | null;
  sent_on: Day | null;
  text: string;
  written_on: Day;
}

export interface PracticeScore {
  answer_id: number;
  competency: string;
  level: number;
  org_id: Generated<number>;
  person_id: number;
  scorer_id: number | null;
}

export interface PrivateNote {
  author_id: number;
  body: string;
  note_id: Generated<number>;
  org_id: Generated<number>;
  pair_id: number;
  readers: ArrayType<number>;
  written_at: Instant;
}

export interface ProgramToken {
  ended_at: Instant | null;
  label: string;
  made_at: Instant;
  made_by: string;
  operation: string;
  org_id: Generated<number>;
  token_hash: string;
  token_id: Generated<number>;
  used_at: Instant | null;
}

export interface ProtectedAttribute {
  attribute: string;
  given_on: Day;
  org_id: Generated<number>;
  person_id: number;
  value: string;
}

export interface Remark {
  about: string;
  answer: string | null;
  answered_at: Instant | null;
  answered_by: string | null;
  at: Instant;
  kind: string;
  org_id: Generated<number>;
  outcome: string | null;
  person_id: number;
  remark_id: Generated<number>;
  text: string;
}

export interface Scenario {
  assumptions: Generated<Json>;
  is_main: Generated<boolean>;
  name: string;
  org_id: Generated<number>;
  phone: Json | null;
  policy: Generated<string>;
  scenario_id: Generated<number>;
}

export interface Seat {
  closed_on: Day | null;
  decider_id: number | null;
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

export interface Shift {
  calendar_uid: string | null;
  ends: number | null;
  from_day: Day | null;
  kind: string;
  org_id: Generated<number>;
  person_id: number;
  shift_id: Generated<number>;
  starts: number | null;
  to_day: Day | null;
  weekday: number | null;
  zone: string;
}

export interface SkillHours {
  hours: number;
  org_id: Generated<number>;
  person_id: number;
}

export interface SkillLevel {
  org_id: Generated<number>;
  person_id: number;
  signer_id: number | null;
  since: Day;
  state: string;
  subject: string;
  teacher_id: number | null;
}

export interface SkillNeed {
  hours: number | null;
  org_id: Generated<number>;
  required: number | null;
  subject: string;
  team_id: Generated<number>;
  weeks: number | null;
  weight: Generated<number>;
}

export interface Team {
  name: string;
  org_id: Generated<number>;
  team_id: Generated<number>;
}

export interface TeamAim {
  came_of: string | null;
  org_id: Generated<number>;
  owner_id: number | null;
  quarter: Day;
  team_id: number;
  text: string;
}

export interface TeamHours {
  ends: number;
  org_id: Generated<number>;
  starts: number;
  team_id: number;
  weekdays: number[];
  zone: string;
}

export interface TeamMeasure {
  measure: string;
  month: Day;
  of_count: number | null;
  org_id: Generated<number>;
  team_id: number;
  value: number;
}

export interface TeamTarget {
  ended_on: Day | null;
  from_day: Day;
  measure: string;
  org_id: Generated<number>;
  place: number;
  target_id: Generated<number>;
  team_id: number;
  value: number;
  within_hours: number | null;
  words: string | null;
}

export interface Ticket {
  category_id: number | null;
  client_id: number | null;
  escalated: boolean | null;
  external_id: string;
  first_assigned_at: Instant | null;
  first_assignee_id: number | null;
  first_team_id: number | null;
  handed_by_id: number | null;
  handoffs: Generated<number>;
  import_id: number | null;
  minutes_worked: number | null;
  opened_at: Instant;
  org_id: Generated<number>;
  priority: number | null;
  queue_minutes: number | null;
  reopen_count: Generated<number>;
  resolved_at: Instant | null;
  resolver_id: number | null;
  satisfaction: number | null;
  source: string;
  started_unassigned: Generated<boolean>;
  ticket_id: Generated<number>;
  triage_at: Instant | null;
  triage_difficulty: number | null;
}

export interface TicketAddress {
  org_id: Generated<number>;
  pattern: string;
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

export interface Trial {
  agreed_at: Instant | null;
  back_seat_id: number | null;
  back_team_id: number | null;
  criteria: Json;
  decision_id: number | null;
  end_side: string | null;
  end_words: string | null;
  ended_on: Day | null;
  extended: Generated<Json>;
  from_day: Day | null;
  longer_because: string | null;
  longer_until: Day | null;
  org_id: Generated<number>;
  outcome: string | null;
  person_id: number;
  promise: string;
  proposal_words: string | null;
  proposed_at: Instant;
  proposed_by: string;
  seat_id: number;
  start_day: Day | null;
  state: Generated<string>;
  ticket_hours: number | null;
  ticket_hours_before: number | null;
  told_in_talk: Generated<boolean>;
  trial_id: Generated<number>;
  until_day: Day;
  waits_for: string | null;
}

export interface TrialReview {
  day: Day;
  org_id: Generated<number>;
  person_id: number;
  review_id: Generated<number>;
  seat_id: number;
  trial_id: number;
}

export interface TrialWord {
  marks: Json;
  org_id: Generated<number>;
  person_id: number;
  review_id: number;
  said_at: Instant;
  said_by: string;
  seat_id: number;
  side: string;
  told_in_talk: Generated<boolean>;
  wish: string | null;
  words: string;
}

export interface WaitingCompletion {
  done_on: Day;
  org_id: Generated<number>;
  received_at: Instant;
  source: string;
  statement_id: string | null;
  title: string | null;
  waiting_id: Generated<number>;
  what: string;
  who: string;
}

export interface Wish {
  aspiration: string;
  day: Day;
  org_id: Generated<number>;
  person_id: number;
}

export interface DB {
  agenda_item: AgendaItem;
  audit_entry: AuditEntry;
  audit_head: AuditHead;
  "auth.account": AuthAccount;
  "auth.attempt": AuthAttempt;
  "auth.challenge": AuthChallenge;
  "auth.firm_access": AuthFirmAccess;
  "auth.identity": AuthIdentity;
  "auth.invitation": AuthInvitation;
  "auth.key_check": AuthKeyCheck;
  "auth.passkey": AuthPasskey;
  "auth.provider": AuthProvider;
  "auth.recovery_code": AuthRecoveryCode;
  "auth.session": AuthSession;
  "auth.sign_in_token": AuthSignInToken;
  candidacy: Candidacy;
  card: Card;
  card_pass: CardPass;
  category: Category;
  client: Client;
  completion: Completion;
  condition_share: ConditionShare;
  condition_week: ConditionWeek;
  course: Course;
  decision: Decision;
  decision_review: DecisionReview;
  decision_word: DecisionWord;
  delivery: Delivery;
  development_plan: DevelopmentPlan;
  erased_name: ErasedName;
  erasure_request: ErasureRequest;
  evidence_case: EvidenceCase;
  evidence_cell: EvidenceCell;
  evidence_cross: EvidenceCross;
  evidence_fit: EvidenceFit;
  evidence_made_with: EvidenceMadeWith;
  evidence_total: EvidenceTotal;
  firm: Firm;
  growth_firm: GrowthFirm;
  growth_seat: GrowthSeat;
  growth_step: GrowthStep;
  import_rejection: ImportRejection;
  import_run: ImportRun;
  lead_week: LeadWeek;
  learning_statement: LearningStatement;
  meeting: Meeting;
  membership: Membership;
  mentoring_answer: MentoringAnswer;
  mentoring_check: MentoringCheck;
  mentoring_goal: MentoringGoal;
  mentoring_pair: MentoringPair;
  mentoring_session: MentoringSession;
  mentoring_veto: MentoringVeto;
  mentoring_wish: MentoringWish;
  next_step: NextStep;
  note_identity: NoteIdentity;
  note_recipient: NoteRecipient;
  observation: Observation;
  one_on_one: OneOnOne;
  outgoing: Outgoing;
  own_skill: OwnSkill;
  own_word: OwnWord;
  person: Person;
  person_called: PersonCalled;
  person_line: PersonLine;
  plan_feedback: PlanFeedback;
  plan_month: PlanMonth;
  plan_need: PlanNeed;
  plan_step: PlanStep;
  playbook_value: PlaybookValue;
  practice_answer: PracticeAnswer;
  practice_score: PracticeScore;
  private_note: PrivateNote;
  program_token: ProgramToken;
  protected_attribute: ProtectedAttribute;
  remark: Remark;
  scenario: Scenario;
  seat: Seat;
  seat_holding: SeatHolding;
  seat_line: SeatLine;
  shift: Shift;
  skill_hours: SkillHours;
  skill_level: SkillLevel;
  skill_need: SkillNeed;
  team: Team;
  team_aim: TeamAim;
  team_hours: TeamHours;
  team_measure: TeamMeasure;
  team_target: TeamTarget;
  ticket: Ticket;
  ticket_address: TicketAddress;
  ticket_event: TicketEvent;
  trial: Trial;
  trial_review: TrialReview;
  trial_word: TrialWord;
  waiting_completion: WaitingCompletion;
  wish: Wish;
}
