import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readTicketAddress, saveTicketAddress } from '../../records/work/address.store.ts';
import { troubleWithAddress } from '../../records/work/ticket-address.ts';

/** Where a ticket opens in the firm's ticket system; null: not said. */
export async function findAddress({ db }: FirmContext): Promise<{ pattern: string | null }> {
  return { pattern: await readTicketAddress(db) };
}

/** Keeps it. Nothing is called: it becomes a link on cards, and whoever opens it signs in there. */
export async function keepAddress(
  { db }: FirmContext,
  { pattern }: { pattern: string | null },
): Promise<{ pattern: string | null }> {
  const trouble = pattern === null ? null : troubleWithAddress(pattern);
  if (trouble !== null) throw new Refusal('bad-input', trouble, { field: 'pattern' });
  await saveTicketAddress(db, pattern);
  return { pattern };
}
