import { type Sights, sightOf } from '../../model/sight.ts';
import { type ShownAdvice, showAdvice, shownIn } from '../../model/sight-advice.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readDecided, readVisible } from '../../platform/db/standing.ts';
import type { PersonId, Structure } from '../../records/people/types.ts';
import type { Verdict } from '../../records/verdicts/types.ts';

/** What the reader may see of everybody, and on which seats they decide. */
type Seen = { sights: Sights; decided: ReadonlySet<number> };

export async function readSeen(ctx: FirmContext, structure: Structure): Promise<Seen> {
  const { standing } = ctx;
  const personId = ctx.personId as PersonId | null;
  const sights = sightOf({ standing, personId, visible: await readVisible(ctx.db), structure });
  return { sights, decided: await readDecided(ctx.db) };
}

/** Our advice as far as the reader may see it. */
export const showFor = ({ sights, decided }: Seen, verdict: Verdict): ShownAdvice =>
  showAdvice(verdict, sights, decided.has(verdict.seatId));

/** Tells the audit log whose numbers these pieces of advice show. */
export function noteShown(ctx: FirmContext, sights: Sights, advice: readonly ShownAdvice[]) {
  const holders = advice.flatMap(({ verdict, closed }) => (verdict ?? closed).holderId ?? []);
  const shown = [...advice.flatMap(shownIn), ...holders.filter((id) => sights.of(id) !== 'hidden')];
  for (const id of shown) if (id !== sights.self) ctx.concerns.people.add(id);
}

/** Whether the reader keeps the structure and the playbook. */
export const keepsStructure = ({ standing }: FirmContext) =>
  ['operator', 'engine', 'owner', 'service-manager'].includes(standing);
