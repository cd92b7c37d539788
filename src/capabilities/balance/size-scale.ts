/** The sizes that the control under the picture stops at: by ones while small, in growing steps later. Technicians. */
const STOPS: readonly number[] = [...steps(1, 30, 1), ...steps(32, 60, 2), ...steps(65, 150, 5)];

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, at) => from + at * by);
}

/** The stops with today's size among them, smallest first. A firm larger than the last stop gets one of its own. */
export function sizesAround(today: number): number[] {
  const own = Math.max(1, Math.round(today));
  return [...new Set([...STOPS, own])].sort((a, b) => a - b);
}

/** Which stop is nearest to a size; the smaller of two. */
export function stopOf(sizes: readonly number[], size: number): number {
  let nearest = 0;
  sizes.forEach((stop, at) => {
    if (Math.abs(stop - size) < Math.abs(sizes[nearest]! - size)) nearest = at;
  });
  return nearest;
}
