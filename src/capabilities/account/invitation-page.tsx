import { Button, TextInput } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ROLE_NAMES } from '../../base/roles.ts';
import { useEnter } from '../../web/account.ts';
import { useAction, useOperation } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { CodeStep } from './code-step.tsx';
import { acceptInvitation, type Entered, readDoor, readInvitation } from './contract.ts';
import { JoinForm } from './join-form.tsx';
import { PasskeyOffer } from './passkey-offer.tsx';
import { PASSWORD_ADVICE, PasswordField } from './password-field.tsx';
import { ROLE_SENTENCES } from './role-words.ts';
import { ProviderButtons } from './sign-in-ways.tsx';

type Invitation = NonNullable<(typeof readInvitation)['output']>;

/** Who invites one to which firm as what, and the way to say yes. The secret is behind the #, so no server's log holds it. */
export function InvitationPage() {
  const token = useLocation({ select: ({ hash }) => hash });
  if (token.length < 20) return <Broken />;
  return <Invitation key={token} token={token} />;
}

function Broken() {
  return (
    <Page
      title="This address is not complete"
      sentence="The end of the invitation's address is missing. Copy all of it into the address bar, or ask for a new one."
    />
  );
}

function Invitation({ token }: { token: string }) {
  const invitation = useOperation(readInvitation, { token });
  const [password, setPassword] = useState<string | null>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  const enter = useEnter('/');
  if (password !== null) return <PasskeyOffer password={password} onDone={() => void enter()} />;
  if (invitation.error)
    return (
      <Page title="This invitation doesn't work">
        <ErrorState error={invitation.error} />
      </Page>
    );
  if (!invitation.data) return <Page title="An invitation">{<Loading />}</Page>;
  const { firmName, role, invitedBy, email, hasAccount } = invitation.data;
  const onEntered = (entered: Entered, made?: string) => {
    if (entered.state === 'code-needed') setChallenge(entered.challenge);
    else if (made) setPassword(made);
    else void enter();
  };
  return (
    <Page
      title={role === 'wallboard' ? `Wallboard of ${firmName}` : `Welcome to ${firmName}`}
      sentence={`${invitedBy} invites ${email} as ${ROLE_NAMES[role]}.`}
    >
      <p className="quiet measure">
        {ROLE_NAMES[role]}: {ROLE_SENTENCES[role]}
      </p>
      <div className="sign-in">
        {challenge !== null ? (
          <CodeStep challenge={challenge} onEntered={onEntered} onBack={() => setChallenge(null)} />
        ) : role === 'wallboard' ? (
          <Wallboard token={token} onEntered={onEntered} />
        ) : hasAccount ? (
          <JoinForm token={token} email={email} onEntered={onEntered} />
        ) : (
          <NewAccount token={token} invitation={invitation.data} onEntered={onEntered} />
        )}
      </div>
    </Page>
  );
}

type Accepting = { token: string; onEntered: (entered: Entered, password?: string) => void };

/** A screen on a wall has no account: whoever opens the link on it says yes. */
function Wallboard({ token, onEntered }: Accepting) {
  const accept = useAction(acceptInvitation, { invalidates: [] });
  return (
    <div className="stack">
      <Button loading={accept.isPending} onClick={() => accept.mutate({ token }, { onSuccess: (e) => onEntered(e) })}>
        Show the wallboard here
      </Button>
      {accept.error ? <ErrorState error={accept.error} /> : null}
    </div>
  );
}

function NewAccount({ token, invitation, onEntered }: Accepting & { invitation: Invitation }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const door = useOperation(readDoor, {});
  const accept = useAction(acceptInvitation, { invalidates: [] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate({ token, name, password }, { onSuccess: (entered) => onEntered(entered, password) });
  };
  const providers = door.data?.providers ?? [];
  return (
    <>
      {providers.length > 0 ? (
        <div className="sign-in-ways">
          <ProviderButtons providers={providers} verb="Go on with" invitation={token} onward="/" />
          <p className="sign-in-or quiet">or with a password of your own</p>
        </div>
      ) : null}
      <form className="stack" onSubmit={submit}>
        <TextInput
          label="Your name"
          autoComplete="name"
          required
          withAsterisk={false}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {/* Read by password managers, so that they keep the address with the password. */}
        <input type="email" autoComplete="username" value={invitation.email} readOnly hidden />
        <PasswordField
          label="Password"
          kind="new-password"
          description={PASSWORD_ADVICE}
          value={password}
          onChange={setPassword}
        />
        {accept.error ? <ErrorState error={accept.error} /> : null}
        <Button type="submit" loading={accept.isPending}>
          Make my account
        </Button>
      </form>
    </>
  );
}
