import { describe, expect, it } from 'vitest';
import type { Instant } from '../../base/time.ts';
import { PEOPLE_FIELDS } from './people.ts';
import { type PreviewReading, previewSmall, previewTickets } from './preview.ts';

function reading(text: string, given: Partial<PreviewReading> = {}): PreviewReading {
  async function* source() {
    for (let at = 0; at < text.length; at += 65_536) yield Buffer.from(text.slice(at, at + 65_536));
  }
  return {
    source: source(),
    mapping: {},
    dateOrder: undefined,
    timeZone: 'UTC',
    now: Date.UTC(2026, 10, 23) as Instant,
    ...given,
  };
}

describe('looking at a file before it is imported', () => {
  it('shows what was understood of the first rows, and never a title', async () => {
    const preview = await previewTickets(
      reading(
        'Ticket ID,Subject,Agent,Group,Created time\n7,printer on fire,Ann,Desk,13/03/2026 09:30\n8,x,Ann,Desk,1/2/2026 10:00\n',
      ),
    );
    expect(preview).toMatchObject({
      source: 'freshdesk',
      sourceTitle: 'Freshdesk',
      unread: ['Subject'],
      questions: [],
    });
    expect(preview.sample).toEqual([
      { ticket: '7', opened: '2026-03-13 09:30', assignee: 'Ann', team: 'Desk' },
      { ticket: '8', opened: '2026-02-01 10:00', assignee: 'Ann', team: 'Desk' },
    ]);
    expect(JSON.stringify(preview.sample)).not.toContain('printer');
    expect(preview.fields.find(({ field }) => field === 'opened')).toEqual({
      field: 'opened',
      title: 'Opened',
      column: 'Created time',
      required: true,
    });
    expect(preview.fields.find(({ field }) => field === 'minutes')?.column).toBeNull();
  });

  it('asks for the order of day and month only where the whole file leaves it open', async () => {
    const open = 'ticket,opened\n1,1/2/2026\n';
    const question = { question: 'date-order', column: 'opened', example: '1/2/2026' };
    const asked = await previewTickets(reading(open));
    expect(asked.questions).toEqual([question]);
    expect(asked.sample[0]?.opened).toBe('1/2/2026');
    const told = await previewTickets(reading(open, { dateOrder: 'month-first' }));
    expect(told).toMatchObject({ questions: [], sample: [{ opened: '2026-01-02' }] });
    // In a longer file a later row may still show it.
    const long = `ticket,opened\n${'1,1/2/2026\n'.repeat(40_000)}`;
    expect((await previewTickets(reading(long))).questions).toEqual([]);
  });

  it('reads the head of a file that is cut off in the middle of a row', async () => {
    const preview = await previewTickets(
      reading(`ticket,opened,note\n${'1,2026-03-01,"a note"\n'.repeat(13_000)}2,2026-03-01,"cut o`),
    );
    expect(preview.sample).toHaveLength(5);
  });

  it('looks at lists of people too, with corrections', async () => {
    const text = 'Display name,Department,Boss,Floor\nAnn Bell,Desk,Olive,3\n';
    const preview = await previewSmall(reading(text, { mapping: { site: 'Floor', team: '' } }), PEOPLE_FIELDS, [
      'name',
    ]);
    expect(preview.sample).toEqual([{ name: 'Ann Bell', 'reports-to': 'Olive', site: '3' }]);
    expect(preview.unread).toEqual(['Department']);
  });
});
