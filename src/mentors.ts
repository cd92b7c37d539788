import type { KeptPair, MentoringRound } from './capabilities/mentoring/contract.ts';
import { findRound } from './capabilities/mentoring/round.actions.ts';
import { EXPECT, sayOutcomes, sayRound } from './capabilities/mentoring/words.ts';
import { type GivenFirm, lookAtFirm } from './given-firm.ts';

/** What `evenkeel mentors` was given, as command-line.ts declares it. */
export type MentorsOptions = GivenFirm & { json?: boolean };

/** `evenkeel mentors`: who would be proposed as whose mentor now, why, and what the second best would be. Asks nobody. */
export async function mentors(
  environment: NodeJS.ProcessEnv,
  options: MentorsOptions,
  say: (line: string) => void,
): Promise<void> {
  const { firm, found } = await lookAtFirm(environment, options, 'readMentoringRound', findRound);
  say(options.json ? jsonOf(firm, found) : pageOf(found));
}

function jsonOf(firm: string, round: MentoringRound): string {
  const { today, wanting, offering, places, timeIsUp, ended, outcomes } = round;
  const matches = round.matches.map(({ mentor, mentee, ...rest }) => ({
    mentor: mentor.name,
    mentee: mentee.name,
    ...rest,
  }));
  const without = round.unmatched.map(({ person, text }) => ({ mentee: person.name, why: text }));
  const pairs = round.pairs.map(({ pairId: _, mentor, mentee, ...rest }) => ({
    mentor: mentor.name,
    mentee: mentee.name,
    ...rest,
  }));
  const whole = { firm, day: today, wanting, offering, places, matches, without, ended, pairs, outcomes, timeIsUp };
  return JSON.stringify(whole, null, 2);
}

function pageOf(round: MentoringRound): string {
  const matches = round.matches.map(({ mentor, mentee, reasons, secondBest }) =>
    [
      `${mentor.name} for ${mentee.name}`,
      ...[...reasons, secondBest ?? ''].filter(Boolean).map((one) => `  - ${one}`),
    ].join('\n'),
  );
  const without = round.unmatched.map(({ person, text }) => `${person.name} without a mentor: ${text}`);
  const running = round.pairs.map(sayKept);
  const parts = [
    sayRound(round),
    ...matches,
    ...round.ended,
    ...without,
    ...running,
    sayOutcomes(round.outcomes),
    EXPECT,
  ];
  return parts.join('\n\n');
}

const sayKept = ({ mentor, mentee, state, since, held }: KeptPair) =>
  state === 'asked'
    ? `${mentor.name} and ${mentee.name}: asked on ${since}.`
    : `${mentor.name} mentors ${mentee.name} since ${since}: ${held} sessions held.`;
