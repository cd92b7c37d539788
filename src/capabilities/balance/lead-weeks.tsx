import { LoadBar, LoadKeys } from '../../web/charts/load-bar.tsx';
import { Door } from '../../web/door.tsx';
import { type LeadWeek, useLoads } from '../../web/loads.ts';
import { plural } from '../../web/words.ts';

/** The week of everybody who leads, in hours: whoever has the least time left to listen first. */
export function LeadWeeks() {
  const weeks = [...useLoads().values()].filter(({ reports }) => reports > 0).sort(shortestFirst);
  if (weeks.length === 0) return null;
  return (
    <details className="unfold">
      <summary>The hours of everybody who leads</summary>
      <ul className="lead-weeks">
        {weeks.map((week) => (
          <li key={week.seatId}>
            <p>
              <bdi>{week.holder.name}</bdi> <bdi className="quiet">{week.title}</bdi>
            </p>
            <LoadBar week={week} />
            <p>
              <Door to={`load/${week.seatId}`}>{week.sentence ?? sayLeft(week)}</Door>
            </p>
          </li>
        ))}
      </ul>
      <LoadKeys />
    </details>
  );
}

const shortestFirst = (one: LeadWeek, other: LeadWeek) => (other.load.short ?? -1) - (one.load.short ?? -1);

function sayLeft({ load, reports }: LeadWeek): string {
  const needed = `${Math.round(load.needed)} h for ${plural(reports, 'report')}`;
  return load.left === null
    ? `Needs ${needed}; own tickets not known`
    : `Needs ${needed}, has ${Math.round(load.left)}`;
}
