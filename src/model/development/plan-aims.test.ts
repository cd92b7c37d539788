import { describe, expect, it } from 'vitest';
import { morningWith } from '../../../test/support/morning.ts';
import { share } from '../../base/units.ts';
import type { Aspiration, PersonId, SeatId } from '../../records/people/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import { estimateOf } from '../strength.ts';
import { findAims, levelOnPath, type Sides } from './plan-aims.ts';

const { chart } = morningWith({});
const playbook = playbookWith();
const side = (mean: number, tooLittle: string | null = null) => ({
  estimate: estimateOf(mean, 0.04),
  evidence: share(0.8),
  tooLittle,
});
const sides = (technical: number, people: number): Sides => ({ technical: side(technical), people: side(people) });

/** Lea (2) leads Pod A from seat 2, Ann (4) reports to her. */
const aimsOf = (
  id: number,
  more: { aspiration?: Aspiration; sides?: Sides; candidateFor?: number[]; work?: 'product' | 'other' } = {},
) =>
  findAims(
    { personId: id as PersonId, aspiration: more.aspiration ?? 'not-asked', work: more.work ?? 'product' },
    { chart, playbook, sides: more.sides ?? sides(3, 3), candidateFor: (more.candidateFor ?? []) as SeatId[] },
  );

describe('what somebody could grow for', () => {
  it('is the seat they hold, by what they bring, with its need on both sides', () => {
    const [strong] = aimsOf(2, { sides: sides(4.5, 2) });
    expect(strong).toMatchObject({ seatId: 2, because: 'holds', title: 'Pod A', path: 'technical-lead' });
    expect(Object.keys(strong!.targets)).toHaveLength(13);
    expect(strong!.targets.resolving).toBe(strong!.targets.depth);
    expect(strong!.targets.resolving).toBeGreaterThan(strong!.targets.conflict!);
    expect(aimsOf(2, { sides: sides(2, 4) })[0]!.path).toBe('people-leader');
  });

  it('goes by what the seat asks for where too little is known of the person', () => {
    const unknown = { technical: side(3), people: side(4.5, 'nobody has said anything yet') };
    expect(aimsOf(2, { sides: unknown })[0]!.path).toBe('technical-lead');
  });

  it('is the seat above for who leads nobody, unless they said not now or chose the technical path', () => {
    const because = (aspiration: Aspiration, candidateFor: number[] = []) =>
      aimsOf(4, { aspiration, candidateFor }).map((one) => `${one.because} ${one.seatId}`);
    expect(because('not-asked')).toEqual(['above 2', 'technical-path null']);
    expect(because('wants-to-lead', [3])).toEqual(['candidate 3', 'above 2', 'technical-path null']);
    expect(because('not-now')).toEqual(['technical-path null']);
    expect(because('technical-path', [2])).toEqual(['technical-path null', 'candidate 2']);
  });

  it('is the next level of the technical path, for technical competencies alone, and nothing at its end', () => {
    const technical = (mean: number) => aimsOf(4, { aspiration: 'not-now', sides: sides(mean, 3) });
    expect(technical(3.2)[0]).toMatchObject({ path: 'technical-path', title: 'Level 4: Principal engineer' });
    expect(new Set(Object.values(technical(3.2)[0]!.targets))).toEqual(new Set([4]));
    expect(Object.keys(technical(3.2)[0]!.targets)).toHaveLength(6);
    expect(technical(4.8)).toEqual([]);
    expect(aimsOf(4, { aspiration: 'not-now', work: 'other' })).toEqual([]);
  });
});

describe('a level of a path', () => {
  it('is the nearest one, its ends included, and none where too little is known', () => {
    expect([1.2, 2.6, 3.4, 5.3].map((mean) => levelOnPath(side(mean))?.level)).toEqual([2, 3, 3, 5]);
    expect(levelOnPath(side(4, 'not enough evidence yet'))).toBeNull();
  });
});
