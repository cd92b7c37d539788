const LONGEST_LINE = 4000;

/**
 * What the log holds of an error that is our fault: kind, message and where. An error may quote what somebody sent or what
 * a row holds, and addresses may hold passwords, so both are left out; causes, which drivers fill with values, too.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return `something of kind ${typeof error} was thrown`;
  const { code } = error as { code?: unknown };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const first = `${error.name}${typeof code === 'string' ? ` ${code}` : ''}: ${withoutContents(error.message)}`;
  return [first, ...stack].join('\n').slice(0, LONGEST_LINE);
}

/** A text without what stands in quotation marks, without queries and log-ins in addresses, and without long secrets. */
export function withoutContents(text: string): string {
  return (
    text
      .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s@/]*@/gi, '$1…@')
      .replace(/\?[^\s"']*/g, '?…')
      .replace(/"(?:[^"\\]|\\.)*"?|(?<!\w)'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g, '"…"')
      .replace(/[\w+/=-]{32,}/g, '…')
      // Nobody writes a second line, or commands to a terminal, into the log.
      .replace(/\p{Cc}+/gu, ' ')
  );
}
