import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type GrowingFirm, makeGrowingFirm, NOW } from '../../../test/support/growing-people.ts';
import type { Standing } from '../../base/roles.ts';
import type { FirmContext } from '../../platform/context.ts';
import { findCoverPlan, findOwnLearning, findSkills } from './actions.ts';
import { addSkill, begin, changeLevel, keepHours, keepNeed, removeSkill } from './change.actions.ts';
import { bringTable, takeTable } from './file.actions.ts';

let test: TestDatabase;
let firm: GrowingFirm;
let skillId: number;
const subject = () => `own/${skillId}`;
beforeAll(async () => {
  test = await createTestDatabase();
  firm = await makeGrowingFirm(test, 'Skills');
  ({ skillId } = await asOlga((ctx) => addSkill(ctx, { name: 'Firewalls', required: 2 })));
});
afterAll(async () => {
  await firm.close();
  await test.close();
});

const asOlga = <T>(work: (ctx: FirmContext) => Promise<T>) => firm.as('olga', 'owner', work);
type Who = Parameters<GrowingFirm['as']>[0];
const set = (
  who: Who,
  standing: Standing,
  person: keyof GrowingFirm['people'],
  state: 'learning' | 'shadowing' | 'signed-off' | 'none',
  more = {},
) =>
  firm.as(who, standing, (ctx) =>
    changeLevel(ctx, { subject: subject(), personId: firm.people[person], state, ...more }),
  );
const firewalls = async () => (await asOlga(findSkills)).skills.find(({ name }) => name === 'Firewalls')!;

describe('cover of a skill', () => {
  it('that nobody has needs a course outside, and says so', async () => {
    const plan = await asOlga(findCoverPlan);
    expect(plan.pairings.filter(({ name }) => name === 'Firewalls')).toMatchObject([{ teacher: null }]);
    expect(plan.notes).toContain(
      'Nobody here is signed off for Firewalls: it needs an outside course. Whoever takes it can then teach the one more that is needed.',
    );
    expect(plan.bus).toMatchObject({ people: 0 });
  });

  it('rises only with a sign-off, which has somebody else’s name', async () => {
    const share = async () => (await asOlga(findSkills)).share;
    const before = await share();
    await set('ann', 'technician', 'ann', 'learning');
    expect(await firewalls()).toMatchObject({ missing: 2, signedOff: [], onTheWay: [{ name: 'Ann Example' }] });
    await set('ann', 'technician', 'ann', 'shadowing');
    expect(await share()).toBe(before);
    await expect(set('ann', 'technician', 'ann', 'signed-off')).rejects.toThrow('never by oneself');
    await expect(set('olga', 'owner', 'olga', 'signed-off')).rejects.toThrow('never by oneself');
    await expect(set('lea', 'team-lead', 'ann', 'signed-off')).rejects.toThrow('given by the direct lead');
    await expect(set('operator', 'operator', 'ann', 'signed-off')).rejects.toThrow('A sign-off has a name');
    await set('olga', 'owner', 'ann', 'signed-off');
    expect(await firewalls()).toMatchObject({ missing: 1, signedOff: [{ name: 'Ann Example' }] });
    expect(await share()).toBeGreaterThan(before);
    // Not by a hand in the table either.
    const forged = firm.as('tom', 'technician', (ctx) =>
      ctx.db
        .insertInto('skill_level')
        .values({ subject: subject(), person_id: firm.people.tom, state: 'signed-off', since: '2026-01-05' as never })
        .execute(),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    await expect(set('ann', 'technician', 'ann', 'learning')).rejects.toThrow('not by oneself');
  });

  it('is planned from who can show it; begun, the pairing is on the board, and who shows it may sign it off', async () => {
    const plan = await asOlga(findCoverPlan);
    const [pairing] = plan.pairings.filter(({ name }) => name === 'Firewalls');
    expect(pairing).toMatchObject({ teacher: { name: 'Ann Example' }, weeks: 8, hours: 16, mayBegin: true });
    const { tom, ann } = firm.people;
    const one = { subject: subject(), learnerId: tom, teacherId: ann };
    await expect(
      firm.as('lea', 'team-lead', (ctx) => begin(ctx, { pairings: [{ ...one, learnerId: firm.people.ben }] })),
    ).rejects.toThrow('people you lead');
    expect(await firm.as('lea', 'team-lead', (ctx) => begin(ctx, { pairings: [one] }))).toEqual({ begun: 1 });
    const [shown] = (await firm.as('ann', 'technician', findOwnLearning)).items.filter(
      ({ state }) => state === 'learning',
    );
    expect(shown).toMatchObject({ person: { name: 'Tom Example' }, maySignOff: true, mayMove: false });
    await expect(set('ben', 'technician', 'tom', 'signed-off')).rejects.toThrow('given by the direct lead');
    await set('ann', 'technician', 'tom', 'signed-off');
    const page = await asOlga(findSkills);
    expect(page.board.find(({ person }) => person.personId === tom)).toMatchObject({ signer: { name: 'Ann Example' } });
  });
});

describe('whose leaving would hurt', () => {
  it('is named to the owner, and counted for a lead', async () => {
    await set('olga', 'owner', 'tom', 'none');
    const seen = await asOlga(findCoverPlan);
    expect(seen.bus).toMatchObject({ people: 1, atLeast: 1, names: ['Ann Example'], uncovered: ['Firewalls'] });
    const counted = await firm.as('lea', 'team-lead', findCoverPlan);
    expect(counted.bus).toMatchObject({ people: 1, names: null, uncovered: null });
  });
});

it('learns both ways: people leaders beside the queue, technical leads in 1:1s and planning', async () => {
  const { board, skills } = await asOlga(findSkills);
  expect(skills.every(({ kind }) => kind === 'skill')).toBe(true);
  const kinds = (await asOlga(findCoverPlan)).pairings.map(({ kind }) => kind);
  expect(kinds.some((kind) => kind === 'queue' || kind === 'people-work')).toBe(true);
  expect(board.every(({ name }) => name !== '')).toBe(true);
});

it('keeps what is needed and hours, refuses what is not there, and forgets a removed skill', async () => {
  const need = { subject: subject(), teamId: null, required: 4, weight: 3, weeks: 6, hours: 2 };
  await asOlga((ctx) => keepNeed(ctx, need));
  expect(await firewalls()).toMatchObject({ required: 4, weight: 3, weeks: 6, hours: 2, isSet: true, missing: 3 });
  await asOlga((ctx) => keepNeed(ctx, { ...need, required: null }));
  expect(await firewalls()).toMatchObject({ required: 2, isSet: false });
  await expect(asOlga((ctx) => keepNeed(ctx, { ...need, subject: 'area/999' }))).rejects.toThrow('no such skill');
  await firm.as('tom', 'technician', (ctx) => keepHours(ctx, { personId: firm.people.tom, hours: 0.5 }));
  const others = firm.as('tom', 'technician', (ctx) => keepHours(ctx, { personId: firm.people.sue, hours: 9 }));
  await expect(others).rejects.toThrow('Only the person themselves');
  await expect(asOlga((ctx) => addSkill(ctx, { name: 'FIREWALLS', required: null }))).rejects.toThrow('already');
  const other = await asOlga((ctx) => addSkill(ctx, { name: 'Telex', required: null }));
  await asOlga((ctx) => removeSkill(ctx, other));
  await expect(asOlga((ctx) => removeSkill(ctx, other))).rejects.toThrow('no such skill');
});

describe('the table', () => {
  const bring = (text: string) =>
    bringTable(
      {
        database: test.database,
        orgId: firm.orgId,
        actor: 'olga',
        standing: 'owner',
        personId: firm.people.olga,
        now: () => NOW,
      } as never,
      {},
      { stream: Readable.from([Buffer.from(text)]), fileName: 'skills.csv' },
    );

  it('comes in with what is new, and what could not be read, and goes out the same', async () => {
    const brought = await bring(
      'skill,person,state,signed off by,since\nVPN,Ben Example,signed off,Ann Example,2026-02-02\nfirewalls,Sue Example,shadowing,,\nVPN,Nobody,learning,,\n',
    );
    expect(brought).toMatchObject({ levels: 2, added: ['VPN'], rejected: 1 });
    const { text } = await asOlga(takeTable);
    expect(text).toContain('VPN,Ben Example,signed off,,Ann Example,2026-02-02');
    expect(await bring(text)).toMatchObject({ added: [], rejected: 0 });
    expect((await asOlga(takeTable)).text).toBe(text);
  });

  it('is refused as a whole where no row can be read', async () => {
    await expect(bring('skill,person,state\nVPN,Nobody,learning\n')).rejects.toThrow('None of its rows could be read');
  });
});
