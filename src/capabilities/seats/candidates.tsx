import type { Candidate, Reason, SideStanding, Verdict } from '../../records/verdicts/types.ts';
import { IntervalBar } from '../../web/charts/interval.tsx';
import { levelWord } from '../../web/charts/levels.ts';
import { Door } from '../../web/door.tsx';
import { Go } from '../../web/link.tsx';
import { RemarkNotes } from '../../web/remark-note.tsx';
import { Section } from '../../web/section.tsx';
import { Empty } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { ASPIRATION_WORDS, SIDE_WORDS, STATUS_WORDS } from '../../web/words.ts';
import { compareCandidates, sayRole } from './compare.ts';
import type { SeatAnswer } from './contract.ts';
import { Doors } from './reasons.tsx';

type Disputes = SeatAnswer['disputes'];

/** Who could lead, side by side in equal columns. */
export function Candidates({ verdict, disputes }: { verdict: Verdict; disputes: Disputes }) {
  if (verdict.candidates.length === 0) return <NoCandidates />;
  const { named, others } = compareCandidates(verdict);
  return (
    <Section title="Side by side" note={noteOf(verdict, named.length)}>
      <ul className={`candidates candidates-${columnsFor(named.length)}`}>
        {named.map((candidate) => (
          <CandidateColumn key={candidate.personId} candidate={candidate} verdict={verdict} disputes={disputes} />
        ))}
      </ul>
      {others.length > 0 ? <Others others={others} verdict={verdict} disputes={disputes} /> : null}
    </Section>
  );
}

/** Equal columns: four at most beside each other, and no row with a single one left over. */
const columnsFor = (count: number) => (count <= 4 ? count : 3);

function NoCandidates() {
  return (
    <Section title="Side by side">
      <Empty
        title="Nobody to compare yet"
        text="Add people first, or say who works in this team."
        action={<Go to="/people">Go to people</Go>}
      />
    </Section>
  );
}

function noteOf({ answer }: Verdict, shown: number): string {
  const order =
    answer.kind === 'several'
      ? 'Those who are too close to call come first, by name.'
      : 'Whoever our advice names comes first; everybody else stands by name.';
  const bars =
    'The dot is our estimate and the line its 80% interval; the thick tick is what the seat needs, the dashed one the bar to clear.';
  return shown > 1 ? `${order} ${bars}` : bars;
}

type ColumnProps = { candidate: Candidate; verdict: Verdict; disputes: Disputes };

function CandidateColumn({ candidate, verdict, disputes }: ColumnProps) {
  const role = sayRole(candidate, verdict.answer, candidate.personId === verdict.holderId);
  return (
    <li className="candidate">
      <header>
        <h3>
          <Go to={`/people/${candidate.personId}`}>
            <bdi>{candidate.name}</bdi>
          </Go>
        </h3>
        {role ? <p className="candidate-role">{role}</p> : <p className="quiet">looked at too</p>}
      </header>
      <div className="candidate-wants">
        <p>{sayWish(candidate)}</p>
        {candidate.aspiration === 'not-asked' ? (
          <Go to={`/people/${candidate.personId}`}>Ask them, then record it</Go>
        ) : null}
      </div>
      <Standing side="technical" candidate={candidate} verdict={verdict} disputes={disputes} />
      <Standing side="people" candidate={candidate} verdict={verdict} disputes={disputes} />
      <div className="candidate-reasons">
        {candidate.topCloserNotNamed && candidate.personId !== verdict.holderId ? (
          <p className="candidate-closer">Closes the most tickets; not ready for this seat yet.</p>
        ) : null}
        {withoutWish(candidate.reasons).map((reason) => (
          <p key={reason.text}>
            {reason.text} <Doors {...reason} verdict={verdict} />
          </p>
        ))}
      </div>
    </li>
  );
}

/** The first says what they want, which stands above already. */
const withoutWish = ([, ...reasons]: readonly Reason[]) => reasons;

const WISHES: Record<Candidate['aspiration'], string> = {
  'wants-to-lead': 'Wants to lead.',
  'not-now': 'Says not now, which costs nothing anywhere.',
  'technical-path': 'Wants the technical path, which is equal to leading.',
  'not-asked': 'Not asked yet whether they want to lead.',
};
const sayWish = (candidate: Candidate) => WISHES[candidate.aspiration];

type StandingProps = ColumnProps & { side: 'technical' | 'people' };

function Standing({ side, candidate, verdict, disputes }: StandingProps) {
  const standing = candidate[side];
  return (
    <div className="candidate-side">
      <p className={`candidate-side-name ${side}`}>{SIDE_WORDS[side]}</p>
      <IntervalBar
        side={side}
        estimate={standing.evidence > 0 ? standing.estimate : null}
        need={verdict.demand[side]}
        gate={standing.gate}
        label={`${candidate.name}, ${SIDE_WORDS[side]}`}
      />
      <p>
        <Door
          to={`strength/${candidate.personId}/${side}`}
          label={`${candidate.name}, ${SIDE_WORDS[side]}: ${sayStanding(standing)}`}
        >
          {sayStanding(standing)}
        </Door>
      </p>
      <p className="quiet">{sayEvidence(standing)}</p>
      <Disputed side={side} candidate={candidate} disputes={disputes} />
    </div>
  );
}

type DisputedProps = Pick<StandingProps, 'side' | 'candidate' | 'disputes'>;

/** What they dispute of a side: it stands here until it is answered. */
function Disputed({ side, candidate, disputes }: DisputedProps) {
  const own = disputes.filter((one) => one.personId === candidate.personId && one.side === side);
  return <RemarkNotes remarks={own} whose={candidate.name} />;
}

/** "strong; clears the bar". */
function sayStanding({ estimate, evidence, status }: SideStanding): string {
  return evidence > 0 ? `${levelWord(estimate.mean)}; ${STATUS_WORDS[status]}` : STATUS_WORDS[status];
}

/** How much is known, in words, and what would tell most. */
function sayEvidence({ evidence, nextEvidence }: SideStanding): string {
  const known = evidence > 0 ? `Evidence so far ${Math.round(evidence * 100)}%` : 'No evidence yet';
  return nextEvidence ? `${known}. Next: ${nextEvidence}` : `${known}.`;
}

type OthersProps = { others: Candidate[]; verdict: Verdict; disputes: Disputes };

function Others({ others, verdict, disputes }: OthersProps) {
  return (
    <details className="unfold">
      <summary>Everyone else we looked at ({others.length})</summary>
      <DataTable
        caption="Everyone else we looked at, by name"
        quietCaption
        columns={columnsOf(verdict, disputes)}
        rows={others}
        rowKey={({ personId }) => personId}
        filterable
        copyable
      />
    </details>
  );
}

function columnsOf(verdict: Verdict, disputes: Disputes): Column<Candidate>[] {
  const side = (key: 'technical' | 'people'): Column<Candidate> => ({
    key,
    title: SIDE_WORDS[key],
    value: (one) => STATUS_WORDS[one[key].status],
    cell: (one) => (
      <>
        <IntervalBar
          side={key}
          estimate={one[key].evidence > 0 ? one[key].estimate : null}
          need={verdict.demand[key]}
          gate={one[key].gate}
          label={`${one.name}, ${SIDE_WORDS[key]}`}
        />
        <Door to={`strength/${one.personId}/${key}`}>{STATUS_WORDS[one[key].status]}</Door>
        <Disputed side={key} candidate={one} disputes={disputes} />
      </>
    ),
  });
  return [
    {
      key: 'name',
      title: 'Name',
      heads: true,
      value: (one) => one.name,
      cell: (one) => <Go to={`/people/${one.personId}`}>{one.name}</Go>,
    },
    { key: 'wants', title: 'Wants', value: (one) => ASPIRATION_WORDS[one.aspiration] },
    side('technical'),
    side('people'),
  ];
}
