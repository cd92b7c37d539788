import { describe, expect, it } from 'vitest';
import type { Month } from '../../base/month.ts';
import type { ShownMarker } from './look.ts';
import { sayBand, sayChance, sayDate, sayDue, sayDueShort, sayMoved, sayOverdue, sayStart } from './look-words.ts';

const month = (text: string) => text as Month;
const marker = (more: Partial<ShownMarker> = {}): ShownMarker => ({
  kind: 'next-lead',
  name: 'Next lead',
  state: 'due',
  size: 16,
  counts: 'desk',
  trigger: 'From 16 people on the desk on, 2 leads have too many reports each to listen to.',
  sentence: null,
  chance: [0, 0.2, 0.55, 0.81],
  due: month('2027-08'),
  early: month('2027-06'),
  late: month('2028-02'),
  start: { month: month('2027-03'), late: 0, by: 'grow', person: null, months: 5, outside: null },
  seat: null,
  maySeat: true,
  ...more,
});

describe('a look ahead in words', () => {
  it('has one date to begin by, or now', () => {
    const late = marker({ start: { ...marker().start!, late: 3 } });
    const look = (one: ShownMarker) => ({ headline: { sentence: '', kind: one.kind }, markers: [one] });
    expect(sayDate(look(marker()))).toBe('March 2027');
    expect(sayDate(look(late))).toBe('Now');
    expect(sayDate({ headline: { sentence: '', kind: null }, markers: [marker()] })).toBeNull();
    expect(sayStart(late)).toBe('start growing now, 3 months late');
    const ready = marker({ start: { ...marker().start!, months: 0 } });
    expect(sayStart(ready)).toBe('decide by March 2027');
    expect(sayStart({ ...late, state: 'overdue' })).toBe('start growing now');
    expect(sayStart(marker({ start: null }))).toBeNull();
  });

  it('says what else is due already, and nothing of what the headline is about', () => {
    const overdue = (kind: ShownMarker['kind'], name: string) => marker({ kind, name, state: 'overdue' });
    const headline = { sentence: '', kind: 'next-lead' } as const;
    const markers = [
      overdue('next-lead', 'Next lead'),
      overdue('service-manager', 'Service manager'),
      overdue('people-leader', 'First people leader'),
      marker({ kind: 'coordinator', name: 'Coordinator' }),
    ];
    expect(sayOverdue({ headline, markers })).toBe('Due already: service manager and first people leader.');
    expect(sayOverdue({ headline, markers: markers.slice(0, 1) })).toBeNull();
  });

  it('says how sure a date is, and never more than the futures do', () => {
    expect(sayDue(marker())).toBe('due in August 2027; likely between June 2027 and February 2028');
    expect(sayDue(marker({ late: null }))).toBe(
      'due in August 2027; June 2027 at the earliest, perhaps not within the plan',
    );
    expect(sayDue(marker({ state: 'not-in-plan', due: null, chance: [0, 0.12] }))).toBe(
      'not within the plan; by its end in 1 of 10 futures',
    );
    expect(sayDue(marker({ state: 'not-in-plan', due: null, chance: [0, 0] }))).toBe('not within the plan');
    expect(sayDue(marker({ state: 'overdue', due: month('2025-11') }))).toBe('due since November 2025');
    expect(sayDue(marker({ chance: [1, 1] }))).toBe('due now');
  });

  it('says the same in a cell', () => {
    const states = ['there', 'overdue', 'due'] as const;
    expect(states.map((state) => sayDueShort(marker({ state })))).toEqual([
      'you have one',
      'since August 2027',
      'August 2027',
    ]);
    expect(sayDueShort(marker({ state: 'not-in-plan', due: null }))).toBe('not within the plan');
  });

  it('gives chances as futures of ten', () => {
    expect([0, 0.01, 0.5, 0.97, 1].map(sayChance)).toEqual([
      'in none of the futures',
      'in fewer than 1 of 10 futures',
      'in 5 of 10 futures',
      'in more than 9 of 10 futures',
      'in all futures',
    ]);
  });

  it('says a band with its middle first', () => {
    const fan = { low: [13.6, 2], middle: [16.2, 2], high: [18.4, 2] };
    expect(sayBand(fan, 0)).toBe('16 (14 to 18)');
    expect(sayBand(fan, 1)).toBe('2');
  });

  it('says how a date moved', () => {
    expect(sayMoved(month('2027-03'), month('2027-06'))).toBe('3 months later than March 2027');
    expect(sayMoved(month('2027-03'), month('2027-02'))).toBe('1 month earlier than March 2027');
    expect(sayMoved(month('2027-03'), null)).toBe('was March 2027');
    expect(sayMoved(month('2027-03'), month('2027-03'))).toBeNull();
  });
});
