import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAccount, useEnter } from '../../web/account.ts';
import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { onwardOf } from '../../web/onward.ts';
import { Page } from '../../web/page.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { CodeStep } from './code-step.tsx';
import { type Entered, readDoor } from './contract.ts';
import { problemSentence } from './problem-words.ts';
import { PasskeyButton, PasswordForm, ProviderButtons } from './sign-in-ways.tsx';

type Search = { next?: string; problem?: string; entered?: string };

/** The way in: a provider, a passkey, or address and password with a code where one is set up. */
export function SignInPage() {
  const { next, problem, entered }: Search = useSearch({ strict: false });
  const door = useOperation(readDoor, {});
  const onward = onwardOf(next, location.origin);
  const said = entered === 'no' ? problemSentence('spent') : problem ? problemSentence(problem) : null;
  if (door.data?.fresh) return <FirstDay spent={entered === 'no'} />;
  return (
    <Page title="Sign in">
      <div className="sign-in">
        {said ? (
          <div className="notice notice-error" role="alert">
            <p>{said}</p>
          </div>
        ) : null}
        {door.isPending ? <Loading /> : null}
        {door.error ? <ErrorState error={door.error} retry={() => void door.refetch()} /> : null}
        {door.data ? <Ways door={door.data} onward={onward} /> : null}
      </div>
    </Page>
  );
}

type Door = { providers: { providerId: number; label: string }[]; passkeys: boolean };

function Ways({ door, onward }: { door: Door; onward: string }) {
  const [challenge, setChallenge] = useState<string | null>(null);
  const enter = useEnter(onward);
  const onEntered = (entered: Entered) => {
    if (entered.state === 'in') void enter();
    else setChallenge(entered.challenge);
  };
  if (challenge !== null)
    return <CodeStep challenge={challenge} onEntered={onEntered} onBack={() => setChallenge(null)} />;
  const isMore = door.providers.length > 0 || door.passkeys;
  return (
    <>
      <Already onward={onward} />
      {isMore ? (
        <div className="sign-in-ways">
          <ProviderButtons providers={door.providers} verb="Sign in with" onward={onward} />
          {door.passkeys ? <PasskeyButton onEntered={onEntered} /> : null}
          <p className="sign-in-or quiet">or with your password</p>
        </div>
      ) : null}
      <PasswordForm onEntered={onEntered} />
      <p className="quiet">No account yet? Ask whoever runs Evenkeel in your firm to invite you.</p>
    </>
  );
}

/** Somebody is signed in in this browser: no need to do it again. */
function Already({ onward }: { onward: string }) {
  const { data } = useAccount();
  if (!data) return null;
  return (
    <p className="notice">
      <span>
        You are signed in{data.account ? ` as ${data.account.name}` : ''} already. <Go to={onward}>Go on</Go>
      </span>
    </p>
  );
}

/** Nobody has an account yet: on a single-user start the printed address signs in. */
function FirstDay({ spent }: { spent: boolean }) {
  const late = spent ? 'That address has been used or has expired. ' : '';
  return (
    <Page
      title="Not signed in"
      sentence={`${late}Evenkeel printed an address when it started. Open that address: it signs you in.`}
    >
      <p className="quiet">
        Lost it? Stop Evenkeel where it runs (Ctrl+C) and run <code>npm start</code> again: it prints a new one.
      </p>
    </Page>
  );
}
