import { sayMonth } from '../../base/month.ts';
import type { Look } from '../../model/growth/look.ts';
import { sayChance, sayDate, sayOverdue } from '../../model/growth/look-words.ts';

/** The first view: one date and one sentence, and under it how sure that is. */
export function Headline({ look, kept }: { look: Look; kept: Look | null }) {
  const date = sayDate(look);
  const before = kept && sayDate(kept);
  const marker = look.markers.find(({ kind }) => kind === look.headline.kind);
  const overdue = sayOverdue(look);
  const moved = kept !== null && before !== date;
  return (
    <header className="plan-head">
      <h1 tabIndex={-1} aria-live="polite">
        {date ? <span className="plan-date">{date} </span> : null}
        <span className={date ? 'plan-sentence' : undefined}>{look.headline.sentence}</span>
      </h1>
      {overdue ? <p className="plan-already">{overdue}</p> : null}
      {moved ? (
        <p className="plan-was">{before ? `As kept: ${before}.` : 'As kept, there is nothing to begin.'}</p>
      ) : null}
      {marker ? <p className="quiet measure">{sayWhy(look, marker)}</p> : null}
    </header>
  );
}

function sayWhy({ months }: Look, { trigger, chance, due }: Look['markers'][number]): string {
  const at = due === null ? -1 : months.indexOf(due);
  if (due === null || at < 0) return trigger;
  const sure = sayChance(chance[at]!);
  return `${trigger} ${sure.charAt(0).toUpperCase()}${sure.slice(1)} that is so by ${sayMonth(due)}.`;
}
