import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { ErrorState } from './states.tsx';

type AskProps = {
  title: string;
  /** What the button that does it says. */
  act: string;
  busy: boolean;
  error: Error | null;
  onSubmit: () => void;
  onDone: () => void;
  children?: ReactNode;
};

/** A small form over the page, in the browser's own dialog: Escape leaves it, and the focus returns to where it was. */
export function AskOver({ title, act, busy, error, onSubmit, onDone, children }: AskProps) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed before it is taken away: only then does the focus go back to where it was.
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  const closed = () => {
    if (!box.current?.open) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <dialog ref={box} className="ask-over" aria-labelledby={id} onClose={closed}>
      <form className="stack" onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        {children}
        {error ? <ErrorState error={error} /> : null}
        <div className="page-actions">
          <Button type="submit" loading={busy}>
            {act}
          </Button>
          <Button variant="default" onClick={onDone}>
            Leave it
          </Button>
        </div>
      </form>
    </dialog>
  );
}
