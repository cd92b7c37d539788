import { useParams } from '@tanstack/react-router';
import { useOperation } from '../../web/client.ts';
import { Go, GoButton } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { RemarkNotes } from '../../web/remark-note.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { useYou } from '../../web/you.tsx';
import { Assessment } from './assessment.tsx';
import { type Profile, readPerson } from './contract.ts';
import { ProfileSides } from './profile-sides.tsx';
import { Wants } from './wants.tsx';
import { WorkFacts } from './work-facts.tsx';
import './profile.css';

/** One person: what they want first, then both sides by competency with the evidence, then the facts. */
export function ProfilePage() {
  const { personId } = useParams({ strict: false }) as { personId?: string };
  const profile = useOperation(readPerson, { personId: Number(personId) });
  if (profile.error)
    return (
      <Page title="Profile">
        <ErrorState error={profile.error} retry={() => void profile.refetch()} />
        <Go to="/people">Back to everybody</Go>
      </Page>
    );
  if (!profile.data)
    return (
      <Page title="Profile">
        <Loading lines={8} />
      </Page>
    );
  return <OneProfile key={profile.data.personId} profile={profile.data} />;
}

function OneProfile({ profile }: { profile: Profile }) {
  const { person } = profile;
  const { standing } = useYou();
  return (
    <Page title={profile.name} sentence={<WhereTheyAre profile={profile} />}>
      <Wants person={person} mayChange={profile.mayChange} />
      <ProfileSides profile={profile} />
      {profile.mayAssess ? (
        <Section
          title="More views"
          note="One view is a start. A second person, and an assessment with described levels, make the picture firmer."
        >
          <Assessment personId={profile.personId} name={profile.name}>
            <GoButton to="/questions?second=yes" quiet>
              Ask a second person the five questions
            </GoButton>
          </Assessment>
        </Section>
      ) : null}
      <WorkFacts person={person} mayChange={profile.mayChange} />
      <RemarkNotes remarks={profile.remarks.filter(({ about }) => isFact(about))} whose={profile.name} />
      {standing === 'operator' ? (
        <Go to={`/me?person=${profile.personId}`}>Everything that is held on {profile.name}</Go>
      ) : null}
    </Page>
  );
}

/** Facts and what they want; what is said to numbers stands beside these. */
const isFact = (about: string) => !/^(strength|competency|tickets?)\//.test(about);

function WhereTheyAre({ profile }: { profile: Profile }) {
  const { title, teamName, seats, reportsTo } = profile;
  const job = [title, teamName ? `in ${teamName}` : null].filter((part) => part !== null).join(' ');
  return (
    <>
      {job === '' ? null : `${job[0]!.toUpperCase()}${job.slice(1)}. `}
      {seats.map((seat) => (
        <span key={seat.seatId}>
          {seat.acting ? 'Acts as ' : 'Holds the seat '}
          <Go to={`/seats/${seat.seatId}`}>{seat.title}</Go>.{' '}
        </span>
      ))}
      {reportsTo ? (
        <>
          Reports to {reportsTo.holderName ? `${reportsTo.holderName}, ` : ''}
          <Go to={`/seats/${reportsTo.seatId}`}>{reportsTo.title}</Go>
          {reportsTo.holderName ? '' : ' (nobody holds it now)'}.
        </>
      ) : null}
    </>
  );
}
