import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, instantOf } from '../../src/base/time.ts';
import { importFile, readFileBytes } from '../../src/capabilities/data/actions.ts';
import { refit } from '../../src/capabilities/evidence/refit.actions.ts';
import { changeValue } from '../../src/capabilities/playbook/actions.ts';
import { reviseSeat } from '../../src/capabilities/seats/actions.ts';
import { advise } from '../../src/model/advice.ts';
import type { JointStrength } from '../../src/model/joint-strength.ts';
import { createStrengthSource } from '../../src/model/strength.ts';
import { peopleCsv, ratingsCsv, ticketsCsv } from '../../src/model/world/csv.ts';
import type { World } from '../../src/model/world/types.ts';
import type { FirmContext } from '../../src/platform/context.ts';
import type { Database } from '../../src/platform/db/database.ts';
import type { TicketEffects } from '../../src/records/evidence/types.ts';
import { situationOf } from '../../src/records/firm/store.ts';
import { readStructure } from '../../src/records/people/store.ts';
import type { Playbook, PlaybookKey } from '../../src/records/playbook/definitions.ts';
import type { Verdict } from '../../src/records/verdicts/types.ts';
import { contextIn, testSecrets } from '../../test/support/context.ts';
import type { FirmSettings } from './settings-for.ts';
import { PROOF_DAY } from './world-of.ts';

/** What the product says of a world. */
export type Said = {
  /** Its advice for the open seat. */
  verdict: Verdict;
  /** Its ticket effects; null: none could be fitted. */
  effects: TicketEffects | null;
  /** The strengths that its advice is given from. */
  joint: JointStrength;
  /** What the firm's playbook is set to. */
  playbook: Playbook;
};

/** An empty firm of a database. */
export type Firm = { database: Database; orgId: number };

type FileKind = 'people' | 'ratings' | 'tickets';

const now: Clock = () => instantOf(PROOF_DAY);
const WHY = 'Set by the benchmark with known truth.';

/** Writes a world as files, brings them into an empty firm as a user would, and asks for advice on its open seat. */
export async function askProduct(firm: Firm, world: World, settings: FirmSettings): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-proof-'));
  const bring = async (kind: FileKind, text: string) => {
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, text);
    await bringIn(firm, kind, path);
  };
  try {
    await inFirm(firm, (ctx) => setPlaybook(ctx, settings));
    await bring('people', peopleCsv(world));
    if (settings.distance !== null) await inFirm(firm, (ctx) => setDistance(ctx, settings.distance!));
    if (world.observations.length > 0) await bring('ratings', ratingsCsv(world));
    await bring('tickets', ticketsCsv(world));
    return await inFirm(firm, ask);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function inFirm<T>({ database, orgId }: Firm, work: (ctx: FirmContext) => Promise<T>): Promise<T> {
  const scope = { orgId, actor: 'proof', standing: 'engine' } as const;
  return database.transact(scope, (db) => work(contextIn(db, orgId, { now })));
}

async function setPlaybook(ctx: FirmContext, { playbook }: FirmSettings): Promise<void> {
  for (const [key, value] of Object.entries(playbook))
    await changeValue(ctx, { key: key as PlaybookKey, value, reason: WHY }, { refit });
}

async function setDistance(ctx: FirmContext, distance: number): Promise<void> {
  const { seats } = await readStructure(ctx.db, PROOF_DAY);
  const { seatId } = seats.find((seat) => seat.state === 'vacant')!;
  await reviseSeat(ctx, { seatId, distanceOverride: distance, overrideReason: WHY });
}

async function bringIn(firm: Firm, kind: FileKind, path: string): Promise<void> {
  const fileName = `${kind}.csv`;
  const run = await importFile({
    ...firm,
    actor: 'proof',
    now,
    secrets: testSecrets,
    log: () => undefined,
    kind,
    fileName,
    source: readFileBytes(path),
    hooks: { refit },
  });
  if (run.state !== 'done' || run.rowsRejected > 0)
    throw new Error(`${fileName}: ${run.state}, ${run.rowsRejected} rows could not be read. ${run.message}`);
}

/** Asks as the seat's screen does, without looking for what would change the advice. */
async function ask(ctx: FirmContext): Promise<Said> {
  const situation = await situationOf(ctx);
  const { seatId } = situation.structure.seats.find((seat) => seat.state === 'vacant')!;
  const [verdict] = advise({ ...situation, day: PROOF_DAY }, { flips: false, seatId });
  const { effects, playbook } = situation;
  const joint = createStrengthSource(situation).at(playbook);
  return { verdict: verdict!, effects: effects?.status === 'fitted' ? effects.effects : null, joint, playbook };
}
