import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Column, DataTable } from '../../web/table.tsx';
import type { ShownSkill, SkillsPage } from './contract.ts';
import { NeedForm } from './need-form.tsx';
import { SkillPeople } from './skill-people.tsx';
import { nameSkill, sayNames, sayState } from './words.ts';

const MOST_DOTS = 6;

/** Every skill and client with the people it needs; the ones that are short come first. */
export function SkillTable({ page }: { page: SkillsPage }) {
  const [changing, setChanging] = useState<ShownSkill | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const rows = page.skills.toSorted(
    (one, other) =>
      other.missing * other.weight - one.missing * one.weight || nameSkill(one).localeCompare(nameSkill(other)),
  );
  const columns: Column<ShownSkill>[] = [
    { key: 'name', title: 'Skill or client', heads: true, value: nameSkill },
    {
      key: 'state',
      title: 'Cover',
      value: sayState,
      cell: (skill) => (
        <span className="nowrap">
          <Dots skill={skill} />
          {sayState(skill)}
        </span>
      ),
    },
    { key: 'signed', title: 'Signed off', value: ({ signedOff }) => sayNames(signedOff) },
    { key: 'way', title: 'On the way', value: ({ onTheWay }) => sayNames(onTheWay) },
    {
      key: 'act',
      title: 'Change',
      acts: true,
      value: () => null,
      cell: (skill) => (
        <span className="nowrap">
          <Button
            size="xs"
            variant="subtle"
            aria-label={`Who can do ${nameSkill(skill)}`}
            onClick={() => setOpen(skill.areaId)}
          >
            Who
          </Button>
          {page.mayKeep ? (
            <Button
              size="xs"
              variant="subtle"
              aria-label={`What ${nameSkill(skill)} needs`}
              onClick={() => setChanging(skill)}
            >
              Needs
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  const shown = page.skills.find(({ areaId }) => areaId === open);
  return (
    <>
      <DataTable
        caption="Skills and clients against the people they need"
        quietCaption
        columns={columns}
        rows={rows}
        rowKey={({ areaId }) => areaId}
        filterable
        copyable
        max={12}
      />
      {shown ? <SkillPeople key={shown.areaId} skill={shown} page={page} onDone={() => setOpen(null)} /> : null}
      {changing ? <NeedForm skill={changing} onDone={() => setChanging(null)} /> : null}
    </>
  );
}

/** Who is there, who is on the way, who is missing: the words beside it say the same. */
function Dots({ skill: { required, signedOff, onTheWay } }: { skill: ShownSkill }) {
  const on = Math.min(signedOff.length, required);
  const way = Math.min(onTheWay.length, required - on);
  const looks = [
    ...Array.from({ length: on }, () => 'on'),
    ...Array.from({ length: way }, () => 'way'),
    ...Array.from({ length: required - on - way }, () => 'none'),
  ].slice(0, MOST_DOTS);
  return (
    <span className="skill-dots" aria-hidden="true">
      {looks.map((look, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places that never move
        <span key={place} className={`skill-dot skill-dot-${look}`} />
      ))}
    </span>
  );
}
