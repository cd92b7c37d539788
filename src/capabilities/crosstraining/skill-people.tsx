import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { dayWord } from '../../web/words.ts';
import {
  type BoardItem,
  type Called,
  readCoverPlan,
  readSkills,
  type ShownSkill,
  type SkillsPage,
  setSkillLevel,
} from './contract.ts';
import { SignOff } from './sign-off.tsx';
import { nameSkill, STATE_WORDS } from './words.ts';

type PeopleProps = { skill: ShownSkill; page: SkillsPage; onDone: () => void };

/** Everybody who can do one skill, is on the way, or copes by their tickets; and how to begin somebody. */
export function SkillPeople({ skill, page, onDone }: PeopleProps) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const [signing, setSigning] = useState<Called | null>(null);
  const set = useAction(setSkillLevel, { invalidates: [readSkills, readCoverPlan] });
  const { subject, copes, copesToo } = skill;
  const items = page.board.filter((one) => one.subject === subject);
  const known = new Set(items.map(({ person }) => person.personId));
  return (
    <section className="section" aria-label={`Who can do ${nameSkill(skill)}`}>
      <div className="section-head">
        <h3 ref={head} tabIndex={-1}>
          {nameSkill(skill)}
        </h3>
        <button type="button" className="text-button" onClick={onDone}>
          Close
        </button>
      </div>
      <ul className="skill-people">
        {items.map((item) => (
          <Known key={item.person.personId} item={item} onSign={() => setSigning(item.person)} onSet={set.mutate} />
        ))}
        {copes
          .filter(({ personId }) => !known.has(personId))
          .map((person) => (
            <li key={person.personId}>
              <span>
                {person.name} <span className="quiet">copes, by their tickets; not signed off</span>
              </span>
              {page.mayKeep || person.personId !== page.you ? (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Sign off ${person.name}`}
                  onClick={() => setSigning(person)}
                >
                  Sign off
                </Button>
              ) : null}
            </li>
          ))}
        {items.length + copes.length === 0 ? <li className="quiet">Nobody yet.</li> : null}
      </ul>
      {copesToo > 0 ? (
        <p className="quiet">
          {`By tickets that you aren’t shown, ${copesToo === 1 ? 'one more person copes' : `${copesToo} more people cope`}: their leads can sign them off.`}
        </p>
      ) : null}
      <Begin skill={skill} page={page} known={known} onSet={set.mutate} />
      {set.error ? <ErrorState error={set.error} /> : null}
      {signing ? (
        <SignOff of={{ subject, name: skill.name, person: signing }} page={page} onDone={() => setSigning(null)} />
      ) : null}
    </section>
  );
}

type Setting = (input: {
  subject: string;
  personId: number;
  state: 'learning' | 'shadowing' | 'none';
  teacherId?: number | null;
}) => void;

function Known({ item, onSign, onSet }: { item: BoardItem; onSign: () => void; onSet: Setting }) {
  const { subject, person, state, teacher, since, signer, mayMove, maySignOff } = item;
  const how =
    state === 'signed-off'
      ? `signed off${signer ? ` by ${signer.name}` : ''}, ${dayWord(since)}`
      : `${STATE_WORDS[state].toLowerCase()}${teacher ? ` with ${teacher.name}` : ''} since ${dayWord(since)}`;
  return (
    <li>
      <span>
        {person.name} <span className="quiet">{how}</span>
      </span>
      <span className="page-actions">
        {state !== 'signed-off' && maySignOff ? (
          <Button size="xs" variant="default" aria-label={`Sign off ${person.name}`} onClick={onSign}>
            Sign off
          </Button>
        ) : null}
        {mayMove ? (
          <Button
            size="xs"
            variant="subtle"
            aria-label={`Take ${person.name} off`}
            onClick={() => onSet({ subject, personId: person.personId, state: 'none' })}
          >
            Take off
          </Button>
        ) : null}
      </span>
    </li>
  );
}

type BeginProps = { skill: ShownSkill; page: SkillsPage; known: ReadonlySet<number>; onSet: Setting };

/** Lets somebody begin, with somebody who shows it. */
function Begin({ skill, page, known, onSet }: BeginProps) {
  const free = page.people.filter(
    ({ personId, mayChange }) => mayChange && !known.has(personId) && skill.learners.includes(personId),
  );
  const can = page.board.filter(({ subject, state }) => subject === skill.subject && state === 'signed-off');
  const [who, setWho] = useState('');
  const [teacher, setTeacher] = useState('');
  if (free.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSet({ subject: skill.subject, personId: Number(who), state: 'learning', teacherId: Number(teacher) || null });
    setWho('');
  };
  return (
    <form className="skill-row" onSubmit={submit}>
      <NativeSelect
        label="Begins to learn it"
        data={[
          { value: '', label: 'choose' },
          ...free.map((one) => ({ value: String(one.personId), label: one.name })),
        ]}
        value={who}
        onChange={(event) => setWho(event.currentTarget.value)}
      />
      <NativeSelect
        label="Shown by"
        data={[
          { value: '', label: 'a course, or nobody yet' },
          ...can.map(({ person }) => ({ value: String(person.personId), label: person.name })),
        ]}
        value={teacher}
        onChange={(event) => setTeacher(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={who === ''}>
        Begin
      </Button>
    </form>
  );
}
