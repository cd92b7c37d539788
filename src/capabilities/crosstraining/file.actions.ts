import { csvOf } from '../../base/csv.ts';
import { Refusal } from '../../base/errors.ts';
import { createPersonFinder } from '../../connectors/files/ratings.ts';
import { createRejections } from '../../connectors/files/rejections.ts';
import { type ReadSkill, readSkillTable } from '../../connectors/files/skills.ts';
import { BOTH_WAYS } from '../../model/development/both-ways.ts';
import type { FirmContext } from '../../platform/context.ts';
import { readUpload } from '../../platform/http/read-upload.ts';
import type { Upload, UploadContext } from '../../platform/http/routes.ts';
import { firmDay } from '../../records/firm/store.ts';
import { readStructure } from '../../records/people/store.ts';
import { findOrAddSkills, readOwnSkills, readSkillNames, saveSkillLevels } from '../../records/skills/store.ts';
import type { SkillLevel } from '../../records/skills/types.ts';
import type { ImportRejection } from '../../records/work/types.ts';
import { calledIn, loadSkills } from './loading.actions.ts';

const MOST_MIB = 2;
const MOST_LISTED = 200;
const HEADER = ['skill', 'person', 'state', 'shown by', 'signed off by', 'since'];

type Brought = { levels: number; added: string[]; rejected: number; rejections: ImportRejection[] };

/**
 * Brings in a table of who can do what, all of it in one transaction but for rows that can't be read. A skill that neither
 * tickets nor the firm know is added as one of the firm's own.
 */
export async function bringTable(ctx: UploadContext, _: object, upload: Upload): Promise<Brought> {
  const { database, orgId, actor, standing, personId } = ctx;
  const bytes = await readUpload(upload, MOST_MIB, 'split it');
  return database.transact({ orgId, actor, standing, personId }, async (db) => {
    const day = await firmDay(db, ctx.now());
    const { people } = await readStructure(db, day);
    const rejections = createRejections();
    const find = createPersonFinder(people.filter(({ work }) => work !== 'service-account'));
    const source = (async function* () {
      yield bytes;
    })();
    const { skills } = await readSkillTable({ source, now: ctx.now(), rejections, find });
    if (skills.length === 0) throw nothingRead(rejections.kept[0]);
    const leading = BOTH_WAYS.map(({ areaId, name }): [string, string] => [name.toLowerCase(), areaId]);
    const known = new Map([...leading, ...(await readSkillNames(db))]);
    const unknown = [...new Set(skills.map(({ skill }) => skill))].filter((name) => !known.has(name.toLowerCase()));
    const there = await readOwnSkills(db);
    const own = await findOrAddSkills(db, unknown);
    const subjectOf = ({ skill }: ReadSkill) =>
      known.get(skill.toLowerCase()) ?? `own/${own.get(skill.toLowerCase())!}`;
    const levels = skills.map((one): SkillLevel => {
      const { personId: of, state, teacherId, signerId } = one;
      return { subject: subjectOf(one), personId: of, state, teacherId, signerId, since: one.since ?? day };
    });
    // Of two rows about the same the later one counts.
    const once = new Map(levels.map((one) => [`${one.subject} ${one.personId}`, one]));
    await saveSkillLevels(db, [...once.values()]);
    const before = new Set(there.map(({ name }) => name.toLowerCase()));
    return {
      levels: once.size,
      added: unknown.filter((name) => !before.has(name.toLowerCase())),
      rejected: rejections.count,
      rejections: rejections.kept.slice(0, MOST_LISTED),
    };
  });
}

const nothingRead = (first: ImportRejection | undefined) =>
  new Refusal(
    'cannot-read',
    first
      ? `None of its rows could be read, so nothing was brought in. The first is on line ${first.line}, ${first.columnName}: ${first.reason}`
      : 'The file has no rows, so nothing was brought in.',
    { field: 'file' },
  );

/** Who can do what, as a table that can be brought in again. */
export async function takeTable(ctx: FirmContext): Promise<{ fileName: string; text: string }> {
  const loaded = await loadSkills(ctx);
  const name = (id: SkillLevel['signerId']) => (id === null ? '' : calledIn(loaded)(id).name);
  const rows = loaded.facts.levels
    .filter(({ subject, personId }) => loaded.names.has(subject) && loaded.chart.person.has(personId))
    .map((one) => {
      const state = one.state === 'signed-off' ? 'signed off' : one.state;
      return [
        loaded.names.get(one.subject)!,
        name(one.personId),
        state,
        name(one.teacherId),
        name(one.signerId),
        one.since,
      ];
    });
  return { fileName: `skills-${loaded.situation.structure.day}.csv`, text: csvOf(HEADER, rows) };
}
