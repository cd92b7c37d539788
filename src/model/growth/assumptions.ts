import { Refusal } from '../../base/errors.ts';
import type { KeptScenario, MeasuredNote } from '../../records/growth/types.ts';
import { PLAYBOOK, type Playbook, type PlaybookKey } from '../../records/playbook/definitions.ts';
import type { PlaybookSource } from '../../records/playbook/types.ts';

/** One assumption with what is in force and why; in the order in which they are read. */
export type Assumption = {
  key: string;
  title: string;
  meaning: string;
  unit: string;
  /** What this look ahead rests on. */
  value: number;
  /** own: of this scenario; measured: of this scenario, taken over from the firm's tickets; playbook: of its playbook; default: ours. */
  basis: 'own' | 'measured' | 'playbook' | 'default';
  /** What it was measured from; null: it wasn't. */
  measured: MeasuredNote | null;
  /** What it is without the scenario's own value. */
  without: number;
  low: number;
  high: number;
  source: PlaybookSource;
  group: 'work' | 'people' | 'hiring' | 'leads' | 'sizes';
};

/** What looking ahead rests on, in the order in which it is read. */
const ASSUMPTIONS: Record<Assumption['group'], readonly PlaybookKey[]> = {
  work: [
    'growth.work.yearly',
    'growth.work.per-endpoint',
    'growth.work.utilisation',
    'growth.work.hours-month',
    'growth.work.new-client',
    'growth.work.plan-spread',
    'growth.work.spread',
    'growth.work.on-phone',
  ],
  people: [
    'growth.turnover.yearly',
    'growth.turnover.weight',
    'growth.ramp.start',
    'growth.ramp.months',
    'growth.ready.output',
  ],
  hiring: [
    'growth.hiring.from',
    'growth.hiring.months',
    'growth.hiring.lead-months',
    'growth.hiring.spread',
    'growth.hiring.level',
    'growth.hiring.lead-level',
    'growth.hiring.seen',
    'growth.cost.technician',
  ],
  leads: [
    'growth.levels-per-year',
    'growth.ready.pace-spread',
    'growth.ready.usual-pace',
    'growth.ready.settled',
    'growth.gap-high',
    'gate.clears',
    'growth.hours.growing',
    'load.fixed',
    'growth.spans.hours-per-report',
    'growth.hours.per-starter',
    'growth.hours.starter-months',
    'growth.hours.per-mentee',
  ],
  sizes: [
    'answers.team-low',
    'load.reports-high',
    'growth.coordinator-at',
    'growth.manager-at',
    'growth.spans.supervisor',
    'growth.due-from',
  ],
};

const KEYS = new Set<string>(Object.values(ASSUMPTIONS).flat());

/** The playbook with what a scenario assumes in its place; what the playbook no longer knows is left out. */
export function playbookOf(playbook: Playbook, own: Readonly<Record<string, number>>): Playbook {
  return { ...playbook, ...Object.fromEntries(Object.entries(own).filter(([key]) => KEYS.has(key))) };
}

/** Every assumption with what is in force. `firmOwn`: keys that the firm has set in its playbook; `kept`: as the scenario is kept. */
export function listAssumptions(
  playbook: Playbook,
  firmOwn: ReadonlySet<string>,
  { own, kept }: { own: Readonly<Record<string, number>>; kept: Pick<KeptScenario, 'assumptions' | 'measured'> },
): Assumption[] {
  return (Object.keys(ASSUMPTIONS) as Assumption['group'][]).flatMap((group) =>
    ASSUMPTIONS[group].map((key): Assumption => {
      const { title, meaning, unit, low, high, source } = PLAYBOOK[key];
      const without = playbook[key];
      const measured = (own[key] === kept.assumptions[key] && kept.measured[key]) || null;
      return {
        ...{ key, title, meaning, unit, low, high, source, group, without },
        value: own[key] ?? without,
        measured,
        basis: measured ? 'measured' : own[key] !== undefined ? 'own' : firmOwn.has(key) ? 'playbook' : 'default',
      };
    }),
  );
}

/** Refuses what is no assumption, or lies outside its range. */
export function checkAssumptions(own: Readonly<Record<string, number>>): void {
  for (const [key, value] of Object.entries(own)) {
    if (!KEYS.has(key))
      throw new Refusal('bad-input', `Looking ahead rests on no assumption called “${key}”: leave it out.`, {
        field: key,
      });
    const { title, low, high, unit } = PLAYBOOK[key as PlaybookKey];
    if (!(value >= low && value <= high))
      throw new Refusal('bad-input', `${title} is ${value} here: enter ${low} to ${high} ${unit}.`, { field: key });
  }
}
