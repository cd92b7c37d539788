/** How much of a whole, and how many of them had what is counted. */
export type PartCount = { key: number; before: { hits: number; n: number }; after: { hits: number; n: number } };

/**
 * How much each part of a whole contributes to the change of its share: its own share changed, or it became a larger or
 * smaller part of the whole. The contributions sum to the change. Both wholes have n > 0. Source: Kitagawa 1955, JASA 50,
 * 1168–1194, symmetric; the effect of a part's weight is taken against the mean of both whole shares.
 */
export function changeParts(parts: readonly PartCount[]): { key: number; part: number }[] {
  const whole = (side: 'before' | 'after') => {
    const n = parts.reduce((sum, one) => sum + one[side].n, 0);
    return { n, share: parts.reduce((sum, one) => sum + one[side].hits, 0) / n };
  };
  const [before, after] = [whole('before'), whole('after')];
  const usual = (before.share + after.share) / 2;
  return parts.map(({ key, before: was, after: is }) => {
    const [w0, w1] = [was.n / before.n, is.n / after.n];
    // A part that is there on one side only has no change of its own.
    const p0 = was.n > 0 ? was.hits / was.n : is.n > 0 ? is.hits / is.n : 0;
    const p1 = is.n > 0 ? is.hits / is.n : p0;
    return { key, part: ((w0 + w1) / 2) * (p1 - p0) + (w1 - w0) * ((p0 + p1) / 2 - usual) };
  });
}
