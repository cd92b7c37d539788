import { describe, expect, it } from 'vitest';
import { morningWith, openTicket } from '../../../test/support/morning.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { AreaRecord, TakenOver } from '../../records/desk/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Due } from '../../records/trials/due.ts';
import type { Attribution } from '../attribution.ts';
import { stuckAreas } from './area-stuck.ts';
import { peopleToHear } from './causes.ts';
import { proposeCards } from './rules.ts';
import type { RuleInput } from './types.ts';

const cards = (given: Parameters<typeof morningWith>[0]) => proposeCards(morningWith(given));
const record = (personId: number, kept: number, of: number): AreaRecord => ({
  personId: personId as PersonId,
  areaId: 1,
  kept,
  of,
});
const attributed = (kind: 'ticket' | 'area' | 'person', carrier = 4): Attribution => {
  const share = (mean: number) => ({ mean, low: mean, high: mean });
  const of = (one: string) => share(kind === one ? 0.7 : 0.1);
  const person = [{ id: carrier, part: 1, longRun: 0, now: 1, tickets: 2, shows: { in: 2, of: 2 } }];
  return {
    status: 'attributed',
    kind,
    shares: { ticket: of('ticket'), area: of('area'), client: of('client'), person: of('person') },
    carriers: { area: [], client: [], person },
    extra: 1,
    n: { tickets: 1, open: 1, recent: 100 },
  };
};

describe('a late ticket', () => {
  it('is one that took longer than 90 of 100 like it; its person’s direct lead is told', () => {
    const found = cards({ desk: { tickets: [openTicket(1, { minutes: 91 }), openTicket(2, { minutes: 89 })] } });
    expect(found).toMatchObject([{ leadId: 2, subject: 'ticket/1', personId: 4, kind: 'fix' }]);
    expect(found[0]!.firstSentence).toMatch(/^Ann, what is in the way with T1/);
  });

  it('of nobody is for the lead of its queue, and of nobody’s queue for nobody', () => {
    const none = { holderId: null, firstId: null, minutes: 200 };
    const found = cards({ desk: { tickets: [openTicket(1, none), openTicket(2, { ...none, teamId: 9 })] } });
    expect(found).toMatchObject([{ leadId: 2, subject: 'ticket/1', personId: null }]);
    expect(found[0]!.firstSentence).toBe('Who has room for T1 today, and what would they need?');
  });

  it('is not said with too few like it, nor of one that came back', () => {
    const few = Array.from({ length: 19 }, (_, i) => ({ areaId: 1, priority: 3, minutes: i + 1 }));
    expect(cards({ desk: { tickets: [openTicket(1, { minutes: 500 })], finished: few } })).toEqual([]);
    expect(cards({ desk: { tickets: [openTicket(1, { minutes: 500, cameBack: true })] } })).toEqual([]);
  });

  it('is compared within its area alone where its priority has too few', () => {
    const [found] = cards({ desk: { tickets: [openTicket(1, { minutes: 500, priority: 1 })] } });
    expect(found!.evidence.facts).toContain(
      'Compared with 100 resolved tickets of Email, by working time from opening to first resolution.',
    );
  });

  it('is more urgent by priority and by how far beyond, and less while it waits for somebody else', () => {
    const urgency = (given: object) =>
      cards({ desk: { tickets: [openTicket(1, { minutes: 120, ...given })] } })[0]!.urgency;
    expect(urgency({ minutes: 900 })).toBeGreaterThan(urgency({}));
    expect(urgency({ waits: true })).toBeLessThan(urgency({}));
  });

  it('is no card where it goes back to its person’s conditions: that person is to be heard', () => {
    const tickets = [openTicket(1, { minutes: 91 }), openTicket(2, { minutes: 91, holderId: 5 })];
    const causes = new Map([
      [1, attributed('person')],
      [2, attributed('ticket')],
    ]);
    const input = morningWith({ desk: { tickets }, causes });
    expect(proposeCards(input)).toMatchObject([{ subject: 'ticket/2', evidence: { shares: { ticket: 0.7 } } }]);
    expect([...peopleToHear(input)]).toEqual([4]);
  });

  it('opens only where its first person is the lead’s own', () => {
    const door = (firstId: number) =>
      cards({ desk: { tickets: [openTicket(1, { minutes: 91, firstId })] } })[0]!.evidence.doors.map(({ ref }) => ref);
    expect(door(4)).toContain('ticket/1');
    expect(door(8)).not.toContain('ticket/1');
  });
});

describe('who is best placed', () => {
  const best = (given: { records: AreaRecord[]; others?: number[]; onShift?: RuleInput['onShift'] }) =>
    cards({
      desk: {
        tickets: [
          openTicket(1, { minutes: 91 }),
          ...(given.others ?? []).map((holderId, i) => openTicket(10 + i, { holderId, firstId: holderId })),
        ],
        records: given.records,
      },
      onShift: given.onShift ?? null,
    })[0]!.evidence.best;

  it('knows the area, has few open tickets, and is the lead only where nobody else is', () => {
    const all = [record(2, 30, 30), record(5, 30, 30), record(6, 30, 30)];
    expect(best({ records: all, others: [5] })).toMatchObject({ personId: 6 });
    expect(best({ records: [record(2, 30, 30)] })).toMatchObject({ personId: 2 });
    expect(best({ records: [record(5, 30, 30), record(6, 10, 30)] })).toMatchObject({ personId: 5 });
  });

  it('is nobody where too little is known, where whoever has it is as good, and in another lead’s team', () => {
    expect(best({ records: [record(5, 7, 7)] })).toBeNull();
    expect(best({ records: [record(4, 29, 30), record(5, 30, 30)] })).toBeNull();
    expect(best({ records: [record(8, 30, 30)] })).toBeNull();
  });

  it('is at work, where that is known', () => {
    const all = [record(5, 30, 30), record(6, 30, 30)];
    expect(best({ records: all, onShift: new Set([6 as PersonId]) })).toMatchObject({
      personId: 6,
      why: expect.stringContaining('At work now.'),
    });
  });
});

describe('why nobody is named', () => {
  const facts = (records: AreaRecord[]) =>
    cards({ desk: { tickets: [openTicket(1, { minutes: 91 })], records } })[0]!.evidence.facts.join(' ');

  it('is that nobody is known for such tickets, or that whoever has it is as well placed', () => {
    expect(facts([record(5, 7, 7)])).toMatch(/Nobody of yours .* known to bring tickets of Email to the end/);
    expect(facts([record(4, 29, 30), record(5, 30, 30)])).toMatch(/Whoever has it is as well placed as anybody/);
    expect(facts([record(5, 30, 30)])).not.toMatch(/Nobody of yours|as well placed/);
  });
});

describe('an area that is stuck', () => {
  const late = (id: number, holderId: number) => openTicket(id, { holderId, firstId: holderId, minutes: 200 });
  const network = Array.from({ length: 10 }, (_, i) => openTicket(50 + i, { areaId: 2 }));
  const stuck = (holders: number[], more: Partial<RuleInput> = {}) => {
    const tickets = [...holders.map((id, i) => late(i + 1, id)), ...network];
    const input = morningWith({ desk: { tickets }, ...more });
    return proposeCards({ ...input, stuck: stuckAreas(input) });
  };

  it('is one card for three people’s late tickets, and names nobody', () => {
    const found = stuck([4, 5, 6]);
    expect(found).toMatchObject([{ leadId: 2, subject: 'area/1', personId: null }]);
    expect(found[0]!.trigger).toBe('Email is stuck with three people: three tickets take longer than usual there.');
  });

  it('goes to the lowest lead under whom enough people are', () => {
    expect(stuck([4, 5, 8]).map(({ leadId, subject }) => [leadId, subject])).toContainEqual([1, 'area/1']);
    expect(stuck([4, 5, 6, 8]).map(({ leadId, subject }) => [leadId, subject])).toContainEqual([2, 'area/1']);
    expect(stuck([4, 5]).some(({ subject }) => subject.startsWith('area'))).toBe(false);
  });

  it('is not said where the tickets are late for another reason', () => {
    const subjects = stuck([4, 5, 6], { attribute: () => attributed('ticket') }).map(({ subject }) => subject);
    expect(subjects).toEqual(['ticket/1', 'ticket/2', 'ticket/3']);
    expect(stuck([4, 5, 6], { attribute: () => attributed('area') })[0]).toMatchObject({
      subject: 'area/1',
      evidence: { shares: { area: 0.7 } },
    });
  });

  it('is not said where as many are late elsewhere', () => {
    const everywhere = [
      late(1, 4),
      late(2, 5),
      late(3, 6),
      ...[4, 5, 6].map((id, i) => ({ ...late(10 + i, id), areaId: 2 })),
    ];
    expect(stuckAreas(morningWith({ desk: { tickets: everywhere } }))).toEqual([]);
  });
});

describe('leaving it to them', () => {
  const took: TakenOver = { byId: 2 as PersonId, fromId: 5 as PersonId, areaId: 1, at: 0 as Instant };
  const out = (ticket: object, desk: object = {}) =>
    cards({
      desk: {
        tickets: [openTicket(1, { minutes: 60, ...ticket })],
        records: [record(4, 28, 30)],
        takenOver: [took],
        ...desk,
      },
    });

  it('is said of a hard ticket in good hands, to a lead who took such over lately', () => {
    expect(out({})).toMatchObject([{ leadId: 2, kind: 'stay-out', subject: 'ticket/1', personId: 4 }]);
    expect(out({ minutes: 5, difficulty: 4 })).toMatchObject([{ kind: 'stay-out' }]);
  });

  it.each([
    ['nothing was taken over', {}, { takenOver: [] }],
    ['it is easy', { minutes: 20 }, {}],
    ['the clock is at risk', { minutes: 88 }, {}],
    ['it changed hands', { changes: 1 }, {}],
    ['it waits for somebody', { waits: true }, {}],
    ['they often hand such on', {}, { records: [record(4, 15, 30)] }],
    ['little is known of them', {}, { records: [record(4, 5, 5)] }],
  ])('is not said where %s', (_, ticket, desk) => {
    expect(out(ticket, desk)).toEqual([]);
  });
});

describe('what was promised', () => {
  it('a trial is looked at by whoever’s turn it is, where they lead somebody', () => {
    const due = (kind: Due['kind'], owner: number, day: string, person = 2): Due => ({
      ...{ kind, of: 5, ownerId: owner as PersonId, personId: person as PersonId },
      ...{ title: 'Lead, Pod A', day: day as Day },
    });
    const found = cards({ due: [due('trial-review', 1, '2026-03-09'), due('trial-review', 2, '2026-03-09')] });
    expect(found).toMatchObject([
      { leadId: 1, kind: 'promise', subject: 'trial/5', personId: 2 },
      { leadId: 2, trigger: 'Your trial as Lead, Pod A: your words come first.' },
    ]);
    expect(found[0]!.evidence.page).toEqual({ to: '/trials/5', label: 'Open the trial' });
    expect(cards({ due: [due('trial-end', 1, '2026-03-20')] })[0]!.trigger).toBe(
      'Lea’s trial as Lead, Pod A ends on 20 March: decide together.',
    );
    expect(cards({ due: [due('acting', 1, '2026-03-20')] })).toMatchObject([
      { subject: 'seat/5', evidence: { page: { to: '/trials/new?seat=5&person=2' } } },
    ]);
    // Ann leads nobody: she reads it under Me, and no rule of hers is a card.
    expect(cards({ due: [due('trial-terms', 4, '2026-03-09', 4)] })).toEqual([]);
    expect(cards({ due: [due('trial-end', 1, '2026-03-20')], rules: { 'today.rule.trial-review': 0 } })).toEqual([]);
  });

  it('a decision is looked back on by whoever decides there now', () => {
    const decision: Due = {
      ...{ kind: 'decision', of: 8, ownerId: 1 as PersonId, personId: 2 as PersonId },
      title: 'Lead, Pod A',
      day: '2026-02-01' as Day,
    };
    expect(cards({ due: [decision] })).toMatchObject([
      { rule: 'decision-review', leadId: 1, subject: 'decision/8', evidence: { page: { to: '/journal/8' } } },
    ]);
    const left = { ...decision, personId: null };
    expect(cards({ due: [left] })[0]!.firstSentence).toBe('Would I decide so again, and what did I not see then?');
  });

  it('a step that a lead took on is theirs, and asks whom it names', () => {
    const step = { key: 'ask/2/4', ownerId: 2 as PersonId, due: '2026-03-08' as Day, text: 'Ask Ann what she wants.' };
    const found = cards({ steps: [step, { ...step, key: 'ask/2/0', ownerId: 5 as PersonId }] });
    expect(found).toMatchObject([
      {
        leadId: 2,
        subject: 'step/ask/2/4',
        personId: 4,
        trigger: 'Due since 8 March: Ask Ann what she wants.',
        firstSentence: 'Ann, do you have ten minutes for me today?',
      },
    ]);
  });
});

describe('every rule', () => {
  it('is silent when it is switched off', () => {
    const tickets = [openTicket(1, { minutes: 91 }), openTicket(2, { changes: 3 })];
    expect(cards({ desk: { tickets } }).map(({ rule }) => rule)).toEqual(['ticket-late', 'ticket-bounces']);
    const off = { 'today.rule.ticket-late': 0 } as const;
    expect(cards({ desk: { tickets }, rules: off }).map(({ rule }) => rule)).toEqual(['ticket-bounces']);
  });

  it('asks first: its sentence has a question in it', () => {
    const tickets = [
      openTicket(1, { minutes: 91 }),
      openTicket(2, { changes: 3 }),
      openTicket(3, { minutes: 91, waits: true }),
    ];
    for (const { firstSentence } of cards({ desk: { tickets } })) expect(firstSentence).toContain('?');
  });
});
