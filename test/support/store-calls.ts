import type { Call } from './store-call.ts';
import { ACCESS_CALLS } from './store-calls-access.ts';
import { DECISIONS_CALLS } from './store-calls-decisions.ts';
import { DELIVERY_CALLS } from './store-calls-delivery.ts';
import { GROWING_CALLS } from './store-calls-growing.ts';
import { GROWTH_CALLS } from './store-calls-growth.ts';
import { PEOPLE_CALLS } from './store-calls-people.ts';
import { TALKS_CALLS } from './store-calls-talks.ts';
import { WORK_CALLS } from './store-calls-work.ts';

export { EXEMPT } from './store-calls-exempt.ts';

/** Every store function, called by one firm with another's numbers: test/tenants.test.ts runs them all. */
export const CALLS: Record<string, Call> = {
  ...GROWING_CALLS,
  ...PEOPLE_CALLS,
  ...WORK_CALLS,
  ...DECISIONS_CALLS,
  ...TALKS_CALLS,
  ...ACCESS_CALLS,
  ...DELIVERY_CALLS,
  ...GROWTH_CALLS,
};
