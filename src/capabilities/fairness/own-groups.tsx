import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useAction, useOperation } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { ATTRIBUTE_WORDS, ATTRIBUTES, type Attribute } from './attributes.ts';
import { readOwnGroups, saveOwnGroup } from './contract.ts';
import './fairness.css';

/** What a person says about their own groups, for the fairness audit alone. All of it is optional. */
export function OwnGroupsPage() {
  const read = useOperation(readOwnGroups, {});
  return (
    <Page
      title="Your groups"
      sentence="You need not say any of this. It serves one thing: HR compares whether groups are named and chosen at like rates. Nobody else can read it, and our advice never does."
    >
      {read.isPending ? <Loading /> : null}
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? (
        <div className="stack-wide">
          {ATTRIBUTES.map((attribute) => (
            <OwnGroup key={attribute} attribute={attribute} group={read.data.groups[attribute]} />
          ))}
        </div>
      ) : null}
    </Page>
  );
}

function OwnGroup({ attribute, group }: { attribute: Attribute; group: string | null }) {
  const [text, setText] = useState(group ?? '');
  const save = useAction(saveOwnGroup, { invalidates: [readOwnGroups] });
  const list = useId();
  const { title, offered } = ATTRIBUTE_WORDS[attribute];
  const keep = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ attribute, group: text.trim() });
  };
  const takeBack = () => save.mutate({ attribute, group: null }, { onSuccess: () => setText('') });
  return (
    <form className="own-group" onSubmit={keep}>
      <TextInput
        label={title}
        list={list}
        autoComplete="off"
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={list}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Button
        type="submit"
        variant="default"
        aria-label={`Keep: ${title}`}
        disabled={text.trim() === '' || text.trim() === group}
        loading={save.isPending}
      >
        Keep
      </Button>
      {group === null ? null : (
        <Button variant="subtle" aria-label={`Take back: ${title}`} onClick={takeBack}>
          Take back
        </Button>
      )}
      <p role="status" className="quiet">
        {save.data ? (group === null ? 'Taken back.' : 'Kept.') : ''}
      </p>
      {save.error ? <ErrorState error={save.error} /> : null}
    </form>
  );
}
