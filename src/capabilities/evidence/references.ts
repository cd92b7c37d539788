import { COMPETENCIES_OF, type Side } from '../../records/voice/types.ts';

/** Which side a reference such as `strength/12/people`, `competency/12/coaching` or `parts/12/satisfied` is about; technical where it is neither. */
export function sideOf(reference: string): Side {
  const last = reference.split('/').at(-1) ?? '';
  return last === 'people' || last === 'satisfied' || COMPETENCIES_OF.people.some((competency) => competency === last)
    ? 'people'
    : 'technical';
}
