import { admit, dismiss, HELD, SOUGHT, stepMonth } from '../../science/simulate/population.ts';
import { fillLeads, keepGrowing } from './choosing.ts';
import { isReady, meetFirstLeads, meetNewcomers, meetOutsideLeads } from './coming.ts';
import { peopleOnPhone } from './phone.ts';
import { type Runs, SUMS } from './runs.ts';
import { startRun, type World } from './world.ts';

const WEEKS = 52 / 12;

/** One run: every month of the plan, written down. */
export function runOnce(world: World, run: number, into: Runs, column: number): void {
  startRun(world, run);
  meetFirstLeads(world);
  for (let month = 1; month <= world.forecast.plan.months; month++) {
    ask(world, month - 1);
    live(world, month);
    measure(world, month, into, column);
  }
  into.promoted[column] = world.promoted;
  into.leftBehind[column] = world.leftBehind;
}

/** What the month asks for: technicians, their places, and leads. */
function ask(world: World, at: number): void {
  const { forecast, now, desk } = world;
  const { plan, playbook } = forecast;
  now.need = findNeed(world, at);
  const hires = plan.hires[at]!;
  const wanted = hires >= 0 ? world.target + hires : Math.max(0, Math.ceil(now.need - playbook['growth.hiring.from']));
  const affordable = Math.floor(plan.budget[at]! / playbook['growth.cost.technician']);
  const possible = Math.min(wanted, affordable, forecast.places);
  now.heldBack = wanted - possible;
  now.told = hires > 0 ? Math.max(0, Math.min(hires, possible - world.target)) : 0;
  world.target = possible;
  now.desk = Math.max(possible, desk.held);
  now.wanted = findLeadsWanted(now.desk, playbook['answers.team-low'], playbook['load.reports-high']);
}

/** Leads that a desk of so many asks for: one from the smallest team on, and one more each time there are too many for one. */
export function findLeadsWanted(desk: number, teamLow: number, reportsHigh: number): number {
  return desk < teamLow ? 0 : 1 + Math.floor(desk / reportsHigh);
}

/** Technicians needed in a month: work over hours and utilisation, or as many as the phone queue takes where those are more. */
function findNeed({ forecast, growth, work }: World, at: number): number {
  const { plan, playbook, base, phone } = forecast;
  const endpoints = Math.max(0, base + (plan.endpoints[at]! - base) * growth);
  const joining = plan.newClients[at]! * growth * playbook['growth.work.new-client'];
  const hours = endpoints * plan.hoursPerEndpoint[at]! * work + joining;
  const byWork = hours / (playbook['growth.work.hours-month'] * playbook['growth.work.utilisation']);
  if (!phone) return byWork;
  const onPhone = peopleOnPhone(phone.steps, endpoints * phone.callsPerEndpoint * work);
  return Math.max(byWork, onPhone / playbook['growth.work.on-phone']);
}

/** People leave, come, lead and grow. */
function live(world: World, month: number): void {
  const { desk, leads, forecast, leave, now, target } = world;
  const { plan, tables } = forecast;
  stepMonth(leads, { month, leave, open: Math.min(now.wanted, leads.size), search: tables.leadSearch });
  meetOutsideLeads(world);
  fillLeads(world, month);
  // Whoever the plan says starts this month starts, and isn't sought.
  stepMonth(desk, { month, leave, open: target - now.told, search: tables.search });
  admit(desk, now.told, month, leave);
  dismiss(desk, plan.leavers[month - 1]!, month);
  meetNewcomers(world);
  keepGrowing(world, month);
}

/** Writes the month down. */
function measure(world: World, month: number, into: Runs, run: number): void {
  const { desk, leads, now, forecast } = world;
  const { playbook, tables } = forecast;
  const [row, runs] = [month - 1, into.to - into.from];
  const heads = Math.max(1, leads.held);
  const reports = Math.round(desk.held / heads);
  const growing = world.growing >= 0 ? 1 : 0;
  countDesk(world, month);
  const ready = countLeads(world, month, reports);
  const missing = (growing * playbook['growth.hours.growing'] * WEEKS) / playbook['growth.work.hours-month'];
  const available = Math.max(0, now.available - missing);
  const asked = now.starters * playbook['growth.hours.per-starter'] + growing * playbook['growth.hours.per-mentee'];
  into.needed[row * runs + run] = now.need;
  into.available[row * runs + run] = available;
  into.load[row * runs + run] = tables.leadingHours[reports]! + asked / heads;
  into.vacancies[row * runs + run] = now.sought;
  into.short[run]! += Math.max(0, now.need - available);
  const at = row * SUMS.length;
  into.sums[at]! += leads.held;
  into.sums[at + 1]! += now.wanted;
  into.sums[at + 2]! += ready;
  into.sums[at + 3]! += desk.departures + leads.departures;
  into.sums[at + 4]! += now.heldBack;
  into.sums[at + 5]! += Math.max(0, now.wanted - ready);
  markDue(world, month, into.due, runs, run);
}

/** Adds up what the desk can do, who is new and what is being filled. */
function countDesk({ desk, now, forecast, holders }: World, month: number): void {
  const { ramp } = forecast.tables;
  const { state, since, used } = desk;
  const { output } = holders;
  const isNew = forecast.playbook['growth.hours.starter-months'];
  const last = ramp.length - 1;
  let [available, starters, sought] = [0, 0, 0];
  for (let i = 0; i < used; i++) {
    if (state[i] === HELD) {
      const age = month - since[i]!;
      available += ramp[Math.min(age, last)]! * output[i]!;
      if (age < isNew) starters += 1;
    } else if (state[i] === SOUGHT) sought += 1;
  }
  now.available = available;
  now.starters = starters;
  now.sought = sought;
}

/** Adds what leads do themselves, and counts those who are ready. */
function countLeads(world: World, month: number, reports: number): number {
  const { leads, lead, now, forecast } = world;
  const own = forecast.tables.ownShare[reports]!;
  let ready = 0;
  for (let slot = 0; slot < leads.used; slot++) {
    if (leads.state[slot] !== HELD) continue;
    now.available += own * lead.output[slot]!;
    if (isReady(world, slot, now.desk, month)) ready += 1;
  }
  return ready;
}

/** Notes what is due for the first time. All of it grows with the desk, so more growth never makes it later. */
function markDue({ now, forecast }: World, month: number, due: Int16Array, runs: number, run: number): void {
  const { playbook, leads, coordinators, managers, teams, others, tables } = forecast;
  const { desk, wanted } = now;
  const staff = desk + Math.max(wanted, leads.count) + others;
  const mark = (marker: number, is: boolean) => {
    if (is && due[marker * runs + run] === 0) due[marker * runs + run] = month;
  };
  mark(0, coordinators === 0 && desk >= playbook['growth.coordinator-at']);
  mark(1, wanted > leads.count);
  mark(2, managers === 0 && wanted >= 2 && tables.peopleFirst[desk] === 1);
  mark(3, managers === 0 && staff >= playbook['growth.manager-at']);
  mark(4, desk > playbook['growth.spans.supervisor'] * Math.max(1, teams));
}
