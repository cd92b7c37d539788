import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useFirmChange, useWhereabouts } from '../../web/firm.ts';
import { Go } from '../../web/link.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { useMayOpen } from '../../web/you.tsx';
import { openFirm, removeSample } from './contract.ts';

const Doors = lazy(async () => {
  const { Doors } = await import('./doors.tsx');
  return { default: Doors };
});

/** Where everyone starts: try a sample, bring your people, bring tickets. */
export function WelcomePage() {
  return (
    <Suspense fallback={<Loading lines={6} />}>
      <Doors />
    </Suspense>
  );
}

/** Says on every page that this firm is made up, and how to be rid of it. */
export function SampleStrip() {
  const { data } = useWhereabouts();
  const remove = useFirmChange(removeSample);
  const navigate = useNavigate();
  const mayBegin = useMayOpen()('/welcome');
  if (!data?.firm?.sample) return null;
  const { orgId, name } = data.firm;
  return (
    <aside className="sample-strip" aria-label="Sample firm">
      <p>
        <strong>Sample firm: {name}.</strong> Nothing here is real.
      </p>
      {mayBegin ? (
        <>
          <Go to="/welcome">Start with my own</Go>
          <button
            type="button"
            className="text-button"
            disabled={remove.isPending}
            onClick={() => remove.mutate({ orgId }, { onSuccess: () => void navigate({ to: '/' }) })}
          >
            {remove.isPending ? 'Removing…' : 'Remove sample'}
          </button>
        </>
      ) : null}
      {remove.error ? <ErrorState error={remove.error} /> : null}
    </aside>
  );
}

/** Which firm to work in; a way to another. */
export function FirmMenu({ onDone }: { onDone: () => void }) {
  const { data } = useWhereabouts();
  const open = useFirmChange(openFirm);
  const navigate = useNavigate();
  const mayBegin = useMayOpen()('/welcome');
  if (!data || (data.firms.length < 2 && !mayBegin)) return null;
  const go = (orgId: number) => {
    onDone();
    if (orgId === data.firm?.orgId) return;
    open.mutate({ orgId }, { onSuccess: () => void navigate({ to: '/' }) });
  };
  return (
    <fieldset className="gear-choice">
      <legend>Firm</legend>
      {data.firms.map(({ orgId, name, sample }) => (
        <label key={orgId}>
          <input type="radio" name="firm" checked={orgId === data.firm?.orgId} onChange={() => go(orgId)} />
          {sample ? `${name} (sample)` : name}
        </label>
      ))}
      {open.error ? <ErrorState error={open.error} /> : null}
      {mayBegin ? (
        <Go to="/welcome" className="link gear-firm">
          Another firm or a sample…
        </Go>
      ) : null}
    </fieldset>
  );
}
