import { TRACK_WORDS } from '../../model/direction/words.ts';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { type GoingTeam, readGoing } from './contract.ts';

/** What each team aims at, whether it is on track, and who moves it. */
export function Going() {
  const read = useOperation(readGoing, {});
  const going = read.data?.going ?? [];
  if (read.data && going.length === 0) return null;
  return (
    <Section title="Where the teams are going" actions={<Go to="/teams/direction">Aims and targets</Go>}>
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.isPending ? <Loading lines={2} /> : null}
      <ul className="going">
        {going.map((team) => (
          <li key={team.teamId}>
            <p>
              <strong>{team.name}</strong>
              {team.targets > 0 ? `: ${team.track === null ? 'not known yet' : TRACK_WORDS[team.track]}` : null}
            </p>
            {team.aim ? <p>{team.aim}</p> : null}
            <p className="quiet">{sayWho(team)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function sayWho({ lead, isVacant, owner, aim }: GoingTeam): string {
  if (lead !== null && !isVacant && owner === lead) return `${lead} leads it and sees to the aim.`;
  const leads =
    lead === null ? 'Nobody leads it.' : isVacant ? `Nobody leads it; ${lead} stands above.` : `${lead} leads it.`;
  if (aim === null) return leads;
  return `${leads} ${owner === null ? 'Nobody sees to the aim yet.' : `${owner} sees to the aim.`}`;
}
