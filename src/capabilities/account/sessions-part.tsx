import { Button } from '@mantine/core';
import { useRewrite } from '../../web/client.ts';
import { Section } from '../../web/section.tsx';
import { ErrorState } from '../../web/states.tsx';
import { momentWord } from '../../web/words.ts';
import { endOtherSessions, endSession, type OwnAccount, readAccount } from './contract.ts';

type Session = OwnAccount['sessions'][number];

const METHOD_WORDS: Record<Session['method'], string> = {
  address: 'by the printed address',
  password: 'with the password',
  passkey: 'with a passkey',
  provider: 'by single sign-on',
  acting: 'from the server, in your name',
};

/** Where one is signed in; each can be ended from here. */
export function SessionsPart({ sessions, mayEnd }: { sessions: Session[]; mayEnd: boolean }) {
  const end = useRewrite(endSession, readAccount);
  const endOthers = useRewrite(endOtherSessions, readAccount);
  const others = sessions.filter(({ here }) => !here);
  return (
    <Section
      title="Where you are signed in"
      note="End what you don't recognise, and change your password then."
      actions={
        mayEnd && others.length > 1 ? (
          <Button variant="default" size="xs" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>
            End all others
          </Button>
        ) : null
      }
    >
      {end.error ? <ErrorState error={end.error} /> : null}
      {endOthers.error ? <ErrorState error={endOthers.error} /> : null}
      <ul className="account-rows">
        {sessions.map((session) => (
          <li key={session.sessionId} className="account-row">
            <span>
              <strong>{session.browser ?? 'A browser'}</strong>
              {session.here ? <span className="mark-here">this one</span> : null}
              <span className="quiet">{factsOf(session)}</span>
            </span>
            {session.here || !mayEnd ? null : (
              <Button
                variant="default"
                size="xs"
                aria-label={`End the session of ${session.browser ?? 'a browser'}, last seen ${momentWord(session.seenAt)}`}
                loading={end.isPending && end.variables.sessionId === session.sessionId}
                onClick={() => end.mutate({ sessionId: session.sessionId })}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function factsOf({ method, createdAt, seenAt, ip, here }: Session): string {
  const from = ip ? ` from ${ip}` : '';
  const seen = here ? '' : `, last seen ${momentWord(seenAt)}`;
  return `Since ${momentWord(createdAt)} ${METHOD_WORDS[method]}${from}${seen}`;
}
