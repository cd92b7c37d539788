import { Button, FileButton, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call, useAction } from '../../web/client.ts';
import { downloadText, sendFile } from '../../web/send-file.ts';
import { ErrorState } from '../../web/states.tsx';
import { DataTable } from '../../web/table.tsx';
import { plural } from '../../web/words.ts';
import {
  addOwnSkill,
  bringSkills,
  readCoverPlan,
  readSkills,
  removeOwnSkill,
  type SkillsPage,
  takeSkills,
} from './contract.ts';

const TEMPLATE =
  'skill,person,state,shown by,signed off by,since\n' +
  'Firewalls,Priya Shah,signed off,,Tom Weber,2026-03-02\n' +
  'Firewalls,Sam Lee,learning,Priya Shah,,2026-11-09\n';

/** Typed skills, and the whole table in and out. */
export function TablePart({ page }: { page: SkillsPage }) {
  return (
    <div className="stack">
      <AddSkill />
      <OwnSkills page={page} />
      <Bring />
    </div>
  );
}

function AddSkill() {
  const [name, setName] = useState('');
  const add = useAction(addOwnSkill, { invalidates: [readSkills, readCoverPlan] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ name, required: null }, { onSuccess: () => setName('') });
  };
  return (
    <form className="skill-row" onSubmit={submit}>
      <TextInput
        className="skill-wide"
        label="A skill that tickets don’t tell"
        maxLength={120}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={add.isPending}>
        Add it
      </Button>
      {add.error ? <ErrorState error={add.error} /> : null}
    </form>
  );
}

function OwnSkills({ page }: { page: SkillsPage }) {
  const remove = useAction(removeOwnSkill, { invalidates: [readSkills, readCoverPlan] });
  const own = page.skills.filter(({ subject }) => subject.startsWith('own/'));
  if (own.length === 0) return null;
  return (
    <ul className="skill-people">
      {own.map(({ areaId, subject, name }) => (
        <li key={areaId}>
          <span>{name}</span>
          <Button
            size="xs"
            variant="subtle"
            aria-label={`Remove ${name}`}
            onClick={() => remove.mutate({ skillId: Number(subject.split('/')[1]) })}
          >
            Remove
          </Button>
        </li>
      ))}
    </ul>
  );
}

type Brought = {
  levels: number;
  added: string[];
  rejected: number;
  rejections: { line: number; columnName: string; reason: string }[];
};

function Bring() {
  const queries = useQueryClient();
  const [brought, setBrought] = useState<Brought | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setError(null);
    setBrought(null);
    try {
      await work();
    } catch (cause) {
      setError(cause as Error);
    }
  };
  const bring = (file: File) =>
    attempt(async () => {
      setBrought(await sendFile(bringSkills, { input: {}, file }));
      await queries.invalidateQueries();
    });
  const take = () =>
    attempt(async () => {
      const { fileName, text } = await call(takeSkills, {});
      downloadText(fileName, text);
    });
  return (
    <>
      <div className="page-actions">
        <FileButton accept=".csv,.txt,text/csv" onChange={(file) => file && void bring(file)}>
          {(given) => (
            <Button variant="default" {...given}>
              Bring a table (CSV)
            </Button>
          )}
        </FileButton>
        <Button variant="default" onClick={() => void take()}>
          Take the table (CSV)
        </Button>
        <button type="button" className="text-button" onClick={() => downloadText('skills.csv', TEMPLATE)}>
          Download a template
        </button>
      </div>
      {error ? <ErrorState error={error} /> : null}
      <p role="status">{brought ? sayBrought(brought) : ''}</p>
      {brought && brought.rejected > 0 ? (
        <DataTable
          caption={`${plural(brought.rejected, 'row')} could not be read`}
          columns={[
            { key: 'line', title: 'Line', value: ({ line }: Brought['rejections'][number]) => line },
            { key: 'what', title: 'Where', value: ({ columnName }) => columnName },
            { key: 'why', title: 'Why', value: ({ reason }) => reason },
          ]}
          rows={brought.rejections}
          rowKey={({ line, columnName }) => `${line} ${columnName}`}
          max={10}
        />
      ) : null}
    </>
  );
}

function sayBrought({ levels, added }: Brought): string {
  const more =
    added.length > 0
      ? ` ${plural(added.length, 'skill was', 'skills were')} new: ${added.slice(0, 5).join(', ')}.`
      : '';
  return `${plural(levels, 'entry is', 'entries are')} in.${more}`;
}
