/**
 * Shannon's entropy of the kinds that counts were drawn from, nats: that of the counts, and what so few draws leave out of
 * it on average, (kinds seen − 1) / (2 draws). 0 when there is nothing.
 * Source: Miller 1955, Note on the bias of information estimates, in Quastler (ed.), Information Theory in Psychology.
 */
export function estimateEntropy(counts: readonly number[]): number {
  const seen = counts.filter((count) => count > 0);
  const total = seen.reduce((sum, count) => sum + count, 0);
  return total <= 0 ? 0 : Math.log(countEffectively(seen)) + (seen.length - 1) / (2 * total);
}

/**
 * Effective number of kinds: how many equally common kinds would be as varied as these. From 1 (all of one kind) to the
 * number of kinds; 0 when there is nothing. Hill number of order 1, the exponential of Shannon's entropy.
 * Source: Hill 1973, Ecology 54, 427–432; Jost 2006, Oikos 113, 363–375.
 */
export function countEffectively(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total <= 0) return 0;
  let entropy = 0;
  for (const count of counts) if (count > 0) entropy -= (count / total) * Math.log(count / total);
  return Math.exp(entropy);
}
