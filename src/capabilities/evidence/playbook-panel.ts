import type { Situation } from '../../records/firm/types.ts';
import { PLAYBOOK, type PlaybookKey } from '../../records/playbook/definitions.ts';
import type { PlaybookDefinition } from '../../records/playbook/types.ts';
import type { Panel } from './contract.ts';

const ORIGIN = { seen: 'Published', measured: 'Measured by us', assumed: 'Assumed' };

/** A playbook value as a rule under a number. */
export function ruleOf(key: PlaybookKey, { playbook }: Pick<Situation, 'playbook'>): Panel['rules'][number] {
  const { title, unit, source }: PlaybookDefinition = PLAYBOOK[key];
  return { key, title, value: playbook[key], unit, source: `${ORIGIN[source.kind]}: ${source.text}` };
}

/** An empty panel to fill; nothing is claimed that a builder doesn't say. */
export function emptyPanel(ref: string, title: string, sentence: string): Panel {
  return {
    ref,
    title,
    sentence,
    estimate: null,
    parts: null,
    n: [],
    rules: [],
    sources: [],
    flips: [],
    remarks: [],
    limits: [],
    tables: [],
    doors: [],
  };
}

/** What stands behind a threshold. */
export function playbookPanel(situation: Situation, ref: string, key: string): Panel | undefined {
  if (!Object.hasOwn(PLAYBOOK, key)) return undefined;
  const known = key as PlaybookKey;
  const definition: PlaybookDefinition = PLAYBOOK[known];
  const value = situation.playbook[known];
  const own = value === definition.value ? 'This is the default.' : `You changed it from ${definition.value}.`;
  return {
    ...emptyPanel(ref, definition.title, `${definition.meaning} ${own}`),
    rules: [ruleOf(known, situation)],
    sources: [`${ORIGIN[definition.source.kind]}: ${definition.source.text}`],
    limits: [`It may be set from ${definition.low} to ${definition.high} ${definition.unit}.`],
    tables: [
      {
        title: 'What changes when it changes',
        columns: [{ key: 'what', title: 'What' }],
        rows: definition.dependants.map((what) => ({ what })),
        total: definition.dependants.length,
      },
    ],
  };
}
