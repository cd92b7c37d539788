import { dayOf, type Instant } from '../../base/time.ts';
import type { Pull } from '../../model/residuals.ts';
import type { PanelTable } from './contract.ts';
import type { FittedPart } from './fitted-part.ts';
import type { MadeOf } from './outcome-words.ts';
import { type PartScale, sayRare } from './part-words.ts';

type TicketName = { externalId: string; openedAt: Instant; client: string | null; area: string | null };

/** The tickets that pull an estimate most; `of`: how many were looked through. */
export type PullRows = { pulls: readonly Pull[]; names: ReadonlyMap<number, TicketName>; of: number };

/** Tickets shown. */
export const MOST_PULLS = 10;

/** How little or much a single ticket carries, in a sentence; none where nothing is put down to the person. */
export function pullsSentence({ pulls }: PullRows, { effect, value, tau2 }: FittedPart, scale: PartScale): string[] {
  if (pulls.length === 0 || !(tau2 > 0)) return [];
  const without = [value, ...pulls.map((one) => one.without - effect + value)];
  const range = scale.sayRange(Math.min(...without), Math.max(...without), 1);
  return [`Their own part is ${scale.say(value, 1)}; without any single ticket it would be about ${range}.`];
}

const TITLES: Record<MadeOf, string> = {
  minutes: 'Tickets that pull it most',
  kept: 'Tickets that ended as few do',
  lasted: 'Tickets that ended as few do',
  satisfied: 'Answers that were least to be expected',
};

const HAPPENED: Record<Exclude<MadeOf, 'minutes'>, { well: string; not: string; expected: string }> = {
  kept: { well: 'resolved', not: 'handed on', expected: 'of 100 like it are kept' },
  lasted: { well: 'stayed solved', not: 'came back', expected: 'of 100 like it stay solved' },
  satisfied: { well: 'satisfied', not: 'not satisfied', expected: 'of 100 like it are satisfied' },
};

/** The few tickets that pull the estimate most, each with what was to be expected and what it would be without it. */
export function pullsTable(
  part: MadeOf,
  { pulls, names, of }: PullRows,
  { effect, value }: Pick<FittedPart, 'effect' | 'value'>,
  scale: PartScale,
): PanelTable {
  const [took, expected] = part === 'minutes' ? ['Minutes', 'Expected of them'] : ['What happened', 'Expected of them'];
  return {
    title: `${TITLES[part]}, of ${of}`,
    columns: [
      { key: 'ticket', title: 'Ticket' },
      { key: 'took', title: took, numeric: part === 'minutes' },
      { key: 'expected', title: expected, numeric: part === 'minutes' },
      { key: 'without', title: 'Without it', numeric: true },
      { key: 'rare', title: 'So far off' },
      { key: 'area', title: 'Area' },
      { key: 'client', title: 'Client' },
      { key: 'opened', title: 'Opened' },
    ],
    rows: pulls.map((one) => {
      const name = names.get(one.ticketId);
      return {
        ticket: name?.externalId ?? null,
        took: part === 'minutes' ? Math.round(Math.exp(one.y)) : HAPPENED[part][one.y === 1 ? 'well' : 'not'],
        expected: part === 'minutes' ? Math.round(Math.exp(one.expected)) : sayExpected(part, one.expected),
        rare: sayRare(one.oneIn),
        without: scale.say(one.without - effect + value, 1),
        area: name?.area ?? null,
        client: name?.client ?? null,
        opened: name ? dayOf(name.openedAt) : null,
        door: `ticket/${one.ticketId}`,
      };
    }),
    total: pulls.length,
  };
}

const sayExpected = (part: Exclude<MadeOf, 'minutes'>, chance: number) =>
  `${Math.round(100 * chance)} ${HAPPENED[part].expected}`;
