import { addMonths, type Day } from '../base/time.ts';
import type { LeadingFacts } from '../records/leading/types.ts';
import type { PersonId, Seat, Structure } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { playbookVersion } from '../records/playbook/version.ts';
import type { Answer, Candidate, Verdict } from '../records/verdicts/types.ts';
import type { Side } from '../records/voice/types.ts';
import { findTopCloser, sayBrilliant } from './brilliant.ts';
import type { Choice } from './choice.ts';
import { namedIn } from './choice.ts';
import { sideOf } from './competency-space.ts';
import { type Decision, decideSeat } from './decide.ts';
import { findLeaderKind, sayLeaderKind } from './demand.ts';
import { describeCandidate, listCandidates } from './describe-candidate.ts';
import { findDistances } from './distance.ts';
import { findFlips, NO_FLIP } from './flip.ts';
import { findNextEvidence } from './next-evidence.ts';
import { ticketCounts, viewsNeeded } from './profile.ts';
import { findReasons } from './reasons.ts';
import { gatherCase, type SeatCase } from './seat-case.ts';
import { type Speaking, sayChange, sayChoice, sayNeed, sayNext, sayWishes } from './sentences.ts';
import { createStrengthSource, type StrengthInput, type StrengthSource } from './strength.ts';
import { type Chart, placeName, readChart } from './structure.ts';
import { sayTechnicalSide } from './technical-side.ts';

/** Everything that advice rests on. */
export type AdviceInput = StrengthInput & {
  structure: Structure;
  playbook: Playbook;
  /** Tickets closed by person, where known: used only to say that closing most makes no lead. */
  ticketsClosed?: ReadonlyMap<PersonId, number>;
  /** What data and people tell of leads' weeks. */
  leading?: LeadingFacts;
  /** People proposed by name for a seat. */
  proposed?: ReadonlyMap<Seat['seatId'], readonly PersonId[]>;
  day: Day;
};

/** Which rules made a verdict; changes whenever the same input would give another answer. */
export const MODEL_VERSION = 'leadership-3';

/** What of the advice is wanted; everything by default. */
export type AdviceWanted = {
  /** Looking for what would change the advice takes longest; a list can do without it. */
  flips?: boolean;
  /** Only this seat's. */
  seatId?: Seat['seatId'];
};

/** Our advice for every seat, in the structure's order. Refuses a structure with circles or unknown references. */
export function advise(input: AdviceInput, wanted: AdviceWanted = {}): Verdict[] {
  const chart = readChart(input.structure);
  const source = createStrengthSource(input);
  const advising: Advising = {
    input,
    chart,
    source,
    distances: findDistances(chart),
    tickets: ticketCounts(input.effects),
    used: new Set([
      ...(source.ticketsAt(input.playbook)?.personIds ?? []),
      ...source.outcomesAt(input.playbook).flatMap(({ personIds }) => personIds),
    ]),
    flips: wanted.flips ?? true,
  };
  const seats = input.structure.seats.filter((seat) => wanted.seatId === undefined || seat.seatId === wanted.seatId);
  return seats.map((seat) => adviseSeat(advising, seat));
}

type Advising = {
  input: AdviceInput;
  chart: Chart;
  source: StrengthSource;
  distances: ReturnType<typeof findDistances>;
  tickets: ReadonlyMap<PersonId, number>;
  used: ReadonlySet<PersonId>;
  flips: boolean;
};

function adviseSeat(advising: Advising, seat: Seat): Verdict {
  const { input, chart, source, distances } = advising;
  const { playbook } = input;
  const joint = source.at(playbook);
  const about = gatherCase(
    {
      chart,
      distances,
      joint,
      day: input.day,
      proposed: input.proposed?.get(seat.seatId) ?? [],
      anythingKnown: source.readings.size > 0 || advising.used.size > 0,
      leading: input.leading,
    },
    seat,
  );
  const decision = decideSeat(about, joint, playbook);
  const speaking = speakOf(advising, about);
  const kind = findLeaderKind(decision.demand, playbook);
  const kindSentence = sayLeaderKind(placeName(chart, seat), kind);
  const viewsOf = (id: PersonId) => countViews(advising, id, 'people');
  const peopleViews = about.contenders.reduce((sum, one) => sum + viewsOf(one.personId), 0);
  const technicalSide = about.open && peopleViews === 0 ? sayTechnicalSide(about, decision) : null;
  const topCloser = findTopCloser(about, input.ticketsClosed ?? new Map());
  const brilliant = sayBrilliant(about, decision, topCloser, viewsOf, playbook);
  const say = (choice: Choice) => sayChange(decision.choice, choice, speaking);
  const flips = advising.flips ? findFlips({ about, source, playbook, choice: decision.choice, say }) : [];
  const candidates = describeCandidates(about, decision, joint, speaking, topCloser);
  return {
    seatId: seat.seatId,
    title: seat.title,
    teamId: seat.teamId,
    teamName: (seat.teamId !== null && chart.team.get(seat.teamId)?.name) || null,
    state: seat.state,
    holderId: seat.holderId,
    distance: about.distance,
    demand: decision.demand,
    gate: decision.gate,
    kind,
    kindSentence,
    answer: toAnswer(decision.choice, advising, speaking),
    short: technicalSide ?? sayChoice(decision.choice, speaking),
    sentence: sayAdvice(kindSentence, technicalSide, decision, about, speaking, brilliant?.text ?? null),
    reasons: findReasons(about, decision, brilliant, peopleViews, playbook),
    candidates,
    considered: consideredIn(about),
    flips,
    flipsNote: advising.flips && flips.length === 0 ? NO_FLIP : null,
    evidence: countEvidence(advising, about),
    dataVersion: input.effects?.status === 'fitted' ? input.effects.effects.dataVersion : 0,
    modelVersion: MODEL_VERSION,
    playbookVersion: playbookVersion(playbook),
  };
}

/** Whom the advice for a seat tells something about, in order of id. */
function consideredIn({ contenders, holder }: SeatCase): PersonId[] {
  const ids = new Set(contenders.map((one) => one.personId));
  if (holder) ids.add(holder.personId);
  return [...ids].sort((one, other) => one - other);
}

function speakOf({ input, chart, source, tickets, used }: Advising, about: SeatCase): Speaking {
  const nameOf = (id: PersonId) => chart.called.get(id)!;
  return {
    about,
    playbook: input.playbook,
    day: input.day,
    nameOf,
    nextEvidence: (id, side) =>
      findNextEvidence(
        nameOf(id),
        side,
        source.readings.get(id) ?? [],
        { have: tickets.get(id) ?? 0, used: used.has(id) },
        input.playbook,
      ),
  };
}

function describeCandidates(
  about: SeatCase,
  decision: Decision,
  view: ReturnType<StrengthSource['at']>,
  speaking: Speaking,
  topCloser: PersonId | null,
): Candidate[] {
  const named = namedIn(decision.choice);
  const seconds = about.contenders.filter((one) => named.has(one.personId));
  const holder = about.holder ? [about.holder] : [];
  const shown = about.open ? about.contenders : [...holder, ...seconds];
  const described = shown.map((one) =>
    describeCandidate(
      one,
      decision,
      view,
      (side) => speaking.nextEvidence(one.personId, side),
      about.open && one.personId === topCloser,
    ),
  );
  return about.open ? listCandidates(described) : described;
}

function sayAdvice(
  kindSentence: string,
  technicalSide: string | null,
  decision: Decision,
  about: SeatCase,
  speaking: Speaking,
  brilliant: string | null,
): string {
  const { choice } = decision;
  const named = about.contenders.filter((one) => namedIn(choice).has(one.personId));
  // Few are told apart by what they want; of many, the list says it.
  const wishes = about.open && named.length > 0 && named.length <= 3 ? sayWishes(named) : null;
  return [kindSentence, technicalSide, sayChoice(choice, speaking), wishes, brilliant, sayNext(choice, speaking)]
    .filter((one) => one !== null)
    .join(' ');
}

function toAnswer(choice: Choice, advising: Advising, speaking: Speaking): Answer {
  switch (choice.kind) {
    case 'grow':
      return {
        kind: 'grow',
        personId: choice.personId,
        side: choice.side,
        by: addMonths(advising.input.day, choice.months),
      };
    case 'not-enough-evidence':
      return missingEvidence(choice.personId, choice.side, advising, speaking);
    case 'keep':
      return { kind: 'keep', needs: choice.needs.map((need) => ({ ...need, text: sayNeed(need, speaking) })) };
    case 'hire':
    case 'leave-open':
      return { kind: choice.kind };
    default:
      return choice;
  }
}

function missingEvidence(personId: PersonId | null, side: Side, advising: Advising, speaking: Speaking): Answer {
  const kind = 'not-enough-evidence';
  const need = viewsNeeded(side, advising.source.trustAt(advising.input.playbook).playbook);
  if (personId === null) return { kind, have: 0, need, next: 'say who works in this team or reports to this seat' };
  const have = countViews(advising, personId, side);
  return { kind, have, need: Math.max(need, have + 1), next: speaking.nextEvidence(personId, side) };
}

function countViews({ source }: Advising, personId: PersonId, side: Side): number {
  return (source.readings.get(personId) ?? []).filter((one) => sideOf(one.observation.competency) === side).length;
}

function countEvidence(advising: Advising, about: SeatCase): Verdict['evidence'] {
  const people = new Set(about.contenders.map((one) => one.personId));
  if (about.holder) people.add(about.holder.personId);
  const readings = [...people].flatMap((id) => advising.source.readings.get(id) ?? []);
  const used = [...people].filter((id) => advising.used.has(id));
  return {
    observations: readings.length,
    raters: new Set(readings.map((one) => one.rater)).size,
    tickets: used.reduce((sum, id) => sum + (advising.tickets.get(id) ?? 0), 0),
    ticketsNote: noteTickets(advising),
  };
}

function noteTickets({ input, source }: Advising): string | null {
  const { effects, playbook } = input;
  if (effects === null) return null;
  if (effects.status !== 'fitted') {
    const { reason, have, need } = effects;
    return `Tickets compare nobody here yet: that takes ${need.toLocaleString('en')} ${reason}, and there ${have === 1 ? 'is' : 'are'} ${have.toLocaleString('en')}.`;
  }
  if (!(effects.effects.tau2 > 0)) return 'Tickets show no difference between people.';
  const read = source.ticketsAt(playbook);
  if (!read) return `Fewer than two people have ${playbook['tickets.need']} tickets, so tickets tell nothing here yet.`;
  if (read.parts > 1)
    return `The tickets fall into ${read.parts} parts that share nothing: people are compared within one.`;
  return null;
}
