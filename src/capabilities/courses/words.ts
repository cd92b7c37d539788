import { capitalise, countOf } from '../../model/words.ts';
import type { CompletionsRead, CoursesRead, Missing } from './contract.ts';

/** What keeps a completion waiting. */
export const MISSING_WORDS: Record<Missing, string> = {
  person: 'nobody of this name or address',
  course: 'no such course',
  both: 'neither the person nor the course is known',
};

/** What a file of courses would change, or changed. */
export function sayCourses({ added, changed, same }: CoursesRead, brought: boolean): string {
  const parts = [
    ...(added.length > 0 ? [`${countOf(added.length, 'course', 'courses')} ${brought ? 'added' : 'to add'}`] : []),
    ...(changed.length > 0
      ? [`${countOf(changed.length, 'course', 'courses')} ${brought ? 'changed' : 'to change'}`]
      : []),
    ...(same > 0 ? [`${countOf(same, 'is', 'are')} as they are here`] : []),
  ];
  return `${capitalise(parts.join(', ') || 'nothing to bring in')}.`;
}

/** What completions were understood to be, or became. */
export function sayCompletions(read: CompletionsRead, brought: boolean): string {
  const { added, people, known, waits, aside, erased } = read;
  const what =
    added === 0
      ? 'Nothing new'
      : `${capitalise(countOf(added, 'completion', 'completions'))} of ${countOf(people, 'person', 'people')}`;
  const parts = [
    `${what}${added > 0 && brought ? (added === 1 ? ' is in' : ' are in') : ''}`,
    ...(known > 0 ? [`${countOf(known, 'was', 'were')} here already`] : []),
    ...(waits > 0 ? [`${countOf(waits, 'waits', 'wait')} to be matched`] : []),
    ...(aside > 0 ? [`${countOf(aside, 'statement tells', 'statements tell')} nothing new of a completed course`] : []),
    ...(erased > 0 ? [`${countOf(erased, 'is', 'are')} of people who were erased, and not kept`] : []),
  ];
  return `${parts.join('; ')}.`;
}
