import { describe, expect, it } from 'vitest';
import { PHRASES } from './phrases.ts';
import { titleOf, whatWasDone, whoDid } from './sentence.ts';

const names = {
  people: new Map([
    [1, 'Marcus Hill'],
    [2, 'Tess'],
    [3, 'Ana $& {about}'],
    [4, 'Tom'],
  ]),
  actors: new Map([['account:7', 'Dana Brooks']]),
};
const line = (action: string, people: number[] = [], details: Record<string, string | number> = {}) => ({
  actor: 'account:7',
  standing: 'owner',
  action,
  people,
  details,
});
const did = (...given: Parameters<typeof line>) => whatWasDone(line(...given), names);

describe('a line of the log', () => {
  it('says who did it, as what, and who acted for them', () => {
    expect(whoDid(line('x'), names)).toBe('Dana Brooks (owner)');
    expect(whoDid({ ...line('x'), actor: 'owner', standing: 'operator' }, names)).toBe('Whoever holds the server');
    expect(whoDid({ ...line('x'), actor: 'account:8', standing: 'hr' }, names)).toBe(
      'Somebody whose account is gone (hr)',
    );
    expect(whoDid(line('x', [], { actingBy: 'owner' }), names)).toBe(
      'Dana Brooks (owner), acted for by Whoever holds the server',
    );
  });

  it('says what was done, and about whom', () => {
    expect(did('readPerson', [1])).toBe("looked at Marcus Hill's numbers");
    expect(did('readPerson', [1, 2])).toBe("looked at Marcus Hill's and Tess' numbers");
    expect(did('listPeople', [1, 2, 4, 5, 6])).toBe(
      "looked at Marcus Hill, Tess and 3 others' numbers in the list of people",
    );
    expect(did('setPlaybookValue')).toBe('changed a playbook value');
    expect(did('assessPerson', [4])).toBe("assessed Tom's strengths");
    expect(did('assessPerson', [9])).toBe("assessed somebody who was erased's strengths");
    expect(did('saveAttributes', [], { saved: 12 })).toBe('entered groups for the fairness audit: 12');
  });

  it('takes names as they are, and has words for what it does not know', () => {
    expect(did('holdSeat', [3])).toBe('changed who holds a seat (Ana $& {about})');
    expect(did('doSomethingNew', [4])).toBe('did "do something new" (Tom)');
    expect(did('__proto__')).toContain('did "');
  });

  it('has a title for choosing among kinds', () => {
    expect(titleOf('readPerson')).toBe("Looked at somebody's numbers");
    for (const action of Object.keys(PHRASES)) expect(titleOf(action)).not.toMatch(/[{}]/);
  });
});
