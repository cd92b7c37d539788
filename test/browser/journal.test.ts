import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sidewaysScroll, violations } from './accessible.ts';
import { goOn } from './go-on.ts';
import { DESKTOP, open, PHONE, settled, startVisit, textOf, type Visit } from './visit.ts';

let visit: Visit;
let owner: Client;
let orgId: number;
beforeAll(async () => {
  visit = await startVisit('harbor');
  owner = new Client({ connectionString: visit.evenkeel.test.adminUrl });
  await owner.connect();
  orgId = Number((await owner.query('select max(org_id) as id from firm')).rows[0].id);
});
afterAll(async () => {
  await owner.end();
  await visit.close();
});

const goOnAs = (name: string, role: string) => goOn(visit, owner, { orgId, name, role });
const idOf = async (table: 'seat' | 'person', column: string, value: string) =>
  Number(
    (await owner.query(`select ${table}_id as id from ${table} where org_id = $1 and ${column} = $2`, [orgId, value]))
      .rows[0].id,
  );

/** The page holds on a desktop and on a phone, for everybody. */
async function holds(): Promise<void> {
  const { page, faults } = visit;
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize(PHONE);
  await settled(page);
  expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize(DESKTOP);
  expect(faults).toEqual([]);
}

describe('a trial', () => {
  it('is proposed from the seat, with criteria to begin from, and waits for the person', async () => {
    const { page } = visit;
    await goOnAs('Dana Ruiz', 'team-lead');
    await goOnAs('Ana Keller', 'owner');
    const seat = await idOf('seat', 'title', 'Service manager');
    await open(visit, `/seats/${seat}`);
    await page.getByRole('link', { name: 'Start a trial' }).click();
    await page.getByRole('combobox', { name: 'Who' }).click();
    await page.getByRole('option', { name: 'Dana Ruiz' }).click();
    await page.getByLabel('Criterion 1').fill('Closes 30 tickets a week');
    await page.getByLabel('Why').fill('She wants it, and nobody knows yet how she is with the work.');
    await page.getByRole('button', { name: 'Propose it to Dana Ruiz' }).click();
    await page.getByText('counts one person’s tickets').waitFor();
    await page.getByLabel('Criterion 1').fill('Asks before advising');
    await page.getByLabel('From').fill('2026-12-07');
    expect(await page.getByLabel('Until').inputValue()).toBe('2027-04-06');
    await holds();
    await page.getByRole('button', { name: 'Propose it to Dana Ruiz' }).click();
    await page.getByText('This waits for Dana Ruiz.').waitFor();
    await holds();
  });

  it('waits for its day once both agreed, says so wherever they look, and may be changed until then', async () => {
    const { page } = visit;
    await goOnAs('Dana Ruiz', 'team-lead');
    await open(visit, '/me');
    await page.getByText('You are asked to try Service manager. It is your turn').waitFor();
    await open(visit, '/trials');
    await page.getByRole('link', { name: 'Service manager' }).click();
    await page.getByRole('button', { name: 'I agree' }).click();
    await page.getByText('It begins on 7 December 2026.').waitFor();
    await holds();
    await open(visit, '/me');
    await page.getByText('You lead on trial from 7 December: Service manager. Until then nothing changes.').waitFor();
    await goOnAs('Ana Keller', 'owner');
    await open(visit, '/');
    await page.getByText('open since June 2026; Dana on trial from 7 December').waitFor({ state: 'attached' });
    await open(visit, '/seats');
    await page.getByText('open since 8 June 2026; Dana on trial from 7 December 2026').waitFor();
    await open(visit, '/trials');
    await page.getByRole('link', { name: 'Service manager' }).click();
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.getByLabel('From').fill('2026-11-16');
    await page.getByRole('button', { name: 'Propose it so' }).click();
    await page.getByText('This waits for Dana Ruiz.').waitFor();
  });

  it('begins once the person agrees, is theirs to write about first, and theirs to end without a reason', async () => {
    const { page } = visit;
    await goOnAs('Dana Ruiz', 'team-lead');
    await open(visit, '/trials');
    await page.getByRole('link', { name: 'Service manager' }).click();
    await page.getByText('with the same pay and the same standing').waitFor();
    await page.getByRole('button', { name: 'I agree' }).click();
    await page.getByText('You lead on trial until').waitFor();
    await page.getByRole('button', { name: 'Say how it goes' }).first().click();
    await page.getByRole('group', { name: 'Asks before advising' }).getByLabel('seen').check();
    await page.getByLabel('How it goes, in your words').fill('More calm than I thought');
    await page.getByLabel('I want it to go on').check();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('Dana Ruiz, wants it to go on').waitFor();
    await holds();
    await page.getByRole('button', { name: 'Go back' }).click();
    await page.getByRole('button', { name: 'Go back today' }).click();
    await page
      .getByText(/^It ended on .+: You went back to Pod B, with the same pay and the same standing\.$/)
      .waitFor();
  });
});

describe('the journal', () => {
  it('shows a decision with everything as it was, and asks half a year later what became of it', async () => {
    const { page } = visit;
    await goOnAs('Ana Keller', 'owner');
    await open(visit, '/journal');
    await page.getByRole('link', { name: 'Lead, Service Desk: Marcus Bell holds it' }).click();
    await page.getByText('He has carried this desk for eight years').waitFor();
    const text = await textOf(page.getByRole('main'));
    expect(text).toContain('other than we advised');
    expect(text).toContain('It rested on 46 answers by 5 people and 2,140 tickets');
    await page.getByText(/rules behind it, as they were/).click();
    await holds();
    await page.getByLabel('No', { exact: true }).check();
    await page.getByLabel('worse than then').check();
    await page.getByLabel('What happened, and what would have helped').fill('He has no time left to listen.');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByText('would not do so again').waitFor();
    await open(visit, '/journal');
    expect(await textOf(page.getByRole('main'))).toContain('too few to tell');
    await holds();
  });

  it('proposes a bar with enough decisions, and one click leads to the playbook, where nothing is saved yet', async () => {
    const { page } = visit;
    await addDecisions();
    await open(visit, '/journal');
    const section = page.getByRole('region', { name: 'What your own decisions say about the bars' });
    expect(await textOf(section)).toMatch(/The bar with people: your own decisions part best 0.05 below the need/);
    await section.getByText('What this can’t tell').click();
    await holds();
    await section.getByRole('link', { name: /^Look at 0.05 in the playbook/ }).click();
    const form = page.getByRole('form', { name: 'Change: People bar below the need' });
    expect(await form.getByRole('textbox').first().inputValue()).toBe('0.05');
    expect(await form.getByLabel('Why (optional)').inputValue()).toMatch(/^20 own decisions: below it/);
    const { rows } = await owner.query('select count(*)::int as n from playbook_value where org_id = $1', [orgId]);
    expect(rows[0].n).toBe(0);
  });
});

/** Twenty-four decisions of earlier years, each looked back on: below the need with people they turned out badly. */
async function addDecisions(): Promise<void> {
  const [seat, person] = [await idOf('seat', 'title', 'Lead, Pod B'), await idOf('person', 'name', 'Dana Ruiz')];
  const side = `jsonb_build_object('mean', 2 + i / 12.0, 'low', 1.5 + i / 12.0, 'high', 2.5 + i / 12.0, 'chance', 0.5, 'status', 'unclear')`;
  await owner.query(
    `with made as (
       insert into decision (org_id, seat_id, person_id, kind, day, decided_by, advice, at)
       select $1, $2, $3::bigint, 'hold', date '2020-01-06' + 20 * i, 'test', jsonb_build_object('dataVersion', 1, 'modelVersion', 'm',
         'playbookVersion', 'p', 'kind', 'both', 'answer', 'person', 'considered', jsonb_build_array($3::bigint),
         'named', jsonb_build_array($3::bigint), 'sentence', 'Dana.', 'agreed', true, 'shown', true, 'basis', jsonb_build_object(
           'reasons', '[]'::jsonb, 'observations', 1, 'raters', 1, 'tickets', 0, 'rules', '{}'::jsonb,
           'demand', '{"technical": 4, "people": 3}'::jsonb, 'gate', '{"technical": 3, "people": 2.5}'::jsonb,
           'sides', jsonb_build_array(jsonb_build_object('personId', $3::bigint, 'people', ${side},
             'technical', '{"mean": 4, "low": 3.6, "high": 4.4, "chance": 0.9, "status": "clears"}'::jsonb)))), now()
       from generate_series(0, 23) as i returning decision_id, seat_id, person_id, advice)
     insert into decision_review (org_id, decision_id, seat_id, person_id, again, stayed, team, reviewed_by, reviewed_at)
     select $1, decision_id, seat_id, person_id,
       case when (advice #>> '{basis,sides,0,people,mean}')::float8 >= 3 then 'yes' else 'no' end, 'there', 'same', 'test', now()
     from made`,
    [orgId, seat, person],
  );
}
