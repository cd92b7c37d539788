import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction, useOperation } from '../../web/client.ts';
import { CopyButton } from '../../web/copy-button.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { momentWord } from '../../web/words.ts';
import { endLearningKey, type Keys, listLearningKeys, makeLearningKey } from './contract.ts';

/** Keys with which a learning system reports completions, and nothing else. */
export function KeysPart() {
  const read = useOperation(listLearningKeys, {});
  return (
    <Section
      title="From a learning system"
      note="Systems that speak xAPI (1.0.3 or 2.0) send statements with a key of their own. It reports completions and opens nothing else."
    >
      {read.error ? <ErrorState error={read.error} /> : null}
      {read.data ? <Inside keys={read.data} /> : null}
    </Section>
  );
}

function Inside({ keys }: { keys: Keys }) {
  const [label, setLabel] = useState('');
  const make = useAction(makeLearningKey, { invalidates: [listLearningKeys] });
  const end = useAction(endLearningKey, { invalidates: [listLearningKeys] });
  const endpoint = `${window.location.origin}${keys.path}`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ label }, { onSuccess: () => setLabel('') });
  };
  return (
    <>
      {keys.keys.length > 0 ? (
        <ul className="list">
          {keys.keys.map(({ tokenId, label: name, usedAt, endedAt }) => (
            <li key={tokenId}>
              {name}{' '}
              <span className="quiet">
                {endedAt !== null
                  ? `ended ${momentWord(endedAt)}`
                  : usedAt === null
                    ? 'not used yet'
                    : `last used ${momentWord(usedAt)}`}
              </span>{' '}
              {endedAt === null ? (
                <button type="button" className="text-button" onClick={() => end.mutate({ tokenId })}>
                  End it<span className="only-heard"> {name}</span>
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <form className="course-key" onSubmit={submit}>
        <TextInput
          label="For which system"
          required
          maxLength={60}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={make.isPending}>
          Make a key
        </Button>
      </form>
      {make.error ? <ErrorState error={make.error} /> : null}
      {end.error ? <ErrorState error={end.error} /> : null}
      {make.data ? (
        <div className="notice" role="status">
          <p className="notice-title">Copy the key now: it is shown this once.</p>
          <p>
            Endpoint: <code className="course-code">{endpoint}</code>
          </p>
          <p>
            Password (any user name): <code className="course-code">{make.data.key}</code>
          </p>
          <CopyButton text={make.data.key} label="Copy the key" />
        </div>
      ) : null}
    </>
  );
}
