import type { ShownMarker } from '../../model/growth/look.ts';

const RANKS: Record<ShownMarker['state'], number> = { overdue: 0, due: 0, 'not-in-plan': 1, there: 2 };

/** What is to be begun first comes first; then what the plan doesn't reach, then what is there already. */
export function orderMarkers(markers: readonly ShownMarker[]): ShownMarker[] {
  const beginOf = ({ start, due }: ShownMarker) => start?.month ?? due ?? '9999-12';
  return [...markers].sort(
    (one, other) =>
      RANKS[one.state] - RANKS[other.state] ||
      (other.start?.late ?? 0) - (one.start?.late ?? 0) ||
      (beginOf(one) < beginOf(other) ? -1 : Number(beginOf(one) > beginOf(other))),
  );
}
