import type { Random } from '../../base/random.ts';
import { type Instant, instantOf } from '../../base/time.ts';
import { firstDay } from './calendar.ts';
import type { AreaSpec, WorldSpec } from './types.ts';

/** A ticket as it comes in, before anybody touches it. */
export type Arrival = {
  at: Instant;
  team: string;
  client: string;
  area: string;
  priority: 1 | 2 | 3 | 4;
  /** Log minutes that columns explain: area, priority, client and hour. */
  seen: number;
  /** Log minutes that no column explains, known to whoever routes. */
  hidden: number;
};

const HOUR_WEIGHTS = [1, 1, 1, 1, 1, 1, 3, 8, 34, 42, 38, 32, 22, 28, 34, 32, 26, 16, 7, 4, 3, 2, 1, 1];
const WEEKDAY_WEIGHTS = [0.06, 1.25, 1.1, 1, 1, 0.95, 0.08];
const PRIORITY_WEIGHTS = [4, 16, 60, 20];
/** Log minutes of each priority: an outage is more work than a wish. */
const PRIORITY_LOG = [0.35, 0.15, 0, -0.15];
const NIGHT_LOG = 0.12;
const CLIENT_SD = 0.2;
const FOREIGN_CLIENT = 1 / 8;
const DAY_MS = 86_400_000;

/** The tickets that come in over the spec's days, by time. Teams get them by the hours that their people have. */
export function drawArrivals(spec: WorldSpec, random: Random): Arrival[] {
  const clientLog = new Map(spec.clients.map((name) => [name, CLIENT_SD * random.normal()]));
  const first = instantOf(firstDay(spec.day, spec.days));
  const dayWeights = Array.from({ length: spec.days }, (_, i) => {
    const weekday = (Math.floor(first / DAY_MS) + i + 4) % 7;
    return WEEKDAY_WEIGHTS[weekday]! * (1 + (0.15 * i) / spec.days);
  });
  const pickDay = sampler(dayWeights);
  const pickHour = sampler(HOUR_WEIGHTS);
  const teams = spec.teams.map((team) => ({ team, areas: areasOf(spec.areas, team.name) }));
  const pickTeam = sampler(teams.map(({ team }) => hoursOf(spec, team.name)));
  const samplers = teams.map(({ areas }) => sampler(areas.map((area) => area.weight ?? 1)));
  const arrivals: Arrival[] = [];
  for (let i = 0; i < spec.tickets; i++) {
    const hour = pickHour(random);
    const at = (first + pickDay(random) * DAY_MS + hour * 3_600_000 + random.integer(60) * 60_000) as Instant;
    const index = pickTeam(random);
    const { team, areas } = teams[index]!;
    const area = areas[samplers[index]!(random)]!;
    const own = team.clients.length > 0 && random.uniform() > FOREIGN_CLIENT;
    const client = random.pick(own ? team.clients : spec.clients);
    const p = random.weighted(PRIORITY_WEIGHTS);
    const seen = area.hard + PRIORITY_LOG[p]! + clientLog.get(client)! + (hour < 7 || hour > 18 ? NIGHT_LOG : 0);
    const hidden = spec.hiddenDifficulty * random.normal();
    arrivals.push({ at, team: team.name, client, area: area.name, priority: (p + 1) as 1 | 2 | 3 | 4, seen, hidden });
  }
  return arrivals.sort((a, b) => a.at - b.at);
}

const areasOf = (areas: readonly AreaSpec[], team: string) =>
  areas.filter((area) => !area.teams || area.teams.includes(team));

const hoursOf = (spec: WorldSpec, team: string) =>
  spec.members.reduce((sum, member) => sum + (member.team === team ? member.ticketHours : 0), 0);

/** Draws indices in proportion to weights by bisection of their running sum. */
function sampler(weights: readonly number[]): (random: Random) => number {
  const sums: number[] = [];
  let total = 0;
  for (const weight of weights) {
    total += weight;
    sums.push(total);
  }
  return (random) => {
    const x = random.uniform() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > x) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
