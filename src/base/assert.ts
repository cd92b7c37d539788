/** Stops at once when the program itself is wrong. A bug, never a user's mistake: those are a `Refusal`. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Evenkeel has a bug: ${message}`);
}
