import { share } from '../base/units.ts';
import type { Aspiration } from '../records/people/types.ts';
import type { Flip } from '../records/verdicts/types.ts';
import { withReading } from './added-reading.ts';
import { choiceKey } from './choice.ts';
import { COMPETENCIES, coordinateOf, readingVariance, SIDES, spanOf } from './competency-space.ts';
import { decideSeat } from './decide.ts';
import { findPlaybookFlips } from './flip-playbook.ts';
import type { Flipping } from './flipping.ts';
import { ASKED, sayCompetency } from './next-evidence.ts';
import type { Contender } from './seat-case.ts';
import { sayLevel } from './words.ts';

/** Shown at most. */
const MOST = 3;

/**
 * The smallest single changes that alter the answer or who is named: at most three, smallest effort first, of different
 * kinds where there are such. The same input gives the same flips.
 */
export function findFlips(flipping: Flipping): Flip[] {
  const others = [...findAspirationFlips(flipping), ...findReadingFlips(flipping), ...findWeightFlips(flipping)];
  const kinds = new Set(others.map((one) => one.kind)).size;
  const found = [...others, ...findPlaybookFlips(flipping, Math.max(1, MOST - kinds))].sort(
    (one, other) => one.effort - other.effort,
  );
  const firstOfKind = found.filter((one, at) => found.findIndex((other) => other.kind === one.kind) === at);
  const rest = found.filter((one) => !firstOfKind.includes(one));
  return [...firstOfKind, ...rest].slice(0, MOST).sort((one, other) => one.effort - other.effort);
}

/** Said where no flip was found. */
export const NO_FLIP = 'Nothing within the declared ranges, and no single further view, would change this.';

const plain = { key: null, personId: null, competency: null, from: null, to: null } as const;

/** A "yes" is asked for more easily than a "no" is taken back. */
const SAYING_YES = 0.1;
const SAYING_NO = 0.12;

function findAspirationFlips({ about, source, playbook, choice, say }: Flipping): Flip[] {
  if (!about.open) return [];
  const view = source.at(playbook);
  const before = choiceKey(choice);
  const suppose = (one: Contender, is: Aspiration, effort: number, text: string): Flip[] => {
    const after = decideSeat(about, view, playbook, { aspiration: { personId: one.personId, is } }).choice;
    if (choiceKey(after) === before) return [];
    const { personId } = one;
    return [{ ...plain, kind: 'aspiration', personId, text, effort: share(effort), wouldSay: say(after) }];
  };
  return about.contenders.flatMap((one) => {
    const refused = one.aspiration === 'not-now' || one.aspiration === 'technical-path';
    return refused
      ? suppose(one, 'wants-to-lead', SAYING_YES, `${one.name} saying yes`)
      : suppose(one, 'not-now', SAYING_NO, `${one.name} saying not now`);
  });
}

/** No view counts as less of a change than this share of the scale: somebody has to be asked. */
const ASKING = 0.05;

function findReadingFlips(flipping: Flipping): Flip[] {
  const { about } = flipping;
  const people = about.open ? about.contenders : about.holder ? [about.holder] : [];
  return people
    .filter((one) => one.aspiration !== 'not-now' || !about.open)
    .flatMap((one) => SIDES.flatMap((side) => findReadingFlip(flipping, one, side) ?? []));
}

function findReadingFlip(flipping: Flipping, one: Contender, side: 'technical' | 'people'): Flip | null {
  const { about, source, playbook, choice, say } = flipping;
  const joint = source.at(playbook);
  const person = joint.positionOf(one.personId)!;
  const variance = readingVariance(source.trustAt(playbook).playbook);
  const coordinate = mostTelling(flipping, person, one.axes[side], side, variance);
  const mean = joint.competencyMean(person, coordinate);
  const levels = [1, 2, 3, 4, 5].sort((a, b) => Math.abs(a - mean) - Math.abs(b - mean));
  const before = choiceKey(choice);
  for (const level of levels) {
    const after = decideSeat(about, withReading(joint, { person, coordinate, level, variance }), playbook).choice;
    if (choiceKey(after) === before) continue;
    const competency = COMPETENCIES[coordinate]!;
    const views = source.readings.get(one.personId)?.length ?? 0;
    const text = `${views === 0 ? 'a first' : 'another'} view of ${sayCompetency(one.name, competency)}, at "${sayLevel(level)}"`;
    const effort = share(Math.min(1, Math.max(ASKING, Math.abs(level - mean) / 4)));
    const { personId } = one;
    return {
      kind: 'reading',
      key: null,
      personId,
      competency,
      from: mean,
      to: level,
      effort,
      text,
      wouldSay: say(after),
    };
  }
  return null;
}

/** The competency of which one more view moves the side most; of several alike, one that the plain questions ask about. */
function mostTelling(
  { source, playbook }: Flipping,
  person: number,
  axis: number,
  side: 'technical' | 'people',
  variance: number,
): number {
  const joint = source.at(playbook);
  const [first, end] = spanOf(side);
  const asked = ASKED[side].map(coordinateOf);
  const all = [...asked, ...Array.from({ length: end - first }, (_, i) => first + i).filter((i) => !asked.includes(i))];
  const tells = (at: number) =>
    Math.abs(joint.competencyCovariance(person, at, axis)) / Math.sqrt(joint.competencyVariance(person, at) + variance);
  return all.reduce((best, at) => (tells(at) > tells(best) + 1e-9 ? at : best));
}

function findWeightFlips({ about, source, playbook, choice, say }: Flipping): Flip[] {
  if (!about.open) return [];
  const view = source.at(playbook);
  const before = choiceKey(choice);
  const now = decideSeat(about, view, playbook).technicalWeight;
  const found: Flip[] = [];
  for (const to of Array.from({ length: 21 }, (_, i) => i / 20)) {
    const after = decideSeat(about, view, playbook, { technicalWeight: to }).choice;
    if (choiceKey(after) === before) continue;
    const text = `weighing technical skill at ${Math.round(100 * to)}% instead of ${Math.round(100 * now)}%`;
    found.push({
      ...plain,
      kind: 'weight',
      from: now,
      to,
      effort: share(Math.abs(to - now)),
      text,
      wouldSay: say(after),
    });
  }
  return found.sort((one, other) => one.effort - other.effort).slice(0, 1);
}
