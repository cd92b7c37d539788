import { Refusal } from '../../base/errors.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readFits, saveFit } from '../../records/evidence/fit.store.ts';
import { readCrossEntries } from '../../records/evidence/store.ts';
import type { Outcome } from '../../records/evidence/types.ts';
import { situationOf } from '../../records/firm/store.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId, SeatId } from '../../records/people/types.ts';
import type { Competency, Side } from '../../records/voice/types.ts';
import type { Panel } from './contract.ts';
import { fitTechnicians, MODEL_VERSION } from './fitting.ts';
import { playbookPanel } from './playbook-panel.ts';
import { demandPanel, distancePanel, loadPanel } from './seat-panels.ts';
import { readTicket, readTicketsOf } from './store.ts';
import { competencyPanel, sidePanel } from './strength-panels.ts';
import { ticketPanel, ticketsPanel } from './ticket-panels.ts';

const OUTCOMES: Outcome[] = ['minutes-worked', 'queue-minutes'];

/** Fits every outcome whose sums have changed since its last fit, or that an older model fitted. Never reads tickets. */
export async function refit(ctx: Pick<FirmContext, 'db' | 'log' | 'now'>): Promise<void> {
  const fits = new Map((await readFits(ctx.db, 'themselves')).map((fit) => [fit.outcome, fit]));
  for (const outcome of OUTCOMES) {
    const sums = await readCrossEntries(ctx.db, outcome);
    const last = fits.get(outcome);
    if (sums === undefined || (last?.dataVersion === sums.dataVersion && last.modelVersion === MODEL_VERSION)) continue;
    const evidence = fitTechnicians(sums, last?.evidence.status === 'fitted' ? last.evidence.effects.theta : {});
    const { dataVersion } = sums;
    await saveFit(ctx.db, { outcome, dataVersion, modelVersion: MODEL_VERSION, evidence }, ctx.now());
  }
}

/** What stands behind one number. */
export async function findPanel(ctx: FirmContext, input: { ref: string; offset: number }): Promise<Panel> {
  const situation = await situationOf(ctx);
  const [kind, id = '', part = ''] = input.ref.split('/');
  const panel = await buildPanel(ctx, situation, { ref: input.ref, kind: kind!, id, part, offset: input.offset });
  if (panel === undefined)
    throw new Refusal('not-found', 'What stood behind this number is no longer there: reload the page.', {
      field: 'ref',
    });
  return panel;
}

type Wanted = { ref: string; kind: string; id: string; part: string; offset: number };

async function buildPanel(
  ctx: FirmContext,
  situation: Situation,
  { ref, kind, id, part, offset }: Wanted,
): Promise<Panel | undefined> {
  const number = Number(id);
  switch (kind) {
    case 'strength':
      return sidePanel(situation, ref, number as PersonId, part as Side);
    case 'competency':
      return competencyPanel(situation, ref, number as PersonId, part as Competency);
    case 'demand':
      return demandPanel(situation, ref, number as SeatId, part as Side);
    case 'distance':
      return distancePanel(situation, ref, number as SeatId);
    case 'load':
      return loadPanel(situation, ref, number as SeatId);
    case 'playbook':
      return playbookPanel(situation, ref, id);
    case 'tickets':
      return ticketsPanel(situation, ref, number as PersonId, await readTicketsOf(ctx.db, number, offset));
    case 'ticket':
      return ticketPanel(situation, ref, await readTicket(ctx.db, number));
    default:
      return undefined;
  }
}
