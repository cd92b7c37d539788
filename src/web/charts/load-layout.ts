import type { LeadWeek } from '../loads.ts';

type Load = LeadWeek['load'];
type Part = Load['ownTickets'];
/** A piece of the bar, in hours from its left end. known: measured or told; assumed: the playbook's; beyond: past the week. */
export type LoadSegment = {
  key: string;
  side: 'own' | 'technical' | 'people';
  from: number;
  to: number;
  look: 'known' | 'assumed' | 'beyond';
};

/** A week laid out along one line: own tickets, leading the work, people; what doesn't fit into the week lies beyond it. */
export function layOutLoad(load: Load): { segments: LoadSegment[]; weekAt: number; most: number } {
  const weekAt = load.week.hours;
  const parts: [LoadSegment['side'], Part][] = [
    ['own', load.ownTickets],
    ...load.technical.map((part): [LoadSegment['side'], Part] => ['technical', part]),
    ...load.people.map((part): [LoadSegment['side'], Part] => ['people', part]),
  ];
  const segments: LoadSegment[] = [];
  let at = 0;
  for (const [side, part] of parts) {
    const end = at + part.hours;
    const look = part.basis === 'assumed' ? 'assumed' : 'known';
    const inside = Math.min(end, weekAt);
    if (inside > at) segments.push({ key: part.what, side, from: at, to: inside, look });
    if (end > Math.max(at, weekAt))
      segments.push({ key: `${part.what} beyond`, side, from: Math.max(at, weekAt), to: end, look: 'beyond' });
    at = end;
  }
  return { segments, weekAt, most: Math.max(weekAt, at, 1) };
}

const WORDS: Record<Part['what'], string> = {
  'one-on-ones': '1:1s',
  reports: 'reports',
  starters: 'new starters',
  mentees: 'mentees',
  conflicts: 'open conflicts',
  escalations: 'escalations',
  steering: 'leading the work',
  'own-tickets': 'own tickets',
};

/** How a part is known, in a word. */
export const BASIS_OF_PART = { measured: 'measured', told: 'told', assumed: 'playbook' } as const;

/** "16 h" */
export const sayHours = (value: number): string =>
  `${value >= 9.95 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} h`;

const sayPart = ({ what, hours, basis }: Part) => `${WORDS[what]} ${sayHours(hours)} (${BASIS_OF_PART[basis]})`;

/** Every part of the week with how it is known: what the bar shows, for those who don't see it. */
export function sayWeek(load: Load): string {
  const parts = [load.ownTickets, ...load.technical, ...load.people].filter(({ hours }) => hours > 0).map(sayPart);
  return `${parts.join(', ')}; a week of ${sayHours(load.week.hours)}`;
}
