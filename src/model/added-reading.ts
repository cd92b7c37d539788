import type { JointStrength, SideView } from './joint-strength.ts';

/** One reading that nobody has given yet. */
type AddedReading = {
  /** Position of the person in the joint strengths. */
  person: number;
  coordinate: number;
  /** 1 to 5. */
  level: number;
  /** Error variance of a reading by a new rater, levels². */
  variance: number;
};

/**
 * Everyone's sides as they would be after one more reading: a rank-one update of the joint normal posterior, evaluated
 * only where it is asked for.
 */
export function withReading(joint: JointStrength, reading: AddedReading): SideView {
  const { person, coordinate } = reading;
  const total = joint.competencyVariance(person, coordinate) + reading.variance;
  const surprise = reading.level - joint.competencyMean(person, coordinate);
  const known = new Map<number, number>();
  const along = (axis: number) => {
    const found = known.get(axis);
    if (found !== undefined) return found;
    const value = joint.competencyCovariance(person, coordinate, axis);
    known.set(axis, value);
    return value;
  };
  return {
    mean: (axis) => joint.mean(axis) + (along(axis) / total) * surprise,
    covariance: (first, second) => joint.covariance(first, second) - (along(first) * along(second)) / total,
  };
}
