import { capitalise, countOf } from '../../model/words.ts';
import type { HoursRead } from './contract.ts';

/** What a file is understood to be, before it is brought in. */
export function sayUnderstood(read: HoursRead): string {
  const what = read.format === 'table' ? 'a table' : `the calendar “${read.calendar}”`;
  const entries = countOf(
    read.entries,
    read.format === 'table' ? 'row' : 'entry',
    read.format === 'table' ? 'rows' : 'entries',
  );
  return [`Understood as ${what} with ${entries}.`, ...sayLeftOut(read), sayReplaced(read, 'will be replaced')]
    .filter(Boolean)
    .join(' ');
}

/** What was brought in. */
export function sayBrought(read: HoursRead): string {
  const who = countOf(read.people.length, 'person', 'people');
  return [`The hours of ${who} are in.`, ...sayLeftOut(read), sayReplaced(read, 'were replaced')]
    .filter(Boolean)
    .join(' ');
}

function sayLeftOut({ leftOut, writtenOutUntil }: HoursRead): string[] {
  const { otherKind, cancelled, over } = leftOut;
  return [
    otherKind > 0
      ? `${saysOf(otherKind, 'entry is', 'entries are')} neither shift, on call nor leave by ${otherKind === 1 ? 'its title' : 'their titles'}, and left out.`
      : '',
    cancelled > 0 ? `${saysOf(cancelled, 'entry is', 'entries are')} cancelled.` : '',
    over > 0 ? `${saysOf(over, 'entry lies', 'entries lie')} more than a year away.` : '',
    writtenOutUntil
      ? `What repeats every few weeks without end is known until ${writtenOutUntil}: bring the calendar again by then.`
      : '',
  ];
}

function sayReplaced({ replaces, format }: HoursRead, how: string): string {
  if (replaces === 0) return '';
  const from = format === 'table' ? 'that these people had without a calendar' : 'that this calendar brought before';
  const of = capitalise(countOf(replaces, 'entry', 'entries'));
  return `${of} ${from} ${replaces === 1 ? how.replace('were', 'was') : how}.`;
}

const saysOf = (count: number, one: string, many: string) => capitalise(countOf(count, one, many));
