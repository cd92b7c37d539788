import { sayRaters } from '../../model/profile.ts';
import { FEWEST } from '../../model/raters.ts';
import { type Source, type WithoutSources, withoutEachSource } from '../../model/without-source.ts';
import { capitalise, sayRange } from '../../model/words.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import type { Competency, Side } from '../../records/voice/types.ts';
import type { Panel, PanelTable } from './contract.ts';
import { PART_WORDS } from './outcome-words.ts';
import type { PanelReader } from './panel-reader.ts';

/** How an estimate would change without any one source: a sentence, the table, and what isn't shown. */
export function withoutPart(
  situation: Situation,
  personId: PersonId,
  part: Side | Competency,
  { sights, nameRater }: PanelReader,
): Pick<Panel, 'flips' | 'limits' | 'tables'> {
  const found = withoutEachSource({ input: situation, personId, part, nameRater, everything: sights.everything });
  return {
    flips: found.without.length === 0 ? [] : [sentenceOf(found)],
    limits: found.hidden ? [HIDDEN] : [],
    tables: found.without.length === 0 ? [] : [tableOf(found)],
  };
}

const HIDDEN = `What the level would be without some sources isn't shown: it would tell what fewer than ${FEWEST} people said.`;

/** What it rests on, or how little it moves without any one. */
function sentenceOf({ whole, without }: WithoutSources): string {
  const single = without.filter(({ source }) => !isAll(source));
  const [most] = single.filter((one) => carries(one, whole)).sort((one, other) => one.evidence - other.evidence);
  if (most !== undefined)
    return `Most of this rests on ${sayWhat(most.source)}: without it the level would be ${most.estimate.mean.toFixed(1)}, probably ${sayRange(most.estimate)}.`;
  // Where only all tickets together move it, no single source does.
  const means = (single.length === 0 ? [whole] : single).map(({ estimate }) => estimate.mean);
  const low = Math.min(...means).toFixed(1);
  const high = Math.max(...means).toFixed(1);
  return low === high
    ? `No single source carries this: without any one it stays at ${low}.`
    : `No single source carries this: without any one it stays between ${low} and ${high}.`;
}

/** Without it less than half is known of what is known now, or the level leaves the range in which it probably lies. */
const carries = ({ evidence, estimate }: WithoutSources['whole'], whole: WithoutSources['whole']) =>
  evidence < whole.evidence / 2 || estimate.mean < whole.estimate.low || estimate.mean > whole.estimate.high;

const isAll = (source: Source) => source.kind === 'tickets' && source.outcome === 'all';

function sayWhat(source: Source): string {
  if (source.kind === 'views') return `what ${sayRaters(source.by, source.raters)} said (${views(source.views)})`;
  if (source.outcome === 'all') return `all ${source.tickets} tickets`;
  const part = source.outcome === 'minutes-worked' || source.outcome === 'queue-minutes' ? 'minutes' : source.outcome;
  return PART_WORDS[part].source(source.tickets);
}

const views = (count: number) => `${count} ${count === 1 ? 'view' : 'views'}`;

function tableOf({ whole, without }: WithoutSources): PanelTable {
  return {
    title: 'Without any one source',
    columns: [
      { key: 'without', title: 'Without' },
      { key: 'level', title: 'Level', numeric: true },
      { key: 'range', title: '80% interval' },
      { key: 'known', title: 'Known so far', numeric: true },
    ],
    rows: [
      { without: 'Nothing: as it is', ...cellsOf(whole) },
      ...without.map((one) => ({ without: capitalise(sayWhat(one.source)), ...cellsOf(one) })),
    ],
    total: without.length + 1,
  };
}

const cellsOf = ({ estimate, evidence }: WithoutSources['whole']) => ({
  level: estimate.mean.toFixed(1),
  range: sayRange(estimate),
  known: `${Math.round(100 * evidence)}%`,
});
