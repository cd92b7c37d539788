import { sayDay } from '../../model/words.ts';
import { Section } from '../../web/section.tsx';
import { Empty } from '../../web/states.tsx';
import { plural } from '../../web/words.ts';
import type { LedPerson, TeamConditions } from './contract.ts';
import { FactItem } from './fact-item.tsx';
import { Steps } from './steps-part.tsx';
import { WordList } from './word-list.tsx';

/** Each team with its causes, then the reader's own people with what they share. */
export function TeamView({ conditions }: { conditions: TeamConditions }) {
  const { teams, people, lastWeek, today } = conditions;
  if (teams.length === 0 && people === null)
    return (
      <Empty title="No team of yours" text="Causes are shown to whoever leads a team, and to whoever keeps the firm." />
    );
  return (
    <>
      {teams.map((team) => (
        <Team key={team.teamId} team={team} />
      ))}
      <p className="quiet">
        {lastWeek === null ? 'No week of tickets is known yet.' : `Weeks up to that of ${sayDay(lastWeek)}.`} Sums are
        over people who work hands-on in a team and don’t lead it, rounded to fives, and never about one of them.
      </p>
      {people ? (
        <Section
          title="Your own people"
          note="Their weeks only where they share them with you; 1:1s and growth steps because they are your duty. Interruptions are never shown by person."
        >
          {people.map((person) => (
            <Person key={person.personId} person={person} today={today} />
          ))}
        </Section>
      ) : null}
    </>
  );
}

function Team({ team }: { team: TeamConditions['teams'][number] }) {
  const { name, people, causes, notShown } = team;
  return (
    <Section title={name} note={people === 0 ? 'Nobody works hands-on here.' : plural(people, 'person', 'people')}>
      {causes.length > 0 ? (
        <ul className="condition-causes">
          {causes.map(({ key, text, stands }) => (
            <li key={key} className={stands ? 'condition-stands' : undefined}>
              {text}
            </li>
          ))}
        </ul>
      ) : null}
      {people > 0 && notShown.length > 0 ? (
        <details className="unfold">
          <summary>
            Not shown, and why<span className="only-heard">: {name}</span>
          </summary>
          <ul className="condition-missing">
            {notShown.map(({ what, why }) => (
              <li key={what}>
                <strong>{what}.</strong> {why}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}

function Person({ person, today }: { person: LedPerson; today: string }) {
  const { personId, name, facts, words, steps, longWithoutStep, skipped } = person;
  const first = name.split(' ')[0]!;
  return (
    <div className="condition-person">
      <h3>{name}</h3>
      {skipped !== null && skipped > 0 ? (
        <p>{`Your last ${plural(skipped, '1:1')} with ${first} ${skipped === 1 ? 'was' : 'were'} skipped.`}</p>
      ) : null}
      {longWithoutStep ? (
        <p>{`No growth step of ${first} is noted for long: what would they like to take on next?`}</p>
      ) : null}
      {words.length > 0 ? <WordList words={words} /> : null}
      {facts === null ? (
        <p className="quiet">{`${first} keeps their weeks to themselves.`}</p>
      ) : (
        <ul className="condition-facts">
          {facts.map((one) => (
            <FactItem key={one.fact} {...one} name={first} />
          ))}
        </ul>
      )}
      <details className="unfold">
        <summary>{`Growth steps of ${first} (${steps.length})`}</summary>
        <Steps personId={personId} steps={steps} today={today} name={first} />
      </details>
    </div>
  );
}
