import { dayOf } from '../../base/time.ts';
import { RemarkNotes } from '../../web/remark-note.tsx';
import type { OwnRemark } from './contract.ts';

/** What one said to one field or number, beside it. */
export function OwnRemarks({ remarks, about }: { remarks: readonly OwnRemark[]; about: string }) {
  const mine = remarks.filter((one) => one.about === about);
  return (
    <RemarkNotes
      whose="You"
      remarks={mine.map(({ kind, text, at, answered, answer, outcome }) => ({
        ...{ kind, text, answered, answer, outcome },
        day: dayOf(at),
      }))}
    />
  );
}
