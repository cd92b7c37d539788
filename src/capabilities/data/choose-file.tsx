import { type DragEvent, useState } from 'react';

/** A file by choosing or by dropping; the whole field is one button for the keyboard. */
export function ChooseFile({ onChoose }: { onChoose: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onChoose(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    choose(event.dataTransfer.files);
  };
  return (
    <label
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        type="file"
        className="only-heard"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={(event) => choose(event.currentTarget.files)}
      />
      <span className="drop-title">Choose a file</span>
      <span className="quiet">or drop it here: CSV, up to 2 GB</span>
    </label>
  );
}
