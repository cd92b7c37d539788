/** At most so many areas are named, and only those that make up so much of a change. */
const NAMED = 2;
const WORTH_NAMING = 0.25;

/** The areas that make up most of a change, the largest part first; 0 is tickets without an area, which names nothing. */
export function mostOf(parts: readonly { key: number; part: number }[], change: number) {
  return parts
    .filter(({ key, part }) => key !== 0 && part / change >= WORTH_NAMING)
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part) || a.key - b.key)
    .slice(0, NAMED)
    .map(({ key, part }) => ({ areaId: key, part }));
}
