/** Where the number of a ticket goes. */
export const NUMBER = '{number}';

/**
 * What is wrong with an address for tickets, in a sentence; null: nothing. It is only ever a link that somebody opens in
 * their own browser, so it has to lead to one fixed place, encrypted, and carry nothing secret.
 */
export function troubleWithAddress(pattern: string): string | null {
  if (pattern.length > 300)
    return 'The address is longer than 300 characters: give the shorter one of a single ticket.';
  if (pattern.split(NUMBER).length !== 2)
    return `Put ${NUMBER} once where the ticket’s number stands: https://tickets.example.com/show/${NUMBER}.`;
  const url = parse(pattern.replace(NUMBER, '1'));
  if (url === null) return 'This is no address: copy the one that your browser shows for a ticket.';
  if (url.protocol !== 'https:') return 'The address has to begin with https://.';
  if (url.username !== '' || url.password !== '')
    return 'Leave out the name and the password: whoever opens a ticket signs in there.';
  // Two different numbers that lead to two different places would let a ticket choose where a click goes.
  if (url.origin !== parse(pattern.replace(NUMBER, '2'))?.origin)
    return `${NUMBER} can’t stand in the name of the place: only behind it.`;
  return null;
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** The address of one ticket: its number can't leave the place where it stands. */
export const addressOf = (pattern: string, number: string): string =>
  pattern.replace(NUMBER, () => encodeURIComponent(number));
