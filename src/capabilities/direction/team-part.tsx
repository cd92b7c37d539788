import { Button } from '@mantine/core';
import { useState } from 'react';
import { quarterEnds } from '../../model/direction/words.ts';
import { sayDay } from '../../model/words.ts';
import { Go } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { plural } from '../../web/words.ts';
import { AimForm } from './aim-form.tsx';
import { BeforePart } from './before-part.tsx';
import { CameOfPart } from './came-of.tsx';
import type { Directions, ShownDirection } from './contract.ts';
import { TargetForm } from './target-form.tsx';
import { TargetItem } from './target-item.tsx';

type PartProps = { team: ShownDirection; directions: Directions };

/** One team: its aim, its targets, and who moves them. */
export function TeamPart({ team, directions }: PartProps) {
  const { name, lead, isVacant, seatId } = team;
  return (
    <Section
      title={name}
      actions={seatId === null ? null : <Go to={`/seats/${seatId}`}>Who leads it</Go>}
      note={sayLead(lead?.name ?? null, isVacant)}
    >
      <div className="direction-team">
        <div className="stack">
          <Aim team={team} directions={directions} />
          <CameOfPart team={team} directions={directions} />
          <BeforePart team={team} />
        </div>
        <Targets team={team} directions={directions} />
      </div>
    </Section>
  );
}

const sayLead = (name: string | null, isVacant: boolean): string =>
  name === null
    ? 'Nobody leads this team or stands above it.'
    : isVacant
      ? `Nobody leads this team; ${name} stands above it.`
      : `${name} leads this team.`;

function Aim({ team, directions }: PartProps) {
  const [form, setForm] = useState<'now' | 'next' | null>(null);
  const { aim, nextAim, mayChange, name } = team;
  const { quarter, nextQuarter, people } = directions;
  const which = form === 'next' ? { quarter: nextQuarter, aim: nextAim } : { quarter, aim };
  return (
    <div className="stack">
      {aim ? (
        <p className="direction-aim">
          <span className="quiet">Aim until {sayDay(quarterEnds(aim.quarter))}: </span>
          {aim.text}{' '}
          <span className="quiet">{aim.owner ? `${aim.owner.name} sees to it.` : 'Nobody sees to it yet.'}</span>
        </p>
      ) : (
        <p className="quiet">No aim for this quarter.</p>
      )}
      {nextAim ? (
        <p className="quiet">
          From {sayDay(nextQuarter)}: {nextAim.text}
        </p>
      ) : null}
      {mayChange ? (
        <div className="direction-acts">
          <Button
            size="xs"
            variant="default"
            aria-label={`${aim ? 'Change' : 'Set'} the aim of ${name}`}
            onClick={() => setForm('now')}
          >
            {aim ? 'Change the aim' : 'Set the aim'}
          </Button>
          <button type="button" className="text-button" onClick={() => setForm('next')}>
            {nextAim ? 'Change the next quarter’s' : 'The next quarter’s'}
            <span className="only-heard"> aim of {name}</span>
          </button>
        </div>
      ) : null}
      {form ? <AimForm team={team} {...which} people={people} onDone={() => setForm(null)} /> : null}
    </div>
  );
}

function Targets({ team, directions }: PartProps) {
  const [setting, setSetting] = useState(false);
  const { targets, mayChange, isSmall, people, name } = team;
  if (isSmall)
    return (
      <p className="quiet">
        {people === 0 ? 'Nobody works in it' : `${plural(people, 'person works', 'people work')} in it`}: a target would
        be about a person.
      </p>
    );
  return (
    <div className="stack">
      {targets.length > 0 ? (
        <ul className="direction-targets">
          {targets.map((target) => (
            <TargetItem key={target.measure} target={target} team={team} day={directions.day} />
          ))}
        </ul>
      ) : (
        <p className="quiet">No target.</p>
      )}
      {mayChange && targets.length < 2 ? (
        <div>
          <Button size="xs" variant="default" aria-label={`Set a target of ${name}`} onClick={() => setSetting(true)}>
            Set a target
          </Button>
        </div>
      ) : null}
      {setting ? <TargetForm team={team} target={null} onDone={() => setSetting(false)} /> : null}
    </div>
  );
}
