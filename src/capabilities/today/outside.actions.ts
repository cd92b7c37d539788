import type { FirmContext } from '../../platform/context.ts';
import type { Card } from '../../records/cards/types.ts';
import { readTicketAddress, readTicketNumbers } from '../../records/work/address.store.ts';
import { addressOf } from '../../records/work/ticket-address.ts';
import type { ShownCard } from './contract.ts';

/** Where the tickets of a card open in the firm's ticket system. */
export type TicketLinks = (card: Card) => ShownCard['outside'];

/** Of cards that ask for hands; a card that says to stay out leads nowhere. Two queries, whatever the number of cards. */
export async function openTickets(ctx: FirmContext, cards: readonly Card[]): Promise<TicketLinks> {
  const pattern = await readTicketAddress(ctx.db);
  if (pattern === null) return () => [];
  const ids = [...new Set(cards.flatMap(ticketsOf))];
  const numbers = await ctx.asEngine((db) => readTicketNumbers(db, ids));
  return (card) =>
    ticketsOf(card).flatMap((id) => {
      const number = numbers.get(id);
      return number === undefined ? [] : [{ href: addressOf(pattern, number), label: number }];
    });
}

/** Those that the card is about, and those it rests on. */
function ticketsOf({ kind, subject, evidence }: Card): number[] {
  if (kind !== 'fix') return [];
  const refs = [subject, ...evidence.doors.map(({ ref }) => ref)];
  return [...new Set(refs.flatMap((ref) => (ref.startsWith('ticket/') ? [Number(ref.slice('ticket/'.length))] : [])))];
}
