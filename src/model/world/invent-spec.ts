import { addDays, type Day } from '../../base/time.ts';
import type { PlannedSeat } from '../../records/people/plan.ts';
import { castSeat } from './cast.ts';
import { nameOf } from './names.ts';
import { type Asking, type Member, type Panel, TICKET_HOURS, TIDY, type WorldSpec } from './types.ts';

/** What a benchmark varies. */
export type InventedFirm = {
  technicians: number;
  /** Teams of about equal size, each with a vacant lead seat under a held top seat. */
  teams: number;
  tickets: number;
  day: Day;
  days: number;
  correlation: number;
  /** SD of difficulty that the router sees and the data does not, log minutes. */
  hiddenDifficulty: number;
  /** How strongly hard tickets are handed to strong technicians; .35 where absent. */
  hardToStrong?: number;
  /** Error of the grade of difficulty given when a ticket is opened, log minutes (SD); absent: nobody is asked. */
  triageNoise?: number;
  /** SD of a competency around its side, levels; .5 where absent. */
  spread?: number;
  /** Who is asked when a ticket is stuck; absent: the strong at rescuing alone. */
  asking?: Asking;
  /** Breadth shows in tickets. */
  areasKnown?: true;
  /** Views of each technician; 0: none. */
  ratersEach: number;
  /** Share of a rating's variance that is the person rated. */
  icc: number;
};

const AREAS = [-0.8, -0.4, -0.2, 0, 0.1, 0.3, 0.5, 0.9];

/** A firm of invented people whose truth is drawn from the seed: everybody could lead, and every team needs a lead. */
export function inventSpec(firm: InventedFirm): WorldSpec {
  const teams = Array.from({ length: firm.teams }, (_, i) => `Team ${i + 1}`);
  const started = addDays(firm.day, -firm.days - 400);
  const top = { name: 'Head of the firm', title: 'Owner', team: null, work: 'other', aspiration: 'not-now' } as const;
  const members: Member[] = [
    { ...top, startedOn: started, under: null, technical: 3, people: 3, ticketHours: 0 },
    ...Array.from({ length: firm.technicians }, (_, i): Member => {
      const team = teams[i % teams.length]!;
      const rest = { title: 'Technician', work: 'product', aspiration: 'wants-to-lead', startedOn: started } as const;
      return { name: nameOf(i), team, under: team, ticketHours: TICKET_HOURS, ...rest };
    }),
  ];
  const seats: PlannedSeat[] = [
    castSeat({ key: 'top', title: 'Owner', holder: top.name, heldSince: started }),
    ...teams.map((team) => castSeat({ key: team, title: `Lead, ${team}`, team, reportsTo: 'top' })),
  ];
  return {
    name: 'Invented firm',
    domain: 'invented.example.com',
    site: 'Head office',
    timeZone: 'UTC',
    day: firm.day,
    days: firm.days,
    tickets: firm.tickets,
    members,
    seats,
    teams: teams.map((name) => ({ name, clients: [] })),
    areas: AREAS.map((hard, i) => ({ name: `Area ${i + 1}`, hard })),
    clients: Array.from({ length: Math.max(10, firm.technicians) }, (_, i) => `Client ${i + 1}`),
    correlation: firm.correlation,
    spread: firm.spread ?? 0.5,
    effect: 0.28,
    sigma: 0.8,
    hiddenDifficulty: firm.hiddenDifficulty,
    hardToStrong: firm.hardToStrong ?? 0.35,
    ...(firm.triageNoise !== undefined && { triageNoise: firm.triageNoise }),
    ...(firm.asking && { asking: firm.asking }),
    ...(firm.areasKnown && { areasKnown: firm.areasKnown }),
    utilisation: 0.9,
    views: [],
    panels: firm.ratersEach > 0 ? [panelOf(firm)] : [],
    untidy: TIDY,
  };
}

function panelOf(firm: InventedFirm): Panel {
  return {
    ratersEach: firm.ratersEach,
    kind: 'rating',
    competencies: ['communication', 'conflict', 'coaching', 'team-building', 'fairness', 'knowledge'],
    day: addDays(firm.day, -14),
    icc: firm.icc,
    lowest: 1,
  };
}
