import type { Policy } from '../../records/growth/types.ts';
import { drawNormals, drawUniforms } from '../../science/simulate/draw.ts';
import {
  beginRun,
  createPopulation,
  FIRST_FREE,
  type Population,
  STAYS,
  takePlace,
} from '../../science/simulate/population.ts';
import { placeOf } from '../../science/simulate/threefry.ts';
import type { Forecast, Start } from './forecast.ts';
import { leaveInMonth, turnoverAt } from './turnover.ts';

/** What luck is drawn for, beside leaving and searching. */
export const LUCK = { firm: FIRST_FREE, newcomer: FIRST_FREE + 1, truth: FIRST_FREE + 2, pace: FIRST_FREE + 3 };
/** Leads leave and are sought by luck of their own. */
export const leadSeed = (seed: number) => seed ^ 0x9e3779b9;

/** One run of the firm, its memory used again by run after run. Months count from 1. */
export type World = {
  forecast: Forecast;
  policy: Policy;
  /** First month in which the policy grow-early has somebody growing. */
  growFrom: number;
  desk: Population;
  leads: Population;
  run: number;
  /** Factors of this run: growth against the plan, work per endpoint. */
  growth: number;
  work: number;
  /** Chance to leave in a month. */
  leave: number;
  /** Technicians' places wanted. */
  target: number;
  /** What is expected of whoever holds a place. */
  holders: {
    technical: Float64Array;
    people: Float64Array;
    technicalSd: Float64Array;
    peopleSd: Float64Array;
    closing: Float64Array;
    wouldLead: Uint8Array;
    /** Work done against the usual technician's when settled. */
    output: Float64Array;
    /** Months of growing with a plan. */
    grown: Int32Array;
  };
  /** True levels of leads, and how fast their people side grows a month. */
  lead: { technical: Float64Array; people: Float64Array; pace: Float64Array; output: Float64Array };
  /** Place of whoever is growing; −1: nobody. */
  growing: number;
  /** exp(output per level × usual technical level), so that the usual technician counts 1. */
  usual: number;
  now: {
    /** Technicians needed, leads wanted, size of the desk, places that the budget holds back, starters told by the plan. */
    need: number;
    wanted: number;
    desk: number;
    heldBack: number;
    told: number;
    /** Settled technicians that the desk amounts to, those who are new, places being filled. */
    available: number;
    starters: number;
    sought: number;
  };
  /** Of this run: people promoted, and technician-months that the seats they left cost. */
  promoted: number;
  leftBehind: number;
  pair: Float64Array;
};

/** Allocates a world for a forecast and a policy. */
export function createWorld(forecast: Forecast, policy: Policy, growFrom: number): World {
  const { places, leadPlaces } = forecast;
  const levels = (size: number) => new Float64Array(size);
  return {
    forecast,
    policy,
    growFrom,
    desk: createPopulation(places),
    leads: createPopulation(leadPlaces),
    run: 0,
    growth: 1,
    work: 1,
    leave: 0,
    target: 0,
    holders: {
      technical: levels(places),
      people: levels(places),
      technicalSd: levels(places),
      peopleSd: levels(places),
      closing: levels(places),
      wouldLead: new Uint8Array(places),
      output: levels(places),
      grown: new Int32Array(places),
    },
    lead: {
      technical: levels(leadPlaces),
      people: levels(leadPlaces),
      pace: levels(leadPlaces),
      output: levels(leadPlaces),
    },
    growing: -1,
    usual: usualOutput(forecast),
    now: { need: 0, wanted: 0, desk: 0, heldBack: 0, told: 0, available: 0, starters: 0, sought: 0 },
    promoted: 0,
    leftBehind: 0,
    pair: new Float64Array(2),
  };
}

function usualOutput({ technicians, playbook }: Forecast): number {
  const k = playbook['growth.ready.output'];
  if (technicians.count === 0) return Math.exp(k * playbook['growth.hiring.level']);
  return technicians.technical.reduce((sum, level) => sum + Math.exp(k * level), 0) / technicians.count;
}

/** Begins a run: draws what holds for all of it and puts everybody in place. Leads' levels: `meetFirstLeads`. */
export function startRun(world: World, run: number): void {
  const { forecast, desk, leads, pair } = world;
  const { seed, playbook, technicians } = forecast;
  world.run = run;
  drawNormals(seed, run, placeOf(LUCK.firm, 0), 0, pair);
  world.growth = Math.exp(playbook['growth.work.plan-spread'] * pair[0]!);
  world.work = Math.exp(playbook['growth.work.spread'] * pair[1]!);
  drawUniforms(seed, run, placeOf(LUCK.firm, 0), 1, pair);
  world.leave = leaveInMonth(turnoverAt(forecast.turnover, pair[0]!));
  world.target = technicians.count;
  world.growing = -1;
  world.promoted = 0;
  world.leftBehind = 0;
  beginRun(desk, { seed, run });
  beginRun(leads, { seed: leadSeed(seed), run });
  seat(desk, technicians, world.leave);
  seat(leads, forecast.leads, world.leave);
  const { holders } = world;
  for (let i = 0; i < technicians.count; i++) {
    holders.technical[i] = technicians.technical[i]!;
    holders.people[i] = technicians.people[i]!;
    holders.technicalSd[i] = technicians.technicalSd[i]!;
    holders.peopleSd[i] = technicians.peopleSd[i]!;
    holders.closing[i] = technicians.closing[i]!;
    holders.wouldLead[i] = technicians.wouldLead[i]!;
    holders.output[i] = outputOf(world, technicians.technical[i]!);
    holders.grown[i] = 0;
  }
}

function seat(population: Population, start: Start, leave: number): void {
  for (let i = 0; i < start.count; i++) takePlace(population, i, start.since[i]!, start.stays[i] === 1 ? STAYS : leave);
}

/** Work that somebody of a technical level does when settled, against the usual technician at the start. */
export const outputOf = (world: World, technical: number) =>
  Math.exp(world.forecast.playbook['growth.ready.output'] * technical) / world.usual;
