import type { ShownTarget } from './contract.ts';

type LineProps = { target: ShownTarget; found: NonNullable<ShownTarget['found']> };

/** Where the team stands and its range on a line, with the target as a tick; the sentence below it says the same. */
export function TargetLine({ target, found }: LineProps) {
  const { low, high } = found.range ?? { low: found.value, high: found.value };
  const end = target.measure === 'backlog' ? Math.max(1, 1.25 * Math.max(target.value, high, found.value)) : 1;
  const x = (at: number) => `${((100 * at) / end).toFixed(2)}%`;
  return (
    <svg className="direction-line" height="18" aria-hidden="true">
      <line className="direction-rail" x1="0%" x2="100%" y1="9" y2="9" />
      <line className="direction-range" x1={x(low)} x2={x(high)} y1="9" y2="9" />
      <line className="direction-wanted" x1={x(target.value)} x2={x(target.value)} y1="1" y2="17" />
      <circle className="direction-dot" cx={x(found.value)} cy="9" r="4.5" />
    </svg>
  );
}
