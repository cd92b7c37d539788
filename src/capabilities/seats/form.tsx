import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';

type AskProps = {
  title: string;
  /** What the button that does it says. */
  act: string;
  busy: boolean;
  error: Error | null;
  onSubmit: () => void;
  onDone: () => void;
  children: ReactNode;
};

/** A small form over the page: what is asked, why it was refused, one button that does it. */
export function Ask({ title, act, busy, error, onSubmit, onDone, children }: AskProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal opened onClose={onDone} title={title} centered closeButtonProps={{ 'aria-label': 'Close this form' }}>
      <form className="ask" onSubmit={submit}>
        {children}
        {error ? (
          <p role="alert" className="ask-error">
            {error.message}
          </p>
        ) : null}
        <div className="ask-buttons">
          <Button type="submit" loading={busy}>
            {act}
          </Button>
          <Button variant="default" onClick={onDone}>
            Not now
          </Button>
        </div>
      </form>
    </Modal>
  );
}
