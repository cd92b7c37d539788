import type { Structure } from '../../records/people/types.ts';
import type { Observation } from '../../records/voice/types.ts';
import type { QuestionRound } from './contract.ts';
import { QUESTION_KEYS, QUESTIONS } from './questions.ts';

const ANSWERS = new Map([
  [2, 'rarely'],
  [3, 'sometimes'],
  [4, 'usually'],
  [5, 'others-learn'],
]);

/**
 * One round a question over everyone, so that the quiet one is not overlooked: always in the same order, by team and
 * name, with the newest answer of this rater.
 */
export function roundsFor(structure: Structure, observations: Observation[], rater: string): QuestionRound[] {
  const teamNames = new Map(structure.teams.map((team) => [team.teamId, team.name]));
  const teamOf = new Map(structure.memberships.map((row) => [row.personId, teamNames.get(row.teamId) ?? null]));
  const people = structure.people
    .filter((person) => person.work !== 'service-account')
    .map((person) => ({ person, teamName: teamOf.get(person.personId) ?? null }))
    .sort((a, b) => (a.teamName ?? '').localeCompare(b.teamName ?? '') || a.person.name.localeCompare(b.person.name));
  const said = new Map(
    observations
      .filter((one) => one.kind === 'answer' && one.rater === rater)
      .map((one) => [`${one.personId}/${one.competency}`, one]),
  );
  return QUESTION_KEYS.map((key) => ({
    key,
    text: QUESTIONS[key].text,
    help: QUESTIONS[key].help,
    people: people.map(({ person, teamName }) => {
      const { competency } = QUESTIONS[key];
      const one = said.get(`${person.personId}/${competency}`);
      const answer =
        competency === null
          ? person.aspiration
          : one && (one.level === null ? 'not-seen' : (ANSWERS.get(one.level) ?? null));
      return { personId: person.personId, name: person.name, teamName, answer: answer ?? null };
    }),
  }));
}
