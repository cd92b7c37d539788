import { PLAYBOOK_KEYS, type Playbook, type PlaybookKey, playbookWith } from '../../records/playbook/definitions.ts';
import { GROWTH_VALUES } from '../../records/playbook/growth-values.ts';

type GrowthKey = keyof typeof GROWTH_VALUES;

/** All values that planning ahead reads: the firm's playbook and what growth adds to it. */
export type GrowthPlaybook = Playbook & Readonly<Record<GrowthKey, number>>;

/** The defaults with some values replaced. */
export function growthPlaybookWith(own: Partial<Record<PlaybookKey | GrowthKey, number>> = {}): GrowthPlaybook {
  const known = playbookWith(Object.fromEntries(PLAYBOOK_KEYS.map((key) => [key, own[key]])));
  const keys = Object.keys(GROWTH_VALUES) as GrowthKey[];
  const added = keys.map((key) => [key, own[key] ?? GROWTH_VALUES[key].value]);
  return { ...known, ...Object.fromEntries(added) };
}
