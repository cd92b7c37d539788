import './direction.css';
import { sayDirections } from '../../model/direction/words.ts';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type Directions, readDirection } from './contract.ts';
import { TeamPart } from './team-part.tsx';

/** What each team aims at, its targets, and how it stands to them. */
export function DirectionPage() {
  const read = useOperation(readDirection, {});
  return (
    <Page title="Aims and targets" sentence={read.data ? sayDirections(read.data.teams) : undefined}>
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Teams directions={read.data} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function Teams({ directions }: { directions: Directions }) {
  const { teams, teamFrom } = directions;
  if (teams.length === 0)
    return <Empty title="No team of yours" text="What a team aims at is shown to whoever works in it or leads it." />;
  return (
    <>
      {teams.map((team) => (
        <TeamPart key={team.teamId} team={team} directions={directions} />
      ))}
      <p className="quiet measure">
        A team has one aim for the quarter and at most two targets, never about a person. Teams of fewer than {teamFrom}{' '}
        people have none. <Go to="/playbook?key=direction.need">The rules are in the playbook.</Go>
      </p>
    </>
  );
}
