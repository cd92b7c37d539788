import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
beforeAll(async () => {
  visit = await startVisit('cove');
});
afterAll(() => visit.close());

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Late rota
BEGIN:VEVENT
UID:late-1
SUMMARY:On call: Mei Lin Chua
DTSTART;TZID=Europe/London:20261102T170000
DTEND;TZID=Europe/London:20261102T180000
RRULE:FREQ=WEEKLY;BYDAY=MO,TU
END:VEVENT
BEGIN:VEVENT
UID:late-2
SUMMARY:On call: Nobody Here
DTSTART;TZID=Europe/London:20261102T170000
DTEND;TZID=Europe/London:20261102T180000
END:VEVENT
END:VCALENDAR
`;

describe('who can jump in', () => {
  it('says that nobody’s hours are known, types a week for a team, and draws the hours that are left', async () => {
    const { page, faults } = visit;
    await open(visit, '/teams');
    await page.getByRole('link', { name: 'Who can jump in' }).click();
    await page.getByRole('link', { name: 'Say who is there when' }).click();
    await page.getByLabel('Whose').selectOption({ label: 'Everybody in Helpdesk' });
    await page.getByLabel('Time zone').first().selectOption('Europe/London');
    await page.getByRole('button', { name: 'Keep this week' }).click();
    await page.getByText('Kept for 5 people.').waitFor();
    await open(visit, '/cover');
    const section = page.getByRole('region', { name: 'Helpdesk', exact: true });
    expect(await textOf(section)).toContain('Nobody can jump in for 10 h of 50 h.');
    expect(await section.getByRole('row', { name: /^Mon 08:00 09:00 1 Nobody/ }).count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it('shows what it understood of a calendar, and whom nobody knows, before it brings it in', async () => {
    const { page } = visit;
    await open(visit, '/cover/hours');
    const file = { name: 'rota.ics', mimeType: 'text/calendar', buffer: Buffer.from(CALENDAR) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('Understood as the calendar “Late rota” with two entries.').waitFor();
    expect(await textOf(page.getByRole('table', { name: '1 entry could not be read' }))).toContain('Nobody Here');
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('The hours of one person are in.').waitFor();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('One entry that this calendar brought before will be replaced.').waitFor();
    await open(visit, '/cover');
    const section = page.getByRole('region', { name: 'Helpdesk', exact: true });
    expect(await textOf(section)).toContain('Nobody can jump in for 8 h of 50 h.');
  });

  it('says the same hours in the balance picture and beside the seat, and works on a phone', async () => {
    const { page, faults } = visit;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      open(visit, '/cover/hours').then(() => page.getByRole('button', { name: /Download a template/ }).click()),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toMatch(
      /^person,kind,weekday,date,until,from,to,time zone\n/,
    );
    await open(visit, '/');
    expect(await textOf(page.getByRole('main'))).toMatch(/nobody can jump in 8 h/);
    await open(visit, '/seats');
    await page.getByRole('link', { name: 'Helpdesk Lead' }).first().click();
    await page.getByRole('link', { name: 'Nobody can jump in 8 h' }).click();
    await page.getByRole('heading', { name: 'Who can jump in' }).waitFor();
    await open(visit, '/cover');
    await page.setViewportSize(PHONE);
    await settled(page);
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    await open(visit, '/cover/hours');
    expect(await violations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
});
