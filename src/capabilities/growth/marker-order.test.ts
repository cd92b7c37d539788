import { describe, expect, it } from 'vitest';
import type { Month } from '../../base/month.ts';
import type { ShownMarker } from '../../model/growth/look.ts';
import { orderMarkers } from './marker-order.ts';

const marker = (
  kind: ShownMarker['kind'],
  state: ShownMarker['state'],
  month: string | null,
  late = 0,
): ShownMarker => ({
  kind,
  name: kind,
  state,
  size: 1,
  counts: 'desk',
  trigger: '',
  sentence: null,
  chance: [],
  due: month as Month | null,
  early: null,
  late: null,
  start: month ? { month: month as Month, late, by: 'grow', person: null, months: 1, outside: null } : null,
  seat: null,
  maySeat: false,
});

describe('the order of what growth brings', () => {
  it('begins with what is latest, then what is to be begun first, and ends with what is there', () => {
    const markers = [
      marker('coordinator', 'there', null),
      marker('team-split', 'not-in-plan', null),
      marker('next-lead', 'due', '2027-03'),
      marker('people-leader', 'due', '2026-11', 2),
      marker('service-manager', 'overdue', '2026-11', 7),
    ];
    expect(orderMarkers(markers).map(({ kind }) => kind)).toEqual([
      'service-manager',
      'people-leader',
      'next-lead',
      'team-split',
      'coordinator',
    ]);
  });
});
