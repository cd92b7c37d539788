import type { Strengths } from '../../model/profile.ts';
import type { Sights } from '../../model/sight.ts';
import { cutStrength } from '../../model/sight-strength.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { Person, PersonId, Structure } from '../../records/people/types.ts';
import { COMPETENCIES_OF, type Side } from '../../records/voice/types.ts';
import { ANCHORS } from './anchors.ts';
import type { PersonRow, Profile } from './contract.ts';

/** Everyone but service accounts, as rows of the list. `readable`: the people whose facts the database gives the reader. */
export function rowsOf(
  { structure }: Pick<Situation, 'structure'>,
  strengths: Strengths,
  sights: Sights,
  readable: ReadonlyMap<PersonId, Person>,
): PersonRow[] {
  const teams = new Map(structure.teams.map((team) => [team.teamId, team]));
  const teamOf = new Map(structure.memberships.map((row) => [row.personId, teams.get(row.teamId)]));
  const seats = Map.groupBy(structure.seats, (seat) => seat.holderId);
  return structure.people.flatMap(({ personId, name }): PersonRow[] => {
    const known = strengths.people.get(personId);
    if (!known) return [];
    const team = teamOf.get(personId);
    const sight = sights.of(personId);
    const facts = sights.seesFacts(personId) ? readable.get(personId) : undefined;
    const held = facts ? (seats.get(personId) ?? []) : [];
    return [
      {
        personId,
        name,
        title: facts?.title ?? null,
        teamId: team?.teamId ?? null,
        teamName: team?.name ?? null,
        seats: held.map((seat) => ({ seatId: seat.seatId, title: seat.title, acting: seat.state === 'acting' })),
        sight,
        work: facts?.work ?? null,
        startedOn: facts?.startedOn ?? null,
        hoursPerWeek: facts?.hoursPerWeek ?? null,
        aspiration: (sights.seesWish(personId) && facts?.aspiration) || null,
        technical: cutStrength(known.sides.technical, sight),
        people: cutStrength(known.sides.people, sight),
      },
    ];
  });
}

/** One person's profile by competency; undefined when there is no such person, or none that the reader may read. */
export function profileOf(
  situation: Pick<Situation, 'structure'>,
  strengths: Strengths,
  sights: Sights,
  readable: ReadonlyMap<PersonId, Person>,
  personId: PersonId,
): Omit<Profile, 'waiting' | 'remarks' | 'mayChange' | 'mayAssess'> | undefined {
  const row = rowsOf(situation, strengths, sights, readable).find((one) => one.personId === personId);
  const person = readable.get(personId);
  const known = strengths.people.get(personId);
  if (!row || !person || !known) return undefined;
  const measured = row.sight === 'open' ? ANCHORS : [];
  const competencies = measured.map((anchor) => ({
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
