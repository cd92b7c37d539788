import type { Day } from '../../src/base/time.ts';
import {
  addMainScenario,
  deleteScenario,
  insertScenario,
  readGrowthFacts,
  readGrowthSeats,
  readLeavers,
  readPlanRows,
  readScenarios,
  saveGrowthFacts,
  saveGrowthSeat,
  savePlanRows,
  setMainScenario,
  updateScenario,
} from '../../src/records/growth/store.ts';
import { readTicketMonths } from '../../src/records/growth/work.store.ts';
import { readLeading, saveToldWeek } from '../../src/records/leading/store.ts';
import type { PersonId, SeatId } from '../../src/records/people/types.ts';
import type { Call } from './store-call.ts';

const growth = 'src/records/growth';
const FIELDS = { name: 'Stolen', policy: 'by-fit', phone: null, assumptions: {}, measured: {} } as const;
const FACTS = { founded: null, endpoints: 1, coordinators: null, managers: null, left: null };
const ROW = { endpoints: 1, clients: null, hoursPerEndpoint: null, hires: null, leavers: null, budget: null };

/** Every store function of planning ahead, called with another firm's numbers. */
export const GROWTH_CALLS: Record<string, Call> = {
  [`${growth}/store.ts: readGrowthFacts`]: (db) => readGrowthFacts(db),
  [`${growth}/store.ts: saveGrowthFacts`]: (db) => saveGrowthFacts(db, FACTS),
  [`${growth}/store.ts: readLeavers`]: (db, _, day) => readLeavers(db, day),
  [`${growth}/store.ts: readScenarios`]: (db) => readScenarios(db),
  [`${growth}/store.ts: addMainScenario`]: (db) => addMainScenario(db, 'Ours'),
  [`${growth}/store.ts: insertScenario`]: (db) => insertScenario(db, { ...FIELDS, name: 'Mine' }),
  [`${growth}/store.ts: updateScenario`]: (db, ids) => updateScenario(db, ids.scenario, FIELDS),
  [`${growth}/store.ts: setMainScenario`]: (db, ids) => setMainScenario(db, ids.scenario),
  [`${growth}/store.ts: deleteScenario`]: (db, ids) => deleteScenario(db, ids.scenario),
  [`${growth}/store.ts: readPlanRows`]: (db, ids) => readPlanRows(db, ids.scenario),
  [`${growth}/store.ts: savePlanRows`]: (db, ids) => savePlanRows(db, ids.scenario, [{ ...ROW, month: '2027-01' }]),
  [`${growth}/store.ts: readGrowthSeats`]: (db, _, day) => readGrowthSeats(db, day),
  [`${growth}/store.ts: saveGrowthSeat`]: (db, ids) => saveGrowthSeat(db, 'next-lead', ids.seat as SeatId),
  [`${growth}/work.store.ts: readTicketMonths`]: (db, _, day) =>
    readTicketMonths(db, { from: '2025-01-01' as Day, until: day }),
  'src/records/leading/store.ts: readLeading': (db, _, day) => readLeading(db, day, 1),
  'src/records/leading/store.ts: saveToldWeek': (db, ids, day) =>
    saveToldWeek(db, ids.person as PersonId, { mentees: 1, conflicts: null, steering: null }, day),
};
