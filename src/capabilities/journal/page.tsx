import { NativeSelect } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Day } from '../../base/time.ts';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { Empty, ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { dayWord } from '../../web/words.ts';
import { type Journal, type JournalRow, listJournal, readJournalEntry } from './contract.ts';
import { EntryParts } from './entry-parts.tsx';
import { LearnedPart, RatesPart } from './rates-part.tsx';
import { AGAIN_WORDS, sayAgreed, sayDecision, sayJournal } from './words.ts';
import './journal.css';

/** Decisions as they were, what became of them, and what they teach. */
export function JournalPage() {
  const journal = useOperation(listJournal, {});
  return (
    <Page title="Journal" sentence={journal.data ? sayJournal(journal.data) : undefined}>
      {journal.error ? <ErrorState error={journal.error} retry={() => void journal.refetch()} /> : null}
      {journal.isPending ? <Loading lines={8} /> : null}
      {journal.data ? <Shown journal={journal.data} /> : null}
    </Page>
  );
}

function Shown({ journal }: { journal: Journal }) {
  const { rows, rates, learned, rules } = journal;
  if (rows.length === 0)
    return (
      <Empty
        title="No decision yet"
        text={`Whatever is decided on a seat stands here, with our advice as it was. After ${rules.months} months it is looked back on.`}
        action={<Go to="/seats">Seats</Go>}
      />
    );
  return (
    <>
      <DuePart rows={rows} />
      <Decisions rows={rows} today={journal.today} />
      {rates ? <RatesPart rates={rates} rules={rules} isWhole={journal.isWhole} /> : null}
      {learned ? <LearnedPart learned={learned} rules={rules} mayChange={journal.mayChange} /> : null}
    </>
  );
}

function DuePart({ rows }: { rows: readonly JournalRow[] }) {
  const due = rows.filter(({ isDue }) => isDue);
  if (due.length === 0) return null;
  return (
    <div className="notice">
      <p className="notice-title">To look back on</p>
      <ul className="list">
        {due.map((row) => (
          <li key={row.decisionId}>
            <Go to={`/journal/${row.decisionId}`}>
              {row.seat.title}: {sayDecision(row)}
            </Go>{' '}
            <span className="quiet">
              decided on {dayWord(row.day)}, due since {dayWord(row.reviewDay!)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const FILTERS = {
  all: { label: 'every decision', fits: () => true },
  agreed: { label: 'as we advised', fits: ({ agreed }: JournalRow) => agreed === true },
  otherwise: { label: 'other than we advised', fits: ({ agreed }: JournalRow) => agreed === false },
  open: {
    label: 'not looked back on yet',
    fits: ({ again, reviewDay }: JournalRow) => again === null && reviewDay !== null,
  },
} as const;
type Filter = keyof typeof FILTERS;

function Decisions({ rows, today }: { rows: readonly JournalRow[]; today: Day }) {
  const columns = useMemo(() => columnsOn(today), [today]);
  const [filter, setFilter] = useState<Filter>('all');
  const shown = rows.filter((row) => FILTERS[filter].fits(row));
  return (
    <Section
      title="Decisions"
      actions={
        rows.length > 3 ? (
          <NativeSelect
            aria-label="Show"
            size="xs"
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value as Filter)}
            data={Object.entries(FILTERS).map(([value, { label }]) => ({ value, label }))}
          />
        ) : null
      }
    >
      <DataTable
        caption="Decisions"
        quietCaption
        columns={columns}
        rows={shown}
        rowKey={({ decisionId }) => decisionId}
        filterable={rows.length > 8}
        copyable={rows.length > 3}
        sorted={{ key: 'day', down: true }}
      />
    </Section>
  );
}

const whenReviewed = (today: Day, { again, reviewDay }: JournalRow): string => {
  if (again !== null) return AGAIN_WORDS[again];
  if (reviewDay === null) return 'not looked back on';
  return reviewDay <= today ? `due since ${dayWord(reviewDay)}` : `from ${dayWord(reviewDay)} on`;
};

const columnsOn = (today: Day): readonly Column<JournalRow>[] => [
  { key: 'day', title: 'Day', value: ({ day }) => day, cell: ({ day }) => dayWord(day) },
  {
    key: 'seat',
    title: 'Seat',
    value: ({ seat }) => seat.title,
    heads: true,
    cell: ({ decisionId, seat }) => <Go to={`/journal/${decisionId}`}>{seat.title}</Go>,
  },
  { key: 'decided', title: 'Decided', value: sayDecision, cell: (row) => <bdi>{sayDecision(row)}</bdi> },
  { key: 'agreed', title: 'Beside our advice', value: ({ agreed }) => sayAgreed(agreed) },
  { key: 'by', title: 'By', value: ({ decidedBy }) => decidedBy, cell: ({ decidedBy }) => <bdi>{decidedBy}</bdi> },
  { key: 'again', title: 'Looking back', value: (row) => whenReviewed(today, row) },
];

/** One decision with everything as it was. */
export function DecisionPage() {
  const { decisionId } = useParams({ strict: false }) as { decisionId?: string };
  const entry = useOperation(readJournalEntry, { decisionId: Number(decisionId) });
  if (entry.data) {
    const { seat, day, decidedBy } = entry.data;
    return (
      <Page
        title={`${seat.title}: ${sayDecision(entry.data)}`}
        sentence={`Decided on ${dayWord(day)} by ${decidedBy}, ${sayAgreed(entry.data.agreed)}.`}
      >
        <EntryParts key={decisionId} entry={entry.data} />
      </Page>
    );
  }
  return (
    <Page title="Decision">
      {entry.error ? <ErrorState error={entry.error} retry={() => void entry.refetch()} /> : <Loading lines={8} />}
    </Page>
  );
}
