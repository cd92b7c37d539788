import './load-bar.css';
import { useId } from 'react';
import type { LeadWeek } from '../loads.ts';
import { layOutLoad, sayWeek } from './load-layout.ts';

/** A lead's week in hours: own tickets, leading the work, people; beyond the week it is hatched. Pale is the playbook's guess. */
export function LoadBar({ week }: { week: LeadWeek }) {
  const id = useId();
  const { segments, weekAt, most } = layOutLoad(week.load);
  const x = (value: number) => `${((value / most) * 100).toFixed(2)}%`;
  return (
    <svg className="load-bar" height="22" role="img" aria-label={`${week.holder.name}: ${sayWeek(week.load)}`}>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect className="load-ground" width="6" height="6" />
          <line className="load-hatch" x1="1.2" x2="1.2" y1="0" y2="6" />
        </pattern>
      </defs>
      {segments.map(({ key, side, from, to, look }) => (
        <rect
          key={key}
          className={`load-${side} load-${look}`}
          x={x(from)}
          width={x(to - from)}
          y="4"
          height="14"
          fill={look === 'beyond' ? `url(#${id})` : undefined}
        />
      ))}
      <line className="load-week" x1={x(weekAt)} x2={x(weekAt)} y1="0" y2="22" />
    </svg>
  );
}

/** What the colours and looks of a load bar mean. */
export function LoadKeys() {
  return (
    <ul className="load-keys" aria-hidden="true">
      <li>
        <span className="load-key load-key-own" /> own tickets
      </li>
      <li>
        <span className="load-key load-key-technical" /> leading the work
      </li>
      <li>
        <span className="load-key load-key-people" /> people
      </li>
      <li>
        <span className="load-key load-key-beyond" /> no hours left for it
      </li>
      <li>
        <span className="load-key load-key-line" /> the week
      </li>
      <li>pale: the playbook’s guess, nothing measured or told</li>
    </ul>
  );
}
