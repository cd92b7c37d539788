import type { ImportRun } from '../../records/work/types.ts';
import { sayDifficulty } from './difficulty-words.ts';

/** What a file's tickets can and can't tell, in sentences. */
export function whatItTells({ health, source }: Pick<ImportRun, 'health' | 'source'>): {
  canTell: string[];
  cantTell: string[];
} {
  const canTell: string[] = [];
  const cantTell: string[] = [];
  if (health === null || health.tickets === 0) return { canTell, cantTell };
  const say = (can: boolean, yes: string, no: string) => (can ? canTell : cantTell).push(can ? yes : no);
  const log = source?.endsWith('event-log') ?? false;
  say(health.people > 0, 'Who was given which tickets first.', 'Who worked on the tickets: no column names a person.');
  if (health.withMinutes > 0) canTell.push('How long people work on like tickets, from the minutes they booked.');
  else if (log) {
    canTell.push('How long like tickets take from first assignment to resolution, in working hours.');
    cantTell.push('How long people really worked: the file keeps no minutes, so time in the queue stands in for it.');
  } else cantTell.push('How long tickets take: the file keeps neither minutes nor the story of each ticket.');
  say(
    log,
    'How often tickets change hands and come back.',
    'Who handed tickets on: a list shows only who has them now.',
  );
  say(health.withSatisfaction > 0, 'How satisfied clients were.', 'How satisfied clients were.');
  say(
    health.clients > 1,
    'Whether one client has most of the trouble.',
    'Differences between clients: there are none in the file.',
  );
  const difficulty = sayDifficulty(health);
  if (difficulty !== null) (health.difficultyBefore > 0 ? canTell : cantTell).push(difficulty);
  cantTell.push(
    `How hard a ticket was beyond its area, client, ${health.difficultyBefore > 0 ? 'priority, hour and the difficulty set before' : 'priority and hour'}: whoever hands out tickets sees more than the file.`,
  );
  if (health.startedUnassigned > 0 && health.startedUnassigned * 5 > health.tickets) {
    cantTell.push(
      `Who saw a ticket first: ${Math.round((100 * health.startedUnassigned) / health.tickets)}% began without an assignee.`,
    );
  }
  if (health.widestTeam && health.widestTeam.firstAssignees > 40) {
    cantTell.push(
      `How ${health.widestTeam.name} works as one team: ${health.widestTeam.firstAssignees} people were first assignees in it, so it is probably several.`,
    );
  }
  return { canTell, cantTell };
}
