import { dayWord } from './words.ts';
import './remark-note.css';

/** What a person said to a field or number of theirs, as it stands beside it. */
export type RemarkBeside = {
  kind: 'comment' | 'dispute';
  text: string;
  /** YYYY-MM-DD. */
  day: string;
  answered: boolean;
  answer?: string | null | undefined;
  outcome?: 'corrected' | 'kept' | null | undefined;
};

/** Stands beside a number: what its person says to it, and what became of that. Nothing where nothing was said. */
export function RemarkNotes({ remarks, whose }: { remarks: readonly RemarkBeside[]; whose: string }) {
  if (remarks.length === 0) return null;
  return (
    <ul className="remarks">
      {remarks.map((remark) => (
        <li key={`${remark.day} ${remark.text}`} className={isOpen(remark) ? 'remark remark-open' : 'remark'}>
          <p>
            <strong>{headOf(remark, whose)}</strong> <bdi>“{remark.text}”</bdi>
          </p>
          <p className="quiet">
            {remark.answered ? (
              <>
                {remark.outcome === 'corrected' ? 'Corrected' : 'Answered'}: <bdi>“{remark.answer}”</bdi>
              </>
            ) : (
              'Not answered yet.'
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

const isOpen = ({ kind, answered }: RemarkBeside) => kind === 'dispute' && !answered;

function headOf({ kind, day, answered }: RemarkBeside, whose: string): string {
  const said = kind === 'dispute' ? (answered ? 'disputed this' : 'disputes this') : 'says to this';
  const verb = whose === 'You' ? said.replace('disputes', 'dispute').replace('says', 'say') : said;
  return `${whose} ${verb} (${dayWord(day)}):`;
}
