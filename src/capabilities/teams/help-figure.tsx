import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useRoom } from '../../web/room.tsx';
import { plural } from '../../web/words.ts';
import { HelpNames } from './help-names.tsx';
import { HelpNetworkView } from './help-network.tsx';
import { type HelpLayout, layOutHelp } from './layout.ts';
import { type DrawnHelp, nodeName, sayHelp } from './words.ts';

/** The network with its names, what its signs mean, and a choice whose ties to see. */
export function HelpFigure({ help }: { help: DrawnHelp }) {
  const [only, setOnly] = useState<string | null>(null);
  const [frame, width] = useRoom<HTMLElement>(1200);
  const layout = layOutHelp(help, width, only);
  const people = help.nodes
    .filter(({ kind }) => kind === 'person')
    .map((node) => ({ value: node.key, label: nodeName(help, node) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <figure ref={frame} className="help-figure">
      {people.length > 1 ? (
        <NativeSelect
          className="help-choice"
          size="xs"
          label="Whose ties"
          value={only ?? ''}
          data={[{ value: '', label: 'The strongest of all' }, ...people]}
          onChange={(event) => setOnly(event.currentTarget.value || null)}
        />
      ) : null}
      <div className="help-frame" style={{ height: layout.height }}>
        <HelpNetworkView layout={layout} only={only} label={`${sayHelp(help)} The table below says all of it.`} />
        <HelpNames help={help} layout={layout} />
      </div>
      <figcaption>
        <Legend />
        <p className="quiet">{sayDrawn(layout, only)}</p>
      </figcaption>
    </figure>
  );
}

function sayDrawn({ curves, ties, clusters, rows }: HelpLayout, only: string | null): string {
  const drawn = clusters.reduce((sum, one) => sum + one.rows.length, 0);
  const who = drawn < rows ? ` The ${drawn} with most help of ${rows} have a row.` : '';
  if (only !== null) return `${plural(curves.length, 'tie')} of theirs.${who}`;
  if (curves.length === ties) return `All ${plural(ties, 'tie')}.${who}`;
  return `The strongest ${curves.length} of ${ties} ties are drawn; the table counts all of them.${who}`;
}

/** What the signs mean, each beside its sign. */
function Legend() {
  return (
    <ul className="help-legend">
      <li>
        <svg viewBox="0 0 34 18" width="34" height="18" aria-hidden="true">
          <path className="help-curve help-between" d="M2 9h22" strokeWidth="4" />
          <path className="help-tip" d="M24 4l8 5-8 5z" />
        </svg>
        points to who helped; the thicker, the more tickets
      </li>
      <li>
        <svg viewBox="0 0 34 18" width="34" height="18" aria-hidden="true">
          <path className="help-curve" d="M2 9h30" strokeWidth="4" />
        </svg>
        within a team
      </li>
      <li>
        <svg viewBox="0 0 34 22" width="34" height="22" aria-hidden="true">
          <circle className="help-dot" cx="8" cy="11" r="3" />
          <circle className="help-dot" cx="24" cy="11" r="8" />
        </svg>
        the larger, the more tickets of their own
      </li>
      <li>
        <svg viewBox="0 0 34 22" width="34" height="22" aria-hidden="true">
          <circle className="help-dot" cx="17" cy="11" r="4" />
          <circle className="help-ring" cx="17" cy="11" r="8" strokeWidth="4" />
        </svg>
        the thicker the ring, the more help given
      </li>
    </ul>
  );
}
