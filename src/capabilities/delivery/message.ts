import { capitalise, countOf } from '../../model/words.ts';
import type { Card } from '../../records/cards/types.ts';
import { namesSomebody } from './naming.ts';

/** What is sent, whichever way it goes: plain sentences, and where they lead. Links only open pages. */
export type Message = {
  /** Of fixed words, one line. */
  title: string;
  lines: string[];
  link: Link | null;
  /** Where it is changed or turned off. */
  foot: Link | null;
};
export type Link = { href: string; label: string };

/** All that is ever said of a card about a person. */
export const ABOUT_A_PERSON = 'You have a card about a person.';
const MOST_LINES = 10;
const MOST_LETTERS = 400;

/** Where messages lead: `https://evenkeel.example.com`; null: nobody beyond this machine could open it. */
export type Origin = string | null;

/** The cards of a morning. What is about somebody, or names anybody here, is only said to be there. */
export function morningMessage(
  cards: readonly Pick<Card, 'personId' | 'subject' | 'trigger'>[],
  people: readonly string[],
  origin: Origin,
): Message {
  const isAbout = ({ personId, subject, trigger }: (typeof cards)[number]) =>
    personId !== null || /^(person|pair)\//.test(subject) || namesSomebody(trigger, people);
  const about = cards.filter(isAbout);
  const lines = cards.flatMap((card) =>
    isAbout(card) ? (card === about[0] ? [sayAbout(about.length)] : []) : [card.trigger],
  );
  return {
    title: `${capitalise(countOf(cards.length, 'thing', 'things'))} for you today`,
    ...framed(lines, origin, { path: '/today', label: 'Open Today' }),
  };
}

const sayAbout = (count: number) =>
  count === 1 ? ABOUT_A_PERSON : `You have ${countOf(count, '', 'cards about people')}.`;

/** One's next 1:1s and what is due of one's mentoring, each in a line; at least one of either. */
export function reminderMessage(
  { talks, mentoring }: { talks: readonly string[]; mentoring: readonly string[] },
  origin: Origin,
): Message {
  const title = talks.length === 1 ? 'Your next 1:1' : 'Your next 1:1s';
  return {
    title: talks.length === 0 ? 'Your mentoring' : mentoring.length === 0 ? title : `${title}, and your mentoring`,
    ...framed(
      [...talks, ...mentoring],
      origin,
      talks.length === 0
        ? { path: '/mentoring', label: 'Open your mentoring' }
        : { path: '/one-on-ones', label: 'Open your 1:1s' },
    ),
  };
}

/** For whoever has no cards because they lead nobody: that something is due of their mentoring, and nothing of with whom. */
export function mentoringMorning(count: number, origin: Origin): Message {
  return {
    title: `${capitalise(countOf(count, 'thing', 'things'))} for you today`,
    ...framed(
      [
        count === 1
          ? 'A step of your mentoring is due.'
          : `${capitalise(countOf(count, '', 'steps'))} of your mentoring are due.`,
      ],
      origin,
      { path: '/mentoring', label: 'Open your mentoring' },
    ),
  };
}

/** By mail: the webhook did not take the morning's message. */
export function troubleMessage({ why, unsure }: { why: string; unsure: boolean }, origin: Origin): Message {
  const first = unsure
    ? 'This morning’s message may not have arrived. It was not sent again, so that it can’t come twice.'
    : 'This morning’s message did not arrive.';
  const lines = [first, why, 'Your cards are on Today as always. Under Morning delivery you can set another address.'];
  return { title: 'Your morning message', ...framed(lines, origin, { path: '/today', label: 'Open Today' }) };
}

/** Asked for by the person, to see whether it arrives. */
export function testMessage(origin: Origin): Message {
  const lines = ['Your morning message will arrive here. There is nothing to do.'];
  return { title: 'A test from Evenkeel', ...framed(lines, origin, { path: '/today', label: 'Open Today' }) };
}

function framed(lines: readonly string[], origin: Origin, to: { path: string; label: string }) {
  return {
    lines: lines.slice(0, MOST_LINES).map((line) => clip(tidy(line)) || '…'),
    link: origin === null ? null : { href: `${origin}${to.path}`, label: to.label },
    foot: origin === null ? null : { href: `${origin}/delivery`, label: 'When and where this comes' },
  };
}

/** One line without signs that steer: controls, and marks that turn the direction of writing. */
const tidy = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();

const clip = (text: string): string => {
  const letters = [...text];
  return letters.length <= MOST_LETTERS ? text : `${letters.slice(0, MOST_LETTERS - 1).join('')}…`;
};
