import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../web/client.ts';
import { ErrorState } from '../../web/states.tsx';
import { exportAboutMe } from './contract.ts';

/** Everything as a file: one to read and print, one for programs. */
export function ExportButtons({ personId }: { personId: number | undefined }) {
  const [busy, setBusy] = useState<'json' | 'html' | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const save = async (format: 'json' | 'html') => {
    setBusy(format);
    setError(null);
    try {
      handOver(await call(exportAboutMe, { format, personId }));
    } catch (cause) {
      setError(cause as Error);
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      <Button variant="default" size="sm" loading={busy === 'html'} onClick={() => void save('html')}>
        Save to read
      </Button>
      <Button variant="default" size="sm" loading={busy === 'json'} onClick={() => void save('json')}>
        Save as JSON
      </Button>
      {error ? <ErrorState error={error} /> : null}
    </>
  );
}

/** Makes the browser keep a text as a file. */
function handOver({ fileName, mediaType, text }: { fileName: string; mediaType: string; text: string }) {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken the text by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
