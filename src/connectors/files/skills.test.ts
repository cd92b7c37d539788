import { expect, it } from 'vitest';
import fc from '../../../test/support/properties.ts';
import type { Instant } from '../../base/time.ts';
import type { PersonId } from '../../records/people/types.ts';
import { createPersonFinder } from './ratings.ts';
import { createRejections } from './rejections.ts';
import { readSkillTable } from './skills.ts';

const PEOPLE = [
  { personId: 1 as PersonId, name: 'Ann Alder', email: 'ann@example.com' },
  { personId: 2 as PersonId, name: 'Ben Birch', email: null },
];

async function read(text: string) {
  const rejections = createRejections();
  const source = (async function* () {
    yield Buffer.from(text);
  })();
  const found = await readSkillTable({
    source,
    now: Date.parse('2026-11-16') as Instant,
    rejections,
    find: createPersonFinder(PEOPLE),
  });
  return { ...found, rejected: rejections.kept.map(({ line, columnName, reason }) => [line, columnName, reason]) };
}

it('reads who learns, shadows and is signed off by whom', async () => {
  const { skills, rejected } = await read(
    'Skill,Person,State,Signed off by,Since\nFirewalls,ann@example.com,signed off,Ben Birch,2026-03-01\nPrinters,Ben Birch,Shadowing,,\n',
  );
  expect(rejected).toEqual([]);
  expect(skills).toMatchObject([
    { skill: 'Firewalls', personId: 1, state: 'signed-off', signerId: 2, since: '2026-03-01' },
    { skill: 'Printers', personId: 2, state: 'shadowing', signerId: null, since: null },
  ]);
});

it('rejects a sign-off without a name, by oneself, and who or what is not known, row by row', async () => {
  const { skills, rejected } = await read(
    'skill,person,state,signed off by\nA,Ann Alder,yes,\nA,Ann Alder,yes,Ann Alder\nA,Nobody,learning,\nA,Ben Birch,perhaps,\n,Ben Birch,learning,\n',
  );
  expect(skills).toEqual([]);
  expect(rejected).toEqual([
    [2, 'Signed off by', 'A sign-off has a name: say who looked and found that they can do it.'],
    [3, 'Signed off by', 'This must be somebody else.'],
    [4, 'Person', 'Nobody of this name or address is on the list of people.'],
    [5, 'State: learning, shadowing or signed off', 'This must be learning, shadowing or signed off.'],
    [6, 'Skill or client', 'This is missing.'],
  ]);
});

it('says which columns it needs', async () => {
  await expect(read('what,who\na,b\n')).rejects.toThrow('call them skill, person and state');
});

it('never signs anybody off without somebody else, whatever is in the file', async () => {
  const cell = fc.constantFrom('Ann Alder', 'Ben Birch', 'yes', 'learning', '', 'x', '2026-01-01', 'Printers');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const text = ['skill,person,state,signed off by,since', ...rows.map((row) => row.join(','))].join('\n');
        const { skills, rejected } = await read(`${text}\n`);
        for (const one of skills) {
          expect(one.signerId).not.toBe(one.personId);
          expect(one.state === 'signed-off').toBe(one.signerId !== null);
        }
        const empty = rows.filter((row) => row.every((one) => one === '')).length;
        expect(skills.length + rejected.length + empty).toBeGreaterThanOrEqual(rows.length);
      },
    ),
    { numRuns: 40 },
  );
});
