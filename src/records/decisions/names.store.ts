import { sql } from 'kysely';
import type { Db } from '../../platform/db/connect.ts';

/** What numbers in a decision are called, those who left and seats that were closed included; and who an actor is. */
export type DecisionNames = Record<'person' | 'seat' | 'actor', ReadonlyMap<string, string>>;

/** Reads them in the program's own standing: who decided is named to whoever may read the decision. */
export async function readDecisionNames(db: Db): Promise<DecisionNames> {
  const { rows } = await sql<{ kind: keyof DecisionNames; id: string; name: string }>`
    select 'person' as kind, person_id::text as id, name from person
    union all select 'seat', seat_id::text, title from seat
    union all select 'actor', 'person:' || person_id, name from person
    union all select 'actor', a.actor, coalesce(p.name, c.name) from auth.firm_access a
      left join person p on p.org_id = a.org_id and p.person_id = a.person_id
      left join auth.account c on 'account:' || c.account_id = a.actor
      where a.org_id = app_org() and coalesce(p.name, c.name) is not null`.execute(db);
  const names = {
    person: new Map<string, string>(),
    seat: new Map<string, string>(),
    actor: new Map<string, string>(),
  };
  for (const { kind, id, name } of rows) names[kind].set(id, name);
  return names;
}
