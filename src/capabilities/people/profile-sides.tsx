import { sayShortDay } from '../../model/words.ts';
import { Door } from '../../web/door.tsx';
import { HiddenNote } from '../../web/hidden-note.tsx';
import { NotShown } from '../../web/not-shown.tsx';
import { RemarkNotes } from '../../web/remark-note.tsx';
import { Section } from '../../web/section.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { levelNumber, plural, SIDE_TITLES, SIDE_WORDS } from '../../web/words.ts';
import type { Known, Profile } from './contract.ts';
import { isUnseen, leastKnown } from './known.ts';
import { KnownBar } from './known-bar.tsx';

type Measured = Profile['competencies'][number];
const SIDES = ['technical', 'people'] as const;

/** Both sides of a person, equal in rank: each as a whole, then competency by competency. */
export function ProfileSides({ profile }: { profile: Profile }) {
  if (profile.sight === 'hidden')
    return (
      <Section title="Both sides">
        <NotShown why="Numbers are theirs and their lead's, and for whoever decides about a seat that they could hold, once they are told." />
      </Section>
    );
  return (
    <Section
      title="Both sides"
      note="Two measures of a person, never a type of person. The dot is our best estimate; the line is where it probably lies (8 times in 10)."
    >
      {profile.waiting ? <p className="profile-waiting">{sayWaiting(profile.waiting, profile.name)}</p> : null}
      {profile.sight === 'level' ? (
        <p className="quiet">
          You see the two levels. What stands behind them is for the person, their lead and who decides about them.
        </p>
      ) : null}
      <div className="profile-sides">
        {SIDES.map((side) => (
          <Side key={side} side={side} profile={profile} />
        ))}
      </div>
      {profile.competencies.some(({ known }) => known.tickets > 0) ? <HiddenNote /> : null}
      {profile.competencies.length > 0 ? <AsTable profile={profile} /> : null}
    </Section>
  );
}

/** That newer numbers are with their person first. */
function sayWaiting({ until, mine }: NonNullable<Profile['waiting']>, name: string): string {
  const day = sayShortDay(until);
  return mine ? `Others see this from ${day}.` : `Newer numbers are with ${name} first; they show here from ${day}.`;
}

function AsTable({ profile }: { profile: Profile }) {
  return (
    <details className="profile-table">
      <summary>The same as a table</summary>
      <DataTable
        caption={`${profile.name}, both sides by competency`}
        quietCaption
        columns={COLUMNS}
        rows={profile.competencies}
        rowKey={(row) => row.competency}
        filterable
        copyable
      />
    </details>
  );
}

function Side({ side, profile }: { side: 'technical' | 'people'; profile: Profile }) {
  const mine = profile.competencies.filter((one) => one.side === side);
  const known = profile[side];
  const least = leastKnown(mine);
  if (known === null) return null;
  return (
    <div>
      <h3 className={side}>
        {SIDE_TITLES[side]}: {SIDE_WORDS[side]}
      </h3>
      <div className="profile-whole">
        <KnownBar
          side={side}
          known={known}
          door={profile.sight === 'open' ? `strength/${profile.personId}/${side}` : null}
          label={`${profile.name}, ${SIDE_WORDS[side]}`}
          named
        />
        {profile.sight === 'open' ? <RestsOn known={known} personId={profile.personId} /> : null}
        <SaidTo profile={profile} about={`strength/${profile.personId}/${side}`} />
      </div>
      <ul className="profile-competencies">
        {mine.map((one) => (
          <Competence key={one.competency} one={one} profile={profile} />
        ))}
      </ul>
      {least && least.known.evidence < 0.6 ? (
        <p className="quiet">Least known here: {least.title.toLowerCase()}. A view on it would help most.</p>
      ) : null}
    </div>
  );
}

function Competence({ one, profile }: { one: Measured; profile: Profile }) {
  return (
    <li className="profile-competency">
      <div>
        <h4>{one.title}</h4>
        <p className="quiet">{one.meaning}</p>
      </div>
      <div>
        <KnownBar
          side={one.side}
          known={one.known}
          door={`competency/${profile.personId}/${one.competency}`}
          label={`${profile.name}, ${one.title.toLowerCase()}`}
        />
        <RestsOn known={one.known} personId={profile.personId} />
        <SaidTo profile={profile} about={`competency/${profile.personId}/${one.competency}`} />
      </div>
    </li>
  );
}

/** What they say to one number. */
function SaidTo({ profile, about }: { profile: Profile; about: string }) {
  return <RemarkNotes remarks={profile.remarks.filter((one) => one.about === about)} whose={profile.name} />;
}

/** What a number rests on: views, raters, tickets, and where they come from. */
function RestsOn({ known, personId }: { known: Known; personId: number }) {
  if (isUnseen(known)) {
    return known.tooLittle === null ? (
      <p className="quiet profile-rests">Nobody has seen it yet; this echoes the rest of the side.</p>
    ) : null;
  }
  // Tickets, or what clients said of them, come last.
  const tickets = known.tickets > 0 ? known.sources.at(-1) : null;
  const spoken = known.sources.filter((source) => source !== tickets);
  return (
    <p className="quiet profile-rests">
      {known.views > 0 ? `${plural(known.views, 'view')} by ${plural(known.raters, 'person', 'people')}` : null}
      {known.views > 0 && known.tickets > 0 ? ' · ' : null}
      {tickets ? <Door to={`tickets/${personId}`}>{tickets}</Door> : null}
      {spoken.length > 0 ? <span className="profile-sources">{spoken.join('; ')}</span> : null}
    </p>
  );
}

const shown = (one: Measured, pick: (known: Known) => number) =>
  one.known.tooLittle === null ? Number(levelNumber(pick(one.known))) : null;

const COLUMNS: readonly Column<Measured>[] = [
  { key: 'competency', title: 'Competency', value: (one) => one.title, heads: true },
  { key: 'side', title: 'Side', value: (one) => SIDE_TITLES[one.side] },
  { key: 'about', title: 'About', value: (one) => shown(one, (known) => known.estimate.mean), numeric: true },
  { key: 'low', title: 'From', value: (one) => shown(one, (known) => known.estimate.low), numeric: true },
  { key: 'high', title: 'To', value: (one) => shown(one, (known) => known.estimate.high), numeric: true },
  { key: 'evidence', title: 'Evidence so far', value: (one) => Number(one.known.evidence.toFixed(2)), numeric: true },
  { key: 'views', title: 'Views', value: (one) => one.known.views, numeric: true },
  { key: 'raters', title: 'People', value: (one) => one.known.raters, numeric: true },
  { key: 'tickets', title: 'Tickets', value: (one) => one.known.tickets, numeric: true },
  { key: 'sources', title: 'Where from', value: (one) => one.known.tooLittle ?? one.known.sources.join('; ') },
];
