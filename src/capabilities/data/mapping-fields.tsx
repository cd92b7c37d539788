import { NativeSelect } from '@mantine/core';
import type { FilePreview } from './contract.ts';

type Props = { preview: FilePreview; onChange: (field: string, column: string) => void };

/** One select for each of our fields: the column of the file that holds it. */
export function ColumnOfFields({ preview, onChange }: Props) {
  const columns = [
    { value: '', label: 'not in this file' },
    ...[...new Set(preview.columns)].filter(Boolean).map((column) => ({ value: column, label: column })),
  ];
  return (
    <div className="field-grid">
      {preview.fields.map(({ field, title, column, required }) => (
        <NativeSelect
          key={field}
          size="sm"
          label={title}
          withAsterisk={required}
          required={required}
          data={columns}
          value={column ?? ''}
          error={required && column === null ? 'Needed' : undefined}
          onChange={(event) => onChange(field, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
