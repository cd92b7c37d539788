/** Says how far a long import is; on one line that rewrites itself in a terminal, quiet in a pipe but for the end. */
export function createProgressBar(
  out: NodeJS.WriteStream,
  title: string,
): { report(rows: number): void; done(message: string): void } {
  const frames = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
  let turn = 0;
  const clear = () => out.isTTY && out.write('\r\x1b[2K');
  return {
    report(rows) {
      if (!out.isTTY) return;
      turn = (turn + 1) % frames.length;
      out.write(`\r\x1b[2K${frames[turn]} ${title}: ${rows.toLocaleString('en')} rows`);
    },
    done(message) {
      clear();
      if (message) out.write(`${title}: ${message}\n`);
    },
  };
}
