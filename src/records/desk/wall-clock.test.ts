import { expect, test } from 'vitest';
import type { Instant } from '../../base/time.ts';
import { wallClockIn } from './wall-clock.ts';

const at = (text: string) => Date.parse(text) as Instant;

test.each([
  ['UTC', '2026-07-01T10:00:00Z', 0],
  ['Europe/Berlin', '2026-07-01T10:00:00Z', 120],
  ['Europe/Berlin', '2026-01-01T10:00:00Z', 60],
  ['America/Chicago', '2026-01-01T10:00:00Z', -360],
  ['Asia/Kolkata', '2026-01-01T10:00:00Z', 330],
  ['Pacific/Kiritimati', '2026-01-01T10:00:00Z', 840],
  ['Pacific/Pago_Pago', '2026-01-01T10:00:00Z', -660],
  ['Pacific/Tongatapu', '2026-01-01T10:00:00Z', 780],
  ['Etc/GMT+12', '2026-01-01T10:00:00Z', -720],
])('the wall clock in %s at %s is %i minutes from UTC', (zone, instant, minutes) => {
  expect(wallClockIn(zone)(at(instant))).toBe(minutes);
});
