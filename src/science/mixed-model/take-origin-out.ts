/**
 * Takes out whatever normal information (precision, term) of n readings claims about the mean of one connected part, in
 * place: comparisons have no origin. Λ' = Λ − Λ11ᵀΛ/(1ᵀΛ1), and so for the term.
 * @param precision row-major n × n
 * @param part which part each reading belongs to
 */
export function takeOriginOut(precision: Float64Array, term: Float64Array, part: readonly number[], of: number): void {
  const n = part.length;
  const along = new Float64Array(n);
  let total = 0;
  let claimed = 0;
  let size = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (part[j] === of) along[i]! += precision[i * n + j]!;
    if (part[i] !== of) continue;
    total += along[i]!;
    claimed += term[i]!;
    size += precision[i * n + i]!;
  }
  if (total <= 1e-10 * size) return;
  for (let i = 0; i < n; i++) {
    term[i]! -= (along[i]! * claimed) / total;
    for (let j = 0; j < n; j++) precision[i * n + j]! -= (along[i]! * along[j]!) / total;
  }
}
