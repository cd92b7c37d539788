import type { RecentCase } from '../records/evidence/recent.ts';
import type { Shortage } from '../records/evidence/types.ts';
import type { STUCK_VALUES } from '../records/playbook/stuck-values.ts';
import { type Carrier, findCarriers } from './attribution-carriers.ts';
import { type LongRun, setAgainstLongRun } from './attribution-rows.ts';
import {
  type Cause,
  type CauseShare,
  drawShares,
  estimateShifts,
  type Parts,
  partsOf,
  SHARED_CAUSES,
  type ShareDraws,
  type SharedCause,
  summarise,
} from './attribution-shares.ts';

/** What slow tickets are set against. */
export type AttributionInput = LongRun & {
  /** All tickets opened or resolved lately, slow or not. */
  recent: readonly RecentCase[];
  /** The firm's playbook. */
  rules: Readonly<Record<keyof typeof STUCK_VALUES, number>>;
};

/**
 * What makes tickets slow. person: more in one person's hands than is usual for them, over several areas. mixed: several of
 * these, or they can't be told apart. A person's numbers: cut with model/sight before it is shown.
 */
export type Attribution =
  | {
      status: 'attributed';
      kind: Cause | 'mixed';
      /** Add up to 1. */
      shares: Record<Cause, CauseShare>;
      /** Where each cause lies, the heaviest first; empty where it adds nothing. */
      carriers: Record<SharedCause, Carrier[]>;
      /** Mean extra time of a ticket, log minutes beyond an ordinary one in the same hands now; open ones at their expected end. */
      extra: number;
      /** Tickets that were asked about and found; how many of them are still open; how many they were set against. */
      n: { tickets: number; open: number; recent: number };
    }
  | { status: 'not-slower'; tickets: number }
  | Shortage;

/** Says what makes some of the recent tickets slow, by number; those that aren't recent are passed over. */
export type Attribute = (stuck: ReadonlySet<number>) => Attribution;

/**
 * The shares of ticket, area, client and person in what makes tickets slow (docs/methods/attribution.md). People are set
 * against their own long run, areas and clients against the mean ticket or theirs (`against`). The shifts are estimated once, then any number of
 * sets can be asked about. Deterministic; the order of tickets makes no difference.
 */
export function openAttribution({ recent, rules, ...longRun }: AttributionInput): Attribute {
  const resolved = recent.filter(({ open }) => !open).length;
  const need = rules['stuck.need'];
  if (resolved < need)
    return () => ({ status: 'not-enough-evidence', reason: 'recent resolved tickets', have: resolved, need });
  const rows = setAgainstLongRun(recent, longRun);
  const guess = { variance: rules['stuck.usual-shift'] ** 2, worth: rules['stuck.shift-worth'] };
  const shifts = estimateShifts(rows, longRun.terms.sigma, guess);
  const parts = rows.cases.map((_, t) => partsOf(rows, shifts, t));
  return (stuck) => {
    const set = rows.cases.flatMap(({ ticketId }, t) => (stuck.has(ticketId) ? [t] : []));
    if (set.length === 0)
      return { status: 'not-enough-evidence', reason: 'recent tickets among those asked about', have: 0, need: 1 };
    const extra = set.reduce((sum, t) => sum + sumOfParts(parts[t]!), 0) / set.length;
    if (!(extra > 0)) return { status: 'not-slower', tickets: set.length };
    const draws = drawShares(rows, shifts, set, parts);
    const shares = {
      ticket: summarise(draws.ticket),
      area: summarise(draws.area),
      client: summarise(draws.client),
      person: summarise(draws.person),
    };
    const carriers = {
      area: findCarriers(rows, parts, set, 'area'),
      client: findCarriers(rows, parts, set, 'client'),
      person: findCarriers(rows, parts, set, 'person'),
    };
    const n = { tickets: set.length, open: set.filter((t) => rows.open[t]).length, recent: rows.cases.length };
    return { status: 'attributed', kind: nameKind(shares, draws, carriers, rules), shares, carriers, extra, n };
  };
}

const sumOfParts = ({ ticket, area, client, person }: Parts) => ticket + area + client + person;

/** More than half: of the whole, or of what a cause adds. */
const MOST = 0.5;

/**
 * What they share is named first, because it can be ended once for all of them: the largest of the three where it carries
 * enough, is surely the largest, lies mostly with one, and shows in several hands (a person's in several areas). Where
 * something is shared for sure but can't be named, it is mixed.
 */
function nameKind(
  shares: Record<Cause, CauseShare>,
  draws: ShareDraws,
  carriers: Record<SharedCause, Carrier[]>,
  rules: AttributionInput['rules'],
): Cause | 'mixed' {
  const largest = SHARED_CAUSES.reduce((best, cause) => (shares[cause].mean > shares[best].mean ? cause : best));
  const { mean, low } = shares[largest];
  const [carrier] = carriers[largest];
  const several = rules['stuck.shows-in'];
  const shared = carrier !== undefined && carrier.tickets >= several;
  const pinned = shared && carrier.part >= MOST && carrier.shows.in >= several;
  if (pinned && mean >= rules['stuck.named-from'] && chanceOfLargest(draws, largest) >= rules['stuck.sure'])
    return largest;
  const surely = shared && low >= rules['stuck.named-from'] / 2;
  return shares.ticket.mean >= MOST && !surely ? 'ticket' : 'mixed';
}

/** Chance that a shared cause adds more than each of the other two. */
function chanceOfLargest(draws: ShareDraws, cause: SharedCause): number {
  const others = SHARED_CAUSES.filter((one) => one !== cause);
  const ahead = draws[cause].filter((share, d) => share > 0 && others.every((other) => share >= draws[other][d]!));
  return ahead.length / draws[cause].length;
}
