import type { Random } from '../../base/random.ts';
import { level } from '../../base/units.ts';
import type { Competency } from '../../records/voice/types.ts';
import type { Member, Panel, Truth, WorldObservation, WorldSpec } from './types.ts';

/** Chance that somebody of another team is asked, against one of the own team. */
const KNOWS_OTHERS = 0.12;
/** Part of a rating's error that is the rater's own view of this person, on all competencies alike. */
export const IDIOSYNCRASY = 0.7;

/** Everything people said about each other: what the spec gives word for word, then what its panels draw. */
export function drawVoices(spec: WorldSpec, truth: ReadonlyMap<string, Truth>, random: Random): WorldObservation[] {
  const given = spec.views.flatMap(({ rater, of, kind, day, levels }) =>
    Object.entries(levels).map(([competency, said]) => ({
      person: of,
      rater,
      kind,
      competency: competency as Competency,
      level: said === null || said === undefined ? null : level(said),
      day,
    })),
  );
  return [...given, ...spec.panels.flatMap((panel) => drawPanel(spec, panel, truth, random))];
}

function drawPanel(
  spec: WorldSpec,
  panel: Panel,
  truth: ReadonlyMap<string, Truth>,
  random: Random,
): WorldObservation[] {
  const rated = spec.members.filter((member) =>
    panel.of ? panel.of.includes(member.name) : member.work === 'product',
  );
  return rated.flatMap((member) =>
    drawRaters(spec, member, panel.ratersEach, random).flatMap((rater) =>
      rate(panel, rater, member, truth.get(member.name)!, random),
    ),
  );
}

function drawRaters(spec: WorldSpec, member: Member, count: number, random: Random): Member[] {
  const left = spec.members.filter((other) => other !== member && other.work !== 'service-account');
  const raters: Member[] = [];
  while (raters.length < count && left.length > 0) {
    const weights = left.map((other) => (other.team === member.team ? 1 : KNOWS_OTHERS));
    raters.push(...left.splice(random.weighted(weights), 1));
  }
  return raters;
}

/** A level is the truth plus an error of variance (1 − icc)/icc levels², rounded and kept on the scale. */
function rate(panel: Panel, rater: Member, member: Member, truth: Truth, random: Random): WorldObservation[] {
  const error = Math.sqrt((1 - panel.icc) / panel.icc);
  const own = error * Math.sqrt(IDIOSYNCRASY) * random.normal();
  return panel.competencies.map((competency) => {
    const said = truth.competencies[competency] + own + error * Math.sqrt(1 - IDIOSYNCRASY) * random.normal();
    return {
      person: member.name,
      rater: rater.name,
      kind: panel.kind,
      competency,
      level: level(Math.max(panel.lowest, Math.min(5, Math.round(said)))),
      day: panel.day,
    };
  });
}
