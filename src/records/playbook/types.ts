/** Where a value comes from: seen in a publication, measured by this project, or assumed by it. */
export type PlaybookSource = { kind: 'seen' | 'measured' | 'assumed'; text: string };

export type PlaybookGroup =
  | 'demand'
  | 'gates'
  | 'evidence'
  | 'answers'
  | 'load'
  | 'tickets'
  | 'growth'
  | 'today'
  | 'direction'
  | 'cover'
  | 'development'
  | 'decisions';

/** One threshold or assumption, as data. */
export type PlaybookDefinition = {
  title: string;
  /** What it does, in one sentence. */
  meaning: string;
  group: PlaybookGroup;
  value: number;
  unit: string;
  /** Declared range: the firm may set it anywhere inside, and flips are looked for inside. */
  low: number;
  high: number;
  source: PlaybookSource;
  /** What changes when it changes, as shown on screen. */
  dependants: readonly string[];
};
