import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Competency } from '../../records/voice/types.ts';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { plural, SIDE_WORDS } from '../../web/words.ts';
import { useYou } from '../../web/you.tsx';
import { ANCHORS, type Anchor, LEVEL_WORDS } from './anchors.ts';
import { assessPerson } from './contract.ts';
import { useFocusBack } from './focus-back.tsx';

type Chosen = Partial<Record<Competency, number | null>>;
const LEVELS = [1, 2, 3, 4, 5] as const;

/** The structured assessment: what each level looks like, one competency at a time. `children` stand beside its button. */
export function Assessment({ personId, name, children }: { personId: number; name: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const [saved, setSaved] = useState<number | null>(null);
  const opener = useFocusBack(isOpen);
  const done = (count: number | null) => {
    setSaved(count);
    setOpen(false);
  };
  if (isOpen) return <AssessmentForm personId={personId} name={name} onDone={done} />;
  return (
    <div>
      <div className="assess-buttons">
        <Button ref={opener} variant="default" onClick={() => setOpen(true)}>
          Add a structured assessment
        </Button>
        {children}
      </div>
      <p className="quiet assess-said" role="status">
        {saved === null ? '' : `Saved: ${plural(saved, 'competency', 'competencies')}. The bars above include it now.`}
      </p>
    </div>
  );
}

type FormProps = { personId: number; name: string; onDone: (saved: number | null) => void };

function AssessmentForm({ personId, name, onDone }: FormProps) {
  const [at, setAt] = useState(0);
  const [rater, setRater] = useState('');
  const [chosen, setChosen] = useState<Chosen>({});
  const assess = useAction(assessPerson);
  // Accounts speak in their own name.
  const typesForOthers = useYou().standing === 'operator';
  const anchor = ANCHORS[at]!;
  const levels = Object.entries(chosen).map(([competency, level]) => ({ competency: competency as Competency, level }));
  const save = () =>
    assess.mutate({ personId, rater: rater.trim() || undefined, levels }, { onSuccess: () => onDone(levels.length) });
  const isLast = at === ANCHORS.length - 1;
  return (
    <section className="assess" aria-label={`Structured assessment of ${name}`}>
      <p className="assess-notice">
        <strong>{name} will be able to read this.</strong> Choose what you have seen or heard yourself. What you have
        not seen adds nothing and lowers nothing.
      </p>
      {typesForOthers ? (
        <TextInput
          className="assess-rater"
          label="Whose view is this?"
          description="Empty: yours"
          value={rater}
          maxLength={200}
          onChange={(event) => setRater(event.currentTarget.value)}
        />
      ) : null}
      <OneCompetency
        key={anchor.competency}
        anchor={anchor}
        at={at}
        chosen={chosen[anchor.competency]}
        onChoose={(level) => setChosen({ ...chosen, [anchor.competency]: level })}
      />
      <div className="assess-buttons">
        <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
          Back
        </Button>
        {isLast ? null : <Button onClick={() => setAt(at + 1)}>Next</Button>}
        <Button
          variant={isLast ? 'filled' : 'default'}
          disabled={levels.length === 0}
          loading={assess.isPending}
          onClick={save}
        >
          {levels.length === 0 ? 'Save' : `Save ${levels.length} of ${ANCHORS.length}`}
        </Button>
        <Button variant="subtle" onClick={() => onDone(null)}>
          Leave without saving
        </Button>
      </div>
      {assess.error ? <ErrorState error={assess.error} /> : null}
    </section>
  );
}

type OneProps = {
  anchor: Anchor;
  at: number;
  chosen: number | null | undefined;
  onChoose: (level: number | null) => void;
};

function OneCompetency({ anchor, at, chosen, onChoose }: OneProps) {
  const name = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="assess-one">
      <p className="quiet">
        {at + 1} of {ANCHORS.length} · <span className={anchor.side}>{SIDE_WORDS[anchor.side]}</span>
      </p>
      <h3 ref={heading} tabIndex={-1}>
        {anchor.title}
      </h3>
      <p className="quiet">{anchor.meaning}</p>
      <fieldset className="assess-levels">
        <legend className="only-heard">{anchor.title}: which of these have you seen most often?</legend>
        {LEVELS.map((level) => (
          <label key={level} className="assess-level">
            <input type="radio" name={name} checked={chosen === level} onChange={() => onChoose(level)} />
            <span className="assess-word">{LEVEL_WORDS[level]}</span>
            <span>{anchor.levels[level]}</span>
          </label>
        ))}
        <label className="assess-level">
          <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
          <span className="assess-word">not seen</span>
          <span>I haven't seen it.</span>
        </label>
      </fieldset>
    </div>
  );
}
