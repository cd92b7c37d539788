import { describe, expect, it } from 'vitest';
import type { Instant } from '../../base/time.ts';
import type { ListedTicket } from '../../records/work/listed.ts';
import type { DateOrder } from './dates.ts';
import { recogniseSource, requireFields } from './recognise.ts';
import { createRejections, type Rejections, refuseTooMany } from './rejections.ts';
import { openTable } from './table.ts';
import { readEventLog, readTicketList, type TicketReading } from './tickets.ts';
import { openZone } from './zone.ts';

const NOW = Date.UTC(2026, 10, 23) as Instant;

async function open(text: string, given: { dateOrder?: DateOrder; zone?: string } = {}): Promise<TicketReading> {
  async function* bytes() {
    yield Buffer.from(text);
  }
  const table = await openTable(bytes());
  const recognised = recogniseSource(table.columns);
  requireFields(recognised, table.columns);
  const { dateOrder, zone = 'UTC' } = given;
  return {
    table,
    recognised,
    zone: openZone(zone),
    now: NOW,
    dateOrder,
    rejections: createRejections(),
    onRows: () => undefined,
  };
}

async function list(
  text: string,
  given: { dateOrder?: DateOrder; zone?: string } = {},
): Promise<{ tickets: ListedTicket[]; rejections: Rejections }> {
  const reading = await open(text, given);
  const tickets: ListedTicket[] = [];
  for await (const batch of readTicketList(reading)) tickets.push(...batch);
  return { tickets, rejections: reading.rejections };
}

const day = (text: string) => Date.parse(`${text}Z`);

describe('reading a list of tickets', () => {
  it('reads our own template', async () => {
    const { tickets } = await list(
      'Ticket;Opened;Resolved;Assignee;Team;Client;Category;Priority;Minutes;Satisfaction;Triage difficulty;Status\n' +
        '17;2026-03-02 09:00;2026-03-02 11:30;Ann Bell;Pod A;Acme;Email;P2;12,5;5;4;Closed\n',
    );
    expect(tickets).toEqual([
      {
        line: 2,
        ticket: '17',
        openedAt: day('2026-03-02T09:00'),
        resolvedAt: day('2026-03-02T11:30'),
        assignee: 'Ann Bell',
        assignedAt: null,
        team: 'Pod A',
        client: 'Acme',
        category: 'Email',
        priority: 2,
        minutes: 12.5,
        satisfaction: 1,
        triage: 4,
        triagedAt: null,
        resolver: null,
        reopenCount: null,
      },
    ]);
  });

  it('reads how hard a ticket looked and when that was said; a day alone counts as its end', async () => {
    const { tickets } = await list(
      [
        'ticket,opened,assigned,triage difficulty,triaged',
        '1,1/3/2026 9:00,13/3/2026 9:30,hard,1/3/2026 9:10',
        '2,1/3/2026 9:00,1/3/2026 9:30,2,1/3/2026',
        '3,1/3/2026 9:00,1/3/2026 9:30,,1/3/2026',
      ].join('\n'),
    );
    expect(tickets.map(({ triage, triagedAt }) => [triage, triagedAt])).toEqual([
      [4, day('2026-03-01T09:10')],
      [2, day('2026-03-02T00:00') - 1],
      [null, null],
    ]);
  });

  it('takes hours for hours where the column is in hours, and the first of several people', async () => {
    const { tickets } = await list(
      'TicketNbr,Board_Name,status_description,company_name,date_entered,Hours_Actual,resource_list,Date_Entered_UTC,Date_Closed_UTC\n' +
        '9,Desk,>Closed,Acme,3/13/2026 4:00,1.5,"annb, bobc",3/13/2026 9:00,3/14/2026 9:00\n' +
        '10,Desk,Open,Acme,3/13/2026 4:00,,,3/13/2026 9:00,\n',
    );
    expect(tickets[0]).toMatchObject({
      minutes: 90,
      assignee: 'annb',
      openedAt: day('2026-03-13T09:00'),
      resolvedAt: day('2026-03-14T09:00'),
    });
    expect(tickets[1]).toMatchObject({ minutes: null, assignee: null, resolvedAt: null });
  });

  it('decides between day and month over all dates of the file, and holds earlier rows back for it', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},1/2/2024`).join('\n');
    const asDays = await list(`ticket,opened\n${rows}\n99,13/2/2024\n`);
    expect(asDays.tickets).toHaveLength(31);
    expect(asDays.tickets[0]?.openedAt).toBe(day('2024-02-01T00:00'));
    const asMonths = await list(`ticket,opened\n${rows}\n99,2/13/2024\n`);
    expect(asMonths.tickets[0]?.openedAt).toBe(day('2024-01-02T00:00'));
  });

  it('asks when no date shows the order, unless it was told or makes no difference', async () => {
    const text = 'ticket,opened\n1,1/2/2024\n2,3/4/2024\n';
    await expect(list(text)).rejects.toMatchObject({
      code: 'needs-answer',
      details: { question: 'date-order', column: 'opened', example: '1/2/2024' },
    });
    expect((await list(text, { dateOrder: 'month-first' })).tickets[1]?.openedAt).toBe(day('2024-03-04T00:00'));
    expect((await list('ticket,opened\n1,2/2/2024\n')).tickets[0]?.openedAt).toBe(day('2024-02-02T00:00'));
  });

  it('reads clocks in the given zone', async () => {
    const { tickets } = await list('ticket,opened\n1,2024-07-01 09:00\n', { zone: 'Europe/Berlin' });
    expect(tickets[0]?.openedAt).toBe(day('2024-07-01T07:00'));
  });

  it('rejects rows that can not be read, each with its line, column and reason and without what it said', async () => {
    const { tickets, rejections } = await list(
      [
        'ticket,opened,resolved,minutes,assignee,triage difficulty',
        '1,2024-03-01,,5,Ann,',
        ',2024-03-01,,5,Ann,',
        '3,1/1/2087,,5,Ann,',
        '4,2024-03-01,,-5,Ann,',
        '5,2024-03-01,2024-02-30,5,Ann,',
        '6,2024-03-01,,5,Ann,,more,than,the,header',
        '7',
        `8,2024-03-01,,5,${'x'.repeat(201)},`,
        '9,2024-03-01,,5,Ann,9',
        '10,2024-03-01,,5,Ann,,',
        '11,2024-03-01',
      ].join('\n'),
    );
    expect(tickets.map(({ ticket }) => ticket)).toEqual(['1', '10', '11']);
    expect(rejections.kept).toEqual([
      { line: 3, columnName: 'ticket', reason: 'This is missing.' },
      { line: 4, columnName: 'opened', reason: 'This date lies more than a year ahead.' },
      { line: 5, columnName: 'minutes', reason: 'A length of time can not be negative.' },
      { line: 6, columnName: 'resolved', reason: 'There is no such day.' },
      { line: 7, columnName: '', reason: 'The row has more columns than the header.' },
      { line: 8, columnName: 'opened', reason: 'The row has fewer columns than the header.' },
      { line: 9, columnName: 'assignee', reason: 'This is longer than 200 characters.' },
      { line: 10, columnName: 'triage difficulty', reason: 'This is no difficulty from 1 (easy) to 5 (hard).' },
    ]);
    expect(() => refuseTooMany(rejections, 11)).toThrow('8 of 11 rows could not be read, so nothing was imported');
  });

  it('keeps a file in which few rows are bad, and none in which all are', () => {
    const rejections = createRejections();
    rejections.add(3, 'opened', 'This is no date that can be read.');
    expect(() => refuseTooMany(rejections, 5)).not.toThrow();
    expect(() => refuseTooMany(rejections, 4)).toThrow('line 3');
    expect(() => refuseTooMany(rejections, 1)).toThrow();
  });

  it('reads Jira, whose columns repeat and whose rows are wider than the header', async () => {
    const { tickets } = await list(
      'Summary,Issue key,Issue id,Issue Type,Status,Assignee,Created,Resolved,Labels,Labels\n' +
        'a title,IT-7,100,Incident,Done,Ann,11/May/24 03:26 PM,12/May/24 09:00 AM,one,two,three,four\n',
    );
    expect(tickets[0]).toMatchObject({
      ticket: 'IT-7',
      openedAt: day('2024-05-11T15:26'),
      resolvedAt: day('2024-05-12T09:00'),
      category: 'Incident',
    });
  });
});

describe('reading an event log', () => {
  it('takes ? for nothing, drops unknown states, and never looks at who resolved it', async () => {
    const reading = await open(
      'number,incident_state,sys_updated_at,opened_at,assigned_to,assignment_group,location,category,priority,reopen_count,sys_mod_count,resolved_by\n' +
        'INC1,New,29/2/2016 01:23,29/2/2016 01:16,?,Group 56,Location 1,?,3 - Moderate,0,0,Resolved by 1\n' +
        'INC1,-100,29/2/2016 02:00,29/2/2016 01:16,?,Group 56,Location 1,?,3 - Moderate,0,1,Resolved by 1\n' +
        'INC1,Active,29/2/2016 08:53,29/2/2016 01:16,Resolver 9,Group 56,Location 1,Category 2,3 - Moderate,0,2,Resolved by 1\n',
    );
    const log = await readEventLog(reading);
    expect(log.rows).toBe(2);
    expect(log.people.list).toEqual(['Resolver 9']);
    expect(log.categories.list).toEqual(['Category 2']);
    expect([...log.integers.person.subarray(0, 2)]).toEqual([-1, 0]);
    expect(reading.rejections.kept).toEqual([{ line: 3, columnName: 'incident_state', reason: 'This is no state.' }]);
  });
});
