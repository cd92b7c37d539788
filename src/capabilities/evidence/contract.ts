import { z } from 'zod';
import { operation } from '../../platform/contract.ts';
import type { PlaybookKey } from '../../records/playbook/definitions.ts';
import type { StandingRemark } from '../../records/remarks/types.ts';
import type { Estimate } from '../../records/verdicts/types.ts';

/** A table in the panel: the rows that a number stands on. */
export type PanelTable = {
  title: string;
  columns: { key: string; title: string; numeric?: boolean }[];
  /** Cells by column key; a row's `door` opens what it stands on. */
  rows: Record<string, string | number | null>[];
  /** How many there are in all when not every row is shown. */
  total: number;
};

/** One part of a difference, drawn as a bar from the middle. */
export type PanelPart = {
  label: string;
  /** Where its bar ends; below 0 to the left. */
  value: number;
  /** The same in words. */
  text: string;
  /** Ends of its interval on the scale of `value`; null: none is known. */
  low: number | null;
  high: number | null;
  /** mix: which tickets there were; person: their own; rest: nobody's; sum: what all others come to. */
  kind: 'mix' | 'person' | 'rest' | 'sum';
};

/** A difference taken apart, with what its two directions mean. */
export type PanelParts = { title: string; left: string; right: string; rows: PanelPart[]; note: string };

/** What stands behind one number, the same everywhere. */
export type Panel = {
  ref: string;
  title: string;
  /** The number in a sentence. */
  sentence: string;
  estimate: Estimate | null;
  /** What it is made of, where it can be taken apart. */
  parts: PanelParts | null;
  n: { label: string; value: number }[];
  /** Playbook values it rests on, with the value in force. */
  rules: { key: PlaybookKey; title: string; value: number; unit: string; source: string }[];
  /** Where it comes from: models and publications. */
  sources: string[];
  /** What would flip the advice that this stands under, where there is one. */
  flips: string[];
  /** What its person says to it, newest first. */
  remarks: StandingRemark[];
  /** What it can't tell. */
  limits: string[];
  tables: PanelTable[];
  /** Doors that lead on: deeper or sideways. */
  doors: { ref: string; label: string }[];
};

export const readPanel = operation({
  id: 'readPanel',
  method: 'GET',
  path: '/api/panel',
  summary: 'What stands behind one number: rule, source, n, interval, flips, evidence rows',
  who: 'firm',
  /** strength/12/people, competency/12/rescue, demand/3/technical, distance/3, load/3, playbook/KEY, parts/12/minutes, tickets/12, ticket/99 */
  input: z.object({
    ref: z
      .string()
      .regex(/^[a-z]+\/[a-z0-9./-]+$/)
      .max(120),
    offset: z.coerce.number().int().min(0).default(0),
  }),
}).returns<Panel>();
