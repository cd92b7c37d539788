import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testSecrets } from '../../../test/support/context.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type RolesFirm } from '../../../test/support/roles-firm.ts';
import type { Instant } from '../../base/time.ts';
import type { UploadContext } from '../../platform/http/routes.ts';
import { readHeldHours } from '../../records/shifts/store.ts';
import type { HoursOptions } from './contract.ts';
import { keepHours, understandHours } from './file.actions.ts';

let test: TestDatabase;
let firm: RolesFirm;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await makeRolesFirm(test);
});
afterAll(() => test.close());

const NOW = Date.UTC(2026, 10, 24, 12) as Instant;
const OPTIONS: HoursOptions = { kind: 'by-title', personId: null, timeZone: 'Europe/Berlin' };

function bring(
  text: string,
  { keep = true, name = 'rota.ics', ...options }: Partial<HoursOptions> & { keep?: boolean; name?: string } = {},
) {
  const { database } = test;
  const scope = { orgId: firm.orgId, actor: 'test', standing: 'owner' as const, personId: firm.people.olga };
  const ctx = { ...scope, database, now: () => NOW, log: () => undefined, secrets: testSecrets };
  const upload = { stream: Readable.from([Buffer.from(text)]), fileName: name };
  return (keep ? keepHours : understandHours)(ctx as unknown as UploadContext, { ...OPTIONS, ...options }, upload);
}
const held = async (person: number) =>
  test.database.transact({ orgId: firm.orgId, actor: 'test', standing: 'engine' }, async (db) =>
    (await readHeldHours(db)).filter(({ shift }) => shift.person === person),
  );

const calendar = (entries: string, name = 'X-WR-CALNAME:Rota\r\n') =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${name}${entries}END:VCALENDAR\r\n`;
const entry = (uid: string, title: string, day: string) =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${title}\r\nDTSTART:${day}T080000\r\nDTEND:${day}T160000\r\nEND:VEVENT\r\n`;

describe('bringing in a file of hours', () => {
  it('puts a calendar in the place of what it brought before, and touches nothing else', async () => {
    const { tom, una } = firm.people;
    const first = calendar(entry('a', 'Shift Tom Tech', '20261201') + entry('b', 'Shift Una Unseen', '20261201'));
    expect(await bring(first, { keep: false })).toMatchObject({ calendar: 'Rota', entries: 2, replaces: 0 });
    expect(await held(una)).toHaveLength(1);
    await bring(first);
    expect([(await held(tom)).length, (await held(una)).length]).toEqual([2, 2]);
    // Una is no longer in it; Tom’s entry moved. What was typed of both stays.
    const second = calendar(entry('a', 'Shift Tom Tech', '20261202'));
    expect(await bring(second)).toMatchObject({ replaces: 2, people: [{ name: 'Tom Tech' }] });
    expect((await held(tom)).map(({ shift, calendar: from }) => [shift.first, from])).toEqual([
      [null, false],
      ['2026-12-02', true],
    ]);
    expect(await held(una)).toHaveLength(1);
  });

  it('keeps calendars of two people apart that are called the same, and knows a file by its name where nothing else is', async () => {
    const { tom, una } = firm.people;
    const own = calendar(entry('x', 'Early', '20261203'), '');
    await bring(own, { personId: tom, name: 'Calendar.ics', kind: 'shift' });
    await bring(own, { personId: una, name: 'Calendar.ics', kind: 'shift' });
    expect((await bring(own, { personId: tom, name: 'Calendar (1).ics', kind: 'shift' })).replaces).toBe(1);
    expect([(await held(tom)).length, (await held(una)).length]).toEqual([3, 2]);
  });

  it('puts a table in the place of what its people had without a calendar, leave of hours and without end included', async () => {
    const { tom } = firm.people;
    const read = await bring(
      'person,kind,weekday,date,until,from,to,zone\n' +
        'Tom Tech,shift,Mon-Fri,,,22:00,06:00,\n' +
        'Tom Tech,shift,Mon-Fri,,,23:00,07:00,America/Chicago\n' +
        'Tom Tech,leave,,2026-12-21,,,,\n' +
        'Tom Tech,leave,,2026-12-01,,13:00,14:00,\n' +
        'Nobody Here,shift,Mon,,,9,17,\n',
      { name: 'hours.csv' },
    );
    expect(read).toMatchObject({ format: 'table', entries: 5, rejected: 1, replaces: 1 });
    expect(read.people[0]!.said).toEqual([
      'Mon–Fri 22:00–06:00 (Europe/Berlin)',
      'Mon–Fri 23:00–07:00 (America/Chicago)',
      'away from 2026-12-21, no end known',
      'away 13:00–14:00 (Europe/Berlin) on 2026-12-01',
    ]);
    const rows = await held(tom);
    expect(rows.filter(({ calendar: from }) => !from)).toHaveLength(12);
    expect(rows.map(({ shift }) => shift)).toContainEqual(
      expect.objectContaining({ kind: 'leave', first: '2026-12-21', last: null, from: 0, to: 1440 }),
    );
    expect(rows.map(({ shift }) => shift)).toContainEqual(
      expect.objectContaining({ kind: 'leave', first: '2026-12-01', from: 780, to: 840 }),
    );
    expect(rows.map(({ shift }) => shift)).toContainEqual(
      expect.objectContaining({ weekday: 1, from: 1320, to: 1800 }),
    );
  });

  it('refuses in one sentence what it can not read, and changes nothing', async () => {
    const before = await held(firm.people.tom);
    await expect(bring('person,from\nNobody,9\n')).rejects.toThrow(/^None of its entries could be read.*line 2/);
    await expect(bring(calendar(entry('a', 'Meeting', '20261201')))).rejects.toThrow(/by its title/);
    await expect(bring('x'.repeat(2_100_000))).rejects.toThrow(/larger than 2 MB/);
    await expect(bring('', { timeZone: 'Mars/Base' })).rejects.toThrow(/is no time zone/);
    await expect(bring(calendar(entry('a', 'Early', '20261201')), { personId: 999_999 })).rejects.toThrow(
      /no such person/,
    );
    expect(await held(firm.people.tom)).toEqual(before);
  });
});
