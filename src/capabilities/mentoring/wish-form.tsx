import { Button, NumberInput, Switch, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { COMPETENCIES_OF, type Competency } from '../../records/voice/types.ts';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import { useAction } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { SIDE_TITLES } from '../../web/words.ts';
import { type OwnMentoring, type OwnWish, readMentoring, sayMentoringWish } from './contract.ts';

const NOTHING: OwnWish = { wantsMentor: false, places: 0, wants: [], helpWith: '', interests: '', vetoes: [] };

/** What one says of mentoring oneself; who reads what stands before each field. */
export function WishForm({ own, onDone }: { own: OwnMentoring; onDone: () => void }) {
  const [wish, setWish] = useState<OwnWish>(own.wish ?? NOTHING);
  const change = (more: Partial<OwnWish>) => setWish((before) => ({ ...before, ...more }));
  const say = useAction(sayMentoringWish, { invalidates: [readMentoring] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say.mutate({ ...wish, wants: wish.wantsMentor ? wish.wants : [] }, { onSuccess: onDone });
  };
  return (
    <form className="mentoring-form" onSubmit={submit}>
      <Switch
        label="I would like a mentor"
        checked={wish.wantsMentor}
        onChange={(event) => change({ wantsMentor: event.currentTarget.checked })}
      />
      {wish.wantsMentor ? <Wants wish={wish} onChange={change} /> : null}
      <NumberInput
        label="How many people I would be a mentor of"
        description="0: none. Whoever looks at the round reads in what you are probably strong."
        value={wish.places}
        min={0}
        max={5}
        onChange={(value) => change({ places: Number(value) || 0 })}
      />
      <Textarea
        label="What interests you, at work or beyond"
        description="A word that another wrote too is shown as a reason for a pair. The rest is read by nobody."
        maxLength={300}
        autosize
        minRows={2}
        value={wish.interests}
        onChange={(event) => change({ interests: event.currentTarget.value })}
      />
      <Vetoes own={own} wish={wish} onChange={change} />
      <div className="page-actions">
        <Button type="submit" loading={say.isPending}>
          Keep it
        </Button>
        {own.wish ? (
          <Button variant="default" onClick={onDone}>
            Leave it
          </Button>
        ) : null}
      </div>
      {say.error ? <ErrorState error={say.error} /> : null}
    </form>
  );
}

type PartProps = { wish: OwnWish; onChange: (more: Partial<OwnWish>) => void };

function Wants({ wish, onChange }: PartProps) {
  const toggle = (one: Competency, on: boolean) =>
    onChange({ wants: on ? [...wish.wants, one] : wish.wants.filter((other) => other !== one) });
  return (
    <>
      {(['people', 'technical'] as const).map((side) => (
        <fieldset key={side}>
          <legend>{`I want to grow in (${SIDE_TITLES[side].toLowerCase()}; up to five in all)`}</legend>
          <div className="mentoring-ticks">
            {COMPETENCIES_OF[side].map((one) => (
              <label key={one}>
                <input
                  type="checkbox"
                  checked={wish.wants.includes(one)}
                  disabled={!wish.wants.includes(one) && wish.wants.length >= 5}
                  onChange={(event) => toggle(one, event.currentTarget.checked)}
                />
                {COMPETENCY_NAMES[one]}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p className="quiet">Whoever looks at the round, and a proposed mentor, read what you ticked.</p>
      <Textarea
        label="What you want help with, in your words"
        description="Your mentor will be able to read this, once you both said yes."
        maxLength={300}
        autosize
        minRows={2}
        value={wish.helpWith}
        onChange={(event) => onChange({ helpWith: event.currentTarget.value })}
      />
    </>
  );
}

function Vetoes({ own, wish, onChange }: PartProps & { own: OwnMentoring }) {
  const toggle = (id: OwnWish['vetoes'][number], on: boolean) =>
    onChange({ vetoes: on ? [...wish.vetoes, id] : wish.vetoes.filter((other) => other !== id) });
  return (
    <details className="unfold">
      <summary>{`Somebody I would rather not be paired with${wish.vetoes.length > 0 ? ` (${wish.vetoes.length})` : ''}`}</summary>
      <p className="quiet">
        Only you can see this: not the other person, not your lead, not the owner, not whoever holds the server on any
        screen. No reason is asked. A round that leaves the two of you apart never says why.
      </p>
      <fieldset className="mentoring-people">
        <legend className="only-heard">People</legend>
        {own.others.map(({ personId, name }) => (
          <label key={personId} className="mentoring-tick">
            <input
              type="checkbox"
              checked={wish.vetoes.includes(personId)}
              onChange={(event) => toggle(personId, event.currentTarget.checked)}
            />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
