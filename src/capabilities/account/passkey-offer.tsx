import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useAccount } from '../../web/account.ts';
import { Page } from '../../web/page.tsx';
import { passkeysKnown } from '../../web/passkey.ts';
import { ErrorState, Loading } from '../../web/states.tsx';
import { useNewPasskey } from './new-passkey.tsx';

type Props = { password: string; onDone: () => void };

/** Right after the account is made: next time without the password, where this address and this browser can. */
export function PasskeyOffer({ password, onDone }: Props) {
  const account = useAccount();
  const make = useNewPasskey();
  const isPossible = account.data?.passkeysPossible === true && passkeysKnown();
  const isPointless = account.isError || (account.data !== undefined && !isPossible);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it turns out that there is nothing to offer
  useEffect(() => {
    if (isPointless) onDone();
  }, [isPointless]);
  if (!isPossible) return <Page title="Your account is made">{<Loading />}</Page>;
  return (
    <Page
      title="Your account is made"
      sentence="Next time you can sign in with a passkey: your fingerprint, your face or the PIN of this device, instead of the password."
    >
      <div className="stack">
        {make.error ? <ErrorState error={make.error} /> : null}
        <div className="page-actions">
          <Button
            loading={make.isPending}
            onClick={() => make.mutate({ password, name: 'My first passkey' }, { onSuccess: onDone })}
          >
            Make a passkey
          </Button>
          <Button variant="default" onClick={onDone}>
            Not now
          </Button>
        </div>
        <p className="quiet">You can do this any time under Your account.</p>
      </div>
    </Page>
  );
}
