import type { Day } from '../../base/time.ts';

export type ImportKind = 'people' | 'tickets' | 'ratings';
export type ImportState = 'needs-answer' | 'running' | 'done' | 'failed' | 'interrupted';

/** What a file of tickets holds and what it can't tell, counted while reading it. */
export type DataHealth = {
  tickets: number;
  resolved: number;
  firstDay: Day | null;
  lastDay: Day | null;
  people: number;
  teams: number;
  clients: number;
  categories: number;
  /** Tickets whose first state had no assignee. */
  startedUnassigned: number;
  reopened: number;
  /** Tickets with a change of hands after the first assignment. */
  handedOn: number;
  withMinutes: number;
  withSatisfaction: number;
  /** Tickets whose difficulty was set. */
  withDifficulty: number;
  /** Of these, with the time at which it was set. */
  difficultyDated: number;
  /** Of these, set before the first assignment, as far as is known: these are used. */
  difficultyBefore: number;
  /** The team with most distinct first assignees. */
  widestTeam: { name: string; firstAssignees: number } | null;
};

/** One import of one file. */
export type ImportRun = {
  importId: number;
  kind: ImportKind;
  fileName: string;
  bytes: number | null;
  source: string | null;
  mapping: Record<string, string> | null;
  state: ImportState;
  rowsRead: number;
  rowsRejected: number;
  ticketsAdded: number;
  ticketsChanged: number;
  peopleAdded: number;
  message: string | null;
  health: DataHealth | null;
  startedAt: number;
  finishedAt: number | null;
};

/** A row that could not be read: where and why, never what it said. */
export type ImportRejection = { line: number; columnName: string; reason: string };
