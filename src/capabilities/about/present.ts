import { dayOf, type Instant } from '../../base/time.ts';
import type { Holding } from './holding.ts';
import { COMPETENCY_WORDS, VALUE_WORDS } from './words.ts';

/** Under what somebody's rows are found. */
export type Whose = {
  personId: number;
  /** Names and addresses under which somebody may be called in a file. */
  texts: string[];
  actors: string[];
  accountId: number | null;
};

/** What numbers in rows are called, by kind. */
export type Names = Record<
  'team' | 'client' | 'category' | 'skill' | 'seat' | 'person' | 'course' | 'actor',
  Map<string, string>
>;

/** A value as a page shows it and an export holds it. */
export type Cell = string | number | boolean | null;

/** What is needed to say a row in words: who reads, who leads them, and what things are called. */
export type Speaking = { whose: Whose; leads: readonly string[]; names: Names };

const NAMED: Record<string, keyof Names> = {
  team_id: 'team',
  first_team_id: 'team',
  queue_id: 'team',
  client_id: 'client',
  category_id: 'category',
  seat_id: 'seat',
  person_id: 'person',
  owner_id: 'person',
  back_team_id: 'team',
  back_seat_id: 'seat',
  member_id: 'person',
  lead_id: 'person',
  author_id: 'person',
  scorer_id: 'person',
  proposed_by: 'person',
  noted_by: 'person',
  course_id: 'course',
  mentor_id: 'person',
  mentee_id: 'person',
  about_id: 'person',
  teacher_id: 'person',
  signer_id: 'person',
};
const ACTORS = [
  ...['actor', 'told_by', 'answered_by', 'decided_by', 'invited_by', 'acting_by'],
  ...['proposed_by', 'said_by', 'reviewed_by'],
];
/** Factors of the ticket model by their number. */
const FACTORS: Record<number, keyof Names | undefined> = { 2: 'client', 3: 'category', 4: 'team' };

/** A row with numbers replaced by what they stand for and raters by what they are to the reader; as JSON holds it. */
export function resolveRow(holding: Holding, row: Record<string, unknown>, speaking: Speaking): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, resolve(holding, column, value, row, speaking)]),
  );
}

function resolve(
  holding: Holding,
  column: string,
  value: unknown,
  row: Record<string, unknown>,
  speaking: Speaking,
): Cell {
  if (value === null || value === undefined) return null;
  const { names } = speaking;
  const kind = NAMED[column];
  if (kind && !(holding.key === 'person' && column === 'person_id')) return nameIn(names[kind], value);
  if (column === 'level_b') {
    const factor = FACTORS[Number(row.factor_b)];
    return factor ? nameIn(names[factor], value) : Number(value);
  }
  if (holding.table === 'skill_level' && column === 'subject')
    return names.skill.get(String(value)) ?? String(value).replace('both-ways/', '').replaceAll('-', ' ');
  if (column === 'rater') return relationOf(String(value), speaking);
  if (ACTORS.includes(column)) return actorOf(String(value), speaking);
  if (Array.isArray(value)) return value.map(sayPart).join(', ');
  if (typeof value === 'object') return sayDocument(value as Record<string, unknown>);
  return value as Cell;
}

/** 0 stands for "not given" in the sums. */
const nameIn = (names: Map<string, string>, value: unknown): Cell =>
  Number(value) === 0 ? null : (names.get(String(value)) ?? 'no longer there');

/** Who said it is not named: only what they are to the person it is about. */
export function relationOf(rater: string, { whose, leads }: Speaking): string {
  const lower = rater.toLowerCase();
  const own = rater === `person:${whose.personId}` || whose.actors.includes(rater);
  if (own || whose.texts.some((text) => text.toLowerCase() === lower)) return 'yourself';
  return leads.includes(rater) || leads.includes(lower) ? 'your lead' : 'a colleague';
}

/** Who did something, by name; the number of somebody who has no access any more says nothing. */
export function actorOf(actor: string, { whose, names }: Pick<Speaking, 'whose' | 'names'>): string {
  if (whose.actors.includes(actor)) return 'you';
  const name = names.actor.get(actor) ?? (actor.startsWith('person:') ? names.person.get(actor.slice(7)) : undefined);
  if (name) return name;
  if (actor === 'owner' || actor.startsWith('operator')) return 'whoever holds the server';
  if (actor.startsWith('program:')) return 'a learning system with a key';
  return actor.startsWith('account:') ? 'somebody who is no longer here' : 'Evenkeel itself';
}

/** One of a list: what it says where it says something, else all of it. */
function sayPart(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { text, measure } = value as { text?: unknown; measure?: unknown };
  const of = typeof measure === 'string' ? `${measure}: ` : '';
  return typeof text === 'string' ? `${of}“${text}”` : sayDocument(value as Record<string, unknown>);
}

function sayDocument(value: Record<string, unknown>): string {
  return Object.entries(value)
    .map(([key, one]) => `${key.replace(/([A-Z])/g, ' $1').toLowerCase()} ${round(one)}`)
    .join(', ');
}

const round = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(3)) : String(value));

const TIME = /^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** A value in words, for a page: times in UTC to the minute, yes and no, fixed words spelled out. */
export function sayCell(holding: Holding, column: string, value: Cell): Cell {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toFixed(2));
  if (value === null) return null;
  if (TIME.test(value)) return sayTime(Date.parse(value) as Instant);
  if (column === 'competency') return COMPETENCY_WORDS[value as keyof typeof COMPETENCY_WORDS] ?? value;
  return VALUE_WORDS[`${holding.table}.${column}`]?.[value] ?? value;
}

/** "2026-03-01 09:30", UTC. */
export function sayTime(at: Instant): string {
  const minute = Math.floor(at / 60_000) % 1440;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayOf(at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** What a remark on a row is about; of facts, `{column}` is left for each of them. */
export function aboutRow(holding: Holding, row: Record<string, unknown>, personId: number): string {
  const template = holding.about ?? holding.key;
  return template.replace(/\{([a-z_]+)\}/g, (whole, name: string) => {
    if (name === 'column') return whole;
    return name === 'me' ? String(personId) : String(row[name]);
  });
}
