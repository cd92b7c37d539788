/** One kind of world, and how the firm in it is set. */
export type Cell = {
  name: string;
  /** Seed of its first world; each further one adds 1. */
  seed: number;
  /** Weight of the technical side in what a lead is worth in truth; the rest is the people side's. */
  weight: number;
  /** Weight that the firm's playbook is set to as far as its ranges allow; absent: the true one. */
  believed?: number;
  technicians: number;
  /** Views of each technician. */
  raters: number;
  /** Correlation of the two sides in truth. */
  correlation: number;
  /** How strongly hard tickets go to strong technicians, levels of technical strength for each log minute. */
  routing: number;
  /** SD of difficulty that the router sees and no column shows, log minutes. */
  hidden: number;
  /** Error of the difficulty grade given when a ticket is opened, log minutes (SD); absent: nobody is asked. */
  triageNoise?: number;
  /** The playbook's value for hidden difficulty is set to what it is in truth; else it stays 0. */
  assumeHidden?: true;
  /** The playbook's values for how far one view can be trusted are set to the truth; else they stay as shipped. */
  knowRaters?: true;
  /** Everybody has 18 hours a week on tickets; else they are drawn for each, from 8 to 28. */
  equalHours?: true;
  /** A world as the first grid had them (docs/methods/proof.md); never judged. */
  asFirst?: true;
  /** Tickets of each technician, on average. */
  tickets: number;
  worlds: number;
};

/** Nothing but technical skill counts. */
export const isTechnicalOnly = (cell: Cell): boolean => cell.weight === 1;

/** Which question a cell belongs to: the product is judged by the clean ones (no hidden difficulty, right weights). */
export type CellKind = 'clean' | 'hidden' | 'wrong' | 'raters' | 'as-first';

/** The question a cell belongs to. */
export function kindOf(cell: Cell): CellKind {
  if (cell.asFirst) return 'as-first';
  if (cell.believed !== undefined) return 'wrong';
  if (cell.hidden > 0) return 'hidden';
  return cell.knowRaters ? 'raters' : 'clean';
}
