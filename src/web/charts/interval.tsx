import { levelNumber } from '../words.ts';
import { LEVEL_NAMES, levelWord, positionOf } from './levels.ts';

type IntervalBarProps = {
  side: 'technical' | 'people';
  /** Estimate with its 80% interval; null: not enough evidence, say why in `tooLittle`. */
  estimate: { mean: number; low: number; high: number } | null;
  /** What the seat asks for. */
  need?: number | undefined;
  /** The lower bar that a candidate must probably clear. */
  gate?: number | undefined;
  /** "not enough evidence yet: 4 of 30 tickets": drawn pale, said in words. */
  tooLittle?: string | null | undefined;
  /** Whose and what, for those who hear the picture: "Priya, leads people". */
  label: string;
  /** Nothing is known yet: the dot is hollow. */
  unknown?: boolean | undefined;
  /** Names of the levels under the bar. */
  named?: boolean | undefined;
};

/** One side of a person on the level scale: a dot, its 80% interval as a thin line, ticks for need and bar. */
export function IntervalBar({ side, estimate, need, gate, tooLittle, label, unknown, named }: IntervalBarProps) {
  const pale = unknown || !!tooLittle;
  const text = intervalText({ label, estimate, need, gate, tooLittle });
  return (
    <span className="interval">
      <svg className={`interval-bar interval-${side}`} height={named ? 36 : 24} role="img" aria-label={text}>
        <title>{text}</title>
        <line className="interval-rail" x1="0%" x2="100%" y1="12" y2="12" />
        {LEVEL_NAMES.map(({ at }) => (
          <line key={at} className="interval-level" x1={x(at)} x2={x(at)} y1="9" y2="15" />
        ))}
        {need === undefined ? null : <line className="interval-need" x1={x(need)} x2={x(need)} y1="2" y2="22" />}
        {gate === undefined ? null : <line className="interval-gate" x1={x(gate)} x2={x(gate)} y1="2" y2="22" />}
        {estimate === null ? null : <Estimated estimate={estimate} pale={pale === true} />}
        {named ? <Names /> : null}
      </svg>
      {tooLittle ? <span className="interval-note">{tooLittle}</span> : null}
    </span>
  );
}

const x = (value: number) => `${positionOf(value).toFixed(2)}%`;

function Estimated({ estimate, pale }: { estimate: { mean: number; low: number; high: number }; pale: boolean }) {
  return (
    <>
      <line className="interval-line" x1={x(estimate.low)} x2={x(estimate.high)} y1="12" y2="12" />
      <circle
        className={pale ? 'interval-dot interval-dot-pale' : 'interval-dot'}
        cx={x(estimate.mean)}
        cy="12"
        r="5"
      />
    </>
  );
}

function Names() {
  return (
    <>
      {LEVEL_NAMES.map(({ at, name }) => (
        <text
          key={at}
          className="interval-name"
          x={at === 5 ? '100%' : x(at)}
          y="33"
          textAnchor={at === 5 ? 'end' : 'middle'}
        >
          {name}
        </text>
      ))}
    </>
  );
}

/** Everything that the bar shows, as a sentence. */
export function intervalText(
  bar: Pick<IntervalBarProps, 'label' | 'estimate' | 'need' | 'gate' | 'tooLittle'>,
): string {
  const parts: string[] = [];
  if (bar.tooLittle) parts.push(bar.tooLittle);
  if (bar.estimate) {
    const { mean, low, high } = bar.estimate;
    parts.push(`about ${levelNumber(mean)}, ${levelWord(mean)}; probably ${levelNumber(low)} to ${levelNumber(high)}`);
  } else if (!bar.tooLittle) parts.push('not enough evidence yet');
  if (bar.need !== undefined) parts.push(`the job needs ${levelNumber(bar.need)}`);
  if (bar.gate !== undefined) parts.push(`the bar is ${levelNumber(bar.gate)}`);
  return `${bar.label}: ${parts.join('; ')}.`;
}
