import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { CopyButton } from '../../web/copy-button.tsx';

/** Shown once: what lets one in when the app is lost. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="stack recovery">
      <h3 ref={title} tabIndex={-1}>
        Codes are on. Keep these recovery codes
      </h3>
      <p>
        Each lets you in once if you lose your app. They are shown only now: print them, or keep them where you keep
        passwords.
      </p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="page-actions">
        <CopyButton text={codes.join('\n')} label="Copy them" />
        <Button variant="default" size="xs" onClick={() => window.print()}>
          Print this page
        </Button>
      </div>
      <Button className="align-start" onClick={onDone}>
        I have kept them
      </Button>
    </div>
  );
}
