import { decompose } from '../../model/decomposition.ts';
import { findEndPulls, findMinutePulls } from '../../model/residuals.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { type FitReader, readTerms } from '../../records/evidence/fit.store.ts';
import { readCasesOf, readLevelNames, readTicketMix, readTicketNames } from '../../records/evidence/panel.store.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Panel } from './contract.ts';
import { type FittedPart, findFitted } from './fitted-part.ts';
import { strongestLevels } from './mix-table.ts';
import { isMadeOf, type MadeOf } from './outcome-words.ts';
import { type PartFound, partsPanel } from './parts-panel.ts';
import { MOST_PULLS } from './pulls-table.ts';

/** Tickets of one person that are looked through for those that pull the estimate: the newest. */
const MOST_CASES = 20_000;

type Wanted = { ref: string; personId: PersonId; part: string };

/** Takes a person's estimate of one outcome apart. `reader`: whose numbers of which day are shown. */
export async function findParts(
  ctx: FirmContext,
  situation: Situation,
  { ref, personId, part }: Wanted,
  reader: FitReader,
): Promise<Panel | undefined> {
  const person = situation.structure.people.find((one) => one.personId === personId);
  if (!person || !isMadeOf(part)) return undefined;
  const fitted = findFitted(situation, personId, part);
  if ('need' in fitted) return partsPanel(situation, ref, person, part, fitted);
  // What tickets were compared by is read by the program alone; who may see this person's was asked before.
  const found = await ctx.asEngine((db) => readFound(db, personId, part, fitted, reader));
  return partsPanel(situation, ref, person, part, found);
}

/** Four queries, however many tickets there are. */
async function readFound(
  db: Db,
  personId: PersonId,
  part: MadeOf,
  fitted: FittedPart,
  reader: FitReader,
): Promise<PartFound | null> {
  const terms = await readTerms(db, fitted.outcome, reader);
  const { factors, ...sums } = await readTicketMix(db, fitted.outcome, personId);
  if (terms === null || sums.own.n === 0) return null;
  const mix = { own: sums.own.n, all: sums.all.n, factors };
  const cases = await readCasesOf(db, fitted.outcome, personId, MOST_CASES);
  const pulls = (part === 'minutes' ? findMinutePulls : findEndPulls)(cases, terms, fitted, MOST_PULLS);
  const names = await readTicketNames(
    db,
    pulls.map(({ ticketId }) => ticketId),
  );
  const levels = strongestLevels(decompose(0, mix, terms, { value: 0, heldBack: null }));
  return {
    fitted,
    sums,
    mix,
    terms,
    pulls: { pulls, names, of: cases.length },
    words: { names: await readLevelNames(db, levels) },
  };
}
