import { useParams } from '@tanstack/react-router';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { dayWord } from '../../web/words.ts';
import { useYou } from '../../web/you.tsx';
import { listTrials, readTrial, type TrialRow } from './contract.ts';
import { TrialParts } from './trial-parts.tsx';
import { OUTCOME_WORDS, sayTrial } from './words.ts';
import './trials.css';

export { NewTrialPage } from './new-trial.tsx';

/** One's own trials, and those in seats that one decides on. */
export function TrialsPage() {
  const trials = useOperation(listTrials, {});
  const { standing } = useYou();
  const decides = standing !== 'technician' && standing !== 'hr';
  const rows = trials.data?.trials ?? [];
  return (
    <Page title="Trials" sentence={trials.data ? sayTrials(rows) : undefined}>
      {trials.error ? <ErrorState error={trials.error} retry={() => void trials.refetch()} /> : null}
      {trials.isPending ? <Loading lines={4} /> : null}
      {rows.length > 0 ? (
        <DataTable
          caption="Trials"
          quietCaption
          columns={COLUMNS}
          rows={rows}
          rowKey={({ trialId }) => trialId}
          filterable={rows.length > 8}
        />
      ) : null}
      {trials.data && rows.length === 0 ? (
        <p className="quiet">
          {decides ? (
            <>
              A trial is started from <Go to="/seats">the seat</Go>: somebody leads for a while, with criteria that you
              both agreed on beforehand and a way back.
            </>
          ) : (
            'You were not asked to try a seat.'
          )}
        </p>
      ) : null}
    </Page>
  );
}

function sayTrials(rows: readonly TrialRow[]): string {
  const running = rows.filter(({ state }) => state === 'running').length;
  const asked = rows.filter(({ state }) => state === 'proposed').length;
  const agreed = rows.filter(({ state }) => state === 'agreed').length;
  const parts = [
    running > 0 ? `${running} running` : null,
    agreed > 0 ? `${agreed} agreed, not begun` : null,
    asked > 0 ? `${asked} proposed` : null,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(', ')}.` : 'No trial is open.';
}

const stateOf = ({ state, outcome }: TrialRow) =>
  state === 'ended' ? OUTCOME_WORDS[outcome!] : state === 'agreed' ? 'agreed, not begun' : state;

const COLUMNS: readonly Column<TrialRow>[] = [
  {
    key: 'seat',
    title: 'Seat',
    value: ({ seat }) => seat.title,
    heads: true,
    cell: ({ trialId, seat }) => <Go to={`/trials/${trialId}`}>{seat.title}</Go>,
  },
  {
    key: 'person',
    title: 'Who tries it',
    value: ({ person }) => person.name,
    cell: ({ person, isMine }) => (isMine ? 'you' : <bdi>{person.name}</bdi>),
  },
  { key: 'state', title: 'State', value: stateOf },
  {
    key: 'from',
    title: 'From',
    value: ({ fromDay }) => fromDay,
    cell: ({ fromDay }) => fromDay && dayWord(fromDay),
  },
  {
    key: 'until',
    title: 'Until',
    value: ({ endedOn, untilDay }) => endedOn ?? untilDay,
    cell: ({ endedOn, untilDay }) => dayWord(endedOn ?? untilDay),
  },
  { key: 'next', title: 'Next', value: ({ next }) => next },
];

/** One trial, the same for both of the two: what was agreed, how it goes, and how it goes on. */
export function TrialPage() {
  const { trialId } = useParams({ strict: false }) as { trialId?: string };
  const trial = useOperation(readTrial, { trialId: Number(trialId) });
  if (trial.data)
    return (
      <Page title={`Trial: ${trial.data.seat.title}`} sentence={sayTrial(trial.data, dayWord)}>
        <TrialParts key={trialId} trial={trial.data} />
      </Page>
    );
  return (
    <Page title="Trial">
      {trial.error ? <ErrorState error={trial.error} retry={() => void trial.refetch()} /> : <Loading lines={8} />}
    </Page>
  );
}
