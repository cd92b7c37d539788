/** What the holder of a seat needs first, before anybody asks who else could lead. */
export function HolderNeeds({ needs }: { needs: readonly { text: string; kind: string }[] }) {
  return (
    <div>
      <h2 className="advice-heading">What its holder needs first</h2>
      <ul className="advice-needs">
        {needs.map(({ kind, text }) => (
          <li key={`${kind}${text}`}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
