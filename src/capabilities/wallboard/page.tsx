import './wallboard.css';
import { useOperation } from '../../web/client.ts';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { countWord, dayWord } from '../../web/words.ts';
import { readWallboard, type WallTeam } from './contract.ts';

const EVERY_MINUTE = 60_000;

/** For a screen on the wall: teams only, large, read again every minute. */
export function WallboardPage() {
  const read = useOperation(readWallboard, {}, { every: () => EVERY_MINUTE, keep: true });
  return (
    <div className="wall">
      <title>Wallboard · Evenkeel</title>
      <h1 tabIndex={-1}>{read.data?.firmName ?? 'Wallboard'}</h1>
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Teams {...read.data} /> : read.error ? null : <Loading lines={4} />}
    </div>
  );
}

type TeamsProps = { teams: WallTeam[]; day: string; isToday: boolean; hasTickets: boolean };

function Teams({ teams, day, isToday, hasTickets }: TeamsProps) {
  if (teams.length === 0 || !hasTickets) {
    return <Empty title="No queues yet" text="Teams show here once their tickets are imported." />;
  }
  return (
    <>
      <ul className="wall-teams">
        {teams.map((team) => (
          <li key={team.teamId} className="wall-team">
            <h2>{team.name}</h2>
            <p className="wall-open">
              <b>{countWord(team.open)}</b> open
            </p>
            <p className="quiet">{weekOf(team)}</p>
          </li>
        ))}
      </ul>
      <p className="quiet">
        {isToday ? 'The last seven days.' : `The seven days up to ${dayWord(day)}, when the newest ticket came.`}
      </p>
    </>
  );
}

const weekOf = ({ week }: WallTeam) =>
  week === null
    ? 'A small team: its week is not shown'
    : `In seven days ${countWord(week.opened)} came in, ${countWord(week.resolved)} were resolved`;
