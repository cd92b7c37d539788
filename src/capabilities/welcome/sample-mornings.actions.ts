import { MORNING_ZONE, morningsOf } from '../../model/world/mornings.ts';
import type { FirmContext } from '../../platform/context.ts';
import { insertOutgoing, saveDelivery } from '../../records/delivery/store.ts';
import { addressSeal } from '../../records/delivery/types.ts';
import { readNames } from '../../records/people/names.store.ts';
import type { SampleName } from './contract.ts';

/** When and where a sample's leads have their cards sent. Nothing is ever due there: everybody in it is made up. */
export async function fillMornings({ db, orgId, secrets }: FirmContext, sample: SampleName): Promise<void> {
  const people = new Map([...(await readNames(db))].map(([personId, name]) => [name, personId]));
  for (const { name, way, host, at, days } of morningsOf(sample)) {
    const personId = people.get(name)!;
    const address = host === null ? null : secrets.seal(`https://${host}/sample`, addressSeal(orgId, personId));
    const where = { way, address, host, ownChat: host !== null, reminders: way === 'mail' };
    const when = { at, zone: MORNING_ZONE, weekdays: [1, 2, 3, 4, 5], nextAt: null };
    await saveDelivery(db, personId, { ...where, ...when }, days.at(-1)!.at);
    await insertOutgoing(
      db,
      days.map(({ day, at: dueAt, state, why }) => ({
        ...{ personId, day, what: 'morning', way: state === 'nothing' ? null : way, state, why },
        ...{ tries: state === 'nothing' ? 0 : 1, dueAt, tryAt: null, endedAt: dueAt },
      })),
    );
  }
}
