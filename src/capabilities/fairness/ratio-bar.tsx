import type { GroupRow } from './compare.ts';
import { ratioWord } from './words.ts';

type RatioBarProps = { name: string; ratio: NonNullable<GroupRow['ratio']>; pale: boolean };

/** The drawing ends here; an interval that goes on has an arrow. */
const MOST = 1.5;
const x = (value: number) => `${((Math.min(value, MOST) / MOST) * 100).toFixed(1)}%`;

/** A ratio from 0 to 1.5: a dot, its interval as a thin line, ticks at four fifths (dashed) and at equal rates. */
export function RatioBar({ name, ratio, pale }: RatioBarProps) {
  const { value, low, high } = ratio;
  const text = `${name}: ${ratioWord(value)} of the highest rate, between ${ratioWord(low)} and ${ratioWord(high)}; four fifths is 0.80.`;
  const goesOn = high === null || high > MOST;
  return (
    <svg className="ratio-bar" width="180" height="24" role="img" aria-label={text}>
      <title>{text}</title>
      <line className="ratio-rail" x1="0%" x2="100%" y1="12" y2="12" />
      <line className="ratio-fifths" x1={x(0.8)} x2={x(0.8)} y1="2" y2="22" />
      <line className="ratio-equal" x1={x(1)} x2={x(1)} y1="2" y2="22" />
      <line className="ratio-line" x1={x(low)} x2={x(high ?? MOST)} y1="12" y2="12" />
      {goesOn ? (
        <svg x="100%" y="0" overflow="visible" aria-hidden="true">
          <path className="ratio-arrow" d="M-6 8 L0 12 L-6 16" />
        </svg>
      ) : null}
      <circle className={pale ? 'ratio-dot ratio-dot-pale' : 'ratio-dot'} cx={x(value)} cy="12" r="5" />
    </svg>
  );
}
