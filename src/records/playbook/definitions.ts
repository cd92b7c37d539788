import { ANSWER_VALUES } from './answers-values.ts';
import { CONDITIONS_VALUES } from './conditions-values.ts';
import { DEMAND_VALUES } from './demand-values.ts';
import { DEVELOPMENT_VALUES } from './development-values.ts';
import { DIRECTION_VALUES } from './direction-values.ts';
import { EVIDENCE_VALUES } from './evidence-values.ts';
import { GATE_VALUES } from './gates-values.ts';
import { GROWTH_VALUES } from './growth-values.ts';
import { JOURNAL_VALUES } from './journal-values.ts';
import { STUCK_VALUES } from './stuck-values.ts';
import { TICKETS_VALUES } from './tickets-values.ts';
import { TODAY_VALUES } from './today-values.ts';
import type { PlaybookDefinition } from './types.ts';

/** Every threshold and assumption of the leadership model, with where it comes from. The firm's own values replace `value`. */
export const PLAYBOOK = {
  ...DEMAND_VALUES,
  ...GATE_VALUES,
  ...EVIDENCE_VALUES,
  ...TICKETS_VALUES,
  ...STUCK_VALUES,
  ...TODAY_VALUES,
  ...DIRECTION_VALUES,
  ...CONDITIONS_VALUES,
  ...JOURNAL_VALUES,
  ...DEVELOPMENT_VALUES,
  ...ANSWER_VALUES,
  ...GROWTH_VALUES,
} as const satisfies Record<string, PlaybookDefinition>;

export type PlaybookKey = keyof typeof PLAYBOOK;

/** All values in force for a firm: its own where it has set them, else the defaults. */
export type Playbook = Readonly<Record<PlaybookKey, number>>;

export const PLAYBOOK_KEYS = Object.keys(PLAYBOOK) as PlaybookKey[];

/** The defaults with some values replaced. */
export function playbookWith(own: Partial<Record<PlaybookKey, number>> = {}): Playbook {
  return Object.fromEntries(PLAYBOOK_KEYS.map((key) => [key, own[key] ?? PLAYBOOK[key].value])) as Playbook;
}
