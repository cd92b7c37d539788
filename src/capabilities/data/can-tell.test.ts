import { describe, expect, it } from 'vitest';
import type { DataHealth } from '../../records/work/types.ts';
import { whatItTells } from './can-tell.ts';

const HEALTH: DataHealth = {
  tickets: 1000,
  resolved: 990,
  firstDay: null,
  lastDay: null,
  people: 20,
  teams: 2,
  clients: 30,
  categories: 8,
  startedUnassigned: 290,
  reopened: 10,
  handedOn: 200,
  withMinutes: 0,
  withSatisfaction: 0,
  withDifficulty: 0,
  difficultyDated: 0,
  difficultyBefore: 0,
  widestTeam: { name: 'Group 70', firstAssignees: 162 },
};

describe('what a file of tickets can tell', () => {
  it('says of a log without minutes that time in the queue stands in, and names what hides behind it', () => {
    const { canTell, cantTell } = whatItTells({ health: HEALTH, source: 'servicenow-event-log' });
    expect(canTell.join(' ')).toContain('working hours');
    const cant = cantTell.join(' ');
    for (const part of [
      'keeps no minutes',
      '29% began without an assignee',
      '162 people were first assignees',
      'How hard a ticket was',
    ]) {
      expect(cant).toContain(part);
    }
  });

  it('says of a list with minutes what it can tell, and not who handed tickets on', () => {
    const { canTell, cantTell } = whatItTells({
      health: { ...HEALTH, withMinutes: 900, withSatisfaction: 5 },
      source: 'freshdesk',
    });
    expect(canTell.join(' ')).toContain('minutes they booked');
    expect(canTell.join(' ')).toContain('How satisfied clients were');
    expect(cantTell.join(' ')).toContain('Who handed tickets on');
  });

  it('tells difficulty that was set before anybody had the ticket, and why other difficulty is not used', () => {
    const used = { ...HEALTH, withDifficulty: 400, difficultyDated: 400, difficultyBefore: 390 };
    expect(whatItTells({ health: used, source: 'evenkeel' }).canTell.join(' ')).toContain('on 390 of them before');
    expect(whatItTells({ health: used, source: 'evenkeel' }).cantTell.join(' ')).toContain(
      'the difficulty set before:',
    );
    const undated = { ...HEALTH, withDifficulty: 400 };
    expect(whatItTells({ health: undated, source: 'evenkeel' }).cantTell.join(' ')).toContain("doesn't say when");
  });

  it('says nothing of a file without tickets', () => {
    expect(whatItTells({ health: null, source: 'people' })).toEqual({ canTell: [], cantTell: [] });
  });
});
