import { type Month, monthsBetween } from '../../base/month.ts';
import type { ShownMarker } from '../../model/growth/look.ts';
import { areaPath } from '../../web/charts/fan-shape.ts';
import { type Scale, scaleOf } from '../../web/charts/scale.ts';

export const TRACK_HEIGHT = 44;
const MIDDLE = TRACK_HEIGHT - 13;

type TrackProps = { marker: ShownMarker; kept: ShownMarker | null; months: readonly Month[]; x: Scale; width: number };

/** One marker on the time axis. The words beside it and the table say the same. */
export function MarkerTrack({ marker, kept, months, x, width }: TrackProps) {
  const first = months[0];
  if (first === undefined || marker.state === 'there') return null;
  const at = (month: Month) => x.at(Math.min(months.length - 1, Math.max(0, monthsBetween(first, month))));
  const y = scaleOf([0, 1], [TRACK_HEIGHT - 4, 6]);
  const { state, chance, due, start } = marker;
  const end = state === 'overdue' ? first : due;
  const was = kept?.due ?? null;
  return (
    <svg viewBox={`0 0 ${width} ${TRACK_HEIGHT}`} aria-hidden="true">
      <line className="marker-ground" x1="0" x2={width} y1={TRACK_HEIGHT - 4} y2={TRACK_HEIGHT - 4} />
      {/* What is due already has no chance left to draw. */}
      {state === 'overdue' || chance[0] === 1 ? null : <path className="chance" d={areaPath(chance, x, y)} />}
      {was !== null && was !== due ? <circle className="due-kept" cx={at(was)} cy={MIDDLE} r="5" /> : null}
      {start && end ? <line className="start-line" x1={at(start.month)} x2={at(end)} y1={MIDDLE} y2={MIDDLE} /> : null}
      {start ? <path className="start-flag" d={flagAt(at(start.month))} /> : null}
      {end && start?.month !== end ? <circle className="due-dot" cx={at(end)} cy={MIDDLE} r="5.5" /> : null}
    </svg>
  );
}

const flagAt = (x: number) => `M${x - 5} ${MIDDLE - 8}l13 8l-13 8Z`;
