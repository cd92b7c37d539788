import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type AboutMe, type PersonAbout, readAboutMe } from './contract.ts';
import { ErasurePart } from './erasure-part.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { GroupSection } from './held-table.tsx';
import { LooksPart } from './looks-part.tsx';
import { NumbersPart } from './numbers-part.tsx';
import type { Pages } from './page-turning.tsx';
import { type Saying, SaySomething } from './say-something.tsx';
import { WaitingForMe } from './waiting-for-me.tsx';
import { WishPart } from './wish-part.tsx';
import './about.css';

/** Everything that is held about oneself: why, who may see it, who looked, and what one can do about it. */
export function AboutMePage() {
  const { person } = useSearch({ strict: false }) as { person?: string };
  const [tickets, setTickets] = useState(0);
  const [looks, setLooks] = useState(0);
  const personId = Number(person) || undefined;
  const about = useOperation(readAboutMe, { personId, tickets, looks }, { keep: true });
  if (about.error)
    return (
      <Page title="About me">
        <ErrorState error={about.error} retry={() => void about.refetch()} />
      </Page>
    );
  if (!about.data)
    return (
      <Page title="About me">
        <Loading lines={10} />
      </Page>
    );
  const pages = { tickets: setTickets, looks: setLooks, isBusy: about.isFetching };
  return <Shown about={about.data} pages={pages} />;
}

function Shown({ about, pages }: { about: AboutMe; pages: Pages }) {
  if (about.state === 'choose') return <Choose people={about.people} />;
  if (about.state === 'nobody')
    return (
      <Page
        title="About me"
        sentence={`Your account isn’t linked to one of ${about.firmName}’s people, so it holds nothing on you but the account and what you did. Ask the owner to link it under Settings, Members.`}
      >
        <WaitingForMe />
        {about.groups.map((group) => (
          <GroupSection key={group.key} group={group} onSay={null} remarks={[]} pages={pages} />
        ))}
      </Page>
    );
  return <OnePerson key={about.personId} about={about} pages={pages} />;
}

function Choose({ people }: { people: { personId: number; name: string }[] }) {
  return (
    <Page
      title="About me"
      sentence="You hold the server and are nobody on the list of people. Choose whose page to see or print; it is written into the log, which they read."
    >
      <WaitingForMe />
      {people.length === 0 ? (
        <Empty
          title="Nobody is on the list yet"
          text="Once there are people, this page shows what is held about each."
        />
      ) : (
        <ul className="about-people">
          {people.map(({ personId, name }) => (
            <li key={personId}>
              <Go to={`/me?person=${personId}`}>
                <bdi>{name}</bdi>
              </Go>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function OnePerson({ about, pages }: { about: PersonAbout; pages: Pages }) {
  const who = about.own ? 'you' : about.name;
  const [saying, setSaying] = useState<Saying | null>(null);
  return (
    <Page
      title={about.own ? 'About me' : `About ${about.name}`}
      sentence={`Everything that ${about.firmName} holds on ${who}: where it comes from, what for, who may see it, and who looked.`}
      actions={<ExportButtons personId={about.own ? undefined : about.personId} />}
    >
      {about.considered.length > 0 ? (
        <div className="notice">
          {about.considered.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ) : null}
      {about.mentoring.length > 0 ? (
        <div className="notice">
          <p className="notice-title">Your mentoring</p>
          {about.mentoring.map(({ text, to }) => (
            <p key={text}>
              {text} <Go to={to}>Open it</Go>
            </p>
          ))}
        </div>
      ) : null}
      {about.own ? <WaitingForMe /> : null}
      {about.own ? <WishPart wish={about.wish} /> : null}
      <NumbersPart about={about} onSay={about.own ? setSaying : null} />
      {about.groups.map((group) => (
        <GroupSection
          key={group.key}
          group={group}
          onSay={about.own ? setSaying : null}
          remarks={about.remarks}
          pages={pages}
        />
      ))}
      <LooksPart looks={about.looks} own={about.own} pages={pages} />
      <ErasurePart askedAt={about.erasureAskedAt} own={about.own} />
      {saying ? <SaySomething saying={saying} onDone={() => setSaying(null)} /> : null}
    </Page>
  );
}
