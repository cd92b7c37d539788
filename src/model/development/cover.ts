import { assert } from '../../base/assert.ts';
import { type Share, share } from '../../base/units.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { AreaCover, CoverInput, CoverMeasure } from './cover-types.ts';

/** How well every area is covered. Cover rises only with a sign-off: whoever learns or shadows counts as on the way. */
export function measureCover({ people, areas, levels }: CoverInput): CoverMeasure {
  const here = new Set(people.map((one) => one.personId));
  const byArea = Map.groupBy(
    levels.filter((one) => here.has(one.personId)),
    (one) => one.areaId,
  );
  const covers = areas.map((area): AreaCover => {
    assert(Number.isInteger(area.required) && area.required >= 0, `${area.areaId} requires ${area.required}`);
    assert(Number.isInteger(area.weight) && area.weight >= 1, `${area.areaId} weighs ${area.weight}`);
    const known = byArea.get(area.areaId) ?? [];
    const idsWith = (signedOff: boolean): PersonId[] =>
      known
        .filter((one) => (one.state === 'signed-off') === signedOff)
        .map((one) => one.personId)
        .sort((one, other) => one - other);
    const signedOff = idsWith(true);
    const others = area.alsoTeach.filter((id) => here.has(id) && !signedOff.includes(id));
    const teachers = [...signedOff, ...others].sort((one, other) => one - other);
    return {
      area,
      signedOff,
      teachers,
      onTheWay: idsWith(false),
      missing: Math.max(0, area.required - signedOff.length),
    };
  });
  return { areas: covers, share: shareOf(covers) };
}

/** Part of the cover that is there once `more` people of each area are signed off; 1 where nothing is required. */
export function shareOf(covers: readonly AreaCover[], more: ReadonlyMap<string, number> = new Map()): Share {
  let total = 0;
  let reached = 0;
  for (const { area, signedOff } of covers) {
    if (area.required === 0) continue;
    const have = Math.min(signedOff.length + (more.get(area.areaId) ?? 0), area.required);
    total += area.weight;
    reached += (area.weight * have) / area.required;
  }
  return share(total === 0 ? 1 : reached / total);
}
