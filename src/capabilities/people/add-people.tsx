import './add-people.css';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { typePeople } from './contract.ts';
import { cellsOfPaste, EMPTY_ROW, GRID_FIELDS, type GridRow, pasteInto, peopleOfGrid } from './typing.ts';

const TITLES = { name: 'Name', team: 'Team', title: 'Title', reportsTo: 'Reports to' } as const;
const EXAMPLE = { name: 'Priya Shah', team: 'Service Desk', title: 'Technician', reportsTo: 'Ana Keller' } as const;
const FIRST = [EMPTY_ROW, EMPTY_ROW, EMPTY_ROW, EMPTY_ROW, EMPTY_ROW];

/** Type who is there: a small grid that also takes a paste from a spreadsheet, and the teams that lack a lead. */
export function AddPeoplePage() {
  const [rows, setRows] = useState<GridRow[]>(FIRST);
  const [leads, setLeads] = useState<string[]>(['']);
  const navigate = useNavigate();
  const save = useAction(typePeople);
  const people = peopleOfGrid(rows);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const vacantLeads = leads
      .map((team) => team.trim())
      .filter(Boolean)
      .map((team) => ({ team }));
    save.mutate({ people, vacantLeads }, { onSuccess: () => void navigate({ to: '/questions' }) });
  };
  const teams = [...new Set(people.flatMap(({ team }) => (team ? [team] : [])))];
  return (
    <Page
      title="Who works here?"
      sentence="A name is enough. Whoever others report to gets a seat. You can paste rows from a spreadsheet."
    >
      <form className="stack-wide" onSubmit={submit}>
        <Grid rows={rows} onChange={setRows} />
        <Section
          title="Teams that need a lead and have none"
          note="Each gets an open seat, and our advice on who could take it."
        >
          <VacantLeads teams={leads} known={teams} onChange={setLeads} />
        </Section>
        {save.error ? <ErrorState error={save.error} /> : null}
        <div className="page-actions">
          <Button type="submit" loading={save.isPending} disabled={people.length === 0}>
            {people.length === 0 ? 'Add them' : `Add ${people.length === 1 ? '1 person' : `${people.length} people`}`}
          </Button>
          <Go to="/data/add?kind=people">Bring a list instead (CSV)</Go>
        </div>
      </form>
    </Page>
  );
}

function Grid({ rows, onChange }: { rows: GridRow[]; onChange: (rows: GridRow[]) => void }) {
  const change = (place: number, next: Partial<GridRow>) => {
    const changed = rows.map((row, at) => (at === place ? { ...row, ...next } : row));
    // There is always an empty row below the last one that was filled.
    onChange(changed.at(-1)?.name ? [...changed, EMPTY_ROW] : changed);
  };
  const paste = (event: ClipboardEvent, place: number, column: number) => {
    const cells = cellsOfPaste(event.clipboardData.getData('text'));
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    onChange([...pasteInto(rows, cells, place, column), EMPTY_ROW]);
  };
  return (
    <div className="grid-scroll">
      <table className="grid">
        <caption className="only-heard">People, one a row</caption>
        <thead>
          <tr>
            {GRID_FIELDS.map((field) => (
              <th key={field} scope="col">
                {TITLES[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of the grid is its place; rows never move
            <tr key={place}>
              {GRID_FIELDS.map((field, column) => (
                <td key={field} data-label={TITLES[field]}>
                  <input
                    className="grid-input"
                    aria-label={`${TITLES[field]}, row ${place + 1}`}
                    list={field === 'reportsTo' ? 'grid-names' : field === 'team' ? 'grid-teams' : undefined}
                    placeholder={place === 0 ? EXAMPLE[field] : undefined}
                    autoComplete="off"
                    maxLength={200}
                    value={row[field]}
                    onChange={(event) => change(place, { [field]: event.currentTarget.value })}
                    onPaste={(event) => paste(event, place, column)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Known id="grid-names" values={rows.map(({ name }) => name)} />
      <Known id="grid-teams" values={rows.map(({ team }) => team)} />
    </div>
  );
}

function Known({ id, values }: { id: string; values: string[] }) {
  return (
    <datalist id={id}>
      {[...new Set(values.map((value) => value.trim()).filter(Boolean))].map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

type LeadsProps = { teams: string[]; known: string[]; onChange: (teams: string[]) => void };

function VacantLeads({ teams, known, onChange }: LeadsProps) {
  const change = (place: number, value: string) => onChange(teams.map((team, at) => (at === place ? value : team)));
  return (
    <div className="vacant-leads">
      {teams.map((team, place) => (
        <input
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place; fields never move
          key={place}
          className="grid-input"
          aria-label={`Team without a lead, ${place + 1}`}
          placeholder="Name of the team"
          list="vacant-teams"
          maxLength={200}
          value={team}
          onChange={(event) => change(place, event.currentTarget.value)}
        />
      ))}
      <Known id="vacant-teams" values={known} />
      <button type="button" className="text-button" onClick={() => onChange([...teams, ''])}>
        One more team
      </button>
    </div>
  );
}
