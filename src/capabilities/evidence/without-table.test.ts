import { describe, expect, it } from 'vitest';
import { aPerson, DAY, oneTeam, personId, ticketsOf, view, views } from '../../../test/support/small-firm.ts';
import { COLLEAGUE, nameRaters } from '../../model/raters.ts';
import type { Situation } from '../../records/firm/types.ts';
import { playbookWith } from '../../records/playbook/definitions.ts';
import type { Observation } from '../../records/voice/types.ts';
import type { PanelReader } from './panel-reader.ts';
import { withoutPart } from './without-table.ts';

const people = [aPerson(1), aPerson(2), aPerson(3)];
const firm = (observations: Observation[], tickets = false): Situation => ({
  structure: { ...oneTeam(people), day: DAY },
  observations,
  effects: tickets ? ticketsOf([-0.5, 0.2, 0.3]) : null,
  outcomes: [],
  playbook: playbookWith(),
  ticketsClosed: new Map(),
  leading: { weeks: 0, seen: new Map(), told: new Map() },
});
const reader = (everything: boolean): PanelReader => ({
  sights: { everything } as PanelReader['sights'],
  nameRater: everything ? nameRaters(people) : () => COLLEAGUE,
});

describe('how an estimate would change without any one source', () => {
  it('says first what most of it rests on', () => {
    const { flips, tables } = withoutPart(firm([view(1, 'rescue', 3)], true), personId(1), 'resolving', reader(true));
    expect(flips).toEqual([
      expect.stringMatching(
        /^Most of this rests on how long 200 tickets took: without it the level would be \d\.\d, probably/,
      ),
    ]);
    expect(tables[0]!.rows[0]).toMatchObject({ without: 'Nothing: as it is' });
    expect(tables[0]!.rows.map((row) => row.without)).toContain('How long 200 tickets took');
  });

  it('or between which levels it stays where nothing carries it alone', () => {
    const said = [...views(1, 'people', 4, 4), view(1, 'coaching', 1.5, 'Ben')];
    const { flips, tables } = withoutPart(firm(said), personId(1), 'people', reader(true));
    const levels = tables[0]!.rows
      .slice(1)
      .map((row) => String(row.level))
      .sort();
    expect(flips).toEqual([
      `No single source carries this: without any one it stays between ${levels[0]} and ${levels.at(-1)}.`,
    ]);
  });

  it('says that levels are held back where they would tell what few people said, and nothing where there is nothing', () => {
    const few = withoutPart(firm(views(1, 'people', 4, 2)), personId(1), 'people', reader(false));
    expect(few.tables).toEqual([]);
    expect(few.limits[0]).toMatch(/what fewer than 3 people said/);
    const many = withoutPart(firm(views(1, 'people', 4, 3)), personId(1), 'people', reader(false));
    expect(many.tables[0]!.rows[1]).toMatchObject({ without: 'What 3 colleagues said (9 views)' });
    expect(many.limits).toEqual([]);
    expect(withoutPart(firm([]), personId(1), 'people', reader(false))).toEqual({ flips: [], limits: [], tables: [] });
  });
});
