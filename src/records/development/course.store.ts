import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Hours } from '../../base/units.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { Competency } from '../voice/types.ts';
import type { Course, GivenCourse } from './types.ts';

/** The firm's catalogue, those that are no longer offered included, by title. */
export async function readCourses(db: Db): Promise<Course[]> {
  const rows = await db.selectFrom('course').selectAll().orderBy('title').orderBy('course_id').execute();
  return rows.map((row) => ({
    courseId: row.course_id,
    code: row.code,
    title: row.title,
    competency: row.competency as Competency,
    hours: row.hours as Hours,
    activity: row.activity,
    retiredOn: row.retired_on as Day | null,
  }));
}

/** Adds courses, and changes those that are given with a number; a changed one is offered again. */
export async function saveCourses(
  db: Db,
  courses: readonly (GivenCourse & { courseId: number | null })[],
): Promise<void> {
  const changed = JSON.stringify(courses.filter(({ courseId }) => courseId !== null));
  await sql`
    update course c set code = g.code, title = g.title, competency = g.competency, hours = g.hours, activity = g.activity,
      retired_on = null
    from jsonb_to_recordset(${changed}::jsonb)
      as g ("courseId" bigint, code text, title text, competency text, hours real, activity text)
    where c.course_id = g."courseId"`.execute(db);
  const added = JSON.stringify(courses.filter(({ courseId }) => courseId === null));
  await sql`
    insert into course (code, title, competency, hours, activity)
    select code, title, competency, hours, activity from jsonb_to_recordset(${added}::jsonb)
      as g (code text, title text, competency text, hours real, activity text)`.execute(db);
}

/** Says since when a course is no longer offered; null: it is again. False: there is none of this number. */
export async function retireCourse(db: Db, courseId: number, retiredOn: Day | null): Promise<boolean> {
  const row = await db
    .updateTable('course')
    .set({ retired_on: retiredOn })
    .where('course_id', '=', courseId)
    .returning('course_id')
    .executeTakeFirst();
  return row !== undefined;
}
