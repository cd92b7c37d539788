import { type Hours, hours } from '../../base/units.ts';
import type { PersonId, Seat, TeamId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { PersonArea, TeamArea } from '../../records/shifts/types.ts';
import type {
  ClientTickets,
  OwnSkill,
  PersonClient,
  SkillHours,
  SkillLevel,
  SkillNeed,
  SkillSubject,
} from '../../records/skills/types.ts';
import { type Chart, reportsOf } from '../structure.ts';

/** Everything that skills are read from, beside the structure: plain data. */
export type SkillEvidence = {
  needs: readonly SkillNeed[];
  own: readonly OwnSkill[];
  levels: readonly SkillLevel[];
  hours: readonly SkillHours[];
  teamAreas: readonly TeamArea[];
  personAreas: readonly PersonArea[];
  clients: readonly ClientTickets[];
  personClients: readonly PersonClient[];
  areaNames: ReadonlyMap<number, string>;
  clientNames: ReadonlyMap<number, string>;
};

/** A skill or a client of which people are needed, in a team or in the whole firm. */
export type Skill = {
  /** Names it in plans: the subject, and the team where it is one team's. */
  areaId: string;
  subject: SkillSubject;
  kind: 'skill' | 'client';
  name: string;
  /** Of which team; null: of the whole firm. */
  teamId: TeamId | null;
  team: string | null;
  /** How many signed-off people it needs; never more than there are who could. */
  required: number;
  /** The firm said so itself. */
  isSet: boolean;
  weight: number;
  weeks: number;
  hours: Hours;
  /** Who counts for it. */
  members: readonly PersonId[];
  /** Who may learn it. */
  learners: readonly PersonId[];
  /** Whose tickets show that they cope and who isn't signed off yet. */
  copes: readonly PersonId[];
  /** Tickets of it: how common it is. */
  tickets: number;
};

/**
 * What the firm needs people for: the areas that come to each team often enough to be told (`tickets.need`), every client,
 * and what the firm typed. Two people each where nothing else is said (`cover.required`). In a firm of one team an area is
 * the whole firm's.
 */
export function skillsOf(chart: Chart, evidence: SkillEvidence, playbook: Playbook): Skill[] {
  const make = createMaker(chart, evidence, playbook);
  const teams = chart.structure.teams.filter(({ teamId }) => membersOf(chart, teamId).length > 0);
  const often = evidence.teamAreas.filter(({ tickets }) => tickets >= playbook['tickets.need']);
  const single = teams.length === 1;
  const areas = often.flatMap(({ teamId, areaId, tickets }): Skill[] => {
    const team = teams.find((one) => one.teamId === teamId);
    const name = evidence.areaNames.get(areaId);
    if (team === undefined || name === undefined) return [];
    return [make({ subject: `area/${areaId}`, kind: 'skill', name, teamId: single ? null : team.teamId, tickets })];
  });
  const byClient = Map.groupBy(evidence.clients, ({ clientId }) => clientId);
  const clients = [...byClient].flatMap(([clientId, rows]): Skill[] => {
    const name = evidence.clientNames.get(clientId);
    const tickets = rows.reduce((sum, one) => sum + one.tickets, 0);
    return name === undefined
      ? []
      : [make({ subject: `client/${clientId}`, kind: 'client', name, teamId: null, tickets, served: servedBy(rows) })];
  });
  const typed = evidence.own.map(({ skillId, name }) =>
    make({ subject: `own/${skillId}`, kind: 'skill', name, teamId: null, tickets: 0 }),
  );
  return [...areas, ...typed, ...clients];
}

/** The team that most of a client's tickets come to, where it is more than half of them; null: several share it. */
function servedBy(rows: readonly ClientTickets[]): number | null {
  const total = rows.reduce((sum, one) => sum + one.tickets, 0);
  return rows.find(({ teamId, tickets }) => teamId !== 0 && tickets * 2 > total)?.teamId ?? null;
}

type Given = Pick<Skill, 'subject' | 'kind' | 'name' | 'teamId' | 'tickets'> & { served?: number | null };

function createMaker(chart: Chart, evidence: SkillEvidence, playbook: Playbook): (given: Given) => Skill {
  const needs = new Map(evidence.needs.map((one) => [`${one.subject}/${one.teamId ?? 0}`, one]));
  const signedOff = new Set(
    evidence.levels.filter(({ state }) => state === 'signed-off').map((one) => `${one.subject}/${one.personId}`),
  );
  const coping = copingWith(evidence, playbook);
  const everybody = handsOn(chart, chart.structure.people);
  return ({ served = null, ...given }) => {
    const { subject, teamId } = given;
    const need = needs.get(`${subject}/${teamId ?? 0}`);
    const members = teamId === null ? chart.structure.people.map((one) => one.personId) : membersOf(chart, teamId);
    const team = teamId ?? served;
    const learners = team === null ? everybody : handsOnIn(chart, team as TeamId);
    const most = teamId === null ? everybody.length : learners.length;
    const copes = (coping.get(subject) ?? []).filter(
      (id) => learners.includes(id) && !signedOff.has(`${subject}/${id}`),
    );
    return {
      ...given,
      areaId: teamId === null ? subject : `${subject}/team/${teamId}`,
      team: teamId === null ? null : chart.team.get(teamId)!.name,
      required: need?.required ?? Math.min(Math.round(playbook['cover.required']), most),
      isSet: need?.required != null,
      weight: need?.weight ?? 1,
      weeks: need?.weeks ?? Math.round(playbook['cover.skill-weeks']),
      hours: need?.hours ?? hours(playbook['cover.skill-hours']),
      ...{ members, learners, copes },
    };
  };
}

/** Who brought so many tickets of an area or a client to an end that they may well cope (`breadth.need`), by subject. */
function copingWith(evidence: SkillEvidence, playbook: Playbook): Map<SkillSubject, PersonId[]> {
  const need = playbook['breadth.need'];
  const rows = [
    ...evidence.personAreas.map(({ personId, areaId, ended }) => ({ personId, ended, subject: `area/${areaId}` })),
    ...evidence.personClients.map(({ personId, clientId, ended }) => ({
      personId,
      ended,
      subject: `client/${clientId}`,
    })),
  ].filter(({ ended }) => ended >= need);
  const found = Map.groupBy(rows, ({ subject }) => subject);
  return new Map([...found].map(([subject, list]) => [subject, list.map(({ personId }) => personId as PersonId)]));
}

/** Who works in a team, and who leads it. */
export function membersOf(chart: Chart, teamId: TeamId): PersonId[] {
  const leads = chart.structure.seats.filter((seat) => seat.teamId === teamId).map(({ holderId }) => holderId);
  const members = (chart.members.get(teamId) ?? []).map(({ personId }) => personId);
  return [...new Set([...members, ...leads.filter((id) => id !== null)])];
}

/** A seat that leads a team or other seats, also where nobody is in them yet. */
const isToLead = (chart: Chart, seat: Seat) =>
  seat.teamId !== null || chart.seatsUnder.has(seat.seatId) || reportsOf(chart, seat).length > 0;

/** Who works at the product and leads nobody: leads learn from each other instead (`pairBothWays`). */
function handsOn(chart: Chart, people: readonly { personId: PersonId }[]): PersonId[] {
  const leads = (id: PersonId) => (chart.seatsOf.get(id) ?? []).some((seat) => isToLead(chart, seat));
  return people.map(({ personId }) => personId).filter((id) => chart.person.get(id)!.work === 'product' && !leads(id));
}

const handsOnIn = (chart: Chart, teamId: TeamId): PersonId[] =>
  handsOn(
    chart,
    membersOf(chart, teamId).map((personId) => ({ personId })),
  );
