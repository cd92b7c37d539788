import { Go } from '../../web/link.tsx';
import { ASPIRATION_WORDS, plural, SIDE_WORDS } from '../../web/words.ts';
import type { PersonRow } from './contract.ts';
import { KnownBar } from './known-bar.tsx';

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
        {people.map((person) => (
          <PersonItem key={person.personId} person={person} withTeam={team === undefined} />
        ))}
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
      <Seats seats={person.seats} />
      <p className="people-wants">
        <span className="only-heard">Wants: </span>
        <span className={person.aspiration === 'not-asked' ? 'quiet' : undefined}>
          {ASPIRATION_WORDS[person.aspiration]}
        </span>
      </p>
      {(['technical', 'people'] as const).map((side) => (
        <div key={side}>
          <p className={`people-side ${side} narrow-only`}>{SIDE_WORDS[side]}</p>
          <KnownBar
            side={side}
            known={person[side]}
            door={`strength/${person.personId}/${side}`}
            label={`${person.name}, ${SIDE_WORDS[side]}`}
          />
        </div>
      ))}
    </li>
  );
}

function Seats({ seats }: { seats: PersonRow['seats'] }) {
  if (seats.length === 0) return <p className="people-seats people-no-seat" />;
  return (
    <p className="people-seats">
      {seats.map((seat, i) => (
        <span key={seat.seatId}>
          {i > 0 ? ', ' : null}
          <Go to={`/seats/${seat.seatId}`}>{seat.title}</Go>
          {seat.acting ? <span className="quiet"> (acting)</span> : null}
        </span>
      ))}
    </p>
  );
}
