import { Section } from '../../web/section.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import type { PersonAbout } from './contract.ts';
import type { Look } from './looks.ts';
import { type Pages, Turning } from './page-turning.tsx';

const COLUMNS: readonly Column<Look>[] = [
  { key: 'at', title: 'When (UTC)', value: ({ at }) => at, cell: ({ at }) => <span className="nowrap">{at}</span> },
  { key: 'who', title: 'Who', value: ({ who }) => who, heads: true, cell: ({ who }) => <bdi>{who}</bdi> },
  { key: 'role', title: 'As what', value: ({ role }) => role },
  { key: 'did', title: 'What', value: ({ did }) => did },
];

/** Who looked at one's numbers and who changed something, newest first. */
export function LooksPart({ looks, own, pages }: { looks: PersonAbout['looks']; own: boolean; pages: Pages }) {
  return (
    <Section
      title="Who looked, and when"
      note="Everyone who looked at these numbers or changed something about them. The log can’t be changed unnoticed; looking at your own leaves no line."
    >
      {looks.total === 0 ? (
        <p>{own ? 'Nobody has looked at your numbers yet.' : 'Nobody has looked at these numbers yet.'}</p>
      ) : (
        <>
          <DataTable
            caption="Who looked, and when"
            quietCaption
            columns={COLUMNS}
            rows={looks.rows}
            rowKey={({ seq }) => seq}
            filterable
            copyable
          />
          <Turning what="lines" offset={looks.offset} total={looks.total} onTurn={pages.looks} isBusy={pages.isBusy} />
        </>
      )}
    </Section>
  );
}
