import { describe, expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import { csvOf } from '../../base/csv.ts';
import type { Day, Instant } from '../../base/time.ts';
import { readCompletionFile } from './completions.ts';
import { readCourseFile } from './courses.ts';
import { createRejections } from './rejections.ts';

async function* source(text: string) {
  yield Buffer.from(text);
}
const reading = (text: string) => ({
  ...{ source: source(text), mapping: {}, now: Date.UTC(2026, 10, 23) as Instant, rejections: createRejections() },
});

async function courses(text: string) {
  const given = reading(text);
  const { courses: found } = await readCourseFile(given);
  return { found, why: given.rejections.kept.map(({ line, reason }) => `${line}: ${reason}`) };
}

describe('a catalogue of courses', () => {
  it('is read by the names of its columns, with competencies in words', async () => {
    const { found, why } = await courses(
      'Course title;Skill;Duration;Course code;Activity ID\nHard talks;Conflict resolution;7,5;L-1;https://l.example/7\n',
    );
    expect(why).toEqual([]);
    expect(found).toEqual([
      { title: 'Hard talks', competency: 'conflict', hours: 7.5, code: 'L-1', activity: 'https://l.example/7' },
    ]);
  });

  it('rejects row by row what it can’t read, and the second of two of one name', async () => {
    const { found, why } = await courses(
      'title,competency,hours,code,activity\n' +
        ',depth,1,,\nA,juggling,1,,\nB,depth,0,,\nC,depth,1,,not an address\nD,depth,1,X,\nE,depth,1,x,\nd,depth,2,,\n',
    );
    expect(found.map(({ title }) => title)).toEqual(['D']);
    expect(why.map((one) => one.slice(0, 2))).toEqual(['2:', '3:', '4:', '5:', '7:', '8:']);
  });

  it('asks for a column that is missing', async () => {
    await expect(courses('title,hours\nA,1\n')).rejects.toMatchObject({ code: 'needs-answer' });
  });

  it('reads what it writes, whatever the titles hold', async () => {
    const title = fc
      .string({ minLength: 1, maxLength: 40 })
      .filter((text) => /^[^\s'=+\-@\0\uFEFF]/.test(text) && text === text.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(title, { minLength: 1, maxLength: 5, selector: (one) => one.toLowerCase() }),
        async (titles) => {
          const rows = titles.map((one) => [one, 'depth', 3, '', '']);
          const { found } = await courses(csvOf(['title', 'competency', 'hours', 'code', 'activity'], rows));
          expect(found.map((one) => one.title)).toEqual(titles);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a list of completions', () => {
  it('names whom and what as given, and rejects days that are no days or still to come', async () => {
    const given = reading(
      'Learner,Training,Completed on\ntom@example.com,L-1,2026-11-03\nTom,L-1,\nTom,L-1,2026-12-31\n,L-1,2026-11-03\nTom,,2026-11-03\n',
    );
    const { completions } = await readCompletionFile({ ...given, today: '2026-11-23' as Day });
    expect(completions).toEqual([{ line: 2, who: 'tom@example.com', what: 'L-1', doneOn: '2026-11-03' }]);
    expect(given.rejections.kept.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
  });
});
