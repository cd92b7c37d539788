import type { Day } from '../../src/base/time.ts';
import type { Db } from '../../src/platform/db/connect.ts';
import type { PersonId, SeatId } from '../../src/records/people/types.ts';

/** Numbers of another firm's rows. */
export type Ids = { person: number; seat: number; team: number; ticket: number; importId: number; scenario: number };

/** A store function, called with them. */
export type Call = (db: Db, ids: Ids, day: Day) => Promise<unknown>;

export const person = (ids: Ids) => ids.person as PersonId;
export const seat = (ids: Ids) => ids.seat as SeatId;
