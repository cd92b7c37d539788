/**
 * The model of src/model/growth for the policy "promote by fit", written the obvious way: an object for each person and each
 * search, a queue of events, luck in the order in which it is asked for. No code is shared with ours but rules that are one
 * line of the playbook.
 */
import type { Random } from '../../src/base/random.ts';
import type { Forecast } from '../../src/model/growth/forecast.ts';
import { findLeadsWanted } from '../../src/model/growth/run.ts';
import { leaveInMonth, turnoverAt } from '../../src/model/growth/turnover.ts';
import { EventQueue } from './event-queue.ts';

/** Somebody on the desk, as they are expected to be. */
type Member = {
  since: number;
  technical: number;
  people: number;
  technicalSd: number;
  peopleSd: number;
  output: number;
  here: boolean;
};
/** A lead, as they truly are. */
type Head = { since: number; technical: number; people: number; pace: number; output: number; here: boolean };
type Search = { open: boolean };

/** Means over the runs in the last month. */
export type LastMonth = {
  needed: number;
  available: number;
  vacancies: number;
  departures: number;
  leads: number;
  ready: number;
};

/** In which order things happen in a month. */
const ORDER = {
  ask: 0,
  headLeaves: 1,
  headComes: 2,
  fillHeads: 3,
  memberLeaves: 4,
  memberComes: 5,
  fillDesk: 6,
  look: 7,
};

/** Runs the firm so many times. */
export function runEvents(forecast: Forecast, runs: number, random: Random): LastMonth {
  const sum: LastMonth = { needed: 0, available: 0, vacancies: 0, departures: 0, leads: 0, ready: 0 };
  for (let run = 0; run < runs; run++) {
    const one = runFirm(forecast, random);
    for (const key of Object.keys(sum) as (keyof LastMonth)[]) sum[key] += one[key] / runs;
  }
  return sum;
}

function runFirm(forecast: Forecast, random: Random): LastMonth {
  const { playbook, plan, technicians, leads: first, tables } = forecast;
  const cut = () => Math.min(Math.max(random.normal(), -4), 4);
  const growth = Math.exp(playbook['growth.work.plan-spread'] * cut());
  const work = Math.exp(playbook['growth.work.spread'] * cut());
  const leave = leaveInMonth(turnoverAt(forecast.turnover, random.uniform() || 1e-9));
  const spread = playbook['prior.sd'];
  const seen = playbook['growth.hiring.seen'];
  const k = playbook['growth.ready.output'];
  const usual = technicians.technical.reduce((total, one) => total + Math.exp(k * one), 0) / technicians.count;
  const events = new EventQueue();
  let desk: Member[] = [];
  let heads: Head[] = [];
  let searches: Search[] = [];
  let headSearches: Search[] = [];
  let [target, need, size, wanted, departures] = [technicians.count, 0, 0, 0, 0];
  const found: LastMonth = { needed: 0, available: 0, vacancies: 0, departures: 0, leads: 0, ready: 0 };
  const lasts = () =>
    leave === 0
      ? Number.POSITIVE_INFINITY
      : Math.max(1, Math.ceil(Math.log(1 - random.uniform()) / Math.log(1 - leave)));
  const searchOf = (times: Int32Array) => times[Math.floor(random.uniform() * times.length)]!;

  const join = (member: Member, month: number, stays = false) => {
    desk.push(member);
    if (stays) return;
    const happen = () => {
      if (!member.here) return;
      member.here = false;
      desk = desk.filter((one) => one !== member);
      departures += 1;
    };
    events.push({ month: month + lasts(), order: ORDER.memberLeaves, happen });
  };
  const becomeLead = (expected: Omit<Member, 'here' | 'since'>, gain: number, month: number, since = month) => {
    const pace = Math.max(0, 1 + playbook['growth.ready.pace-spread'] * cut());
    const head: Head = {
      since,
      technical: expected.technical + expected.technicalSd * cut() + pace * gain,
      people: expected.people + expected.peopleSd * cut() + pace * gain,
      pace: (pace * playbook['growth.levels-per-year']) / 12,
      output: expected.output,
      here: true,
    };
    heads.push(head);
    const happen = () => {
      head.here = false;
      heads = heads.filter((one) => one !== head);
      departures += 1;
    };
    events.push({ month: month + lasts(), order: ORDER.headLeaves, happen });
  };
  const seekMember = (month: number) => {
    const search: Search = { open: true };
    searches.push(search);
    const happen = (arrival: number) => {
      if (!search.open) return;
      searches = searches.filter((one) => one !== search);
      const sd = spread * Math.sqrt(1 - seen * seen);
      const technical = playbook['growth.hiring.level'] + seen * spread * cut();
      const people = playbook['growth.hiring.level'] + seen * spread * cut();
      const output = Math.exp(k * technical) / usual;
      join({ since: arrival, technical, people, technicalSd: sd, peopleSd: sd, output, here: true }, arrival);
    };
    events.push({ month: month + searchOf(tables.search), order: ORDER.memberComes, happen });
  };
  const seekHead = (month: number) => {
    const search: Search = { open: true };
    headSearches.push(search);
    const happen = (arrival: number) => {
      if (!search.open) return;
      headSearches = headSearches.filter((one) => one !== search);
      const level = playbook['growth.hiring.lead-level'];
      const output = Math.exp(k * level) / usual;
      becomeLead({ technical: level, people: level, technicalSd: spread, peopleSd: spread, output }, 0, arrival);
    };
    events.push({ month: month + searchOf(tables.leadSearch), order: ORDER.headComes, happen });
  };
  const gainOf = (member: Member, month: number) =>
    (playbook['growth.ready.usual-pace'] * (month - Math.max(0, member.since))) / 12;
  const fitOf = (member: Member, month: number) => {
    const gain = gainOf(member, month);
    const [technical, people] = [member.technical + gain, member.people + gain];
    const spare = Math.min(technical - tables.barTechnical[size]!, people - tables.barPeople[size]!);
    const weight = tables.weightTechnical[size]!;
    return spare < 0 ? spare : 100 + weight * technical + (1 - weight) * people;
  };
  /** As many searches as places are open; what is no longer wanted is given up, the newest first. */
  const keepSearching = (open: number, list: Search[], begin: () => void) => {
    while (list.length < open) begin();
    for (const search of list.splice(Math.max(0, open))) search.open = false;
  };

  const ask = (month: number) => {
    const endpoints = Math.max(0, forecast.base + (plan.endpoints[month - 1]! - forecast.base) * growth);
    const hours = endpoints * plan.hoursPerEndpoint[month - 1]! * work;
    need = hours / (playbook['growth.work.hours-month'] * playbook['growth.work.utilisation']);
    target = Math.max(0, Math.ceil(need - playbook['growth.hiring.from']));
    size = Math.max(target, desk.length);
    wanted = findLeadsWanted(size, playbook['answers.team-low'], playbook['load.reports-high']);
  };
  const fillHeads = (month: number) => {
    while (heads.length < wanted) {
      const able = desk.filter((one) => month - one.since >= playbook['growth.ready.settled']);
      if (able.length === 0) break;
      const best = able.reduce((one, other) => (fitOf(other, month) > fitOf(one, month) ? other : one));
      best.here = false;
      desk = desk.filter((one) => one !== best);
      becomeLead(best, gainOf(best, month), month);
    }
    keepSearching(wanted - heads.length, headSearches, () => seekHead(month));
  };
  const look = (month: number) => {
    const reports = Math.round(desk.length / Math.max(1, heads.length));
    const isReady = (head: Head) =>
      head.technical >= tables.barTechnical[size]! &&
      head.people + head.pace * (month - Math.max(0, head.since)) >= tables.barPeople[size]!;
    const onDesk = desk.reduce((sum, one) => sum + tables.ramp[Math.min(month - one.since, 239)]! * one.output, 0);
    const byHeads = heads.reduce((sum, one) => sum + tables.ownShare[reports]! * one.output, 0);
    Object.assign(found, { needed: need, available: onDesk + byHeads, vacancies: searches.length, departures });
    Object.assign(found, { leads: heads.length, ready: heads.filter(isReady).length });
  };

  for (let i = 0; i < technicians.count; i++) {
    const [technical, people] = [technicians.technical[i]!, technicians.people[i]!];
    const [technicalSd, peopleSd] = [technicians.technicalSd[i]!, technicians.peopleSd[i]!];
    const output = Math.exp(k * technical) / usual;
    const member = { since: technicians.since[i]!, technical, people, technicalSd, peopleSd, output, here: true };
    join(member, 0, technicians.stays[i] === 1);
  }
  for (let i = 0; i < first.count; i++) {
    const [technical, people] = [first.technical[i]!, first.people[i]!];
    const [technicalSd, peopleSd] = [first.technicalSd[i]!, first.peopleSd[i]!];
    const output = Math.exp(k * technical) / usual;
    becomeLead({ technical, people, technicalSd, peopleSd, output }, 0, 0, first.since[i]!);
  }
  for (let month = 1; month <= plan.months; month++) {
    events.push({ month, order: ORDER.ask, happen: ask });
    events.push({ month, order: ORDER.fillHeads, happen: fillHeads });
    const fillDesk = (now: number) => keepSearching(target - desk.length, searches, () => seekMember(now));
    events.push({ month, order: ORDER.fillDesk, happen: fillDesk });
    events.push({ month, order: ORDER.look, happen: look });
  }
  for (let event = events.pop(); event !== undefined && event.month <= plan.months; event = events.pop())
    event.happen(event.month);
  return found;
}
