import { drawNormals } from '../../science/simulate/draw.ts';
import { drawSearch, HELD, takePlace, vacate } from '../../science/simulate/population.ts';
import { placeOf } from '../../science/simulate/threefry.ts';
import { LUCK, leadSeed, outputOf, type World } from './world.ts';

/** Whoever came to the desk this month: what an interview lets expect of them. */
export function meetNewcomers(world: World): void {
  const { desk, holders, pair, run } = world;
  const { seed, playbook } = world.forecast;
  const spread = playbook['prior.sd'];
  const seen = playbook['growth.hiring.seen'];
  const level = playbook['growth.hiring.level'];
  const unseen = spread * Math.sqrt(1 - seen * seen);
  for (let k = 0; k < desk.arrivedCount; k++) {
    const place = desk.arrived[k]!;
    drawNormals(seed, run, placeOf(LUCK.newcomer, desk.turn[place]!), place, pair);
    holders.technical[place] = level + seen * spread * pair[0]!;
    holders.people[place] = level + seen * spread * pair[1]!;
    holders.technicalSd[place] = unseen;
    holders.peopleSd[place] = unseen;
    holders.closing[place] = holders.technical[place]!;
    holders.wouldLead[place] = 1;
    holders.output[place] = outputOf(world, holders.technical[place]!);
    holders.grown[place] = 0;
  }
}

/** The leads there are at the start. */
export function meetFirstLeads(world: World): void {
  const { leads: start, seed } = world.forecast;
  for (let slot = 0; slot < start.count; slot++) {
    const expected = {
      technical: start.technical[slot]!,
      people: start.people[slot]!,
      technicalSd: start.technicalSd[slot]!,
      peopleSd: start.peopleSd[slot]!,
    };
    becomeLead(world, slot, { seed: leadSeed(seed), at: 0, place: slot }, expected, 0);
  }
}

/** Leads who came from outside this month. */
export function meetOutsideLeads(world: World): void {
  const { leads, forecast } = world;
  const { seed, playbook } = forecast;
  const [level, spread] = [playbook['growth.hiring.lead-level'], playbook['prior.sd']];
  for (let k = 0; k < leads.arrivedCount; k++) {
    const slot = leads.arrived[k]!;
    const luck = { seed: leadSeed(seed), at: leads.turn[slot]!, place: slot };
    const expected = { technical: level, people: level, technicalSd: spread, peopleSd: spread };
    becomeLead(world, slot, luck, expected, 0);
  }
}

/** Levels a month that somebody has gained, in expectation: by themselves since the start or since they came, and with a plan. */
export function expectedGain(world: World, place: number, month: number): number {
  const { playbook } = world.forecast;
  const grown = world.holders.grown[place]!;
  const alone = month - Math.max(0, world.desk.since[place]!) - grown;
  return (playbook['growth.ready.usual-pace'] * alone + playbook['growth.levels-per-year'] * grown) / 12;
}

/** Somebody from the desk takes a lead's seat and leaves a place behind: months of search and of settling in are its price. */
export function promote(world: World, place: number, slot: number, month: number): void {
  const { desk, leads, holders, forecast } = world;
  const expected = {
    technical: holders.technical[place]!,
    people: holders.people[place]!,
    technicalSd: holders.technicalSd[place]!,
    peopleSd: holders.peopleSd[place]!,
  };
  const luck = { seed: forecast.seed, at: desk.turn[place]!, place };
  becomeLead(world, slot, luck, expected, expectedGain(world, place, month));
  const leave = desk.leaveBelow[place]! / 2 ** 32;
  takePlace(leads, slot, month, leave);
  vacate(desk, place);
  if (world.growing === place) world.growing = -1;
  world.promoted += 1;
  // Where the work no longer asks for the place, nobody has to be found for it.
  if (desk.held >= world.target) return;
  world.leftBehind +=
    holders.output[place]! * drawSearch(desk, place, forecast.tables.search) + forecast.tables.rampLoss;
}

type Expected = { technical: number; people: number; technicalSd: number; peopleSd: number };

/** Draws how a lead truly is: levels around what is expected, and how fast they grow against others. */
function becomeLead(
  world: World,
  slot: number,
  luck: { seed: number; at: number; place: number },
  expected: Expected,
  gain: number,
): void {
  const { lead, pair, run } = world;
  const { playbook } = world.forecast;
  drawNormals(luck.seed, run, placeOf(LUCK.pace, luck.at), luck.place, pair);
  const pace = Math.max(0, 1 + playbook['growth.ready.pace-spread'] * pair[0]!);
  drawNormals(luck.seed, run, placeOf(LUCK.truth, luck.at), luck.place, pair);
  lead.technical[slot] = expected.technical + expected.technicalSd * pair[0]! + pace * gain;
  lead.people[slot] = expected.people + expected.peopleSd * pair[1]! + pace * gain;
  lead.pace[slot] = (pace * playbook['growth.levels-per-year']) / 12;
  lead.output[slot] = outputOf(world, expected.technical);
}

/** Whether a lead clears both bars of a desk of so many: in the seat the people side grows with training, the technical no longer. */
export function isReady(world: World, slot: number, desk: number, month: number): boolean {
  const { lead, leads, forecast } = world;
  if (leads.state[slot] !== HELD || lead.technical[slot]! < forecast.tables.barTechnical[desk]!) return false;
  const months = month - Math.max(0, leads.since[slot]!);
  return lead.people[slot]! + lead.pace[slot]! * months >= forecast.tables.barPeople[desk]!;
}
