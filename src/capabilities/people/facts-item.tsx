import { Go } from '../../web/link.tsx';
import { NotShown } from '../../web/not-shown.tsx';
import { ASPIRATION_WORDS, dayWord } from '../../web/words.ts';
import { useMayOpen } from '../../web/you.tsx';
import type { PersonRow } from './contract.ts';
import { SeatsHeld } from './seats-held.tsx';

/** Somebody whose numbers are not the reader's: their name, and the facts where the reader keeps them. */
export function FactsItem({ person, withTeam }: { person: PersonRow; withTeam: boolean }) {
  const under = [person.title, withTeam ? person.teamName : null].filter((part) => part !== null).join(' · ');
  return (
    <li className="people-row people-row-facts">
      <div>
        <Name person={person} />
        {under === '' ? null : <p className="quiet people-under">{under}</p>}
      </div>
      <SeatsHeld seats={person.seats} />
      <p className="people-wants">{person.aspiration === null ? null : ASPIRATION_WORDS[person.aspiration]}</p>
      <div className="people-facts">
        {sayFacts(person) ? <p className="quiet people-under">{sayFacts(person)}</p> : null}
        <NotShown />
      </div>
    </li>
  );
}

/** Nobody is led to a page that they may not read. */
function Name({ person }: { person: PersonRow }) {
  const mayOpen = useMayOpen();
  const profile = `/people/${person.personId}`;
  if (person.work === null || !mayOpen(profile)) return <span className="people-name">{person.name}</span>;
  return (
    <Go to={profile} className="link people-name">
      {person.name}
    </Go>
  );
}

const sayFacts = ({ startedOn, hoursPerWeek }: PersonRow): string =>
  [startedOn ? `since ${dayWord(startedOn)}` : null, hoursPerWeek === null ? null : `${hoursPerWeek} h a week`]
    .filter((part) => part !== null)
    .join(' · ');
