import { downloadText } from '../../web/send-file.ts';
import { type FileKind, KINDS } from './kinds.ts';

/** An example file to fill in, made in the browser. */
export function TemplateButton({ kind }: { kind: FileKind }) {
  const { template, title } = KINDS[kind];
  return (
    <button
      type="button"
      className="text-button align-start"
      onClick={() => downloadText(template.fileName, template.text)}
    >
      {`Download a template for ${title.toLowerCase()} (CSV)`}
    </button>
  );
}
