import type { PersonKey } from './roles-firm.ts';

type One = (text: string, values: unknown[]) => Promise<number>;

/** Mentoring of Tom and of Una by Max: what they said of it, a veto, answers, a session, a goal and how it is. */
export async function addMentoring(one: One, people: Record<PersonKey, number>): Promise<{ tom: number; una: number }> {
  const withMax = async (mentee: number, mark: string) => {
    await one(
      `insert into mentoring_wish (org_id, person_id, wants_mentor, places, wants, help_with, interests, said_at)
       values ($1, $2, true, 0, '{conflict}', $3, 'chess', '2026-01-01') returning person_id`,
      [mentee, `Help for ${mark}`],
    );
    await one('insert into mentoring_veto (org_id, person_id, about_id) values ($1, $2, $3) returning person_id', [
      mentee,
      people.olga,
    ]);
    const pairId = await one(
      `insert into mentoring_pair (org_id, mentor_id, mentee_id, state, asked_on, began_on, until_day, wants, reasons)
       values ($1, $2, $3, 'running', '2026-01-01', '2026-01-05', '2026-07-05', '{conflict}', '["Because"]')
       returning pair_id`,
      [people.max, mentee],
    );
    await one(
      'insert into mentoring_answer (org_id, pair_id, person_id, yes) values ($1, $2, $3, true) returning pair_id',
      [pairId, mentee],
    );
    await one(
      `insert into mentoring_session (org_id, pair_id, at, minutes, zone) values ($1, $2, '2099-02-03T09:00:00Z', 60, 'UTC')
       returning session_id`,
      [pairId],
    );
    await one(
      `insert into mentoring_goal (org_id, pair_id, author_id, text, created_at)
       values ($1, $2, $3, $4, '2026-01-05') returning goal_id`,
      [pairId, mentee, `A goal of ${mark}`],
    );
    await one(
      `insert into mentoring_check (org_id, pair_id, person_id, moment, answer, said_at)
       values ($1, $2, $3, 'half-way', 'worth-it', '2026-04-05') returning pair_id`,
      [pairId, mentee],
    );
    return pairId;
  };
  return { tom: await withMax(people.tom, 'Tom'), una: await withMax(people.una, 'una@roles.example') };
}
