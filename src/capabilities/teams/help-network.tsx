import { useId } from 'react';
import type { HelpLayout } from './layout.ts';

type ViewProps = { layout: HelpLayout; only: string | null; label: string };

/** Curves and dots. Names lie over it; everything is said again in the table. */
export function HelpNetworkView({ layout, only, label }: ViewProps) {
  const id = useId();
  const { width, height, clusters, curves, x } = layout;
  const ends = new Set(curves.flatMap(({ tie }) => [tie.from, tie.to]));
  // The weak ones first, so that the strong ones lie on them.
  const drawn = [...curves].reverse();
  return (
    <svg className="help-network" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <defs>
        {(['within', 'between'] as const).map((kind) => (
          <marker
            key={kind}
            id={`${id}${kind}`}
            viewBox="0 0 10 10"
            refX="2"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className={kind === 'between' ? 'help-tip' : 'help-tip help-tip-within'} d="M0 0L10 5 0 10z" />
          </marker>
        ))}
      </defs>
      {drawn.map(({ key, path, width: thick, between }) => (
        <path
          key={key}
          className={between ? 'help-curve help-between' : 'help-curve'}
          d={path}
          strokeWidth={thick}
          markerEnd={`url(#${id}${between ? 'between' : 'within'})`}
        />
      ))}
      {clusters.flatMap(({ bank, rows }) =>
        rows.map(({ node, y, dot, ring }) => (
          <g key={node.key} className={only === null || ends.has(node.key) ? undefined : 'help-faded'}>
            {ring > 0 ? (
              <circle className="help-ring" cx={x[bank]} cy={y} r={dot + 2 + ring / 2} strokeWidth={ring} />
            ) : null}
            {node.kind === 'person' ? (
              <circle className="help-dot" cx={x[bank]} cy={y} r={dot} />
            ) : (
              <rect className="help-many" x={x[bank] - dot} y={y - dot} width={dot * 2} height={dot * 2} rx="2" />
            )}
          </g>
        )),
      )}
    </svg>
  );
}
