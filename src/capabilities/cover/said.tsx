const MOST_SAID = 4;

/** Somebody's hours; beyond the first lines, how many more there are. */
export function Said({ said }: { said: readonly string[] }) {
  if (said.length === 0) return <span className="quiet">not known</span>;
  const more = said.length - MOST_SAID;
  return (
    <ul className="cover-said">
      {said.slice(0, MOST_SAID).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {more > 0 ? <li className="quiet">{`and ${more} more`}</li> : null}
    </ul>
  );
}
