import { Refusal } from '../../base/errors.ts';
import { monthsBetween } from '../../base/month.ts';
import { findMarkers, type Marker } from '../../model/growth/markers.ts';
import {
  type Asked,
  askFor,
  besideFor,
  type CountAhead,
  type Planning,
  planningOf,
  scenarioOf,
} from '../../model/growth/planning.ts';
import { nameMarker } from '../../model/growth/say-marker.ts';
import { showLook } from '../../model/growth/show-look.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readPlanning } from '../../records/growth/planning.store.ts';
import { readPlanRows } from '../../records/growth/store.ts';
import type { Compared } from './contract.ts';
import { type Difference, findDifferences, type Side, sayCompared } from './differences.ts';

/** So many futures set two plans side by side: they share their luck. */
const RUNS = 1000;
/** So many find which difference moves a month, tried one by one; of more differences than these the first are tried. */
const FEW_RUNS = 300;
const MOST_TRIED = 10;

/** Two scenarios side by side under the same luck, with what makes the difference. */
export async function setSideBySide(
  ctx: FirmContext,
  ids: { one: number; other: number },
  count: CountAhead,
): Promise<Compared> {
  if (ids.one === ids.other)
    throw new Refusal('bad-input', 'Both are the same scenario: choose two.', { field: 'other' });
  const planning = planningOf(await readPlanning(ctx), ctx);
  const read = async (field: 'one' | 'other') =>
    askFor(planning, scenarioOf(planning, ids[field], field), await readPlanRows(ctx.db, ids[field]));
  const [one, other] = [await read('one'), await read('other')];
  const differences = findDifferences(sideOf(one), sideOf(other), planning.situation.playbook);
  const [ofOne, ofOther] = await Promise.all([one, other].map((asked) => markersOf(asked, RUNS, count)));
  const moved = ofOne!.markers.some(({ due }, at) => due !== ofOther!.markers[at]!.due);
  const tried = moved ? await tryEach(planning, { one, other }, differences, count) : [];
  const beside = besideFor(planning, { maySeat: false, ofRuns: RUNS });
  const names = { one: one.scenario.name, other: other.scenario.name };
  return {
    one: { ...idOf(one), look: showLook(one.input, ofOne!.ahead, beside) },
    other: { ...idOf(other), look: showLook(other.input, ofOther!.ahead, beside) },
    differences: differences.map((row) => ({ what: row.what, one: row.one, other: row.other })),
    markers: ofOne!.markers.map(({ kind, due }, at) => {
      const later = ofOther!.markers[at]!.due;
      const months = due === null || later === null ? null : monthsBetween(due, later);
      const marker = { kind, name: nameMarker(kind, planning.firm), one: due, other: later, months };
      return { ...marker, sentence: sayCompared(marker, names, whyOf(at, marker, tried)) };
    }),
  };
}

const idOf = ({ scenario: { scenarioId, name } }: Asked) => ({ scenarioId, name });
const sideOf = ({ rows, assumptions, scenario, policy }: Asked): Side => ({
  ...{ rows, assumptions, policy },
  phone: scenario.phone,
});

async function markersOf({ input, policy, isMain }: Asked, runs: number, count: CountAhead) {
  const ahead = await count({ input, policy, isMain }, runs);
  return { ahead, markers: findMarkers(input.firm, input.plan, ahead.chances, input.playbook) };
}

type Tried = { because: string; before: Marker[]; after: Marker[] };

/** The first scenario with one difference at a time as the other has it. */
async function tryEach(
  planning: Planning,
  { one, other }: { one: Asked; other: Asked },
  differences: readonly Difference[],
  count: CountAhead,
): Promise<Tried[]> {
  const before = (await markersOf(one, FEW_RUNS, count)).markers;
  const said = differences.slice(0, MOST_TRIED);
  const mixed = said.map(({ mix }) => {
    const { rows, assumptions, phone } = mix(sideOf(one), sideOf(other));
    return askFor(planning, one.scenario, rows, { assumptions: { ...assumptions }, phone });
  });
  const after = await Promise.all(mixed.map((asked) => markersOf(asked, FEW_RUNS, count)));
  return said.map(({ because }, at) => ({ because, before, after: after[at]!.markers }));
}

/** What moves a marker furthest in the direction in which the two differ; null: nothing does alone. */
function whyOf(
  at: number,
  { one, other }: Pick<Compared['markers'][number], 'one' | 'other'>,
  tried: readonly Tried[],
) {
  // What isn't due within the plan comes later than anything that is.
  const place = (due: Marker['due']) => (due === null ? 1e6 : Number(due.slice(0, 4)) * 12 + Number(due.slice(5)));
  const direction = Math.sign(place(other) - place(one));
  let best: { because: string; by: number } | null = null;
  for (const { because, before, after } of tried) {
    const by = direction * (place(after[at]!.due) - place(before[at]!.due));
    if (by > 0 && (!best || by > best.by)) best = { because, by };
  }
  return best?.because ?? null;
}
