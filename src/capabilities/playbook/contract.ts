import { z } from 'zod';
import { nothing, operation } from '../../platform/contract.ts';
import { PLAYBOOK_KEYS, type PlaybookKey } from '../../records/playbook/definitions.ts';
import type { PlaybookDefinition } from '../../records/playbook/types.ts';

export type PlaybookRow = PlaybookDefinition & {
  key: PlaybookKey;
  /** The value in force. */
  current: number;
  /** Set by this firm, when, by whom and why; null: the default stands. */
  own: { value: number; changedAt: number; changedBy: string; reason: string | null } | null;
};

const keyField = z.enum(PLAYBOOK_KEYS as [PlaybookKey, ...PlaybookKey[]]);

export const readPlaybook = operation({
  id: 'readPlaybook',
  method: 'GET',
  path: '/api/playbook',
  summary: 'Every threshold with its value, unit, source, range and dependants',
  who: 'firm',
  input: nothing,
}).returns<{ rows: PlaybookRow[]; mayChange: boolean }>();

/** How often the cards of a rule were found useful, of those that were answered. */
export type RuleRate = {
  /** The switch of the rule. */
  key: PlaybookKey;
  shown: number;
  useful: number;
  /** Answered with done or not useful: those that are open or sleep count for neither. */
  answered: number;
  /** 80% interval of the share of useful ones, 0 to 1. */
  low: number;
  high: number;
  /** People find it useless, as far as the playbook's share and enough answers say. */
  isUseless: boolean;
};

export const readRuleRates = operation({
  id: 'readRuleRates',
  method: 'GET',
  path: '/api/playbook-rates',
  summary: 'How often the cards of each rule were found useful, over the whole firm',
  who: 'firm',
  input: nothing,
}).returns<{ rates: RuleRate[] }>();

/** What moved in our advice because a value changed. */
export type PlaybookMove = {
  rows: PlaybookRow[];
  moved: { seatTitle: string; before: string; after: string }[];
  /** Seats of which more moved than the reader sees, because their decision isn't open to them. */
  closed: number;
};

export const setPlaybookValue = operation({
  id: 'setPlaybookValue',
  method: 'PUT',
  path: '/api/playbook/:key',
  summary: "Set the firm's own value inside its declared range",
  who: 'firm',
  input: z.object({ key: keyField, value: z.number(), reason: z.string().trim().max(500).nullish() }),
}).returns<PlaybookMove>();

export const resetPlaybookValue = operation({
  id: 'resetPlaybookValue',
  method: 'DELETE',
  path: '/api/playbook/:key',
  summary: 'Go back to the default',
  who: 'firm',
  input: z.object({ key: keyField }),
}).returns<PlaybookMove>();
