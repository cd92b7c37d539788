/**
 * Dots that would lie on each other step aside: up, down, further up … from the middle of the strip, in the picture's
 * units. Each keeps its own x, so that where it stands on the scale stays exact.
 */
export function stackDots<Given extends { x: number }>(
  dots: readonly Given[],
  diameter: number,
): (Given & { offset: number })[] {
  const placed: (Given & { offset: number })[] = [];
  const isFree = (x: number, offset: number) =>
    placed.every((other) => Math.hypot(other.x - x, other.offset - offset) >= diameter);
  for (const dot of [...dots].sort((a, b) => a.x - b.x)) {
    let offset = 0;
    for (let turn = 1; !isFree(dot.x, offset); turn++) {
      offset = (turn % 2 === 1 ? -1 : 1) * Math.ceil(turn / 2) * (diameter + 2);
    }
    placed.push({ ...dot, offset });
  }
  return placed;
}
