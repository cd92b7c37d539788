/**
 * The nearest positive semidefinite matrix to a symmetric one (Frobenius norm): its negative eigenvalues become 0.
 * Row-major n × n. Eigenvalues by cyclic Jacobi rotations (Golub and Van Loan 2013, section 8.5); nearest after
 * Higham 1988. Costs about 30 n³, so it is for matrices that failed a Cholesky factorisation, not for every one.
 */
export function clipToPositive(matrix: ArrayLike<number>, n: number): Float64Array {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < 60 && !isDiagonal(a, n); sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, n, p, q);
  }
  const clipped = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const value = a[k * n + k]!;
    if (value <= 0) continue;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) clipped[i * n + j]! += value * vectors[i * n + k]! * vectors[j * n + k]!;
  }
  return clipped;
}

function isDiagonal(a: Float64Array, n: number): boolean {
  let off = 0;
  let all = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const square = a[i * n + j]! ** 2;
      all += square;
      if (i !== j) off += square;
    }
  return off <= 1e-30 * all;
}

function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  const turn = (m: Float64Array, at: number, step: number, first: number, second: number) => {
    const x = m[at + first * step]!;
    const y = m[at + second * step]!;
    m[at + first * step] = c * x - s * y;
    m[at + second * step] = s * x + c * y;
  };
  for (let k = 0; k < n; k++) turn(a, k * n, 1, p, q);
  for (let k = 0; k < n; k++) turn(a, k, n, p, q);
  for (let k = 0; k < n; k++) turn(vectors, k * n, 1, p, q);
}
