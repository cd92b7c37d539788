import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Day, Instant } from '../../base/time.ts';
import type { PeoplePlan } from '../../records/people/plan.ts';
import { readPeople } from './people.ts';
import { createRejections } from './rejections.ts';

const NOW = Date.UTC(2026, 10, 23) as Instant;

async function read(text: string, rejections = createRejections()): Promise<PeoplePlan> {
  async function* source() {
    yield Buffer.from(text);
  }
  return (await readPeople({ source: source(), mapping: {}, now: NOW, today: '2026-11-23' as Day, rejections })).plan;
}
const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

describe('reading a list of people', () => {
  it('makes people, a seat for whoever has reports, and the lines between them', async () => {
    const plan = await read(
      csv(
        'Name,Email,Team,Title,Reports to,Start date,Site,Time zone,Hours',
        'Olive Owner,olive@cove.example,,Owner,,2015-03-01,,,40',
        'Sam Service,,,Service Manager,olive@cove.example,,,,',
        'Priya Patel,,Pod A,,Sam Service,2019-06-01,Leeds,Europe/London,"37,5"',
        'Tom Tech,,Pod A,Technician,priya patel,,,,',
        'Uma Tech,,Pod A,Technician,Priya Patel,,,,',
        'Dee Desk,,Pod A,Dispatcher,Priya Patel,,,,',
      ),
    );
    expect(plan.people.map(({ name, work, reportsTo, team }) => ({ name, work, reportsTo, team }))).toEqual([
      { name: 'Olive Owner', work: 'other', reportsTo: null, team: null },
      { name: 'Sam Service', work: 'other', reportsTo: null, team: null },
      { name: 'Priya Patel', work: null, reportsTo: null, team: 'Pod A' },
      { name: 'Tom Tech', work: null, reportsTo: 'seat on line 4', team: 'Pod A' },
      { name: 'Uma Tech', work: null, reportsTo: 'seat on line 4', team: 'Pod A' },
      { name: 'Dee Desk', work: 'dispatch', reportsTo: 'seat on line 4', team: 'Pod A' },
    ]);
    expect(plan.people[2]).toMatchObject({
      startedOn: '2019-06-01',
      site: 'Leeds',
      timeZone: 'Europe/London',
      hoursPerWeek: 37.5,
      line: 4,
    });
    expect(
      plan.seats.map(({ key, title, team, holder, reportsTo }) => ({ key, title, team, holder, reportsTo })),
    ).toEqual([
      { key: 'seat on line 2', title: 'Owner', team: null, holder: 'line 2', reportsTo: null },
      { key: 'seat on line 3', title: 'Service Manager', team: null, holder: 'line 3', reportsTo: 'seat on line 2' },
      { key: 'seat on line 4', title: 'Lead, Pod A', team: 'Pod A', holder: 'line 4', reportsTo: 'seat on line 3' },
    ]);
  });

  it('takes names alone', async () => {
    const plan = await read(csv('name', 'Ann Bell', 'Bob Cole'));
    expect(plan.people.map(({ name }) => name)).toEqual(['Ann Bell', 'Bob Cole']);
    expect(plan.seats).toEqual([]);
  });

  it('reads an export of Microsoft Entra users, without guests and accounts that are switched off', async () => {
    const rejections = createRejections();
    const plan = await read(
      csv(
        'userPrincipalName,displayName,surname,mail,givenName,userType,jobTitle,department,accountEnabled,city',
        'ann@cove.example,Ann Bell,Bell,ann@cove.example,Ann,Member,Technician,Service Desk,True,Leeds',
        'x#EXT#@cove.example,Gus Guest,Guest,gus@else.example,Gus,Guest,,,True,',
        'old@cove.example,Olga Old,Old,old@cove.example,Olga,Member,Technician,Service Desk,False,Leeds',
      ),
      rejections,
    );
    expect(plan.people).toMatchObject([
      { name: 'Ann Bell', email: 'ann@cove.example', team: 'Service Desk', site: 'Leeds' },
    ]);
    expect(rejections.kept.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('makes vacant seats, and lets people report to them by title', async () => {
    const plan = await read(
      csv(
        'name,title,team,reports to,start date',
        'Olive Owner,Owner,,,',
        '(vacant) Service Manager,,,Olive Owner,2027-03-01',
        'vacant,Lead of Pod B,Pod B,Service Manager,2026-01-05',
        'Tom Tech,,Pod B,Lead of Pod B,',
      ),
    );
    expect(plan.people.map(({ name }) => name)).toEqual(['Olive Owner', 'Tom Tech']);
    expect(plan.seats.slice(1)).toMatchObject([
      {
        title: 'Service Manager',
        team: null,
        holder: null,
        reportsTo: 'seat on line 2',
        plannedFor: '2027-03-01',
        openSince: null,
      },
      {
        title: 'Lead of Pod B',
        team: 'Pod B',
        holder: null,
        reportsTo: 'seat on line 3',
        plannedFor: null,
        openSince: '2026-01-05',
      },
    ]);
    expect(plan.people[1]?.reportsTo).toBe('seat on line 4');
  });

  it('takes what a person wants and does from columns of their own', async () => {
    const plan = await read(
      csv(
        'name,wants to lead,work,own ticket hours',
        'Ann,yes,technical,20',
        'Bob,technical path,other,',
        'Cid,not now,,',
      ),
    );
    expect(plan.people.map(({ aspiration, work, ownTicketHours }) => [aspiration, work, ownTicketHours])).toEqual([
      ['wants-to-lead', 'product', 20],
      ['technical-path', 'other', null],
      ['not-now', null, null],
    ]);
  });

  it('refuses circles and names who is in them', async () => {
    const text = csv('name,reports to', 'Ann,Bob', 'Bob,Cid', 'Cid,Ann', 'Dan,Ann');
    await expect(read(text)).rejects.toMatchObject({
      code: 'cannot-read',
      message: expect.stringContaining('Ann → Bob → Cid → Ann'),
      details: { line: 2 },
    });
  });

  it.each([
    ['reporting to oneself', csv('name,reports to', 'Ann,', 'Bob,bob'), 3, 'Bob on line 3 reports to themselves'],
    [
      'the same address twice',
      csv('name,email', 'Ann,a@x.example', 'Bob,b@x.example', 'Cid,A@x.example'),
      4,
      'Lines 2 and 4',
    ],
    [
      'a manager who is not there',
      csv('name,reports to', 'Ann,Zoe'),
      2,
      '"Zoe", to whom Ann reports, is not on the list',
    ],
    [
      'a manager who could be two people',
      csv('name,reports to', 'Ann,', 'Ann,', 'Bob,Ann'),
      4,
      'the person on line 2 and 3',
    ],
    ['an address that is none', csv('name,email', 'Ann,ann'), 2, 'no email address'],
    ['hours that no week has', csv('name,hours', 'Ann,200'), 2, 'hours a week'],
    ['a zone that there is not', csv('name,time zone', 'Ann,Mars'), 2, 'no time zone'],
    ['a start in 2087', csv('name,start date', 'Ann,2087-01-01'), 2, 'no date'],
  ])('refuses %s, with the line', async (_, text, line, message) => {
    await expect(read(text)).rejects.toMatchObject({ message: expect.stringContaining(message), details: { line } });
  });

  it('never lets a line run in a circle, whoever reports to whom', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.nat(7), { nil: null }), { minLength: 1, maxLength: 8 }), async (above) => {
        const text = csv(
          'name,reports to',
          ...above.map((to, i) => `p${i},${to === null ? '' : `p${to % above.length}`}`),
        );
        const circular = above.some((_, start) => {
          let at: number | null = start;
          for (let step = 0; step <= above.length && at !== null; step++) {
            const next: number | null = above[at] ?? null;
            at = next === null ? null : next % above.length;
          }
          return at !== null;
        });
        const plan = await read(text).catch(() => undefined);
        expect(plan === undefined).toBe(circular);
      }),
    );
  });
});
