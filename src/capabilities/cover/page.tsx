import './cover.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { addDays, type Day } from '../../base/time.ts';
import type { ShownCover } from '../../model/sight-cover.ts';
import { useOperation } from '../../web/client.ts';
import { Go, GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import { type CoverWeeks, readCover } from './contract.ts';
import { CoverFigure } from './figure.tsx';
import { sayGrounds, sayTeam, sayTeams } from './words.ts';

export { HoursPage } from './hours-page.tsx';

/** The hours of a week in which a team has nobody able to jump in. */
export function CoverPage() {
  const [monday, setMonday] = useState<Day | null>(null);
  const read = useOperation(readCover, monday === null ? {} : { monday }, { keep: true });
  const cover = read.data;
  return (
    <Page
      title="Who can jump in"
      sentence={cover ? sayTeams(cover.teams) : undefined}
      actions={
        <GoButton to="/cover/hours" quiet>
          Hours of people and teams
        </GoButton>
      }
    >
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {cover ? <Weeks cover={cover} onChange={setMonday} /> : read.error ? null : <Loading lines={8} />}
    </Page>
  );
}

function Weeks({ cover, onChange }: { cover: CoverWeeks; onChange: (monday: Day | null) => void }) {
  const { monday, coming, teams, hasHours } = cover;
  if (teams.length === 0)
    return <Empty title="No team yet" text="Say who works in which team, and its hours come here." />;
  const known = [...teams].sort((one, other) => missingIn(other) - missingIn(one));
  return (
    <>
      <div className="cover-weeks">
        <Button variant="default" size="xs" onClick={() => onChange(addDays(monday, -7))}>
          The week before
        </Button>
        <p aria-live="polite">
          {`Week from ${dayWord(monday)}`}
          {monday === coming ? '' : ' · '}
          {monday === coming ? null : (
            <button type="button" className="text-button" onClick={() => onChange(null)}>
              back to the coming week
            </button>
          )}
        </p>
        <Button variant="default" size="xs" onClick={() => onChange(addDays(monday, 7))}>
          The week after
        </Button>
      </div>
      {hasHours ? null : (
        <Empty
          title="Nobody’s hours are known yet"
          text="Bring a calendar or a table with shifts, on-call times and leave, or type a usual week for a whole team in one step."
          action={<GoButton to="/cover/hours">Say who is there when</GoButton>}
        />
      )}
      {known.map((team) => (
        <Team key={team.teamId} cover={team} />
      ))}
    </>
  );
}

const missingIn = ({ finding }: ShownCover) => (finding.status === 'known' ? finding.uncovered : -1);

function Team({ cover }: { cover: ShownCover }) {
  const { name, finding, seatId, peopleLeader } = cover;
  const isFlagged = finding.status === 'known' && peopleLeader !== null && finding.uncovered > 0;
  return (
    <Section title={name} actions={seatId === null ? null : <Go to={`/seats/${seatId}`}>Who leads it</Go>}>
      <p className={isFlagged ? 'cover-flag' : undefined}>{sayTeam(cover)}</p>
      {finding.status === 'known' ? (
        <CoverFigure cover={cover} spans={finding.spans}>
          <Grounds cover={cover} />
        </CoverFigure>
      ) : (
        <Grounds cover={cover} />
      )}
    </Section>
  );
}

function Grounds({ cover }: { cover: ShownCover }) {
  const hours = cover.ownHours
    ? "The hours are the team's own."
    : 'The hours are those of the playbook: the team has none of its own.';
  return (
    <details>
      <summary>What this rests on</summary>
      <ul className="list">
        {sayGrounds(cover).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>
          {hours} <Go to="/playbook?key=cover.areas">The rules are in the playbook.</Go>
        </li>
      </ul>
    </details>
  );
}
