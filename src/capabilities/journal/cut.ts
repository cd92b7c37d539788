import type { Standing } from '../../base/roles.ts';
import type { PersonThen, RecordedDecision } from '../../records/decisions/types.ts';
import type { JournalSight } from './contract.ts';

/** Who reads the journal. */
export type JournalReader = {
  standing: Standing;
  actor: string;
  personId: number | null;
  /** Whose numbers they may see now (`app_visible`), and on which seats they decide. */
  visible: ReadonlySet<number>;
  decided: ReadonlySet<number>;
};

/**
 * How much of a decision a reader gets. All of it: whoever holds the server; whoever decided, where the advice was open to
 * them then; and who may see everybody's numbers who was weighed. Who was decided about: their own part. Others: that it was
 * made. A decision never opens what the advice itself would not have.
 */
export function sightOfDecision(
  { personId, decidedBy, advice }: Pick<RecordedDecision, 'personId' | 'decidedBy' | 'advice'>,
  reader: JournalReader,
): JournalSight {
  const { standing, actor, visible } = reader;
  if (standing === 'operator') return 'whole';
  const isOwn = actor === decidedBy || (reader.personId !== null && decidedBy === `person:${reader.personId}`);
  if (isOwn && advice.shown === true) return 'whole';
  if (personId !== null && personId === reader.personId) return 'own';
  const weighed = [...advice.considered, ...advice.named, ...(personId === null ? [] : [personId])];
  return standing !== 'hr' && weighed.every((id) => visible.has(id)) ? 'whole' : 'closed';
}

/** Whether somebody reads why it was decided so: whoever decides there, and whom it was about. */
export const readsReason = (sight: JournalSight, seatId: number, { decided }: JournalReader): boolean =>
  sight !== 'closed' || decided.has(seatId);

/** How those stood whom a reader may see: everybody, themselves, nobody. */
export function sidesFor(sides: readonly PersonThen[], sight: JournalSight, { personId }: JournalReader): PersonThen[] {
  if (sight === 'whole') return [...sides];
  return sight === 'own' ? sides.filter((one) => one.personId === personId) : [];
}
