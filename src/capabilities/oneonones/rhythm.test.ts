import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { clockMinutes, instantAt } from '../../base/calendar.ts';
import { type Day, dayOf, type Instant } from '../../base/time.ts';
import { hintFor, meetingAfter, orderAgenda } from './rhythm.ts';

const ZONE = 'Europe/Berlin';
const at = (day: string, minutes: number, zone = ZONE) => instantAt(day as Day, minutes, zone);

describe('the meeting after a meeting', () => {
  it('is at the same time on the clock, over a change of clocks too', () => {
    const before = at('2026-10-20', 600);
    const next = meetingAfter(before, { everyDays: 14, zone: ZONE }, before);
    expect([dayOf(next, ZONE), clockMinutes(next, ZONE)]).toEqual(['2026-11-03', 600]);
    expect((next - before) / 3_600_000).toBe(14 * 24 + 1);
  });

  it('is never in the past, and keeps to the days on which they would have met', () => {
    const old = at('2026-01-06', 600);
    expect(meetingAfter(old, { everyDays: 7, zone: ZONE }, at('2026-11-24', 540))).toBe(at('2026-11-24', 600));
    expect(meetingAfter(old, { everyDays: 7, zone: ZONE }, at('2026-11-24', 601))).toBe(at('2026-12-01', 600));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 1, max: 92 }),
        fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'),
        (daysLater, everyDays, zone) => {
          const now = (old + daysLater * 86_400_000 + 12_345_678) as Instant;
          const next = meetingAfter(old, { everyDays, zone }, now);
          expect(next).toBeGreaterThan(now);
          expect(next - now).toBeLessThanOrEqual((everyDays + 1) * 86_400_000 + 7_200_000);
        },
      ),
    );
  });
});

describe('what to do now', () => {
  const hint = (you: 'member' | 'lead', nextAt: Instant | null, now: Instant, ownTopics = 0) =>
    hintFor({ nextAt, minutes: 30, zone: ZONE }, { you, other: you === 'member' ? 'Lea' : 'Tom', ownTopics }, now);
  const next = at('2026-11-26', 600);

  it('asks the member for topics the day before, and the lead to look on the day', () => {
    expect(hint('member', next, at('2026-11-24', 600))).toBeNull();
    expect(hint('member', next, at('2026-11-25', 1))).toBe(
      'You meet Lea tomorrow: what do you want to talk about? Your topics come first.',
    );
    expect(hint('member', next, at('2026-11-25', 1), 2)).toBe('You meet Lea tomorrow.');
    expect(hint('lead', next, at('2026-11-25', 1))).toBeNull();
    expect(hint('lead', next, at('2026-11-26', 480))).toBe('You meet Tom today: see what they want to talk about.');
  });

  it('asks afterwards whether they met, and for a plan where there is none', () => {
    expect(hint('lead', next, at('2026-11-26', 629))).toMatch(/today/);
    expect(hint('lead', next, at('2026-11-26', 630))).toMatch(/^Did you and Tom meet/);
    expect(hint('member', null, next)).toMatch(/^No meeting with Lea is planned/);
  });
});

describe('the agenda', () => {
  it('has the member’s topics first, then the lead’s, then actions by their day', () => {
    const item = (itemId: number, kind: 'topic' | 'action', authorId: number | null, dueDay: string | null = null) => ({
      itemId,
      kind,
      authorId: authorId as never,
      dueDay: dueDay as Day | null,
      createdAt: itemId as Instant,
    });
    const items = [
      item(1, 'action', 9),
      item(2, 'topic', 8),
      item(3, 'action', 8, '2026-12-01'),
      item(4, 'topic', 9),
      item(5, 'topic', null),
      item(6, 'topic', 9),
      item(7, 'action', 9, '2026-11-01'),
    ];
    expect(orderAgenda(items, 9).map(({ itemId }) => itemId)).toEqual([4, 6, 2, 5, 7, 3, 1]);
  });
});
