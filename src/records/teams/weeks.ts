/** Weeks of tickets that where a team is going is read from: a quarter. */
export const WEEKS = 13;
