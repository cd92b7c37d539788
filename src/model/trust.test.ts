import { describe, expect, it } from 'vitest';
import { view } from '../../test/support/small-firm.ts';
import { createRandom } from '../base/random.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import type { Observation } from '../records/voice/types.ts';
import { readingsByPerson } from './own-readings.ts';
import { learnTrust } from './trust.ts';

const playbook = playbookWith();
const trustOf = (observations: Observation[], book = playbook) => learnTrust(readingsByPerson(observations))(book);
const reliability = (observations: Observation[], book = playbook) =>
  trustOf(observations, book).playbook['rating.reliability'];

/** Three colleagues' views of `people`, each the person's level and an error of this SD. */
function viewsOf(people: number, error: number): Observation[] {
  const random = createRandom(9);
  return Array.from({ length: people }, (_, i) => {
    const level = 3 + random.normal();
    return ['Ana', 'Ben', 'Cy'].map((rater) => view(i + 1, 'coaching', level + error * random.normal(), rater));
  }).flat();
}

describe('how far one view is trusted', () => {
  it('falls where colleagues disagree, the more the more of them there are', () => {
    const [few, many] = [reliability(viewsOf(5, 2)), reliability(viewsOf(60, 2))];
    expect(many).toBeLessThan(few);
    expect(few).toBeLessThan(0.52);
    // Error variance 4 beside differences of 1: .2.
    expect(many).toBeGreaterThan(0.1);
    expect(many).toBeLessThan(0.32);
    expect(trustOf(viewsOf(60, 2))).toMatchObject({ views: 180, people: 60 });
  });

  it('never rises, however well they agree: colleagues talk', () => {
    expect(trustOf(viewsOf(60, 0.1))).toEqual({ playbook, views: 0, people: 0 });
  });

  it('learns nothing from one view each, from fewer than three people, or where the playbook says so', () => {
    const oneEach = viewsOf(20, 2).filter((one) => one.rater === 'Ana');
    expect(reliability(oneEach)).toBe(0.52);
    expect(reliability([...viewsOf(2, 3), ...oneEach.filter((one) => one.personId > 2)])).toBe(0.52);
    const off = playbookWith({ 'rating.reliability-spread': 0 });
    expect(reliability(viewsOf(20, 2), off)).toBe(0.52);
  });

  it('says of nobody whether the two who spoke of them agree', () => {
    const alike = (other: number) => [
      view(1, 'coaching', 5, 'Ana'),
      view(1, 'coaching', other, 'Ben'),
      view(2, 'coaching', 3),
    ];
    expect(trustOf(alike(5))).toEqual(trustOf(alike(1)));
  });
});
