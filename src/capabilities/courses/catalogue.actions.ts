import { csvOf } from '../../base/csv.ts';
import { Refusal } from '../../base/errors.ts';
import { namesOf, readCourseFile } from '../../connectors/files/courses.ts';
import { createRejections, refuseTooMany } from '../../connectors/files/rejections.ts';
import type { FirmContext } from '../../platform/context.ts';
import type { Db } from '../../platform/db/connect.ts';
import { piecesOf, readUpload } from '../../platform/http/read-upload.ts';
import type { Upload, UploadContext } from '../../platform/http/routes.ts';
import { countCompletions } from '../../records/development/completion.store.ts';
import { readCourses, retireCourse, saveCourses } from '../../records/development/course.store.ts';
import type { Course, GivenCourse } from '../../records/development/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import type { Catalogue, CoursesRead } from './contract.ts';

const MOST_MIB = 2;
const MOST_LISTED = 200;
const KEEPERS = ['operator', 'owner', 'service-manager'];

/** The firm's own courses; how many people completed each, for who keeps them. */
export async function findCourses(ctx: FirmContext): Promise<Catalogue> {
  const mayKeep = KEEPERS.includes(ctx.standing);
  const courses = await readCourses(ctx.db);
  const counts = mayKeep ? await ctx.asEngine(countCompletions) : null;
  return {
    courses: courses.map((course) => ({ ...course, completedBy: counts && (counts.get(course.courseId) ?? 0) })),
    mayKeep,
    mayMakeKeys: ['operator', 'owner'].includes(ctx.standing),
  };
}

export const understandCourses = (ctx: UploadContext, _: object, upload: Upload): Promise<CoursesRead> =>
  takeIn(ctx, upload, false);

/** Brings a catalogue in, all readable rows of it in one transaction. */
export const keepCourses = (ctx: UploadContext, _: object, upload: Upload): Promise<CoursesRead> =>
  takeIn(ctx, upload, true);

async function takeIn(ctx: UploadContext, upload: Upload, keep: boolean): Promise<CoursesRead> {
  const { database, orgId, actor, standing, personId } = ctx;
  const bytes = await readUpload(upload, MOST_MIB, 'split it');
  const rejections = createRejections();
  const { courses, rows } = await readCourseFile({ source: piecesOf(bytes), mapping: {}, now: ctx.now(), rejections });
  if (rejections.count > 0 && courses.length === 0) refuseTooMany(rejections, rows);
  return database.transact({ orgId, actor, standing, personId }, async (db) => {
    const { toSave, ...read } = compare(await readCourses(db), courses);
    if (keep) await saveAll(db, toSave);
    return { rows, ...read, rejected: rejections.count, rejections: rejections.kept.slice(0, MOST_LISTED) };
  });
}

/** Two rows may name one course of ours by different names, and then the catalogue can't hold both. */
async function saveAll(db: Db, courses: readonly (GivenCourse & { courseId: number | null })[]): Promise<void> {
  try {
    await saveCourses(db, courses);
  } catch (cause) {
    if ((cause as { code?: string }).code !== '23505') throw cause;
    throw new Refusal(
      'conflict',
      'A code, an xAPI activity or a title of the file belongs to another course that is kept here: nothing was brought in.',
      { field: 'file' },
      cause,
    );
  }
}

/** What is known again by its code, its activity or its title, in this order; the rest is new. */
function compare(there: readonly Course[], given: readonly GivenCourse[]) {
  const byName = new Map(there.flatMap((course) => namesOf(course).map(([, name]) => [name, course] as const)));
  const found = given.map((course) => ({
    course,
    known: namesOf(course).flatMap(([, name]) => byName.get(name) ?? [])[0] ?? null,
  }));
  const isSame = (one: GivenCourse, known: Course) =>
    known.retiredOn === null &&
    (['code', 'title', 'competency', 'hours', 'activity'] as const).every((key) => one[key] === known[key]);
  const added = found.filter(({ known }) => known === null);
  const changed = found.filter(({ course, known }) => known !== null && !isSame(course, known));
  return {
    added: added.map(({ course }) => course),
    changed: changed.map(({ course }) => course),
    same: found.length - added.length - changed.length,
    toSave: [...added, ...changed].map(({ course, known }) => ({ ...course, courseId: known?.courseId ?? null })),
  };
}

/** The catalogue as a table that this program reads again; nothing in it is a formula. */
export async function writeCourses(ctx: FirmContext): Promise<{ fileName: string; text: string }> {
  const courses = await readCourses(ctx.db);
  const header = ['title', 'competency', 'hours', 'code', 'activity', 'no longer offered since'];
  const rows = courses.map((one) => [
    one.title,
    one.competency,
    one.hours as number,
    one.code ?? '',
    one.activity ?? '',
    one.retiredOn ?? '',
  ]);
  return { fileName: 'courses.csv', text: csvOf(header, rows) };
}

/** Takes a course out of what is offered, or back in. */
export async function offerCourse(
  ctx: FirmContext,
  { courseId, offered }: { courseId: number; offered: boolean },
): Promise<{ courseId: number }> {
  const retiredOn = offered ? null : await firmDay(ctx.db, ctx.now());
  if (!(await retireCourse(ctx.db, courseId, retiredOn)))
    throw new Refusal('not-found', 'There is no such course in this firm.', { field: 'courseId' });
  return { courseId };
}
