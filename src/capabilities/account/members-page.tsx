import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { ROLE_NAMES } from '../../base/roles.ts';
import { useOperation, useRewrite } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { Section } from '../../web/section.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { type Column, DataTable } from '../../web/table.tsx';
import { momentWord, plural } from '../../web/words.ts';
import { ChangeMember } from './change-member.tsx';
import {
  type Invited,
  listMembers,
  type Member,
  type Members,
  requireSecondFactor,
  withdrawInvitation,
} from './contract.ts';
import { InvitePart } from './invite-form.tsx';
import { useKeepsMembers } from './keeps-members.tsx';

/** Who may sign in here, as what, and as which person; who was asked in. */
export function MembersPage() {
  const read = useOperation(listMembers, {});
  return (
    <Page title="Members" sentence={read.data ? summary(read.data) : undefined}>
      {read.isPending ? <Loading lines={8} /> : null}
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Lists members={read.data} /> : null}
    </Page>
  );
}

function summary({ members, invited }: Members): string {
  if (members.length === 0 && invited.length === 0)
    return 'Nobody has an account yet: whoever holds the server comes in by the printed address. Invite an owner first.';
  const open = invited.length === 0 ? 'no invitation is open' : `${plural(invited.length, 'invitation')} open`;
  return `${plural(members.length, 'member')}; ${open}. What each role sees is the same for everyone who has it.`;
}

function Lists({ members }: { members: Members }) {
  const keeps = useKeepsMembers();
  const [chosen, setChosen] = useState<Member | null>(null);
  const change: Column<Member> = {
    key: 'change',
    title: 'Change',
    acts: true,
    value: () => null,
    cell: (member) => (
      <button
        type="button"
        className="text-button"
        aria-label={`Change ${member.name}`}
        onClick={() => setChosen(member)}
      >
        Change
      </button>
    ),
  };
  return (
    <>
      {keeps ? <InvitePart members={members} /> : null}
      {members.invited.length > 0 ? <InvitedPart invited={members.invited} keeps={keeps} /> : null}
      {members.members.length > 0 ? (
        <Section title="Who may sign in">
          <DataTable
            caption="Members"
            quietCaption
            columns={keeps ? [...COLUMNS, change] : COLUMNS}
            rows={members.members}
            rowKey={({ accountId }) => accountId}
            filterable={members.members.length > 10}
            copyable
          />
        </Section>
      ) : null}
      {keeps ? <SecondFactorPart required={members.secondFactorRequired} /> : null}
      {chosen ? <ChangeMember member={chosen} members={members} onDone={() => setChosen(null)} /> : null}
    </>
  );
}

function SecondFactorPart({ required }: { required: boolean }) {
  const change = useRewrite(requireSecondFactor, listMembers);
  return (
    <Section title="Second step">
      <Checkbox
        // At once as it was clicked, not only when the server has answered.
        checked={change.isPending ? change.variables.required : required}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ required: event.currentTarget.checked })}
        label="Everyone signs in with a second step"
        description="Codes of an app beside the password, a passkey, or single sign-on. Whoever has none sees only their own account until they set one up."
      />
      {change.error ? <ErrorState error={change.error} /> : null}
    </Section>
  );
}

const COLUMNS: Column<Member>[] = [
  {
    key: 'name',
    title: 'Name',
    heads: true,
    value: ({ name }) => name,
    cell: ({ name, email, you }) => (
      <span className="member-name">
        {name}
        {you ? <span className="mark-here">you</span> : null}
        <span className="quiet">{email}</span>
      </span>
    ),
  },
  { key: 'role', title: 'Role', value: ({ role }) => ROLE_NAMES[role] },
  { key: 'person', title: 'Which person', value: ({ person }) => person?.name ?? null },
  { key: 'second', title: 'Second step', value: ({ secondFactor }) => (secondFactor ? 'yes' : 'no') },
  {
    key: 'seen',
    title: 'Last here',
    value: ({ seenAt }) => seenAt,
    cell: ({ seenAt }) => <span className="nowrap">{seenAt === null ? 'not yet' : momentWord(seenAt)}</span>,
  },
];

const INVITED: Column<Invited>[] = [
  { key: 'email', title: 'Address', heads: true, value: ({ email }) => email },
  { key: 'role', title: 'Role', value: ({ role }) => ROLE_NAMES[role] },
  { key: 'person', title: 'Which person', value: ({ person }) => person?.name ?? null },
  {
    key: 'until',
    title: 'Good until',
    value: ({ expiresAt }) => expiresAt,
    cell: ({ expiresAt }) => <span className="nowrap">{momentWord(expiresAt)}</span>,
  },
];

function InvitedPart({ invited, keeps }: { invited: Invited[]; keeps: boolean }) {
  const withdraw = useRewrite(withdrawInvitation, listMembers);
  const act: Column<Invited> = {
    key: 'withdraw',
    title: 'Withdraw',
    acts: true,
    value: () => null,
    cell: ({ invitationId, email }) => (
      <button
        type="button"
        className="text-button"
        aria-label={`Withdraw the invitation of ${email}`}
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate({ invitationId })}
      >
        Withdraw
      </button>
    ),
  };
  return (
    <Section title="Invited">
      {withdraw.error ? <ErrorState error={withdraw.error} /> : null}
      <DataTable
        caption="Open invitations"
        quietCaption
        columns={keeps ? [...INVITED, act] : INVITED}
        rows={invited}
        rowKey={({ invitationId }) => invitationId}
      />
    </Section>
  );
}
