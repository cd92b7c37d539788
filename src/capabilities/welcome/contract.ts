import { z } from 'zod';
import type { Standing } from '../../base/roles.ts';
import type { Day } from '../../base/time.ts';
import { idField, nameField, nothing, operation } from '../../platform/contract.ts';
import type { Firm } from '../../records/people/types.ts';

export const SAMPLES = ['cove', 'harbor', 'northline'] as const;
export type SampleName = (typeof SAMPLES)[number];

/** Where the person stands: which firm they work in, what it holds, which others there are. */
export type Whereabouts = {
  firm: Firm | null;
  /** Every firm this person may open, samples included. */
  firms: Firm[];
  /** What the present firm holds; all 0 without one. */
  holds: { people: number; seats: number; tickets: number; observations: number };
  /** Today, or the day on which a sample's story stands still. */
  today: Day;
  /** As what the session works in this firm, and as which of its people; null: as none. */
  you: {
    standing: Standing | null;
    personId: number | null;
    /** Hands out tickets: is asked how hard they look. */
    dispatches: boolean;
    /** Whether they were ever asked to try a seat. */
    tries: boolean;
    /** Whether a decision on a seat was about them. */
    decided: boolean;
    /** Who acts in the name of this account from the server; null: nobody, it is the account itself. */
    actingBy: string | null;
    /** This firm asks everyone for a second factor, and this session began without: only one's own account is open. */
    secondFactorMissing: boolean;
  };
};

export const readWhereabouts = operation({
  id: 'readWhereabouts',
  method: 'GET',
  path: '/api/firm',
  summary: 'Which firm I work in and what it holds',
  who: 'signed-in',
  input: nothing,
}).returns<Whereabouts>();

export const startFirm = operation({
  id: 'startFirm',
  method: 'POST',
  path: '/api/firms',
  summary: 'Start an empty firm and work in it',
  who: 'signed-in',
  input: z.object({ name: nameField }),
}).returns<Whereabouts>();

export const openFirm = operation({
  id: 'openFirm',
  method: 'POST',
  path: '/api/firms/:orgId/open',
  summary: 'Work in another firm of mine',
  who: 'signed-in',
  input: z.object({ orgId: idField }),
}).returns<Whereabouts>();

export const openSample = operation({
  id: 'openSample',
  method: 'POST',
  path: '/api/samples',
  summary: 'Make a sample firm (once) and work in it',
  who: 'signed-in',
  input: z.object({ sample: z.enum(SAMPLES) }),
}).returns<Whereabouts>();

export const removeSample = operation({
  id: 'removeSample',
  method: 'DELETE',
  path: '/api/samples/:orgId',
  summary: 'Remove a sample firm with everything in it, and nothing else',
  who: 'signed-in',
  input: z.object({ orgId: idField }),
}).returns<Whereabouts>();
