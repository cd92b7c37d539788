import { useSearch } from '@tanstack/react-router';
import { Mark } from './icons.tsx';
import { Go } from './link.tsx';
import { Page } from './page.tsx';
import { ErrorState } from './states.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Page title="Nothing here" sentence="This address leads nowhere.">
      <p>
        <Go to="/">Back to the balance</Go>
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

/** Nobody is signed in: on a single-user start the address printed in the shell signs in. */
export function SignIn() {
  const search: { entered?: string } = useSearch({ strict: false });
  const late = search.entered === 'no' ? 'That address has been used or has expired. ' : '';
  return (
    <main className="shell-alone">
      <p className="brand">
        <Mark /> Evenkeel
      </p>
      <Page
        title="Not signed in"
        sentence={`${late}Evenkeel printed an address when it started. Open that address: it signs you in.`}
      >
        <p className="quiet">
          Lost it? Stop Evenkeel where it runs (Ctrl+C) and run <code>npm start</code> again: it prints a new one.
        </p>
      </Page>
    </main>
  );
}
