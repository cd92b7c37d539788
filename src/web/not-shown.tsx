/** In the place of a number that the reader may not see: said, not left out. `why`: whose it is, where that stands nowhere else. */
export function NotShown({ why }: { why?: string }) {
  return <p className="quiet not-shown">Not shown to you{why ? `. ${why}` : ''}</p>;
}
