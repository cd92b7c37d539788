import { createPersonFinder } from '../../connectors/files/ratings.ts';
import { sha1Of } from '../../connectors/xapi/statements.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readCourses } from '../../records/development/course.store.ts';
import type { Completion, Course, WaitingCompletion } from '../../records/development/types.ts';
import { firmDay } from '../../records/firm/store.ts';
import { findErased, nameHasher } from '../../records/people/erased.store.ts';
import { readStructure } from '../../records/people/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Missing } from './contract.ts';

/** A completion on its way in. */
export type Incoming = Omit<WaitingCompletion, 'waitingId'> & {
  /** A learning system says of it that it is something smaller than a course. */
  isPart: boolean;
};

/** What became of those on their way in. */
export type Matches = {
  matched: (Completion & { statementId: string | null })[];
  waiting: (Incoming & { missing: Missing })[];
  /** Parts of courses: nobody waits for these. */
  parts: Incoming[];
  /** Of people who were erased. */
  erased: Incoming[];
};

/** Finds whose completions are, and of which courses; in the program's standing. */
export async function openMatching({ db, now, secrets, orgId }: Pick<FirmContext, 'db' | 'now' | 'secrets' | 'orgId'>) {
  const { people } = await readStructure(db, await firmDay(db, now()));
  const courses = await readCourses(db);
  const standIn = await findErased(db, nameHasher({ secrets, orgId }));
  const here = people.filter(({ work }) => work !== 'service-account');
  const byName = createPersonFinder(here);
  const byHash = new Map(
    here.flatMap(({ personId, email }) => hashesOf(email).map((hash) => [hash, personId] as const)),
  );
  const byWhat = new Map(courses.flatMap((course) => namesOf(course).map((name) => [name, course.courseId] as const)));
  const personOf = (who: string): PersonId | null => {
    const found = who.startsWith('sha1:') ? byHash.get(who) : byName(who);
    return typeof found === 'number' ? found : null;
  };
  const match = (incoming: readonly Incoming[]): Matches => {
    const found: Matches = { matched: [], waiting: [], parts: [], erased: [] };
    for (const one of incoming) {
      const personId = personOf(one.who);
      const courseId = byWhat.get(one.what.toLowerCase()) ?? null;
      const { doneOn, source, statementId } = one;
      if (personId !== null && courseId !== null)
        found.matched.push({ personId, courseId, doneOn, source, statementId });
      else if (courseId === null && one.isPart) found.parts.push(one);
      else if (personId === null && standIn(one.who) !== undefined) found.erased.push(one);
      else found.waiting.push({ ...one, missing: missingOf(personId, courseId) });
    }
    return found;
  };
  return { match, people: here, courses };
}

export const missingOf = (personId: number | null, courseId: number | null): Missing =>
  personId === null ? (courseId === null ? 'both' : 'person') : 'course';

/** Of an address as it stands, and in lower case, as some systems send it. */
const hashesOf = (email: string | null) => (email === null ? [] : [sha1Of(email), sha1Of(email.toLowerCase())]);

/** By what a course is called; the title last, so that a code wins. */
const namesOf = ({ code, activity, title }: Course) =>
  [title, activity, code].flatMap((name) => (name === null ? [] : [name.toLowerCase()]));
