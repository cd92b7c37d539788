import { createRandom, type Random } from '../../src/base/random.ts';
import type { Day } from '../../src/base/time.ts';
import { generateWorld } from '../../src/model/world/generate-world.ts';
import { inventSpec } from '../../src/model/world/invent-spec.ts';
import type { World, WorldSpec } from '../../src/model/world/types.ts';
import { IDIOSYNCRASY } from '../../src/model/world/voices.ts';
import type { Cell } from './cells.ts';

/** The day on which every world is asked for advice, and how many days of tickets lie before it. */
export const PROOF_DAY = '2026-11-16' as Day;
const DAYS = 120;
/** Share of a rating's variance that is the person rated (Scullen, Mount & Goff 2000: 21 to 25%; the design says .2). */
const ICC = 0.2;
/**
 * SD of a competency around its side: two of one side then correlate .6, as Viswesvaran, Schmidt & Ones 2005 found of the
 * parts of a job once error is taken out.
 */
const SPREAD = 0.775;
/**
 * Who is asked (Borgatti & Cross 2003: whoever is known to know it, is valued, and can be reached in time). One person in 24
 * then gives about a quarter of all help; Cross, Rebele & Grant 2016: 20 to 35% comes from 3 to 5% of people. How it splits
 * between skill and the rest is assumed.
 */
const ASKING = { skill: 1, ease: 0.9, area: 1, queue: 0.5 } as const;
/** Keeps the source of hours apart from those of the world. */
const HOURS = 0x27d4eb2f;
/** How far one view can be trusted in truth, and the part of its error that all answers of its rater share. */
export const TRUST_IN_VIEWS = { reliability: ICC, halo: IDIOSYNCRASY } as const;

/** The n-th world of a cell: one team without a lead. */
export function worldOf(cell: Cell, n: number): World {
  const spec = inventSpec({
    technicians: cell.technicians,
    teams: 1,
    tickets: cell.technicians * cell.tickets,
    day: PROOF_DAY,
    days: DAYS,
    correlation: cell.correlation,
    hiddenDifficulty: cell.hidden,
    hardToStrong: cell.routing,
    ...(cell.triageNoise !== undefined && { triageNoise: cell.triageNoise }),
    ratersEach: cell.raters,
    icc: ICC,
    ...(!cell.asFirst && { spread: SPREAD, asking: ASKING, areasKnown: true }),
  });
  const seed = cell.seed + n;
  return generateWorld(cell.equalHours ? spec : withHours(spec, createRandom(HOURS ^ seed)), seed);
}

/** Gives each technician hours of their own, drawn alike from 8 to 28 a week. */
function withHours(spec: WorldSpec, random: Random): WorldSpec {
  const members = spec.members.map((member) =>
    member.ticketHours === 0 ? member : { ...member, ticketHours: 8 + 20 * random.uniform() },
  );
  return { ...spec, members };
}

/** Names of those who could lead. */
export const candidatesOf = (world: World): string[] =>
  world.spec.members.filter((member) => member.work === 'product').map((member) => member.name);

/** What each would be worth as a lead, in truth and in levels: w·technical + (1 − w)·people. */
export function valuesOf(world: World, weight: number): Map<string, number> {
  return new Map(
    candidatesOf(world).map((name) => {
      const { technical, people } = world.truth.get(name)!;
      return [name, weight * technical + (1 - weight) * people];
    }),
  );
}

/**
 * How much harder some people's tickets are than others' in ways that no column shows, in truth: SD between technicians of
 * the mean hidden difficulty of the tickets that each got first, log minutes.
 */
export function hiddenBetweenPeople(world: World): number {
  const means = candidatesOf(world).flatMap((name) => {
    const own = world.tickets.filter((ticket) => ticket.firstAssignee === name);
    return own.length === 0 ? [] : [own.reduce((sum, ticket) => sum + ticket.hidden, 0) / own.length];
  });
  const mean = means.reduce((sum, x) => sum + x, 0) / means.length;
  return Math.sqrt(means.reduce((sum, x) => sum + (x - mean) ** 2, 0) / means.length);
}
