import { describe, expect, it } from 'vitest';
import { aPerson, oneTeam, personId } from '../../test/support/small-firm.ts';
import { hours } from '../base/units.ts';
import { playbookWith } from '../records/playbook/definitions.ts';
import { findLoad, findWeek, isShortOfHours, sayLoad } from './load.ts';
import { readChart } from './structure.ts';

const playbook = playbookWith();
const week = (ownTickets: number | null) => ({
  reports: 11,
  week: null,
  ownTickets: ownTickets === null ? null : hours(ownTickets),
});

describe('the hours of a lead', () => {
  it('sets what reports need against what own tickets leave', () => {
    const load = findLoad(week(31), playbook);
    expect(load.needed).toBeCloseTo(13.2, 12);
    expect(load.left).toBe(3);
    expect(sayLoad(load)).toBe('needs 13 h with people a week, has 3');
    expect(isShortOfHours(load, playbook)).toBe(true);
    expect(load.inputs).toEqual({ week: 'assumed', ownTickets: 'told' });
  });

  it('never has less than nothing left', () => {
    expect(findLoad(week(60), playbook).left).toBe(0);
  });

  it('says nothing where own tickets were not told', () => {
    const load = findLoad(week(null), playbook);
    expect(load).toMatchObject({ left: null, short: null });
    expect(sayLoad(load)).toBeNull();
    expect(isShortOfHours(load, playbook)).toBe(false);
  });

  it('knows no week of a seat that nobody holds', () => {
    const vacant = oneTeam([aPerson(1)]);
    expect(findWeek(readChart(vacant), vacant.seats[0]!)).toBeNull();
    const held = oneTeam([aPerson(1), aPerson(2)], { state: 'held', holderId: personId(1) });
    expect(findWeek(readChart(held), held.seats[0]!)).toEqual({ reports: 1, week: null, ownTickets: null });
  });
});
