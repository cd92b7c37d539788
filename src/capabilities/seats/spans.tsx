import './spans.css';
import type { Playbook } from '../../records/playbook/definitions.ts';
import type { LeadWeek } from '../../web/loads.ts';
import { usePlaybookValues } from '../../web/playbook.ts';
import { useRoom } from '../../web/room.tsx';
import { Section } from '../../web/section.tsx';
import { DataTable } from '../../web/table.tsx';
import { plural } from '../../web/words.ts';
import { type SpanBand, type SpanPoint, shareCurve, spanBands, spanPoints, spreadLabels } from './span-layout.ts';

const ARCHETYPES: Record<LeadWeek['load']['archetype'], string> = {
  'player-coach': 'player-coach',
  coach: 'coach',
  supervisor: 'supervisor',
  facilitator: 'facilitator',
  'too-many': 'too many for one',
};

/** How many each one leads, how much of the week that leaves for own tickets, and what a split would make of it. */
export function Spans({ weeks }: { weeks: readonly LeadWeek[] }) {
  const playbook = usePlaybookValues();
  const leads = weeks.filter(({ reports }) => reports > 0);
  if (!playbook || leads.length === 0) return null;
  const points = spanPoints(
    leads.map(({ seatId, holder, reports, load }) => ({
      seatId,
      name: holder.name,
      reports,
      share: load.ownTickets.basis === 'assumed' ? null : load.ownTickets.hours / Math.max(1, load.week.hours),
    })),
    playbook,
  );
  const large = points.filter(({ split }) => split).length;
  return (
    <Section title="How many each one leads" note={sayLarge(large)}>
      <SpanFigure points={points} playbook={playbook} />
      <SpanTable weeks={leads} points={points} />
    </Section>
  );
}

function sayLarge(large: number): string {
  if (large === 0)
    return 'Nobody leads more than one person can. The line is what leading leaves of a week for own tickets.';
  const who = large === 1 ? 'One leads' : `${large} lead`;
  return `${who} more than a supervisor can; the hollow points are the teams of a split. The line is what leading leaves of a week for own tickets.`;
}

const [LEFT, TOP, BOTTOM, HEIGHT] = [40, 28, 40, 280];
/** Names of more leads than this would only cover each other: then those with too many are named. */
const NAMED = 10;

function SpanFigure({ points, playbook }: { points: readonly SpanPoint[]; playbook: Playbook }) {
  const [frame, room] = useRoom<HTMLElement>(800);
  const width = Math.max(room, 240);
  const most = Math.max(13, ...points.map(({ reports }) => reports + 1));
  const right = width - 12;
  const x = (reports: number) => LEFT + (Math.min(reports, most + 0.5) / (most + 0.5)) * (right - LEFT);
  const y = (share: number) => HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
  const curve = shareCurve(playbook, most).map(
    (share, at) => `${at === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(share).toFixed(1)}`,
  );
  const named = points.filter(({ split }) => points.length <= NAMED || split);
  const labels = named.map(({ name, reports, share }) => ({
    x: Math.min(x(reports) + 9, right - name.length * 7),
    y: y(share) - 7,
    width: name.length * 7 + 6,
  }));
  const heights = spreadLabels(labels, 15);
  return (
    <figure
      ref={frame}
      className="spans"
      aria-label="Leads by reports and by the share of the week on own tickets. The table says the same."
    >
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
        <Ground bands={spanBands(playbook, most)} most={most} right={right} x={x} y={y} />
        <path className="span-curve" d={curve.join('')} />
        {points.map((point) => (
          <Point key={point.seatId} point={point} playbook={playbook} x={x} y={y} />
        ))}
        {named.map(({ seatId, name }, at) => (
          <text key={seatId} className="span-name" x={labels[at]!.x} y={heights[at]}>
            {name}
          </text>
        ))}
      </svg>
    </figure>
  );
}

type Place = { x: (reports: number) => number; y: (share: number) => number };
type GroundProps = Place & { bands: readonly SpanBand[]; most: number; right: number };

/** The ways of leading side by side, with the axes. */
function Ground({ bands, most, right, x, y }: GroundProps) {
  return (
    <g>
      {bands.map(({ name, from, to }, at) => (
        <g key={name}>
          <rect
            className={at % 2 ? 'span-band span-band-other' : 'span-band'}
            x={x(from)}
            width={x(to) - x(from)}
            y={TOP}
            height={HEIGHT - BOTTOM - TOP}
          />
          {x(to) - x(from) > name.length * 6.4 ? (
            <text className="span-word" x={(x(from) + x(to)) / 2} y={TOP - 8} textAnchor="middle">
              {name}
            </text>
          ) : null}
        </g>
      ))}
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className="span-grid" x1={LEFT} x2={right} y1={y(share)} y2={y(share)} />
          <text className="span-word" x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {share * 100}%
          </text>
        </g>
      ))}
      {Array.from({ length: Math.floor(most / 2) + 1 }, (_, at) => 2 * at).map((reports) => (
        <text key={reports} className="span-word" x={x(reports)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
          {reports}
        </text>
      ))}
      <text className="span-word" x={right} y={HEIGHT - 6} textAnchor="end">
        reports
      </text>
    </g>
  );
}

type PointProps = Place & { point: SpanPoint; playbook: Playbook };

function Point({ point, playbook, x, y }: PointProps) {
  const { reports, share, known, split } = point;
  const curve = shareCurve(playbook, reports);
  return (
    <g>
      {split?.map((half, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the teams of one split
        <g key={at}>
          <line className="span-to" x1={x(reports)} y1={y(share)} x2={x(half)} y2={y(curve[half]!)} />
          <circle className="span-half" cx={x(half)} cy={y(curve[half]!)} r="4.5" />
        </g>
      ))}
      <circle className={known ? 'span-dot' : 'span-dot span-dot-assumed'} cx={x(reports)} cy={y(share)} r="5.5" />
    </g>
  );
}

const sayList = (numbers: readonly number[]) => `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;

type Line = { week: LeadWeek; point: SpanPoint };

function SpanTable({ weeks, points }: { weeks: readonly LeadWeek[]; points: readonly SpanPoint[] }) {
  const percent = (share: number) => Math.round(share * 100);
  return (
    <details className="spans-table">
      <summary>As a table</summary>
      <DataTable
        caption="Leads by how many they lead"
        quietCaption
        columns={[
          { key: 'who', title: 'Who', heads: true, value: ({ week }: Line) => week.holder.name },
          { key: 'seat', title: 'Seat', value: ({ week }) => week.title },
          { key: 'reports', title: 'Reports', numeric: true, value: ({ week }) => week.reports },
          { key: 'as', title: 'Leads as', value: ({ week }) => ARCHETYPES[week.load.archetype] },
          {
            key: 'share',
            title: '% of the week on own tickets',
            numeric: true,
            value: ({ point }) => percent(point.share),
          },
          {
            key: 'known',
            title: 'Known how',
            value: ({ week }) => (week.load.ownTickets.basis === 'assumed' ? 'playbook' : week.load.ownTickets.basis),
          },
          {
            key: 'split',
            title: 'Split',
            value: ({ point }) => (point.split ? `${point.split.length} leads with ${sayList(point.split)}` : null),
          },
        ]}
        rows={weeks.map((week, at) => ({ week, point: points[at]! }))}
        rowKey={({ week }) => week.seatId}
        max={12}
        copyable
      />
      <p className="quiet">{`Of ${plural(weeks.length, 'lead')} with reports.`}</p>
    </details>
  );
}
