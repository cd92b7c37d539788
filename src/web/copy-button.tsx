import { Button } from '@mantine/core';
import { useState } from 'react';

/** Copies a text and says that it did. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied');
    } catch {
      setSaid("The browser doesn't allow copying here: mark the text and copy it yourself.");
    }
  };
  return (
    <span className="copy">
      <Button variant="default" size="xs" onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status" className="quiet">
        {said ?? ''}
      </span>
    </span>
  );
}
