import { instantAt } from '../../base/calendar.ts';
import { type Day, instantOf } from '../../base/time.ts';
import { hours } from '../../base/units.ts';
import { BOTH_WAYS } from '../../model/development/both-ways.ts';
import { MENTORING_STORIES } from '../../model/world/mentoring-story.ts';
import type { MentoringStory, RunningPair } from '../../model/world/mentoring-types.ts';
import type { Db } from '../../platform/db/connect.ts';
import { insertMentoringGoal, insertMentoringSessions } from '../../records/mentoring/sessions.store.ts';
import { insertMentoringPairs, saveMentoringWish, savePairState } from '../../records/mentoring/store.ts';
import type { PersonId } from '../../records/people/types.ts';
import { readSkillNames, saveSkillHours, saveSkillLevels } from '../../records/skills/store.ts';
import type { SkillLevel } from '../../records/skills/types.ts';
import type { SampleName } from './contract.ts';

const ZONE = 'Europe/London';
/** They meet at ten. */
const TEN = 600;

/** Fills a sample with how its people grow: mentoring and skills. `numbers`: people by name in small letters. */
export async function fillMentoring(db: Db, sample: SampleName, numbers: ReadonlyMap<string, number>): Promise<void> {
  const story = MENTORING_STORIES[sample];
  const idOf = (name: string) => numbers.get(name.toLowerCase()) as PersonId;
  for (const [name, places, wants, interests] of story.wishes)
    await saveMentoringWish(db, {
      personId: idOf(name),
      wantsMentor: wants.length > 0,
      places,
      wants: [...wants],
      helpWith: story.pairs.find(({ mentee }) => mentee === name)?.helpWith ?? null,
      interests,
      saidAt: instantOf('2026-08-24' as Day),
    });
  for (const pair of story.pairs) await fillPair(db, pair, idOf);
  await fillSkills(db, story, idOf);
}

async function fillPair(db: Db, pair: RunningPair, idOf: (name: string) => PersonId): Promise<void> {
  const [mentorId, menteeId] = [idOf(pair.mentor), idOf(pair.mentee)];
  const { wants, beganOn, untilDay } = pair;
  const asked = { mentorId, menteeId, wants: [...wants], reasons: [pair.reason] };
  const [pairId] = await insertMentoringPairs(db, beganOn, [asked]);
  await savePairState(db, pairId!, 'asked', { state: 'running', beganOn, untilDay });
  const on = (state: 'held' | 'planned') => (day: Day) => ({
    at: instantAt(day, TEN, ZONE),
    minutes: 60,
    zone: ZONE,
    state,
  });
  await insertMentoringSessions(db, pairId!, [...pair.met.map(on('held')), ...pair.planned.map(on('planned'))]);
  for (const text of pair.goals)
    await insertMentoringGoal(db, pairId!, { authorId: menteeId, text, at: instantOf(beganOn) });
  if (pair.planned.length === 0) await savePairState(db, pairId!, 'running', { state: 'ended', endedOn: untilDay });
}

async function fillSkills(
  db: Db,
  { levels, hours: own }: MentoringStory,
  idOf: (name: string) => PersonId,
): Promise<void> {
  const subjects = new Map([
    ...BOTH_WAYS.map(({ areaId, name }): [string, string] => [name.toLowerCase(), areaId]),
    ...(await readSkillNames(db)),
  ]);
  const rows = levels.flatMap(([skill, state, people, by, since]) =>
    people.map((name): SkillLevel => {
      const [other, signs] = [idOf(by), state === 'signed-off'];
      return {
        subject: subjects.get(skill.toLowerCase())!,
        personId: idOf(name),
        state,
        teacherId: signs ? null : other,
        signerId: signs ? other : null,
        since: since as Day,
      };
    }),
  );
  await saveSkillLevels(db, rows);
  for (const [name, value] of own) await saveSkillHours(db, idOf(name), hours(value));
}
