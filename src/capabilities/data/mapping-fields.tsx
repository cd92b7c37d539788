import { NativeSelect } from '@mantine/core';
import type { FilePreview } from './contract.ts';

type Props = {
  preview: FilePreview;
  /** Fields that were corrected: they stay in view even when they are in no column now. */
  corrected: readonly string[];
  onChange: (field: string, column: string) => void;
};

/** One select for each of our fields: the column of the file that holds it. What the file doesn't have is folded away. */
export function ColumnOfFields({ preview, corrected, onChange }: Props) {
  const columns = [
    { value: '', label: 'not in this file' },
    ...[...new Set(preview.columns)].filter(Boolean).map((column) => ({ value: column, label: column })),
  ];
  const inView = ({ field, column, required }: Field) => column !== null || required || corrected.includes(field);
  const absent = preview.fields.filter((field) => !inView(field));
  const select = (field: Field) => (
    <ColumnSelect key={field.field} field={field} columns={columns} onChange={onChange} />
  );
  return (
    <>
      <div className="field-grid">{preview.fields.filter(inView).map(select)}</div>
      {absent.length === 0 ? null : (
        <details>
          <summary>Not found in this file: {absent.map(({ title }) => title.toLowerCase()).join(', ')}</summary>
          <div className="field-grid">{absent.map(select)}</div>
        </details>
      )}
    </>
  );
}

type Field = FilePreview['fields'][number];
type SelectProps = {
  field: Field;
  columns: { value: string; label: string }[];
  onChange: (field: string, column: string) => void;
};

function ColumnSelect({ field: { field, title, column, required }, columns, onChange }: SelectProps) {
  return (
    <NativeSelect
      size="sm"
      label={title}
      withAsterisk={required}
      required={required}
      data={columns}
      value={column ?? ''}
      error={required && column === null ? 'Needed' : undefined}
      onChange={(event) => onChange(field, event.currentTarget.value)}
    />
  );
}
