import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { ROLE_NAMES, type Role } from '../../base/roles.ts';
import { call } from '../../web/client.ts';
import { CopyButton } from '../../web/copy-button.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { invite, listMembers, type Members } from './contract.ts';
import { ROLE_CHOICES } from './role-words.ts';

type Sent = { email: string; link: string; mailed: boolean };

/** Asking somebody in: who, as what; then the link, once. */
export function InvitePart({ members }: { members: Members }) {
  const isFirst = members.members.length === 0 && members.invited.length === 0;
  const [isOpen, setOpen] = useState(isFirst);
  const [sent, setSent] = useState<Sent | null>(null);
  const done = (made: Sent | null) => {
    setOpen(false);
    setSent(made);
  };
  return (
    <Section
      title="Invite somebody"
      actions={isOpen ? null : <Button onClick={() => setOpen(true)}>{sent ? 'Invite another' : 'Invite'}</Button>}
    >
      {sent && !isOpen ? <Link {...sent} /> : null}
      {isOpen ? <InviteForm members={members} first={isFirst ? 'owner' : 'technician'} onDone={done} /> : null}
      {!isOpen && !sent ? <p className="quiet">They make their account by a link that works once.</p> : null}
    </Section>
  );
}

function Link({ email, link, mailed }: Sent) {
  return (
    <div className="notice invite-link" role="status">
      <p>
        {mailed
          ? `The link is on its way to ${email} by mail. You can also pass it on yourself; it is shown only now.`
          : `Pass this link on to ${email} yourself. It works once and is shown only now.`}
      </p>
      <code className="invite-address">{link}</code>
      <CopyButton text={link} label="Copy the link" />
    </div>
  );
}

type FormProps = { members: Members; first: Role; onDone: (sent: Sent | null) => void };

function InviteForm({ members, first, onDone }: FormProps) {
  const [personId, setPersonId] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>(first);
  const queries = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      call(invite, { email, role, personId: personId === '' || role === 'wallboard' ? null : Number(personId) }),
    onSuccess: ({ members: after, link, mailed }) => {
      queries.setQueryData([listMembers.id, {}], after);
      onDone({ email, link, mailed });
    },
  });
  const choosePerson = (value: string) => {
    setPersonId(value);
    const known = members.without.find((person) => String(person.personId) === value)?.email;
    if (known) setEmail(known);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <form className="stack account-form" onSubmit={submit}>
      <RoleChoice role={role} onChange={setRole} />
      {role === 'wallboard' ? null : (
        <NativeSelect
          label="Which person they are"
          description="So that they see what is theirs."
          data={[
            { value: '', label: 'none of the people here' },
            ...members.without.map((person) => ({ value: String(person.personId), label: person.name })),
          ]}
          value={personId}
          onChange={(event) => choosePerson(event.currentTarget.value)}
        />
      )}
      <TextInput
        label="Email address"
        description={role === 'wallboard' ? 'Names the screen in the list, such as screen@your-firm.com.' : undefined}
        type="email"
        required
        withAsterisk={false}
        maxLength={320}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {ask.error ? <ErrorState error={ask.error} /> : null}
      <div className="page-actions">
        <Button type="submit" loading={ask.isPending}>
          {members.mail ? 'Send the invitation' : 'Make the link'}
        </Button>
        <Button variant="default" onClick={() => onDone(null)}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

/** The roles, each with what it means. */
export function RoleChoice({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const name = useId();
  return (
    <fieldset className="role-choice">
      <legend>As what</legend>
      {ROLE_CHOICES.map((choice) => (
        <label key={choice.role}>
          <input type="radio" name={name} checked={role === choice.role} onChange={() => onChange(choice.role)} />
          <span>
            <strong>{ROLE_NAMES[choice.role]}</strong>
            <span className="quiet">{choice.sentence}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
