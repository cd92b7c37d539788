import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../web/client.ts';
import { GoButton } from '../../web/link.tsx';
import { Section } from '../../web/section.tsx';
import { dayWord, momentWord } from '../../web/words.ts';
import { type Balance, type NextStep, recordStep } from './contract.ts';

/** Somebody who can take a step on. */
export type Owner = { value: string; label: string };

type NextStepsProps = { steps: readonly NextStep[]; past: Balance['past']; owners: Owner[] };

/** At most three things to do, each with an owner, a day, one button and a result. */
export function NextSteps({ steps, past, owners }: NextStepsProps) {
  return (
    <Section title={steps.length === 1 ? 'One next step' : 'Next steps'}>
      {steps.length === 0 ? <p>Nothing is due now. We say so when the evidence changes.</p> : null}
      <ol className="steps">
        {steps.slice(0, 3).map((step, at) => (
          <Step key={`${step.key} ${step.evidenceKey}`} step={step} owners={owners} first={at === 0} />
        ))}
      </ol>
      {past.length > 0 ? <Past past={past} /> : null}
    </Section>
  );
}

type StepProps = { step: NextStep; owners: Owner[]; first: boolean };

function Step({ step, owners, first }: StepProps) {
  const record = useAction(recordStep);
  const [closing, setClosing] = useState<'done' | 'dismissed' | null>(null);
  const { key, text, evidenceKey } = step;
  const keep = (change: { ownerId?: number | null; due?: string | null }) => {
    record.mutate({ key, text, evidenceKey, ownerId: step.ownerId, due: step.due, ...change });
  };
  return (
    <li className="step">
      <div className="step-text">
        <h3>{text}</h3>
        <p className="quiet">{step.why}</p>
        <p className="step-said">
          {step.ownerName ?? 'Nobody yet'}, by {dayWord(step.due)}
        </p>
      </div>
      {step.mayChange ? <Who step={step} owners={owners} onKeep={keep} /> : null}
      <div className="step-acts">
        <GoButton to={step.button.to} quiet={!first}>
          {step.button.label}
        </GoButton>
        {step.mayChange ? (
          <>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={closing === 'done'}
              onClick={() => setClosing('done')}
            >
              Done
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={closing === 'dismissed'}
              onClick={() => setClosing('dismissed')}
            >
              Dismiss
            </Button>
          </>
        ) : null}
      </div>
      {closing ? (
        <CloseStep
          key={closing}
          outcome={closing}
          busy={record.isPending}
          onClose={(result) => record.mutate({ key, text, evidenceKey, outcome: closing, result })}
          onCancel={() => setClosing(null)}
        />
      ) : null}
      {record.error ? (
        <p role="alert" className="step-error">
          {record.error.message}
        </p>
      ) : null}
    </li>
  );
}

type WhoProps = {
  step: NextStep;
  owners: Owner[];
  onKeep: (change: { ownerId?: number | null; due?: string | null }) => void;
};

/** Who does it and until when, both to change. */
function Who({ step, owners, onKeep }: WhoProps) {
  return (
    <div className="step-who">
      <Select
        size="xs"
        label="Owner"
        placeholder="nobody yet"
        data={withOwner(owners, step)}
        searchable
        clearable
        value={step.ownerId === null ? null : String(step.ownerId)}
        onChange={(value) => onKeep({ ownerId: value === null ? null : Number(value) })}
      />
      <TextInput
        key={step.due}
        size="xs"
        type="date"
        label="By"
        defaultValue={step.due}
        onBlur={({ currentTarget: { value } }) => {
          if (value && value !== step.due) onKeep({ due: value });
        }}
      />
    </div>
  );
}

/** The present owner is always among those to choose from, also one who holds no seat. */
function withOwner(owners: Owner[], { ownerId, ownerName }: NextStep): Owner[] {
  const value = String(ownerId);
  if (ownerId === null || owners.some((owner) => owner.value === value)) return owners;
  return [{ value, label: ownerName ?? `Person ${value}` }, ...owners];
}

type CloseProps = {
  outcome: 'done' | 'dismissed';
  busy: boolean;
  onClose: (result: string | null) => void;
  onCancel: () => void;
};

const CLOSING = {
  done: { label: 'What came of it?', act: 'Mark as done' },
  dismissed: { label: 'Why not? It stays gone until the evidence changes.', act: 'Dismiss it' },
} as const;

function CloseStep({ outcome, busy, onClose, onCancel }: CloseProps) {
  const [result, setResult] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose(result.trim() || null);
  };
  return (
    <form className="step-close" onSubmit={submit}>
      <TextInput
        size="xs"
        label={CLOSING[outcome].label}
        required={outcome === 'dismissed'}
        maxLength={500}
        autoFocus
        value={result}
        onChange={(event) => setResult(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={busy}>
        {CLOSING[outcome].act}
      </Button>
      <Button variant="subtle" size="xs" onClick={onCancel}>
        Not yet
      </Button>
    </form>
  );
}

function Past({ past }: { past: Balance['past'] }) {
  return (
    <details className="steps-past">
      <summary>Done or dismissed lately ({past.length})</summary>
      <ul>
        {past.map((step) => (
          <li key={`${step.key} ${step.changedAt}`}>
            {step.text}{' '}
            <span className="quiet">
              {step.outcome}
              {step.result ? `: ${step.result}` : ''}, {momentWord(step.changedAt)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
