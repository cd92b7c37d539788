import { Go } from '../../web/link.tsx';
import { ASPIRATION_WORDS, plural, SIDE_WORDS } from '../../web/words.ts';
import type { PersonRow } from './contract.ts';
import { FactsItem } from './facts-item.tsx';
import { KnownBar } from './known-bar.tsx';
import { SeatsHeld } from './seats-held.tsx';

type RowsProps = {
  /** Whose heading stands above; null: without a team; undefined: no heading, the team is said in each row. */
  team: string | null | undefined;
  people: readonly PersonRow[];
};

/** A team's people, one row each; on a phone one block each. */
export function PeopleRows({ team, people }: RowsProps) {
  return (
    <section className="people-team" aria-label={team === undefined ? 'People' : (team ?? 'Without a team')}>
      {team === undefined ? null : (
        <h2>
          {team ?? 'Without a team'}{' '}
          <span className="quiet people-count">{plural(people.length, 'person', 'people')}</span>
        </h2>
      )}
      <div className="people-heads quiet" aria-hidden="true">
        <span>Name</span>
        <span>Seat</span>
        <span>Wants</span>
        <span className="technical">{SIDE_WORDS.technical}</span>
        <span className="people">{SIDE_WORDS.people}</span>
      </div>
      <ul className="people-rows">
        {people.map((person) =>
          person.technical === null && person.people === null ? (
            <FactsItem key={person.personId} person={person} withTeam={team === undefined} />
          ) : (
            <PersonItem key={person.personId} person={person} withTeam={team === undefined} />
          ),
        )}
      </ul>
    </section>
  );
}

function PersonItem({ person, withTeam }: { person: PersonRow; withTeam: boolean }) {
  const under = [person.title, withTeam ? person.teamName : null].filter((part) => part !== null).join(' · ');
  return (
    <li className="people-row">
      <div>
        <Go to={`/people/${person.personId}`} className="link people-name">
          {person.name}
        </Go>
        {under === '' ? null : <p className="quiet people-under">{under}</p>}
      </div>
      <SeatsHeld seats={person.seats} />
      <p className="people-wants">
        <span className="only-heard">Wants: </span>
        {person.aspiration === null ? null : (
          <span className={person.aspiration === 'not-asked' ? 'quiet' : undefined}>
            {ASPIRATION_WORDS[person.aspiration]}
          </span>
        )}
      </p>
      {(['technical', 'people'] as const).map((side) => (
        <div key={side}>
          <p className={`people-side ${side} narrow-only`}>{SIDE_WORDS[side]}</p>
          {person[side] === null ? null : (
            <KnownBar
              side={side}
              known={person[side]}
              door={person.sight === 'open' ? `strength/${person.personId}/${side}` : null}
              label={`${person.name}, ${SIDE_WORDS[side]}`}
            />
          )}
        </div>
      ))}
    </li>
  );
}
