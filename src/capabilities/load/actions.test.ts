import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '../../../test/support/database.ts';
import { makeRolesFirm, type RolesFirm } from '../../../test/support/roles-firm.ts';
import { createSampleDatabase, sampleOrg } from '../../../test/support/sample-database.ts';
import { triedIn, type Who } from '../../../test/support/tried.ts';
import type { FirmContext } from '../../platform/context.ts';
import { findLoads, keepToldWeek } from './actions.ts';

let test: TestDatabase;
let harbor: number;
let roles: RolesFirm;
beforeAll(async () => {
  test = await createSampleDatabase('harbor');
  roles = await makeRolesFirm(test);
  harbor = await sampleOrg(test, 'harbor');
});
afterAll(async () => {
  await test.close();
});

const tried = <T>(work: (ctx: FirmContext) => Promise<T>, who?: Who) => triedIn(test, harbor, work, who);

describe('the hours of those who lead', () => {
  it('say first whose reports nobody has time for', async () => {
    const { seats } = await tried((ctx) => findLoads(ctx));
    expect(seats.map(({ title, sentence }) => [title, sentence])).toEqual([
      ['Lead, Service Desk', 'No time left to listen: 13 h needed, 3 h left'],
      ['Lead, Pod B', null],
      ['Lead, Projects', null],
    ]);
    expect(seats[0]!.load.technical.map(({ what, basis }) => [what, basis])).toEqual([
      ['escalations', 'measured'],
      ['steering', 'assumed'],
    ]);
  });

  it('grow with what was told of them, until it is taken back', async () => {
    await tried(async (ctx) => {
      const [marcus] = (await findLoads(ctx)).seats;
      const told = { seatId: marcus!.seatId, mentees: 2, conflicts: 1, steering: null };
      const [after] = (await keepToldWeek(ctx, told)).seats;
      expect(after!.load.needed - marcus!.load.needed).toBeCloseTo(4, 9);
      expect(after!.told).toEqual({ mentees: 2, conflicts: 1, steering: null });
      const [back] = (await keepToldWeek(ctx, { ...told, mentees: null, conflicts: null })).seats;
      expect(back).toEqual(marcus);
    });
  });

  it('are shown to a lead of themselves and those below alone, and to nobody of what they may not see', async () => {
    const ofLea = await triedIn(test, roles.orgId, (ctx) => findLoads(ctx), {
      standing: 'team-lead',
      personId: roles.people.lea,
    });
    expect(ofLea.seats.map(({ title }) => title)).toEqual(['Lead Pod A']);
    expect(ofLea.seats[0]!.mayTell).toBe(false);
  });
});
