import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { AskOver } from '../../web/ask.tsx';
import { useRewrite } from '../../web/client.ts';
import { changeMember, endMemberSessions, listMembers, type Member, type Members, removeMember } from './contract.ts';
import { RoleChoice } from './invite-form.tsx';

type Props = { member: Member; members: Members; onDone: () => void };

/** A member's role and which person they are; or the end of their membership. */
export function ChangeMember({ member, members, onDone }: Props) {
  const [role, setRole] = useState(member.role);
  const [personId, setPersonId] = useState(member.person ? String(member.person.personId) : '');
  const [isLeaving, setLeaving] = useState(false);
  const change = useRewrite(changeMember, listMembers);
  const end = useRewrite(endMemberSessions, listMembers);
  const { accountId, name } = member;
  if (isLeaving) return <RemoveMember member={member} onDone={onDone} />;
  const people = member.person ? [member.person, ...members.without] : members.without;
  const save = () =>
    change.mutate({ accountId, role, personId: personId === '' ? null : Number(personId) }, { onSuccess: onDone });
  return (
    <AskOver
      title={`Change ${name}`}
      act="Save"
      busy={change.isPending}
      error={change.error ?? end.error}
      onSubmit={save}
      onDone={onDone}
    >
      <RoleChoice role={role} onChange={setRole} />
      <NativeSelect
        label="Which person they are"
        data={[
          { value: '', label: 'none of the people here' },
          ...people.map((person) => ({ value: String(person.personId), label: person.name })),
        ]}
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
      />
      <button
        type="button"
        className="text-button align-start"
        disabled={end.isPending}
        onClick={() => end.mutate({ accountId }, { onSuccess: onDone })}
      >
        End {member.you ? 'your other' : 'their'} sessions: a device was lost
      </button>
      <button type="button" className="text-button align-start" onClick={() => setLeaving(true)}>
        Remove {name} from this firm…
      </button>
    </AskOver>
  );
}

function RemoveMember({ member, onDone }: { member: Member; onDone: () => void }) {
  const remove = useRewrite(removeMember, listMembers);
  return (
    <AskOver
      title={`Remove ${member.name} from this firm?`}
      act="Remove"
      busy={remove.isPending}
      error={remove.error}
      onSubmit={() => remove.mutate({ accountId: member.accountId }, { onSuccess: onDone })}
      onDone={onDone}
    >
      <p>
        {member.you ? 'You' : member.name} can no longer open it, at once. What is held about the person stays. An
        account that belongs to no other firm is deleted; a new invitation makes a new one.
      </p>
    </AskOver>
  );
}
