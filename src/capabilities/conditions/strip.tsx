import { type ConditionFact, drawn, type Watch } from '../../model/conditions.ts';
import { FACT_WORDS, sayDrawn, sayLast } from '../../model/conditions-words.ts';
import { sayShortDay } from '../../model/words.ts';
import { BASELINE_WEEKS } from '../../records/conditions/types.ts';

const WIDTH = 340;
const HEIGHT = 84;
const TOP = 8;
const FLOOR = 64;
const STEP = WIDTH / 17;

type StripProps = { fact: ConditionFact; watch: Watch; name: string | null };

/** Seventeen weeks of one fact: a stroke each, the last four stronger, and the usual range as a band behind. */
export function Strip({ fact, watch, name }: StripProps) {
  const { weeks } = watch;
  const values = weeks.map(({ amount }) => (amount === null ? null : drawn(amount)));
  const usual = watch.status === 'known' ? watch.usual : null;
  const most = Math.max(...values.map((value) => value ?? 0), usual?.high ?? 0) || 1;
  const y = (value: number) => FLOOR - (value / most) * (FLOOR - TOP);
  const of = weeks.find(({ amount }) => amount !== null)?.amount?.of ?? null;
  const { title } = FACT_WORDS[fact];
  return (
    <figure className="condition-strip">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}. ${sayLast(fact, watch, name)}`}>
        {usual ? (
          <rect
            className="condition-usual"
            x={0}
            width={WIDTH}
            y={y(usual.high) - 2}
            height={y(usual.low) - y(usual.high) + 4}
          />
        ) : null}
        <line className="condition-floor" x1={0} x2={WIDTH} y1={FLOOR + 0.5} y2={FLOOR + 0.5} />
        {values.map((value, i) =>
          value === null ? (
            <line
              key={weeks[i]!.week}
              className="condition-unknown"
              x1={(i + 0.5) * STEP}
              x2={(i + 0.5) * STEP}
              y1={FLOOR - 3}
              y2={FLOOR + 3}
            />
          ) : (
            <rect
              key={weeks[i]!.week}
              className={i < BASELINE_WEEKS ? 'condition-week' : 'condition-week condition-lately'}
              x={(i + 0.5) * STEP - 5}
              width={10}
              y={y(value) - 1}
              height={FLOOR - y(value) + 1}
            />
          ),
        )}
        <text className="condition-label" x={0} y={HEIGHT - 4}>
          {sayShortDay(weeks[0]!.week)}
        </text>
        <text className="condition-label" x={WIDTH} y={HEIGHT - 4} textAnchor="end">
          {sayShortDay(weeks.at(-1)!.week)}
        </text>
      </svg>
      {usual ? (
        <figcaption className="quiet">
          {`Band: usual for ${name ?? 'you'}, ${sayDrawn(fact, usual.low, of)} to ${sayDrawn(fact, usual.high, of)}.`}
        </figcaption>
      ) : null}
    </figure>
  );
}
