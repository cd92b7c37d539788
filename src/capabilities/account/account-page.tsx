import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAccount, useSignOut } from '../../web/account.ts';
import { useWhereabouts } from '../../web/firm.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { CodesPart } from './codes-part.tsx';
import type { OwnAccount } from './contract.ts';
import { LinkedPart } from './linked-part.tsx';
import { PasskeysPart } from './passkeys-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { SessionsPart } from './sessions-part.tsx';

/** One's own account: the ways to sign in, and where one is signed in. */
export function AccountPage() {
  const read = useAccount();
  const account = read.data?.account;
  const you = useWhereabouts().data?.you;
  const isActing = (you?.actingBy ?? null) !== null;
  return (
    <Page title="Your account" sentence={read.data ? sentenceOf(read.data) : undefined} actions={<SignOut />}>
      {read.isPending ? <Loading lines={8} /> : null}
      {read.error ? <ErrorState error={read.error} retry={() => void read.refetch()} /> : null}
      {you?.secondFactorMissing ? (
        <div className="notice" role="status">
          <p className="notice-title">This firm asks everyone for a second step at sign-in.</p>
          <p>Set up codes below, or sign in with a passkey or by single sign-on. Then everything else opens.</p>
        </div>
      ) : null}
      {account && isActing ? <p>Only the person themselves changes how they sign in, not who acts for them.</p> : null}
      {account && !isActing ? (
        <>
          <PasswordPart account={account} />
          <CodesPart account={account} />
          <PasskeysPart account={account} isPossible={read.data?.passkeysPossible === true} />
          <LinkedPart account={account} />
        </>
      ) : null}
      {you?.personId != null && you.standing !== 'wallboard' ? (
        <p>
          What is sent to you, and when: <Go to="/delivery">morning message and reminders</Go>.
        </p>
      ) : null}
      {read.data ? <SessionsPart sessions={read.data.sessions} mayEnd={!isActing} /> : null}
    </Page>
  );
}

function sentenceOf({ account }: OwnAccount): string {
  if (account) return `${account.name}, ${account.email}`;
  return 'You came in by the address that Evenkeel printed: you hold the server and need no account.';
}

function SignOut() {
  const signOut = useSignOut();
  const [error, setError] = useState<Error | null>(null);
  return (
    <>
      <Button variant="default" onClick={() => void signOut().catch(setError)}>
        Sign out
      </Button>
      {error ? <ErrorState error={error} /> : null}
    </>
  );
}
