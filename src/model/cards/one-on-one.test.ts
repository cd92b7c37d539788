import { describe, expect, it } from 'vitest';
import { instantAt } from '../../base/calendar.ts';
import { addDays, type Day, type Instant } from '../../base/time.ts';
import type { Rhythm } from '../../records/oneonones/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { oneOnOne } from './one-on-one.ts';
import type { RuleInput } from './types.ts';

const LEA = 1 as PersonId;
const TOM = 2 as PersonId;
const TODAY = '2026-11-24' as Day;
const on = (days: number): Instant => instantAt(addDays(TODAY, days), 600, 'Europe/Berlin');

/** Lea and Tom agreed on every 14 days; what else is so, `with`. */
const cardsWith = (rhythm: Partial<Rhythm>, leads: PersonId[] = [LEA]) => {
  const pair: Rhythm = {
    pairId: 7,
    memberId: TOM,
    leadId: LEA,
    everyDays: 14,
    minutes: 30,
    zone: 'Europe/Berlin',
    beganOn: addDays(TODAY, -60),
    lastHeldAt: on(-7),
    nextAt: on(7),
    skippedInRow: 0,
    ...rhythm,
  };
  const names = new Map([[TOM, 'Tom']]);
  const chart = { called: names, person: names } as unknown as RuleInput['chart'];
  const input = { day: TODAY, chart, leads: leads.map((leadId) => ({ leadId })), talks: [pair] };
  return oneOnOne.propose(input as unknown as RuleInput);
};
const triggers = (rhythm: Partial<Rhythm>) => cardsWith(rhythm).map(({ trigger }) => trigger);

describe('a card for a 1:1', () => {
  it('is not made while they meet as they agreed', () => {
    expect(cardsWith({})).toEqual([]);
    expect(cardsWith({ lastHeldAt: on(-14), nextAt: null })).toEqual([]);
    // A few days later than agreed, and planned: nothing to do.
    expect(cardsWith({ lastHeldAt: on(-16), nextAt: on(2) })).toEqual([]);
  });

  it('is made on its day, when it is late, and when it was skipped twice; one for a pair', () => {
    expect(triggers({ nextAt: on(0) })).toEqual(['You meet Tom today.']);
    expect(triggers({ lastHeldAt: on(-17), nextAt: null })).toEqual(['Your 1:1 with Tom is three days late.']);
    expect(triggers({ lastHeldAt: on(-30), nextAt: on(3) })).toEqual(['Your 1:1 with Tom is 16 days late.']);
    expect(triggers({ skippedInRow: 2, lastHeldAt: on(-40) })).toEqual([
      'Your 1:1 with Tom was skipped twice in a row.',
    ]);
    expect(triggers({ skippedInRow: 1 })).toEqual([]);
    expect(triggers({ lastHeldAt: null, nextAt: null })).toEqual(['Your 1:1 with Tom is 46 days late.']);
  });

  it('goes to the lead of the pair alone, asks first, and says no more than when they met', () => {
    const [card] = cardsWith({ nextAt: on(0) });
    expect(card).toMatchObject({ leadId: LEA, personId: TOM, kind: 'promise', subject: 'pair/7' });
    expect(card!.firstSentence).toMatch(/\?$/);
    expect(card!.evidence.facts).toEqual(['You last met seven days ago.', 'You two agreed on one every 14 days.']);
    expect(cardsWith({ nextAt: on(0) }, [])).toEqual([]);
  });

  it('is one for all that are late, with whom it has been longest, and one for all of today', () => {
    const pair = (pairId: number, memberId: number, rhythm: Partial<Rhythm>): Rhythm => ({
      ...{ pairId, memberId: memberId as PersonId, leadId: LEA, everyDays: 14, minutes: 30, zone: 'UTC' },
      ...{ beganOn: addDays(TODAY, -90), lastHeldAt: on(-60), nextAt: null, skippedInRow: 2, ...rhythm },
    });
    const names = new Map([2, 3, 4, 5].map((id) => [id as PersonId, `Person ${id}`]));
    const talks = [
      pair(1, 2, { lastHeldAt: on(-40) }),
      pair(2, 3, {}),
      pair(3, 4, { nextAt: on(0), skippedInRow: 0 }),
      pair(4, 5, { nextAt: (on(0) - 3_600_000) as Instant, skippedInRow: 0 }),
    ];
    const chart = { called: names, person: names };
    const found = oneOnOne.propose({ day: TODAY, chart, leads: [{ leadId: LEA }], talks } as unknown as RuleInput);
    expect(found.map(({ subject, evidence }) => [subject, evidence.facts.at(-1)])).toEqual([
      ['pair/2', 'One other 1:1 of yours is late too.'],
      ['pair/4', 'One other 1:1 of yours is today too.'],
    ]);
  });

  it('takes the day by the clock of the two, also where it is another day elsewhere', () => {
    const late = instantAt(TODAY, 23 * 60 + 30, 'America/Los_Angeles');
    expect(triggers({ nextAt: late, zone: 'America/Los_Angeles' })).toEqual(['You meet Tom today.']);
    expect(triggers({ nextAt: late, zone: 'Europe/Berlin' })).toEqual([]);
  });
});
