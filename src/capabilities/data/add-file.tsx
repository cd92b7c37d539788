import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../../web/page.tsx';
import { sendFile } from '../../web/send-file.ts';
import { ErrorState } from '../../web/states.tsx';
import { ChooseFile } from './choose-file.tsx';
import { type FileOptions, importFile } from './contract.ts';
import { type FileKind, KINDS, kindOf, sizeWord } from './kinds.ts';
import { TemplateButton } from './template.tsx';
import { Understood } from './understood.tsx';

/** Bring a file: choose it, see what was understood, correct it, import it. */
export function AddFilePage() {
  const search: { kind?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const kind = kindOf(search.kind);
  const [file, setFile] = useState<File | null>(null);
  const setKind = (next: FileKind) => void navigate({ to: '.', search: { kind: next }, replace: true });
  return (
    <Page
      title={file ? file.name : 'Bring a file'}
      sentence={
        file
          ? `${sizeWord(file.size)}. Nothing is imported until you say so.`
          : 'Evenkeel shows what it understood before anything is imported.'
      }
    >
      {file ? null : (
        <div className="stack">
          <SegmentedControl
            className="align-start"
            aria-label="What the file holds"
            value={kind}
            onChange={(value) => setKind(kindOf(value))}
            data={(Object.keys(KINDS) as FileKind[]).map((value) => ({ value, label: KINDS[value].title }))}
          />
          <p className="measure">{KINDS[kind].text}</p>
          <ChooseFile onChoose={setFile} />
          <TemplateButton kind={kind} />
        </div>
      )}
      {file ? (
        <Import key={file.name + file.lastModified} file={file} kind={kind} onOther={() => setFile(null)} />
      ) : null}
    </Page>
  );
}

function Import({ file, kind, onOther }: { file: File; kind: FileKind; onOther: () => void }) {
  const navigate = useNavigate();
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const begin = async (options: FileOptions) => {
    setError(null);
    setSent(0);
    try {
      const { importId } = await sendFile(importFile, { input: options, file, onProgress: setSent });
      await navigate({ to: `/data/${importId}` });
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)));
      setSent(null);
    }
  };
  return (
    <>
      {error ? <ErrorState error={error} /> : null}
      {sent === null ? null : <Sending share={sent} bytes={file.size} />}
      <div hidden={sent !== null}>
        <Understood file={file} kind={kind} onImport={(options) => void begin(options)} onOther={onOther} />
      </div>
    </>
  );
}

function Sending({ share, bytes }: { share: number; bytes: number }) {
  const done = share >= 1;
  return (
    <div className="stack" role="status">
      <p>{done ? 'Sent. The import is beginning…' : `Sending: ${sizeWord(share * bytes)} of ${sizeWord(bytes)}`}</p>
      <progress className="progress" max={1} value={share} aria-label="Sent so far" />
    </div>
  );
}
