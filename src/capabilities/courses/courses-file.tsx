import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import { FilePart } from '../../web/file-part.tsx';
import { DataTable } from '../../web/table.tsx';
import { bringCourses, type CoursesRead, previewCourses } from './contract.ts';
import { sayCourses } from './words.ts';

const TEMPLATE = {
  name: 'courses.csv',
  label: 'Download a template for courses (CSV)',
  text:
    'title,competency,hours,code,activity\n' +
    'Difficult conversations,communication,6,LEAD-1,https://learn.example.com/courses/1\n' +
    'From quarrel to agreement,conflict resolution,6,LEAD-2,\n' +
    'Our products from order to invoice,product knowledge,12,PROD-1,\n',
};

/** Brings the firm's own courses. */
export function CoursesFile() {
  return (
    <FilePart
      preview={previewCourses}
      bring={bringCourses}
      accept=".csv,.txt,text/csv"
      hint="CSV, up to 2 MB"
      template={TEMPLATE}
      say={sayCourses}
      isWorth={({ added, changed }) => added.length + changed.length > 0}
    >
      {(read) => <Changes read={read} />}
    </FilePart>
  );
}

function Changes({ read: { added, changed } }: { read: CoursesRead }) {
  const rows = [
    ...added.map((course) => ({ ...course, what: 'new' })),
    ...changed.map((course) => ({ ...course, what: 'changed' })),
  ];
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="What the file adds and changes"
      columns={[
        { key: 'title', title: 'Title', heads: true, value: ({ title }: (typeof rows)[number]) => title },
        { key: 'what', title: 'What', value: ({ what }) => what },
        { key: 'competency', title: 'For', value: ({ competency }) => COMPETENCY_NAMES[competency] },
        { key: 'hours', title: 'Hours', numeric: true, value: ({ hours }) => hours },
        { key: 'code', title: 'Code', value: ({ code }) => code },
      ]}
      rows={rows}
      rowKey={({ title }) => title}
      max={10}
    />
  );
}
