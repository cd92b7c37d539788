/** Stops at once when the program itself is wrong. A bug, never a user's mistake: those are a `Refusal`. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Evenkeel has a bug: ${message}`);
}

/** Marks a branch that the types say can't be reached, so that a new case of a union fails to compile. */
export function unreachable(value: never): never {
  throw new Error(`Evenkeel has a bug: unexpected ${JSON.stringify(value)}`);
}
