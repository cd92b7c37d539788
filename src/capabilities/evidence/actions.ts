import { Refusal } from '../../base/errors.ts';
import { dayOf } from '../../base/time.ts';
import { nameRatersFor } from '../../model/raters.ts';
import { sightOf } from '../../model/sight.ts';
import { sayShortDay } from '../../model/words.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readVisible } from '../../platform/db/standing.ts';
import { type FitReader, readWaiting } from '../../records/evidence/fit.store.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId, SeatId } from '../../records/people/types.ts';
import { remarksOn } from '../../records/remarks/disputes.ts';
import { readRemarks } from '../../records/remarks/store.ts';
import type { Competency, Side } from '../../records/voice/types.ts';
import type { Panel } from './contract.ts';
import type { PanelReader } from './panel-reader.ts';
import { findParts } from './parts.actions.ts';
import { playbookPanel } from './playbook-panel.ts';
import { demandPanel, distancePanel, loadPanel } from './seat-panels.ts';
import { readTicket, readTicketsOf } from './store.ts';
import { competencyPanel, sidePanel } from './strength-panels.ts';
import { type FoundTicket, ticketPanel, ticketsPanel } from './ticket-panels.ts';

/** What stands behind one number, for a reader who may open it. */
export async function findPanel(ctx: FirmContext, input: { ref: string; offset: number }): Promise<Panel> {
  const [kind, id = '', part = ''] = input.ref.split('/') as [string, string?, string?];
  const wanted = { ref: input.ref, kind, id, part, offset: input.offset };
  const found = kind === 'ticket' ? await findTicket(ctx, Number(id)) : undefined;
  const about = personBehind(wanted, found?.ticket.firstAssigneeId ?? null);
  const mine = about !== null && about === ctx.personId;
  const situation = await situationOf(ctx, { own: mine });
  const reader = await readReader(ctx, situation);
  refuseClosed(wanted, about, situation, reader);
  const panel = await buildPanel(ctx, situation, wanted, reader, found);
  if (panel === undefined)
    throw new Refusal('not-found', 'What stood behind this number is no longer there: reload the page.', {
      field: 'ref',
    });
  if (about !== null && !mine) ctx.concerns.people.add(about);
  const waits = about !== null && situation.ticketsClosed.has(about) ? await sayWaiting(ctx, situation, about) : null;
  const remarks = about === null ? [] : remarksOn(await readRemarks(ctx.db, { personId: about }), input.ref);
  return { ...panel, remarks, limits: waits === null ? panel.limits : [waits, ...panel.limits] };
}

/** Undefined: there is none, or what names it is no number. */
async function findTicket(ctx: FirmContext, ticketId: number): Promise<FoundTicket> {
  return Number.isSafeInteger(ticketId) ? ctx.asEngine((db) => readTicket(db, ticketId)) : undefined;
}

type Wanted = { ref: string; kind: string; id: string; part: string; offset: number };

/** Whose numbers a reference opens; null: nobody's. */
function personBehind({ kind, id }: Wanted, firstAssigneeId: number | null): PersonId | null {
  if (kind === 'ticket') return firstAssigneeId as PersonId | null;
  return ['strength', 'competency', 'parts', 'tickets'].includes(kind) ? (Number(id) as PersonId) : null;
}

async function readReader(ctx: FirmContext, { structure }: Situation): Promise<PanelReader> {
  const { standing } = ctx;
  const personId = ctx.personId as PersonId | null;
  return {
    sights: sightOf({ standing, personId, visible: await readVisible(ctx.db), structure }),
    nameRater: nameRatersFor({ ...ctx, structure }),
  };
}

/** What stands behind a person's numbers is for whom these are open; what a job needs is for everybody. */
function refuseClosed({ kind, id }: Wanted, about: PersonId | null, { structure }: Situation, { sights }: PanelReader) {
  if (sights.everything) return;
  const name = (of: PersonId) => structure.people.find((person) => person.personId === of)?.name;
  if (kind === 'ticket' && (about === null || sights.of(about) !== 'open'))
    throw new Refusal(
      'not-allowed',
      'Only whoever got this ticket first, their lead and who decides about them can open it.',
    );
  if (about !== null && name(about) !== undefined && sights.of(about) !== 'open')
    throw new Refusal('not-allowed', `Only ${name(about)}, their lead and who decides about them can open this.`);
  if (kind !== 'load') return;
  const holderId = structure.seats.find((seat) => seat.seatId === Number(id))?.holderId ?? null;
  if (holderId !== null && !sights.seesHours(holderId))
    throw new Refusal('not-allowed', `Only ${name(holderId)}, their lead and who balances the firm can open this.`);
}

/** That newer numbers are with their person first, said to both. */
async function sayWaiting(ctx: FirmContext, { structure }: Situation, about: PersonId): Promise<string | null> {
  const until = await ctx.asEngine((db) => readWaiting(db, ctx.now()));
  if (until === null) return null;
  const day = sayShortDay(dayOf(until));
  const name = structure.people.find((person) => person.personId === about)?.name ?? 'them';
  return about === ctx.personId
    ? `Others see this from ${day}.`
    : `Newer numbers are with ${name} first; they show here from ${day}.`;
}

async function buildPanel(
  ctx: FirmContext,
  situation: Situation,
  { ref, kind, id, part, offset }: Wanted,
  reader: PanelReader,
  found: FoundTicket,
): Promise<Panel | undefined> {
  const number = Number(id);
  if (kind !== 'playbook' && !Number.isSafeInteger(number)) return undefined;
  switch (kind) {
    case 'strength':
      return sidePanel(situation, ref, number as PersonId, part as Side, reader);
    case 'competency':
      return competencyPanel(situation, ref, number as PersonId, part as Competency, reader);
    case 'demand':
      return demandPanel(situation, ref, number as SeatId, part as Side);
    case 'distance':
      return distancePanel(situation, ref, number as SeatId);
    case 'load':
      noteHolder(ctx, situation, number);
      return loadPanel(situation, ref, number as SeatId);
    case 'playbook':
      return playbookPanel(situation, ref, id);
    case 'parts':
      return findParts(ctx, situation, { ref, personId: number as PersonId, part }, readerOf(ctx, number));
    case 'tickets':
      // Checked above; what a ticket was compared by is read by the program alone.
      return ticketsPanel(
        situation,
        ref,
        number as PersonId,
        await ctx.asEngine((db) => readTicketsOf(db, number, offset)),
      );
    case 'ticket':
      return ticketPanel(situation, ref, found, reader);
    default:
      return undefined;
  }
}

/** The people themselves see the newest numbers. */
const readerOf = (ctx: FirmContext, about: number): FitReader =>
  about === ctx.personId ? 'themselves' : { others: ctx.now() };

function noteHolder(ctx: FirmContext, { structure }: Situation, seatId: number) {
  const holderId = structure.seats.find((seat) => seat.seatId === seatId)?.holderId;
  if (holderId != null && holderId !== ctx.personId) ctx.concerns.people.add(holderId);
}
