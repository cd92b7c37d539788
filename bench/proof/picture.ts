import { POLICIES, type Policy } from './policies.ts';
import { POLICY_WORDS } from './report.ts';
import type { CellSummary } from './summarise.ts';

/** Cells that are drawn, from the top. */
const DRAWN = [
  'line lead',
  'team, both sides alike',
  'manager',
  'technical skill is all that counts',
  '6 technicians',
  'nobody asked',
  'one view',
  'six views',
  'strong routing',
  'hidden .6',
  'hidden 1.0',
  'hidden 1.0, graded at triage',
  'line lead, weights swapped',
  'manager, weights swapped',
  'line lead; worlds as in the first grid',
];

const WIDTH = 860;
const LEFT = 250;
const RIGHT = 24;
const TOP = 84;
const ROW = 46;

/** A shape of its own for each policy, and a colour for what firms do without a model: told apart without colour, too. */
const MARK: Record<Policy, { color: string; shape: (x: number, y: number) => string }> = {
  random: { color: 'grey', shape: (x, y) => `<path d="M${x - 4} ${y - 4}l8 8m0-8l-8 8" class="line"/>` },
  'top-closer': {
    color: 'orange',
    shape: (x, y) => `<rect x="${x - 4}" y="${y - 4}" width="8" height="8" class="open"/>`,
  },
  'raw-fastest': { color: 'orange', shape: (x, y) => `<path d="M${x} ${y - 6}l5.5 9.5h-11z" class="full"/>` },
  'technician-effect': { color: 'grey', shape: (x, y) => `<path d="M${x} ${y - 5}l5 5-5 5-5-5z" class="open"/>` },
  'people-only': { color: 'grey', shape: (x, y) => `<circle cx="${x}" cy="${y}" r="4" class="open"/>` },
  evenkeel: { color: 'blue', shape: (x, y) => `<circle cx="${x}" cy="${y}" r="6" class="full"/>` },
};

/** Regret by policy for the main cells with 90% intervals, as SVG; cells where the product fails are marked. */
export function drawPicture(cells: readonly CellSummary[]): string {
  const rows = DRAWN.flatMap((name) => cells.find((cell) => cell.name === name) ?? []);
  const shown = rows.length > 0 ? rows : cells;
  const height = TOP + ROW * shown.length + 44;
  const most = Math.max(...shown.flatMap((cell) => POLICIES.map((policy) => cell.regretInterval[policy][1])));
  const end = Math.ceil(most * 2) / 2;
  const x = (regret: number) => LEFT + (regret / end) * (WIDTH - LEFT - RIGHT);
  const parts = [
    ...shown.map((_, i) => `<rect y="${TOP + ROW * i + 2}" width="${WIDTH}" height="${ROW - 4}" class="band"/>`),
    ...axis(end, x, height),
    ...legend(),
    ...shown.flatMap((cell, i) => drawRow(cell, TOP + ROW * i + ROW / 2, x)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title what">
<title id="title">Regret of each way to choose a lead, by kind of world</title>
<desc id="what">Mean regret in standard deviations of what candidates are worth; 0 is always choosing the best. Bars are 90% intervals over worlds. The numbers stand in docs/methods/proof.md.</desc>
<style>
text { font: 13px system-ui, sans-serif; fill: #24292f; }
.small { font-size: 12px; fill: #57606a; } .fails { font-weight: 600; } .grid { stroke: #d0d7de; } .band { fill: #f6f8fa; }
.line, .open { fill: none; stroke-width: 1.75; } .bar { stroke-width: 1.5; }
.grey { stroke: #6e7781; fill: #6e7781; } .blue { stroke: #0072b2; fill: #0072b2; } .orange { stroke: #d55e00; fill: #d55e00; }
.open, .line { fill: none; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; } .small { fill: #9198a1; } .grid { stroke: #3d444d; } .band { fill: #151b23; }
  .grey { stroke: #9198a1; fill: #9198a1; } .blue { stroke: #4aa8e0; fill: #4aa8e0; } .orange { stroke: #f08a3c; fill: #f08a3c; }
  .open, .line { fill: none; }
}
</style>
${parts.join('\n')}
</svg>
`;
}

function axis(end: number, x: (regret: number) => number, height: number): string[] {
  const ticks = Array.from({ length: Math.round(end * 2) + 1 }, (_, i) => i / 2);
  return [
    ...ticks.map((at) => `<path d="M${round(x(at))} ${TOP - 6}V${height - 40}" class="grid"/>`),
    ...ticks.map(
      (at) => `<text x="${round(x(at))}" y="${height - 24}" text-anchor="middle" class="small">${at}</text>`,
    ),
    `<text x="${LEFT}" y="${height - 6}" class="small">mean regret, SD of what the candidates are worth: 0 is always choosing the best</text>`,
  ];
}

function legend(): string[] {
  const step = (WIDTH - 40) / 3;
  return POLICIES.toReversed().flatMap((policy, i) => {
    const at = 30 + step * (i % 3);
    const y = 22 + 24 * Math.floor(i / 3);
    return [mark(policy, at, y), `<text x="${round(at + 14)}" y="${y + 4}">${POLICY_WORDS[policy]}</text>`];
  });
}

function drawRow(cell: CellSummary, y: number, x: (regret: number) => number): string[] {
  const failing = cell.fails.length > 0;
  const lane = (ROW - 12) / (POLICIES.length - 1);
  return [
    `<text x="12" y="${failing ? y - 3 : y + 4}"${failing ? ' class="fails"' : ''}>${cell.name}</text>`,
    ...(failing ? [`<text x="12" y="${y + 13}" class="small">✗ ${sayWhy(cell)}</text>`] : []),
    ...POLICIES.flatMap((policy, i) => {
      const at = round(y + lane * (i - (POLICIES.length - 1) / 2));
      const [low, high] = cell.regretInterval[policy];
      const bar = `<path d="M${round(x(low))} ${at}H${round(x(high))}" class="bar ${MARK[policy].color}"/>`;
      return [bar, mark(policy, round(x(cell.regret[policy])), at)];
    }),
  ];
}

/** The first reason without its figure, and how many more there are. */
function sayWhy({ fails }: CellSummary): string {
  const more = fails.length > 1 ? ` (+${fails.length - 1})` : '';
  return fails[0]!.replace(/ \(.*/, '') + more;
}

function mark(policy: Policy, x: number, y: number): string {
  return `<g class="${MARK[policy].color}">${MARK[policy].shape(round(x), y)}</g>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
