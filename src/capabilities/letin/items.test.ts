import { describe, expect, it } from 'vitest';
import type { Instant } from '../../base/time.ts';
import { type LetInFacts, listItems, summary } from './items.ts';

const DAY = 86_400_000;
const now = 1_800_000_000_000 as Instant;
const fresh: LetInFacts = {
  address: null,
  mail: false,
  members: 0,
  owners: 0,
  strong: 0,
  providers: 0,
  lastBackup: null,
  now,
};
const ready: LetInFacts = {
  address: 'https://evenkeel.example.com',
  mail: true,
  members: 4,
  owners: 1,
  strong: 4,
  providers: 1,
  lastBackup: (now - DAY) as Instant,
  now,
};
const item = (facts: LetInFacts, key: string) => listItems(facts).find((one) => one.key === key)!;

describe('what is still open', () => {
  it('is nearly everything on a fresh install, each with something to do', () => {
    const open = listItems(fresh).filter((one) => one.state === 'open');
    expect(open.map((one) => one.key)).toEqual(['address', 'sign-in', 'mail', 'backup']);
    for (const one of listItems(fresh)) expect([one.key, one.todo]).not.toEqual([one.key, null]);
    expect(summary(listItems(fresh))).toBe('4 things are still open; 2 more only you can tell.');
  });

  it('is nothing but what only a person can tell when all is set up', () => {
    expect(listItems(ready).map((one) => one.state)).toEqual(['done', 'done', 'done', 'yours', 'done', 'yours']);
    expect(summary(listItems(ready))).toBe('Nothing is open that we can see; 2 more only you can tell.');
  });

  it('counts an address without https, passwords alone, and an old backup as open', () => {
    expect(item({ ...ready, address: 'http://10.0.0.9:4580' }, 'address').state).toBe('open');
    expect(item({ ...ready, strong: 0 }, 'sign-in')).toMatchObject({ state: 'open', page: '/account' });
    expect(item({ ...ready, strong: 0, providers: 0 }, 'sign-in')).toMatchObject({ page: '/settings/sign-in' });
    expect(item({ ...ready, strong: 1 }, 'sign-in').text).toMatch(/^1 of 4 accounts have/);
    expect(item({ ...ready, lastBackup: (now - 7 * DAY) as Instant }, 'backup').state).toBe('done');
    expect(item({ ...ready, lastBackup: (now - 8 * DAY) as Instant }, 'backup')).toMatchObject({
      state: 'open',
      text: 'The last backup was made 8 days ago.',
    });
  });
});
