import { sayRaters } from '../../model/profile.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Competency, Observation } from '../../records/voice/types.ts';
import { COMPETENCY_NAMES } from '../../records/voice/words.ts';
import type { PanelTable } from './contract.ts';
import type { PanelReader } from './panel-reader.ts';

const KINDS: Record<Observation['kind'], string> = { answer: 'answer', assessment: 'assessment', rating: 'rating' };

/** What people said of a person, newest first; among people with accounts only counted, so that nobody is recognised. */
export function viewsTable(
  { observations }: Situation,
  personId: PersonId,
  competencies: readonly Competency[],
  reader: PanelReader,
): PanelTable {
  const said = observations
    .filter((one) => one.personId === personId && competencies.includes(one.competency))
    .toReversed();
  return reader.sights.everything ? oneByOne(said, personId, reader) : counted(said, personId, reader);
}

function oneByOne(said: readonly Observation[], about: PersonId, { nameRater }: PanelReader): PanelTable {
  return {
    title: 'What people said, newest first',
    columns: [
      { key: 'day', title: 'Day' },
      { key: 'rater', title: 'By' },
      { key: 'kind', title: 'How' },
      { key: 'competency', title: 'Competency' },
      { key: 'level', title: 'Level', numeric: true },
    ],
    rows: said.map((one) => ({
      day: one.day,
      rater: nameRater(one.rater, about),
      kind: KINDS[one.kind],
      competency: COMPETENCY_NAMES[one.competency],
      level: levelOf(one),
    })),
    total: said.length,
  };
}

/** Words of others are counted by who they are to the person; a level stands only beside one's own. */
function counted(said: readonly Observation[], about: PersonId, { nameRater }: PanelReader): PanelTable {
  const keyOf = (one: Observation) => JSON.stringify([nameRater(one.rater, about), one.kind, one.competency]);
  const groups = [...Map.groupBy(said, keyOf).values()];
  return {
    title: 'What people said',
    columns: [
      { key: 'rater', title: 'By' },
      { key: 'kind', title: 'How' },
      { key: 'competency', title: 'Competency' },
      { key: 'count', title: 'How often', numeric: true },
      { key: 'level', title: 'Your own word', numeric: true },
    ],
    rows: groups.map((group) => {
      const [newest] = group as [Observation, ...Observation[]];
      const by = nameRater(newest.rater, about);
      return {
        rater: sayRaters(by, new Set(group.map((one) => one.rater)).size),
        kind: KINDS[newest.kind],
        competency: COMPETENCY_NAMES[newest.competency],
        count: group.length,
        level: by === 'you' ? levelOf(newest) : null,
      };
    }),
    total: groups.length,
  };
}

const levelOf = ({ level }: Observation) => level ?? "haven't seen it";
