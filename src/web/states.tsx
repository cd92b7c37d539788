import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Declined } from './client.ts';

/** Stands in while something is read: a few quiet lines, announced once. */
export function Loading({ lines = 4 }: { lines?: number }) {
  return (
    <div className="loading" role="status">
      <span className="only-heard">Loading…</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines that never move
        <div key={line} className="loading-line" />
      ))}
    </div>
  );
}

/** The server's sentence, where it was, and a way to try again. */
export function ErrorState({ error, retry }: { error: Error; retry?: () => void }) {
  const known = error instanceof Declined;
  return (
    <div className="notice notice-error" role="alert">
      <p>{known ? error.message : 'Something went wrong on this page. Reload it; if it stays, the log says more.'}</p>
      {known ? <Where details={error.details} /> : null}
      {retry ? (
        <Button variant="default" size="xs" onClick={retry}>
          Try again
        </Button>
      ) : null}
    </div>
  );
}

const WHERE = ['file', 'line', 'column', 'field'] as const;

function Where({ details }: { details: Record<string, unknown> }) {
  const parts = WHERE.filter((part) => details[part] !== undefined).map((part) => `${part} ${String(details[part])}`);
  return parts.length > 0 ? <p className="quiet">{parts.join(', ')}</p> : null;
}

/** Nothing here yet: what would be here, and the one thing to do. */
export function Empty({ title, text, action }: { title: string; text: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice">
      <p className="notice-title">{title}</p>
      <p className="quiet">{text}</p>
      {action}
    </div>
  );
}
