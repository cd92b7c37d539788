import type { Aspiration, PersonId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import type { Demand, Gate } from '../records/verdicts/types.ts';
import type { Side } from '../records/voice/types.ts';
import type { Choice } from './choice.ts';
import { SIDES } from './competency-space.ts';
import { findDemand, findGate, findLeaderKind } from './demand.ts';
import { findHolderNeeds } from './holder-needs.ts';
import type { SideView } from './joint-strength.ts';
import { findLoad, isShortOfHours } from './load.ts';
import { chooseLeaders, compareWeighted } from './order.ts';
import type { Contender, SeatCase } from './seat-case.ts';
import { isKnown, reaches, type Stands, standToSeat } from './standing.ts';

/** Something assumed otherwise for a moment: a flip looks at what the answer would be. */
type Supposing = { aspiration?: { personId: PersonId; is: Aspiration }; technicalWeight?: number };

/** An answer with everything that it was decided from. */
export type Decision = {
  choice: Choice;
  demand: Demand;
  gate: Gate;
  /** Weight of the technical side in the order; the rest is the people side's. */
  technicalWeight: number;
  stands: ReadonlyMap<PersonId, Stands>;
};

/** Decides one seat. No words, no dates: called once per seat to advise and many times to look for flips. */
export function decideSeat(about: SeatCase, view: SideView, playbook: Playbook, supposing: Supposing = {}): Decision {
  const demand = findDemand(about.steps, about.technicians, playbook);
  const gate = findGate(demand, playbook);
  const technicalWeight = supposing.technicalWeight ?? demand.technical / (demand.technical + demand.people);
  const stands = new Map<PersonId, Stands>();
  for (const one of about.contenders) stands.set(one.personId, standToSeat(view, one.axes, gate, playbook));
  if (about.holder && !stands.has(about.holder.personId))
    stands.set(about.holder.personId, standToSeat(view, about.holder.axes, gate, playbook));
  const decision = { demand, gate, technicalWeight, stands };
  const choice = about.open
    ? chooseForOpenSeat(about, view, playbook, decision, supposing)
    : ({ kind: 'keep', needs: findHolderNeeds(about, stands, demand, playbook) } as const);
  return { ...decision, choice };
}

type Deciding = Omit<Decision, 'choice'>;

function chooseForOpenSeat(
  about: SeatCase,
  view: SideView,
  playbook: Playbook,
  deciding: Deciding,
  supposing: Supposing,
): Choice {
  const early = mayStayOpen(about, playbook);
  if (early) return early;
  const wish = (one: Contender) =>
    supposing.aspiration?.personId === one.personId ? supposing.aspiration.is : one.aspiration;
  const willing = about.contenders.filter((one) => wish(one) === 'wants-to-lead' || wish(one) === 'not-asked');
  const { stands, technicalWeight } = deciding;
  const able = willing.filter((one) => SIDES.every((side) => reaches(stands.get(one.personId)![side])));
  if (able.length > 0) {
    // Nobody tries two seats at once, as long as somebody else can.
    const free = able.filter(({ trying }) => trying === null);
    const leading = chooseLeaders(free.length > 0 ? free : able, view, technicalWeight, playbook['order.sure']);
    if (leading.length > 1) return { kind: 'several', personIds: leading.map((one) => one.personId) };
    const { personId } = leading[0]!;
    const ready = SIDES.every((side) => stands.get(personId)![side].status === 'clears');
    return { kind: ready ? 'person' : 'trial', personId };
  }
  const seconds = about.contenders.filter((one) => wish(one) !== 'not-now');
  return (
    findPair(willing, seconds, view, playbook, deciding) ??
    findGrowth(willing, playbook, deciding) ??
    findMissingEvidence(about, willing, deciding)
  );
}

function mayStayOpen(about: SeatCase, playbook: Playbook): Choice | null {
  if (about.monthsAhead !== null && about.monthsAhead > playbook['answers.plan-ahead'])
    return { kind: 'leave-open', because: 'later' };
  if (about.seat.state === 'acting' || about.people === 0 || about.people >= playbook['answers.team-low']) return null;
  if (!about.above) return null;
  const reports = about.above.reports + about.people;
  const load = findLoad({ ...about.above, reports }, playbook);
  const carries = load.short === null ? reports < playbook['load.reports-high'] : !isShortOfHours(load, playbook);
  return carries ? { kind: 'leave-open', because: 'small-team' } : null;
}

/** A lead for the side that the seat asks for first, with a second who covers the other. */
function findPair(
  willing: readonly Contender[],
  seconds: readonly Contender[],
  view: SideView,
  playbook: Playbook,
  { demand, stands, technicalWeight }: Deciding,
): Choice | null {
  const kind = findLeaderKind(demand, playbook);
  const first: readonly Side[] = kind === 'both' ? SIDES : kind === 'technical-first' ? ['technical'] : ['people'];
  let best: { lead: Contender; second: Contender; secondSide: Side } | null = null;
  for (const side of first) {
    const secondSide: Side = side === 'technical' ? 'people' : 'technical';
    for (const lead of willing) {
      if (!reaches(stands.get(lead.personId)![side])) continue;
      if (best && compareWeighted(lead, best.lead, view, technicalWeight).difference <= 0) continue;
      const second = strongest(
        seconds.filter((one) => one !== lead && reaches(stands.get(one.personId)![secondSide])),
        secondSide,
        stands,
      );
      if (second) best = { lead, second, secondSide };
    }
  }
  return (
    best && { kind: 'pair', leadId: best.lead.personId, secondId: best.second.personId, secondSide: best.secondSide }
  );
}

function strongest(of: readonly Contender[], side: Side, stands: ReadonlyMap<PersonId, Stands>): Contender | null {
  const chance = (one: Contender) => stands.get(one.personId)![side].chance;
  return of.reduce<Contender | null>((best, one) => (!best || chance(one) > chance(best) ? one : best), null);
}

/** Somebody who reaches one bar and is known to be near the other. */
function findGrowth(willing: readonly Contender[], playbook: Playbook, { gate, stands }: Deciding): Choice | null {
  let best: { personId: PersonId; side: Side; gap: number } | null = null;
  for (const { personId } of willing) {
    const both = stands.get(personId)!;
    for (const side of SIDES) {
      const other = both[side === 'technical' ? 'people' : 'technical'];
      const gap = gate[side] - both[side].mean;
      if (!reaches(other) || reaches(both[side]) || !isKnown(both[side], playbook)) continue;
      if (gap <= playbook['growth.gap-high'] && (!best || gap < best.gap)) best = { personId, side, gap };
    }
  }
  if (!best) return null;
  const months = Math.max(1, Math.ceil((12 * Math.max(best.gap, 0)) / playbook['growth.levels-per-year']));
  return { kind: 'grow', ...best, months };
}

function findMissingEvidence(about: SeatCase, willing: readonly Contender[], { stands }: Deciding): Choice {
  if (about.contenders.length === 0) {
    // A team without members is one whose people are not listed, not one without people.
    return about.anythingKnown && about.seat.teamId === null
      ? { kind: 'hire', because: 'nobody-below' }
      : { kind: 'not-enough-evidence', personId: null, side: 'technical' };
  }
  if (willing.length === 0) return { kind: 'hire', because: 'nobody-wants' };
  // Tickets alone send nobody away: before the people side of anybody is known, looking outside is too early to say.
  const silent = willing.every(({ personId }) => stands.get(personId)!.people.evidence === 0);
  let best: { personId: PersonId; side: Side; chance: number } | null = null;
  for (const { personId } of willing) {
    const both = stands.get(personId)!;
    if (!silent && SIDES.some((side) => both[side].status === 'not-yet')) continue;
    const open = SIDES.filter((side) => !reaches(both[side]));
    const side = open.reduce((least, one) => (both[one].evidence < both[least].evidence ? one : least));
    const chance = both.technical.chance * both.people.chance;
    if (!best || chance > best.chance) best = { personId, side, chance };
  }
  return best
    ? { kind: 'not-enough-evidence', personId: best.personId, side: best.side }
    : { kind: 'hire', because: 'not-yet' };
}
