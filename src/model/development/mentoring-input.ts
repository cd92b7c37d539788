import { type Level, level } from '../../base/units.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { MentoringPair, MentoringWish } from '../../records/mentoring/types.ts';
import type { Person, PersonId, SeatId } from '../../records/people/types.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { KeptShift } from '../../records/shifts/types.ts';
import type { Estimate } from '../../records/verdicts/types.ts';
import type { Competency } from '../../records/voice/types.ts';
import { COMPETENCIES, sideOf } from '../competency-space.ts';
import { findDemand, stepsForDemand } from '../demand.ts';
import { findDistance } from '../distance.ts';
import { strengthsOf } from '../profile.ts';
import { type Chart, countTechnicians, readChart } from '../structure.ts';
import type { MentoringInput, MentoringPerson } from './mentoring-types.ts';
import { usualWeek } from './usual-week.ts';

/** What people said of mentoring, and which pairs there are and were. */
export type MentoringFacts = {
  wishes: readonly MentoringWish[];
  vetoes: readonly { by: PersonId; about: PersonId }[];
  pairs: readonly MentoringPair[];
  shifts: readonly KeptShift<PersonId>[];
};

/**
 * Everything that mentors are proposed from. Strengths are those of the profile; who said what they want to grow in is
 * matched for that alone, also where nothing is known of them in it yet (they start from the usual level). The level to
 * reach is the playbook's, or what their own seat asks for where that is higher.
 */
export function mentoringInputOf(situation: Situation, facts: MentoringFacts): MentoringInput {
  const { structure, playbook } = situation;
  const chart = readChart(structure);
  const strengths = strengthsOf(situation).people;
  const wishes = new Map(facts.wishes.map((one) => [one.personId, one]));
  const people = structure.people
    .filter((one) => one.work !== 'service-account')
    .map((person): MentoringPerson => {
      const wish = wishes.get(person.personId);
      const wants = wish?.wantsMentor ? wish.wants : [];
      const known = strengths.get(person.personId)!.competencies;
      const told = COMPETENCIES.filter((one) => known[one].evidence > 0 || wants.includes(one));
      return {
        personId: person.personId,
        name: chart.called.get(person.personId)!,
        strengths: Object.fromEntries(told.map((one): [Competency, Estimate] => [one, known[one].estimate])),
        targets: targetsOf(person, wants, chart, playbook),
        wantsMentor: wants.length > 0,
        places: wish?.places ?? 0,
        interests: wish?.interests ?? '',
        ...usualWeek(person, facts.shifts, structure.day, playbook),
      };
    });
  const live = facts.pairs.filter(({ state }) => state === 'running' || state === 'asked');
  return {
    day: structure.day,
    people,
    lines: linesOf(chart),
    running: live.map(({ mentorId, menteeId }) => ({ mentorId, menteeId })),
    earlier: facts.pairs.filter((one) => !live.includes(one)).map(({ mentorId, menteeId }) => ({ mentorId, menteeId })),
    vetoes: facts.vetoes,
  };
}

function targetsOf(
  { personId }: Person,
  wants: readonly Competency[],
  chart: Chart,
  playbook: Playbook,
): Partial<Record<Competency, Level>> {
  const seats = chart.seatsOf.get(personId) ?? [];
  const technicians = countTechnicians(chart.structure);
  const demands = seats.map((seat) => findDemand(stepsForDemand(findDistance(chart, seat)), technicians, playbook));
  return Object.fromEntries(
    wants.map((one) => [
      one,
      level(Math.max(playbook['mentoring.target'], ...demands.map((demand) => demand[sideOf(one)]))),
    ]),
  );
}

/** Who reports straight to whom; a seat that stands open doesn't cut the line: the nearest holder above counts. */
function linesOf({ structure, seat, seatsOf }: Chart): MentoringInput['lines'] {
  const holderFrom = (seatId: SeatId | null): PersonId | null => {
    const at = seatId === null ? undefined : seat.get(seatId);
    return at === undefined ? null : (at.holderId ?? holderFrom(at.reportsTo));
  };
  const own = structure.lines
    .filter(({ personId }) => !seatsOf.has(personId))
    .map(({ personId, seatId }) => ({ personId, leadId: holderFrom(seatId) }));
  const held = structure.seats.flatMap(({ holderId, reportsTo }) =>
    holderId === null ? [] : [{ personId: holderId, leadId: holderFrom(reportsTo) }],
  );
  return [...own, ...held].flatMap(({ personId, leadId }) =>
    leadId === null || leadId === personId ? [] : [{ personId, leadId }],
  );
}
