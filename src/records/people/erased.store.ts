import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';
import { standingAs } from '../../platform/db/standing.ts';
import type { Secrets } from '../../platform/secrets/secrets.ts';
import type { Observation } from '../voice/types.ts';
import type { PeoplePlan } from './plan.ts';

/** A keyed hash of a name or an address: what is kept of somebody who was erased. Case and outer spaces make no difference. */
export type HashName = (name: string) => string;

/** The hash under which a firm keeps names that were erased: the same name has another one in another firm. */
export function nameHasher(of: { secrets: Secrets; orgId: number }): HashName {
  return (name) => of.secrets.sign(name.normalize('NFC').trim().toLowerCase(), `erased name of firm ${of.orgId}`);
}

/** Finds the nameless stand-in of a name or address that was erased; undefined: it never was. */
export type FindErased = (name: string) => number | undefined;

/** Reads what was erased, in one query whatever the number of names; where nothing ever was, nothing is hashed. */
export async function findErased(db: Db, hashName: HashName): Promise<FindErased> {
  const rows = await standingAs(db, 'engine', (own) =>
    own.selectFrom('erased_name').select(['name_hash', 'person_id']).execute(),
  );
  if (rows.length === 0) return () => undefined;
  const standIns = new Map(rows.map((row) => [row.name_hash, row.person_id]));
  return (name) => standIns.get(hashName(name));
}

/** Keeps only hashes of names and addresses, and which stand-in they lead to from now on. */
export async function saveErased(db: Db, names: readonly string[], standIn: number, hashName: HashName): Promise<void> {
  const hashes = [...new Set(names.map(hashName))];
  await sql`insert into erased_name (name_hash, person_id) select hash, ${standIn} from unnest(${hashes}::text[]) as given (hash)
            on conflict (org_id, name_hash) do update set person_id = excluded.person_id`.execute(db);
}

/** The plan without people who were erased: a list that still names them brings nobody back. Their seats stay, empty. */
export async function leaveOutErased(
  db: Db,
  plan: PeoplePlan,
  hashName: HashName,
): Promise<{ plan: PeoplePlan; leftOut: number }> {
  const standIn = await findErased(db, hashName);
  const named = await readNames(db);
  const isGone = (text: string | null) =>
    text !== null && !named.has(text.toLowerCase()) && standIn(text) !== undefined;
  const gone = new Set(plan.people.filter(({ name, email }) => isGone(email) || isGone(name)).map(({ key }) => key));
  if (gone.size === 0) return { plan, leftOut: 0 };
  return {
    plan: {
      people: plan.people.filter(({ key }) => !gone.has(key)),
      seats: plan.seats.map((seat) =>
        seat.holder !== null && gone.has(seat.holder) ? { ...seat, holder: null } : seat,
      ),
    },
    leftOut: gone.size,
  };
}

/** Somebody here may have the name of somebody who was erased. */
async function readNames(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('person').select(['name', 'email']).execute();
  return new Set(rows.flatMap(({ name, email }) => [name, ...(email ? [email] : [])].map((one) => one.toLowerCase())));
}

/** Views whose rater is given by a name that was erased are kept under the nameless stand-in. */
export async function hideErasedRaters(
  db: Db,
  observations: readonly Observation[],
  hashName: HashName,
): Promise<Observation[]> {
  const standIn = await findErased(db, hashName);
  return observations.map((one) => {
    const found = one.rater.startsWith('person:') ? undefined : standIn(one.rater);
    return found === undefined ? one : { ...one, rater: `person:${found}` };
  });
}
