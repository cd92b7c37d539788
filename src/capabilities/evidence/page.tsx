export function EvidencePanel({ reference }: { reference: string }) {
  return <p>{reference}</p>;
}
