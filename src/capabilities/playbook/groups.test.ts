import { expect, test } from 'vitest';
import { PLAYBOOK, PLAYBOOK_KEYS } from '../../records/playbook/definitions.ts';
import type { PlaybookRow } from './contract.ts';
import { GROUPS, isRowAskedFor, troubleWith } from './groups.ts';

const row = (key: (typeof PLAYBOOK_KEYS)[number], own: PlaybookRow['own'] = null): PlaybookRow => ({
  ...PLAYBOOK[key],
  key,
  current: own?.value ?? PLAYBOOK[key].value,
  own,
});
const own = { value: 4, changedAt: 0, changedBy: 'Ana', reason: null };

test('every threshold of the playbook belongs to a group that is shown, and each group once', () => {
  const shown = GROUPS.map((one) => one.group);
  expect(new Set(shown).size).toBe(shown.length);
  for (const key of PLAYBOOK_KEYS) expect(shown, key).toContain(PLAYBOOK[key].group);
});

test('every default may be saved again, and a hair outside the range may not', () => {
  for (const key of PLAYBOOK_KEYS) {
    const { value, low, high } = PLAYBOOK[key];
    expect(troubleWith(value, row(key)), key).toBeNull();
    expect(troubleWith(low - 0.01, row(key)), key).toMatch(/outside/);
    expect(troubleWith(high + 0.01, row(key)), key).toMatch(/outside/);
  }
});

test('a decimal comma is read, and an empty or unreadable text asks for a number', () => {
  expect(troubleWith('0,8', row('gate.clears'))).toBeNull();
  expect(troubleWith(' ', row('gate.clears'))).toBe('Give a number from 0.6 to 0.95.');
  expect(troubleWith('lots', row('gate.clears'))).toBe('Give a number from 0.6 to 0.95.');
});

test('the filter finds by title, source or what depends on it, and narrows to changed or assumed values', () => {
  const all = { text: '', only: 'all' } as const;
  expect(isRowAskedFor(row('rating.reliability'), all)).toBe(true);
  expect(isRowAskedFor(row('rating.reliability'), { ...all, text: 'supervisor' })).toBe(true);
  expect(isRowAskedFor(row('rating.reliability'), { ...all, text: 'supervisor kittens' })).toBe(false);
  expect(isRowAskedFor(row('rating.reliability'), { ...all, only: 'assumed' })).toBe(false);
  expect(isRowAskedFor(row('rating.reliability'), { ...all, only: 'seen' })).toBe(true);
  expect(isRowAskedFor(row('gate.clears'), { ...all, only: 'own' })).toBe(false);
  expect(isRowAskedFor(row('gate.clears', own), { ...all, only: 'own' })).toBe(true);
});
