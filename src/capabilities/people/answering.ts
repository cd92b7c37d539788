import type { AnswerKey, QuestionKey } from './questions.ts';

/** One way to answer: what is stored and what it is called. */
export type Choice = { answer: AnswerKey; label: string };

const HOW_OFTEN: readonly Choice[] = [
  { answer: 'rarely', label: 'rarely' },
  { answer: 'sometimes', label: 'sometimes' },
  { answer: 'usually', label: 'usually' },
  { answer: 'others-learn', label: 'others learn from them' },
  { answer: 'not-seen', label: "haven't seen it" },
];
const WISHES: readonly Choice[] = [
  { answer: 'wants-to-lead', label: 'wants to' },
  { answer: 'not-now', label: 'not now' },
  { answer: 'technical-path', label: 'technical path' },
  { answer: 'not-asked', label: 'not asked' },
];

/** The answers that a question offers, in the order in which they are shown. */
export function choicesOf(key: QuestionKey): readonly Choice[] {
  return key === 'wants-to-lead' ? WISHES : HOW_OFTEN;
}

/** The choice that a digit key stands for: 1 is the first. Undefined for any other key. */
export function choiceOfKey(key: QuestionKey, pressed: string): Choice | undefined {
  return /^[1-9]$/.test(pressed) ? choicesOf(key)[Number(pressed) - 1] : undefined;
}

/** What has been said so far: question, then person, then answer. */
export type Answers = Record<string, Record<number, string>>;

type Round = { key: QuestionKey; people: { personId: number; answer: string | null }[] };

/** The answers that came with the rounds. */
export function answersIn(rounds: readonly Round[]): Answers {
  const answers: Answers = {};
  for (const round of rounds) {
    const said: Record<number, string> = {};
    for (const { personId, answer } of round.people) if (answer !== null) said[personId] = answer;
    answers[round.key] = said;
  }
  return answers;
}

/** `answers` with one more; the old ones are left as they are. */
export function withAnswer(answers: Answers, key: QuestionKey, personId: number, answer: AnswerKey): Answers {
  return { ...answers, [key]: { ...answers[key], [personId]: answer } };
}

/** How many of the people in a round have an answer; "not asked" is none, it only says that the question is open. */
export function countAnswered(round: Round, answers: Answers): number {
  const said = round.people.map(({ personId }) => answers[round.key]?.[personId]);
  return said.filter((answer) => answer !== undefined && answer !== 'not-asked').length;
}

/** The first question with somebody left to answer for, else the last: where to go on after a break. */
export function firstOpenRound(rounds: readonly Round[], answers: Answers): number {
  const open = rounds.findIndex((round) => countAnswered(round, answers) < round.people.length);
  return open === -1 ? Math.max(0, rounds.length - 1) : open;
}

/** A rater as it is stored: `person:12` for somebody on the list, else the name as typed. */
export function raterOf(typed: string, people: readonly { personId: number; name: string }[]): string {
  const name = typed.trim();
  const same = people.filter((person) => person.name.toLowerCase() === name.toLowerCase());
  return same.length === 1 ? `person:${same[0]!.personId}` : name;
}

/** Who a stored rater is: the person where it is somebody on the list, and the name to show. */
export function raterName(
  rater: string,
  people: readonly { personId: number; name: string }[],
): { personId: number | null; name: string } {
  const personId = /^person:(\d+)$/.exec(rater)?.[1];
  const person = people.find((one) => one.personId === Number(personId));
  return person ? { personId: person.personId, name: person.name } : { personId: null, name: rater };
}
