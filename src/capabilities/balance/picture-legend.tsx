import { useId } from 'react';
import { Defs } from './picture-bars.tsx';

const ROWS = ['need', 'solid', 'beyond', 'missing', 'unknown', 'interval', 'outline', 'dashed'] as const;
const DOTS = ['need', 'dot', 'dot-missing', 'dot-unknown'] as const;
type Sign = (typeof ROWS)[number] | (typeof DOTS)[number];

const WORDS: Record<Sign, string> = {
  need: 'what the job needs',
  solid: 'what its holder brings',
  beyond: 'beyond the need',
  missing: 'probably missing',
  unknown: "can't be told yet",
  interval: '80% interval',
  outline: 'open',
  dashed: 'planned',
  dot: 'probably enough',
  'dot-missing': 'probably short',
  'dot-unknown': "can't be told yet",
};

/** What the signs of the picture mean, in one quiet line; only those that it uses. */
export function PictureLegend({ signs }: { signs: ReadonlySet<string> }) {
  const id = useId();
  return (
    <ul className="legend">
      {[...ROWS, ...DOTS]
        .filter((sign, at, all) => signs.has(sign) && all.indexOf(sign) === at)
        .map((sign) => (
          <li key={sign}>
            <svg className="balance" width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
              <Defs id={`${id}${sign}`} />
              <Swatch sign={sign} id={`${id}${sign}`} />
            </svg>
            {WORDS[sign]}
          </li>
        ))}
    </ul>
  );
}

function Swatch({ sign, id }: { sign: Sign; id: string }) {
  if (sign === 'need') return <rect className="balance-need" x="0.5" y="0.5" width="27" height="15" />;
  if (sign === 'interval') return <path className="balance-interval" d="M1 8H27M1 4v8M27 4v8" />;
  if (sign.startsWith('dot')) {
    return (
      <>
        <circle className={`balance-${sign} balance-technical-bar`} cx="7" cy="8" r="5" />
        <circle className={`balance-${sign} balance-people-bar`} cx="21" cy="8" r="5" />
      </>
    );
  }
  if (sign === 'outline' || sign === 'dashed') {
    return <rect className={`balance-bar-${sign}`} x="0.75" y="2.75" width="26.5" height="10.5" />;
  }
  return (['technical', 'people'] as const).map((side, at) => (
    <rect
      key={side}
      className={`balance-bar-${sign} balance-${side}-bar`}
      x={at * 14 + 0.75}
      y="2.75"
      width="12.5"
      height="10.5"
      fill={sign === 'missing' ? `url(#${id}${side})` : undefined}
    />
  ));
}
