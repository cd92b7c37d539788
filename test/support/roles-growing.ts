type Run = (text: string, values: unknown[]) => Promise<unknown>;

/** A plan that is under way with a need, a step and feedback, a completed course, and an answer read by their lead. */
export async function addGrowing(run: Run, personId: number): Promise<void> {
  await run(
    `insert into course (org_id, code, title, competency, hours) values ($1, 'C-1', 'Hard talks', 'communication', 6)
     on conflict do nothing`,
    [],
  );
  await run(
    `insert into completion (org_id, person_id, course_id, done_on, source)
     select $1, $2, course_id, '2026-01-10', 'file' from course where org_id = $1`,
    [personId],
  );
  await run(
    `insert into development_plan (org_id, person_id, path, starts_on, state, proposed_on, person_agreed_on, lead_agreed_on)
     values ($1, $2, 'technical-lead', '2026-01-05', 'agreed', '2026-01-02', '2026-01-03', '2026-01-04')`,
    [personId],
  );
  const plan = `select $1::bigint, plan_id from development_plan where org_id = $1::bigint and person_id = $2::bigint`;
  await run(
    `insert into plan_need (org_id, plan_id, competency, place, because, target, gap, gap_low, gap_high, training, practice)
     select p.*, 'conflict', 0, 'start', 3, 4.75, 4.75, 4.75, 'A course', 'Try it' from (${plan}) p`,
    [personId],
  );
  await run(
    `insert into plan_step (org_id, plan_id, competency, kind, day, text, owner_id)
     select p.*, 'conflict', 'practice', '2026-01-12', 'Try it', $2 from (${plan}) p`,
    [personId],
  );
  await run(
    `insert into plan_feedback (org_id, plan_id, competency, author_id, day, worked)
     select p.*, 'conflict', $2, '2026-01-12', 'It worked' from (${plan}) p`,
    [personId],
  );
  await run(
    `insert into practice_answer (org_id, person_id, case_id, text, written_on, scorer_id, sent_on, scored_on)
     select $1, $2, 'conflict/joke', 'An answer', '2026-01-12', h.person_id, '2026-01-12', '2026-01-13'
     from person_line l join seat_holding h using (org_id, seat_id) where l.org_id = $1 and l.person_id = $2`,
    [personId],
  );
  await run(
    `insert into practice_score (org_id, answer_id, competency, person_id, level, scorer_id)
     select org_id, answer_id, 'conflict', person_id, 4, scorer_id from practice_answer where org_id = $1 and person_id = $2`,
    [personId],
  );
}
