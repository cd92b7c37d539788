/** A number as people type it: "1,200", "1 200", "0,45"; null: nothing; undefined: not a number. */
export function parseTyped(text: string): number | null | undefined {
  const plain = text.trim().replace(/[\s\u00a0\u202f']/g, '');
  if (plain === '' || plain === '–') return null;
  const thousands = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const value = Number(thousands ? plain.replaceAll(',', '') : plain.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}
