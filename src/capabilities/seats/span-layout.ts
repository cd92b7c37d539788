import { archetypeOf, ownTicketShare } from '../../model/growth/spans.ts';
import type { Playbook } from '../../records/playbook/definitions.ts';

/** A way to lead so many people: from and to how many reports. */
export type SpanBand = { name: string; from: number; to: number };
/** A lead by reports and by the share of the week on own tickets, with where a split team would stand. */
export type SpanPoint = {
  seatId: number;
  name: string;
  reports: number;
  /** Share of the week on own tickets, 0 to 1; `known` false: as the curve has it. */
  share: number;
  known: boolean;
  /** Reports of each lead once the team is split; null: the team needs no split. */
  split: number[] | null;
};

/** The archetypes of leading, side by side along the number of reports. */
export function spanBands(playbook: Playbook, most: number): SpanBand[] {
  const ends = [
    ['player-coach', playbook['growth.spans.player-coach']],
    ['coach', playbook['growth.spans.coach']],
    ['supervisor', playbook['growth.spans.supervisor']],
    ['facilitator', playbook['growth.spans.facilitator']],
    ['too many', most + 0.5],
  ] as const;
  let from = 0;
  return ends.flatMap(([name, end]) => {
    const to = Math.min(name === 'too many' ? end : end + 0.5, most + 0.5);
    const band = { name, from, to };
    from = Math.max(from, to);
    return band.to > band.from ? [band] : [];
  });
}

/** The share of a week that is left for own tickets, by number of reports from 0. */
export const shareCurve = (playbook: Playbook, most: number): number[] =>
  Array.from({ length: most + 1 }, (_, reports) => ownTicketShare(reports, playbook));

type Lead = { seatId: number; name: string; reports: number; share: number | null };

/** Leads as points. Whoever leads more than a supervisor can is shown with the teams that a split would make. */
export function spanPoints(leads: readonly Lead[], playbook: Playbook): SpanPoint[] {
  return leads.map(({ seatId, name, reports, share }) => {
    const archetype = archetypeOf(reports, playbook);
    const isLarge = archetype === 'facilitator' || archetype === 'too-many';
    return {
      seatId,
      name,
      reports,
      share: Math.min(1, share ?? ownTicketShare(reports, playbook)),
      known: share !== null,
      split: isLarge ? splitTeam(reports, playbook['growth.spans.supervisor']) : null,
    };
  });
}

/** The fewest teams, as even as can be, of which none is larger than one supervisor leads; the new leads come from the team. */
function splitTeam(reports: number, most: number): number[] {
  let leads = 2;
  while ((reports - leads + 1) / leads > most) leads++;
  const rest = reports - leads + 1;
  return Array.from({ length: leads }, (_, at) => Math.floor((rest + leads - 1 - at) / leads));
}

/** How high labels stand so that none covers another: those that would are moved down, the order kept. */
export function spreadLabels(labels: readonly { x: number; y: number; width: number }[], gap: number): number[] {
  const placed: { x: number; y: number; width: number }[] = [];
  const heights = labels.map(() => 0);
  const order = labels.map((_, at) => at).sort((one, other) => labels[one]!.y - labels[other]!.y);
  for (const at of order) {
    const label = { ...labels[at]! };
    const hits = (one: typeof label) =>
      one.x < label.x + label.width && label.x < one.x + one.width && Math.abs(one.y - label.y) < gap;
    for (let hit = placed.find(hits); hit; hit = placed.find(hits)) label.y = hit.y + gap;
    placed.push(label);
    heights[at] = label.y;
  }
  return heights;
}
