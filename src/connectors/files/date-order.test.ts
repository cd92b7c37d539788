import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { settleDateOrder } from './date-order.ts';

const COLUMN = [{ name: 'opened', index: 0 }];

async function settle(batches: readonly (readonly string[])[]) {
  async function* source() {
    for (const batch of batches) yield { rows: batch.map((text) => [text]), lines: batch.map((_, i) => i) };
  }
  const read: { text: string; order: string }[] = [];
  for await (const { rows, order } of settleDateOrder(source(), COLUMN, undefined)) {
    for (const [text] of rows) read.push({ text: text!, order });
  }
  return read;
}

describe('settling the order of day and month', () => {
  it('loses no row, keeps their order, and gives every open date the order that the file shows', async () => {
    const date = fc.constantFrom('2024-03-01', '1.2.2024', '1/2/2024', '2/2/2024', '13/2/2024', '', 'no date');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(date, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), async (batches) => {
        const texts = batches.flat();
        if (texts.includes('1/2/2024') && !texts.includes('13/2/2024')) {
          await expect(settle(batches)).rejects.toMatchObject({ code: 'needs-answer' });
          return;
        }
        const read = await settle(batches);
        expect(read.map(({ text }) => text)).toEqual(texts);
        for (const { text, order } of read) if (text === '1/2/2024') expect(order).toBe('day-first');
      }),
    );
  });

  it('never holds back a long file whose dates are plain, and reads an open date at its end', async () => {
    const long = Array.from({ length: 500 }, () => Array.from({ length: 1000 }, () => '2024-03-01'));
    const read = await settle([...long, ['2/1/2024'], ['1/13/2024']]);
    expect(read).toHaveLength(500_002);
    expect(read.at(-2)).toEqual({ text: '2/1/2024', order: 'month-first' });
  });

  it('asks rather than hold more than it can', async () => {
    const long = Array.from({ length: 401 }, () => Array.from({ length: 1000 }, () => '1/2/2024'));
    await expect(settle(long)).rejects.toMatchObject({ details: { example: '1/2/2024' } });
  });
});
