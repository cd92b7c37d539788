/** The level scale of one side, 1 to 5, as named on every screen. */
export const LEVEL_NAMES: readonly { at: number; name: string }[] = [
  { at: 2, name: 'learning' },
  { at: 3, name: 'solid' },
  { at: 4, name: 'strong' },
  { at: 5, name: 'outstanding' },
];

/** A level in words: "solid", "between solid and strong", "below learning". Within a quarter of a level the name holds. */
export function levelWord(value: number): string {
  const near = LEVEL_NAMES.find(({ at }) => Math.abs(value - at) <= 0.25);
  if (near) return near.name;
  const above = LEVEL_NAMES.findIndex(({ at }) => at > value);
  if (above === 0) return 'below learning';
  if (above === -1) return 'outstanding';
  return `between ${LEVEL_NAMES[above - 1]!.name} and ${LEVEL_NAMES[above]!.name}`;
}

const LOW = 0.75;
const HIGH = 5.25;

/** Where a level lies on a bar, 0 at its left end and 100 at its right; levels beyond the scale stop at the ends. */
export function positionOf(value: number): number {
  return ((Math.min(HIGH, Math.max(LOW, value)) - LOW) / (HIGH - LOW)) * 100;
}
