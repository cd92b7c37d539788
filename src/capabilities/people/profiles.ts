import type { Strengths } from '../../model/profile.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { Person, PersonId, Structure } from '../../records/people/types.ts';
import { COMPETENCIES_OF, type Side } from '../../records/voice/types.ts';
import { ANCHORS } from './anchors.ts';
import type { PersonRow, Profile } from './contract.ts';

/** Everyone but service accounts, as rows of the list. */
export function rowsOf({ structure }: Pick<Situation, 'structure'>, strengths: Strengths): PersonRow[] {
  const teams = new Map(structure.teams.map((team) => [team.teamId, team]));
  const teamOf = new Map(structure.memberships.map((row) => [row.personId, teams.get(row.teamId)]));
  const seats = Map.groupBy(structure.seats, (seat) => seat.holderId);
  return structure.people.flatMap((person): PersonRow[] => {
    const known = strengths.people.get(person.personId);
    if (!known) return [];
    const team = teamOf.get(person.personId);
    return [
      {
        personId: person.personId,
        name: person.name,
        title: person.title,
        teamId: team?.teamId ?? null,
        teamName: team?.name ?? null,
        seats: (seats.get(person.personId) ?? []).map((seat) => ({
          seatId: seat.seatId,
          title: seat.title,
          acting: seat.state === 'acting',
        })),
        work: person.work,
        aspiration: person.aspiration,
        technical: known.sides.technical,
        people: known.sides.people,
      },
    ];
  });
}

/** One person's profile by competency; undefined when there is no such person. */
export function profileOf(
  situation: Pick<Situation, 'structure'>,
  strengths: Strengths,
  personId: PersonId,
): Profile | undefined {
  const row = rowsOf(situation, strengths).find((one) => one.personId === personId);
  const person = situation.structure.people.find((one) => one.personId === personId);
  const known = strengths.people.get(personId);
  if (!row || !person || !known) return undefined;
  const competencies = ANCHORS.map((anchor) => ({
    competency: anchor.competency,
    side: (COMPETENCIES_OF.technical.includes(anchor.competency) ? 'technical' : 'people') satisfies Side as Side,
    title: anchor.title,
    meaning: anchor.meaning,
    known: known.competencies[anchor.competency],
  }));
  return { ...row, person, reportsTo: managerOf(situation.structure, person), competencies };
}

/** The seat a person reports to: a holder reports where the seat does. */
function managerOf(structure: Structure, person: Person): Profile['reportsTo'] {
  const own = structure.seats.find((seat) => seat.holderId === person.personId);
  const seatId = own ? own.reportsTo : structure.lines.find((line) => line.personId === person.personId)?.seatId;
  const seat = structure.seats.find((one) => one.seatId === seatId);
  if (!seat) return null;
  const holder = structure.people.find((one) => one.personId === seat.holderId);
  return { seatId: seat.seatId, title: seat.title, holderName: holder?.name ?? null };
}
