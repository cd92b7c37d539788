import type { Side } from '../../records/voice/types.ts';
import type { PanelPart, PanelParts } from './contract.ts';
import { reachOf } from './reach.ts';

/** A difference taken apart: every part a bar from the middle, its words beside it, and what they come to at the end. */
export function PartsBars({ parts, side }: { parts: PanelParts; side: Side }) {
  const reach = reachOf(parts.rows);
  return (
    <section aria-label={parts.title}>
      <h3>{parts.title}</h3>
      <p className="parts-ways" aria-hidden="true">
        <span>← {parts.left}</span>
        <span>{parts.right} →</span>
      </p>
      <ul className="parts">
        {parts.rows.map((row) => (
          <li key={row.label} className={`parts-${row.kind} parts-${side}`}>
            <span>{row.label}</span>
            <Bar row={row} reach={reach} />
            <span>{row.text}</span>
          </li>
        ))}
      </ul>
      <p className="parts-note">{parts.note}</p>
    </section>
  );
}

/** The words beside it say the same, so nothing of it is read out. */
function Bar({ row, reach }: { row: PanelPart; reach: number }) {
  const at = (value: number) => 50 + (50 * value) / reach;
  const x = (value: number) => `${at(value).toFixed(2)}%`;
  return (
    <svg className="parts-bar" aria-hidden="true">
      <line className="parts-middle" x1="50%" x2="50%" y1="0" y2="18" />
      <rect x={x(Math.min(row.value, 0))} width={`${(at(Math.abs(row.value)) - 50).toFixed(2)}%`} y="4" height="10" />
      {row.low === null || row.high === null ? null : (
        <line className="parts-reach" x1={x(row.low)} x2={x(row.high)} y1="9" y2="9" />
      )}
    </svg>
  );
}
