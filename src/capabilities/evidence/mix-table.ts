import type { Decomposition, LevelPart, MixFactor, TicketMix } from '../../model/decomposition.ts';
import type { PanelTable } from './contract.ts';
import type { PartScale } from './part-words.ts';

/** Names of levels that have one, by `factor/level`; the playbook's working day. */
export type MixWords = { names: ReadonlyMap<string, string> };

/** Kinds of tickets that make the most, a handful: more would hide the point. */
const MOST = 8;

type Named = LevelPart & { factor: MixFactor };

/** The kinds of tickets that make most of a difference between a person's tickets and everybody's. */
export function strongestLevels({ mix }: Pick<Decomposition, 'mix'>): Named[] {
  return mix
    .flatMap(({ factor, levels }) => levels.map((one) => ({ ...one, factor })))
    .filter(({ value }) => value !== 0)
    .sort((one, other) => Math.abs(other.value) - Math.abs(one.value))
    .slice(0, MOST);
}

const FACTORS: Record<MixFactor, string> = {
  category: 'Area',
  client: 'Client',
  queue: 'Queue',
  priority: 'Priority',
  hour: 'Opened',
  band: 'Opened',
  difficulty: 'Difficulty set before',
};

/** Which kinds of tickets the person gets more or fewer of, and what that makes. */
export function mixTable(made: Decomposition, mix: TicketMix, { names }: MixWords, scale: PartScale): PanelTable {
  const levels = strongestLevels(made);
  return {
    title: 'Which tickets make the difference',
    columns: [
      { key: 'kind', title: 'Tickets' },
      { key: 'makes', title: 'Make', numeric: true },
      { key: 'own', title: 'Of theirs', numeric: true },
      { key: 'all', title: 'Of all', numeric: true },
    ],
    rows: levels.map(({ factor, level, own, all, value }) => ({
      kind: `${FACTORS[factor]}: ${names.get(`${factor}/${level}`) ?? nameOf(factor, level)}`,
      makes: scale.say(value, 1),
      own: share(own, mix.own),
      all: share(all, mix.all),
    })),
    total: levels.length,
  };
}

const BANDS = ['before work', 'first half of the day', 'second half of the day', 'after work'] as const;

function nameOf(factor: MixFactor, level: number): string {
  if (factor === 'hour') return `from ${String(level).padStart(2, '0')}:00`;
  if (factor === 'band') return BANDS[level] ?? 'not given';
  return level === 0 ? 'not given' : String(level);
}

const share = (part: number, whole: number) => `${Math.round((100 * part) / whole)}%`;
