import { createRandom } from '../../src/base/random.ts';
import { dayOf, type Instant } from '../../src/base/time.ts';
import { shareInterval } from '../../src/science/share-interval.ts';
import type { LogEnd } from './outcomes.ts';
import { type FirstCard, PLAYBOOK, type Replay, type Seen } from './replay.ts';

/** What a card may have come before. */
export const EVENTS = ['breached', 'bounced', 'reopened', 'any', 'moved', 'missed'] as const;
export type Event = (typeof EVENTS)[number];

/** How many first cards came before an event, of how many cards; and of the tickets it happened to how many had one before. */
export type Score = { cards: number; hits: number; low: number; high: number; happened: number; reached: number };

/** Both ways, and the difference of their shares with its interval. */
export type Judged = {
  event: Event;
  ours: Score;
  oldest: Score;
  difference: { mean: number; low: number; high: number };
};

/** A ticket's end: its changes of hands over its whole life, and when it was first resolved. */
export type Story = Seen & LogEnd & { handoffs: number; resolvedAt: Instant | null };

type Card = Pick<FirstCard, 'asOf' | 'changes' | 'breached'>;

/** Whether an event came to a ticket after a morning. */
function cameAfter(event: Exclude<Event, 'any'>, story: Story, { asOf, changes, breached }: Card): boolean {
  switch (event) {
    case 'breached':
      return !breached && story.breachedAt !== null && story.breachedAt > asOf;
    case 'missed':
      return story.missed && story.resolvedAt !== null && story.resolvedAt > asOf;
    case 'bounced':
      return changes < PLAYBOOK['today.bounces'] && story.handoffs >= PLAYBOOK['today.bounces'];
    case 'moved':
      return story.handoffs > changes;
    case 'reopened':
      return story.reopenedAt !== null && story.reopenedAt > asOf;
  }
}

const SINGLE = ['breached', 'bounced', 'reopened'] as const;

const isHit = (event: Event, story: Story, card: Card): boolean =>
  event === 'any' ? SINGLE.some((one) => cameAfter(one, story, card)) : cameAfter(event, story, card);

/** Judges both ways by every event. */
export function judge({ ours, oldest }: Replay, stories: ReadonlyMap<number, Story>): Judged[] {
  return EVENTS.map((event) => {
    // On its first morning everything was still to come that a card could have come before.
    const happened = [...stories].filter(([, story]) =>
      isHit(event, story, {
        asOf: story.firstMorning,
        changes: story.changes,
        breached: story.breachedAt === story.firstMorning,
      }),
    );
    const score = (cards: readonly FirstCard[]): Score => {
      const hits = cards.filter((card) => isHit(event, stories.get(card.ticketId)!, card));
      const before = new Set(hits.map(({ ticketId }) => ticketId));
      const reached = happened.filter(([id]) => before.has(id)).length;
      return {
        cards: cards.length,
        hits: hits.length,
        ...shareInterval(hits.length, cards.length),
        happened: happened.length,
        reached,
      };
    };
    const hitOf = (card: FirstCard) => isHit(event, stories.get(card.ticketId)!, card);
    return { event, ours: score(ours), oldest: score(oldest), difference: compare(ours, oldest, hitOf) };
  });
}

/** Of how many first cards of each rule how many came before each event. */
export type RuleScore = { rule: string; cards: number; hits: Record<Event, number> };

/** The same by rule. */
export function judgeRules({ ours }: Replay, stories: ReadonlyMap<number, Story>): RuleScore[] {
  return [...Map.groupBy(ours, ({ rule }) => rule)].map(([rule, own]) => {
    const hitsOf = (event: Event) => own.filter((card) => isHit(event, stories.get(card.ticketId)!, card)).length;
    return {
      rule,
      cards: own.length,
      hits: Object.fromEntries(EVENTS.map((one) => [one, hitsOf(one)])) as RuleScore['hits'],
    };
  });
}

const DRAWS = 2000;
const SEED = 7;

/** Difference of the shares of hits, with an 80% interval over weeks drawn anew: cards of one week hang together. */
function compare(ours: readonly FirstCard[], oldest: readonly FirstCard[], isHit: (card: FirstCard) => boolean) {
  const weekOf = ({ asOf }: FirstCard) => Math.floor(Date.parse(dayOf(asOf)) / (7 * 86_400_000));
  const weeks = new Map<number, [number, number, number, number]>();
  for (const [at, cards] of [ours, oldest].entries())
    for (const card of cards) {
      const sums = weeks.get(weekOf(card)) ?? [0, 0, 0, 0];
      sums[at * 2]!++;
      if (isHit(card)) sums[at * 2 + 1]!++;
      weeks.set(weekOf(card), sums);
    }
  const rows = [...weeks.values()];
  const differenceOf = (drawn: readonly (typeof rows)[number][]) => {
    const [n1, h1, n2, h2] = [0, 1, 2, 3].map((i) => drawn.reduce((sum, row) => sum + row[i]!, 0)) as [
      number,
      number,
      number,
      number,
    ];
    return h1 / Math.max(1, n1) - h2 / Math.max(1, n2);
  };
  const random = createRandom(SEED);
  const draws = Array.from({ length: DRAWS }, () =>
    differenceOf(rows.map(() => rows[Math.floor(random.uniform() * rows.length)]!)),
  );
  const sorted = draws.sort((a, b) => a - b);
  return { mean: differenceOf(rows), low: sorted[Math.floor(0.1 * DRAWS)]!, high: sorted[Math.floor(0.9 * DRAWS)]! };
}
