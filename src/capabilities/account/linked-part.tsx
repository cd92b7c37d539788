import { useOperation } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { momentWord } from '../../web/words.ts';
import { type OwnAccount, readDoor } from './contract.ts';
import { ProviderButtons } from './sign-in-ways.tsx';

type Props = { identities: NonNullable<OwnAccount['account']>['identities'] };

/** Providers that know this account, and those that could. */
export function LinkedPart({ identities }: Props) {
  const door = useOperation(readDoor, {});
  const linked = new Set(identities.map(({ label }) => label));
  const others = (door.data?.providers ?? []).filter(({ label }) => !linked.has(label));
  if (identities.length === 0 && others.length === 0) return null;
  return (
    <Section title="Single sign-on" note="Sign in with the account you have at work already.">
      <ul className="account-rows">
        {identities.map(({ issuer, label, linkedAt }) => (
          <li key={issuer} className="account-row">
            <span>
              <strong>{label ?? issuer}</strong>
              <span className="quiet">since {momentWord(linkedAt)}</span>
            </span>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <div className="sign-in-ways account-form">
          <ProviderButtons providers={others} verb="Link" onward="/account" />
        </div>
      ) : null}
    </Section>
  );
}
