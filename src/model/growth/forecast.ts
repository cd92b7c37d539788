import { Refusal } from '../../base/errors.ts';
import { sayMonth, shiftMonth } from '../../base/month.ts';
import type { PhoneQueue } from '../../records/growth/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import { normalQuantile } from '../../science/normal.ts';
import { MOST_SIGMA } from '../../science/simulate/draw.ts';
import { findDemand, findLeaderKind } from '../demand.ts';
import type { GrowthFirm, GrowthPerson } from './firm.ts';
import { findPhoneSteps } from './phone.ts';
import type { Plan } from './plan.ts';
import { gateAt } from './ready.ts';
import { leadingHours, ownTicketShare } from './spans.ts';
import { believeTurnover, type TurnoverBelief } from './turnover.ts';

/** What is looked ahead from. The same seed gives every scenario and policy the same luck. */
export type ForecastInput = {
  firm: GrowthFirm;
  plan: Plan;
  playbook: Playbook;
  phone: PhoneQueue | null;
  /** A 32-bit whole number. */
  seed: number;
};

/** Levels and output of people at the start, by place. */
export type Start = {
  count: number;
  technical: Float64Array;
  people: Float64Array;
  technicalSd: Float64Array;
  peopleSd: Float64Array;
  closing: Float64Array;
  wouldLead: Uint8Array;
  stays: Uint8Array;
  since: Int32Array;
};

/** An input made ready for running: numbers and tables only, so that it can be sent to a thread. */
export type Forecast = {
  seed: number;
  plan: Plan;
  playbook: Playbook;
  base: number;
  /** Calls an hour per endpoint, and the steps of people on the phone; null: no phone queue. */
  phone: { callsPerEndpoint: number; steps: Float64Array } | null;
  turnover: TurnoverBelief;
  technicians: Start;
  leads: Start;
  /** Room for technicians and for leads. */
  places: number;
  leadPlaces: number;
  /** Staff who are neither technicians nor leads. */
  others: number;
  coordinators: number;
  managers: number;
  teams: number;
  tables: Tables;
};

/** What depends on one whole number only, looked up instead of computed. */
type Tables = {
  /** Share of a settled technician by months here. */
  ramp: Float64Array;
  /** Months that a search takes, its quantiles in order. */
  search: Int32Array;
  leadSearch: Int32Array;
  /** By technicians on the desk: bars of a lead, what weighs technical in the order, and whether two steps away people come first. */
  barTechnical: Float64Array;
  barPeople: Float64Array;
  weightTechnical: Float64Array;
  peopleFirst: Uint8Array;
  /** By reports: hours of leading a week and share of the week left for own tickets. */
  leadingHours: Float64Array;
  ownShare: Float64Array;
  /** Expected technician-months that a newcomer is short of a settled one. */
  rampLoss: number;
};

const RAMP_MONTHS = 240;
const MOST_PLACES = 20_000;
const SEARCHES = 1024;

/** Lays everything out for running. Refuses a plan that asks for more people than any firm here has. */
export function prepare({ firm, plan, playbook, phone, seed }: ForecastInput): Forecast {
  const base = firm.endpoints ?? plan.endpoints[0]!;
  const most = mostNeeded(plan, base, playbook, phone);
  const places = firm.technicians.length + plan.hires.reduce((sum, one) => sum + Math.max(0, one), 0) + most.people + 1;
  if (places > MOST_PLACES) {
    const when = sayMonth(shiftMonth(plan.first, most.at));
    throw new Refusal(
      'bad-input',
      `The plan may ask for ${places.toLocaleString('en')} technicians, most of them in ${when}, and ${MOST_PLACES.toLocaleString('en')} are the most: check its endpoints and hours.`,
      { field: 'endpoints' },
    );
  }
  const leadPlaces = firm.leads.length + Math.ceil(places / playbook['load.reports-high']) + 1;
  return {
    seed,
    plan,
    playbook,
    base,
    phone: phone && { callsPerEndpoint: phone.callsPerEndpoint, steps: findPhoneSteps(phone, most.calls) },
    turnover: believeTurnover(firm.leavers, playbook),
    technicians: layOut(firm.technicians),
    leads: layOut(firm.leads),
    places,
    leadPlaces,
    others: firm.others + firm.coordinators + firm.managers,
    coordinators: firm.coordinators,
    managers: firm.managers,
    teams: firm.teams,
    tables: makeTables(places, playbook),
  };
}

/** The largest draw of a factor with a spread: draws are cut there. */
const largest = (spread: number) => Math.exp(MOST_SIGMA * spread);

function mostNeeded(plan: Plan, base: number, playbook: Playbook, phone: PhoneQueue | null) {
  const growth = largest(playbook['growth.work.plan-spread']);
  const work = largest(playbook['growth.work.spread']);
  const aPerson = playbook['growth.work.hours-month'] * playbook['growth.work.utilisation'];
  const found = { people: 0, at: 0, calls: 0 };
  plan.endpoints.forEach((endpoints, at) => {
    const devices = Math.max(base, base + (endpoints - base) * growth);
    const hours = devices * plan.hoursPerEndpoint[at]! * work;
    const joining = plan.newClients[at]! * growth * playbook['growth.work.new-client'];
    const calls = phone ? devices * phone.callsPerEndpoint * work : 0;
    const onPhone = phone ? (calls * phone.handlingMinutes) / 60 / playbook['growth.work.on-phone'] : 0;
    // A phone queue takes more people than its calls fill: room for as many again and a few.
    const people = Math.ceil(Math.max((hours + joining) / aPerson, phone ? 2 * onPhone + 20 : 0));
    if (people > found.people) Object.assign(found, { people, at });
    found.calls = Math.max(found.calls, calls);
  });
  return found;
}

function layOut(people: readonly GrowthPerson[]): Start {
  const of = (read: (person: GrowthPerson) => number) => Float64Array.from(people, read);
  const closes = people.map((one) => one.closes);
  return {
    count: people.length,
    technical: of((one) => one.technical.mean),
    people: of((one) => one.people.mean),
    technicalSd: of((one) => one.technical.sd),
    peopleSd: of((one) => one.people.sd),
    closing: rankClosing(people, closes),
    wouldLead: Uint8Array.from(people, (one) => Number(one.wouldLead)),
    stays: Uint8Array.from(people, (one) => Number(one.stays)),
    since: Int32Array.from(people, (one) => -one.months),
  };
}

/** How much somebody closes, on the level scale, so that newcomers can be set beside it. Not known: their technical level. */
function rankClosing(people: readonly GrowthPerson[], closes: readonly (number | null)[]): Float64Array {
  const known = closes.filter((one) => one !== null);
  const mean = known.reduce((sum, one) => sum + one, 0) / Math.max(1, known.length);
  const sd = Math.sqrt(known.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, known.length));
  const level = people.reduce((sum, one) => sum + one.technical.mean, 0) / Math.max(1, people.length);
  return Float64Array.from(people, (one, at) => {
    const own = closes[at] ?? null;
    return own === null ? one.technical.mean : level + (sd > 0 ? (own - mean) / sd : 0);
  });
}

function makeTables(places: number, playbook: Playbook): Tables {
  const start = playbook['growth.ramp.start'];
  const ramp = Float64Array.from(
    { length: RAMP_MONTHS },
    (_, age) => 1 - (1 - start) * Math.exp(-age / playbook['growth.ramp.months']),
  );
  const sizes = Array.from({ length: places + 1 }, (_, n) => n);
  const gates = sizes.map((n) => gateAt(1, n, playbook));
  const demands = sizes.map((n) => findDemand(1, n, playbook));
  const above = sizes.map((n) => findDemand(2, n, playbook));
  return {
    ramp,
    search: quantilesOfSearch(playbook['growth.hiring.months'], playbook),
    leadSearch: quantilesOfSearch(playbook['growth.hiring.lead-months'], playbook),
    barTechnical: Float64Array.from(gates, (one) => one.technical),
    barPeople: Float64Array.from(gates, (one) => one.people),
    weightTechnical: Float64Array.from(demands, (one) => one.technical / (one.technical + one.people)),
    peopleFirst: Uint8Array.from(above, (one) => Number(findLeaderKind(one, playbook) === 'people-first')),
    leadingHours: Float64Array.from(sizes, (n) => leadingHours(n, playbook)),
    ownShare: Float64Array.from(sizes, (n) => ownTicketShare(n, playbook)),
    rampLoss: ramp.reduce((sum, one) => sum + 1 - one, 0),
  };
}

/** Whole months, at least 1, of a lognormal time with this median. */
function quantilesOfSearch(median: number, playbook: Playbook): Int32Array {
  const spread = playbook['growth.hiring.spread'];
  return Int32Array.from({ length: SEARCHES }, (_, at) =>
    Math.max(1, Math.round(median * Math.exp(spread * normalQuantile((at + 0.5) / SEARCHES)))),
  );
}
