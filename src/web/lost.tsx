import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ROLE_NAMES } from '../base/roles.ts';
import { Go } from './link.tsx';
import { Page } from './page.tsx';
import { ErrorState } from './states.tsx';
import { useYou } from './you.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page title="Nothing here" sentence="This address leads nowhere.">
      <p>
        <Go to="/">Back to the beginning</Go>
      </p>
    </Page>
  );
}

/** A page that broke: never a blank screen. */
export function PageError({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <Page title="This page didn't work">
      <ErrorState error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
    </Page>
  );
}

/** A page that is not part of one's role: said in a sentence, with a way on. */
export function NotForYou({ home }: { home: string }) {
  const { standing } = useYou();
  const role = standing === null || standing === 'operator' || standing === 'engine' ? null : ROLE_NAMES[standing];
  return (
    <Page
      title="Not part of your role"
      sentence={`${role ? `You are here as ${role}, and this page isn't part of that.` : "This page isn't part of your role."} If you need it, ask the owner.`}
    >
      <p>
        <Go to={home}>Back to the beginning</Go>
      </p>
    </Page>
  );
}

/** Signed in, but in no firm any more. */
export function NoFirm() {
  return (
    <Page
      title="You are in no firm"
      sentence="Your account is not a member of any firm here. If it should be, ask for an invitation and open its link."
    >
      <p>
        <Go to="/account">Your account</Go>
      </p>
    </Page>
  );
}

/** Nobody is signed in: leads to the sign-in page and remembers what was wanted. */
export function ToSignIn() {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    const { pathname, search, searchStr } = router.state.location;
    // On the way there already, while its page loads: what was wanted before must not be overwritten by that way.
    if (pathname === '/sign-in') return;
    const { entered, problem } = search as { entered?: string; problem?: string };
    const next = pathname === '/' ? undefined : pathname + searchStr;
    void navigate({ to: '/sign-in', search: { next, entered, problem }, replace: true });
  }, [navigate, router]);
  return null;
}
