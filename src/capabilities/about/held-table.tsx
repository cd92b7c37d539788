import { Go } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { countWord, dayWord } from '../../web/words.ts';
import type { AboutGroup, HeldTable, OwnRemark } from './contract.ts';
import { OwnRemarks } from './own-remarks.tsx';
import type { Pages } from './page-turning.tsx';
import { Turning } from './page-turning.tsx';
import type { Cell } from './present.ts';
import { SayButton, type Saying } from './say-something.tsx';

type GroupProps = {
  group: AboutGroup;
  onSay: ((saying: Saying) => void) | null;
  remarks: readonly OwnRemark[];
  pages: Pages;
};

/** One part of the page: what is held, kind by kind; of what is empty only that it is. */
export function GroupSection({ group, onSay, remarks, pages }: GroupProps) {
  const filled = group.tables.filter(({ total, note }) => total > 0 || note !== null);
  const empty = group.tables.filter((table) => !filled.includes(table));
  return (
    <Section title={group.title} note={group.note}>
      {filled.map((table) => (
        <div key={table.key} className="about-held">
          <h3>{table.title}</h3>
          {table.single ? (
            <Facts table={table} onSay={onSay} remarks={remarks} />
          ) : (
            <Rows table={table} onSay={onSay} pages={pages} />
          )}
          {table.single ? null : <OwnRemarks remarks={remarks} about={table.key} />}
          <Why table={table} />
        </div>
      ))}
      {group.key === 'protected' && onSay ? <Go to="/me/groups">Give, see or take back your groups</Go> : null}
      {empty.length > 0 ? (
        <details className="about-why">
          <summary>Nothing is held of {empty.length === 1 ? 'one more kind' : `${empty.length} more kinds`}</summary>
          <ul>
            {empty.map(({ key, title, purpose }) => (
              <li key={key}>
                {title}. <span className="quiet">{purpose}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}

function Facts({ table, onSay, remarks }: Pick<GroupProps, 'onSay' | 'remarks'> & { table: HeldTable }) {
  const row = table.rows[0];
  if (!row) return null;
  return (
    <dl className="about-facts">
      {table.columns.map(({ key, label }) => {
        const about = row.about.replace('{column}', key);
        const canSay = row.about.includes('{column}');
        return (
          <div key={key}>
            <dt className="quiet">{label}</dt>
            <dd>
              <bdi>{sayValue(row.cells[key] ?? null)}</bdi>
              <OwnRemarks remarks={remarks} about={about} />
              {canSay ? <SayButton saying={{ about, title: label }} onSay={onSay} /> : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const sayValue = (value: Cell) =>
  value === null || value === '' ? 'not given' : typeof value === 'string' && DAY.test(value) ? dayWord(value) : value;

function Rows({ table, onSay, pages }: Pick<GroupProps, 'onSay' | 'pages'> & { table: HeldTable }) {
  if (table.rows.length === 0)
    return (
      <p className="quiet">
        {table.total > 0 ? `${countWord(table.total)} rows. ` : ''}
        {table.note}
      </p>
    );
  return (
    <>
      <DataTable
        caption={table.title}
        quietCaption
        columns={columnsOf(table, onSay)}
        rows={table.rows.map((row, at) => ({ ...row, at }))}
        rowKey={({ at }) => at}
        copyable={table.rows.length > 3}
        max={10}
      />
      {table.key === 'ticket' ? (
        <Turning
          what="tickets"
          offset={table.offset}
          total={table.total}
          onTurn={pages.tickets}
          isBusy={pages.isBusy}
        />
      ) : table.total > table.rows.length ? (
        <p className="quiet">
          The newest {table.rows.length} of {countWord(table.total)}; the export has them all.
        </p>
      ) : null}
      {onSay && !table.rows.some(({ about }) => about.includes('/')) ? (
        <SayButton saying={{ about: table.key, title: table.title }} onSay={onSay} />
      ) : null}
    </>
  );
}

type Row = HeldTable['rows'][number] & { at: number };

/** Columns that say nothing in any row are left out; rows with a name of their own can be spoken to. */
function columnsOf(table: HeldTable, onSay: GroupProps['onSay']): Column<Row>[] {
  const told = table.columns.filter(({ key }) => table.rows.some(({ cells }) => cells[key] !== null));
  const columns = told.map(({ key, label }, at): Column<Row> => {
    const numeric = table.rows.every(({ cells }) => cells[key] === null || typeof cells[key] === 'number');
    return { key, title: label, numeric, heads: at === 0 && !numeric, value: ({ cells }) => asCell(cells[key]) };
  });
  if (!onSay || !table.rows.some(({ about }) => about.includes('/'))) return columns;
  const first = told[0]?.key;
  return [
    ...columns,
    {
      key: 'say',
      title: 'Your word',
      value: () => null,
      cell: ({ about, cells }) => (
        <SayButton saying={{ about, title: `${table.title}, ${cells[first ?? ''] ?? ''}` }} onSay={onSay} />
      ),
    },
  ];
}

const asCell = (value: Cell | undefined) => (typeof value === 'boolean' ? String(value) : (value ?? null));

function Why({ table }: { table: HeldTable }) {
  return (
    <details className="about-why">
      <summary aria-label={`Why, and who may see it: ${table.title}`}>Why, and who may see it</summary>
      <dl>
        <dt>Where it comes from</dt>
        <dd>
          {table.source}
          {table.columns.map(({ key, label, source }) =>
            source ? (
              <p key={key}>
                {label}: {source}
              </p>
            ) : null,
          )}
        </dd>
        <dt>What for</dt>
        <dd>{table.purpose}</dd>
        <dt>Who may see it</dt>
        <dd>{table.seenBy}</dd>
        <dt>How long</dt>
        <dd>{table.kept}</dd>
      </dl>
    </details>
  );
}
