import { sql } from 'kysely';
import type { Day } from '../../base/time.ts';
import type { Db } from '../../platform/db/connect.ts';
import type { PersonId } from '../people/types.ts';
import type { Due, DueKind } from './due.ts';

/**
 * What is due by a day, for the person on trial and for whoever decides on the seat, in the program's standing. Whoever
 * decides follows the same rule as `app_decides`; where only the owner's role says it, it is every owner. A decision that
 * another one of the same day corrected is not looked back on, and neither is a trial that never began.
 */
export async function readDue(db: Db, by: { day: Day; endsBy: Day; reviewMonths: number }): Promise<Due[]> {
  const months = sql`make_interval(months => ${Math.round(by.reviewMonths)}::int)`;
  const { rows } = await sql<{
    kind: DueKind;
    of: number;
    owner: number;
    person: number | null;
    title: string;
    day: string;
  }>`
    with decider as (
      select s.seat_id, s.title, coalesce(s.decider_id, above.person_id, o.person_id) as person_id
      from seat s
        left join seat_line l on l.org_id = s.org_id and l.seat_id = s.seat_id and l.to_day is null
        left join seat_holding above on above.org_id = s.org_id and above.seat_id = l.reports_to and above.to_day is null
        left join auth.firm_access o on s.decider_id is null and above.person_id is null
          and o.org_id = s.org_id and o.role = 'owner'
      where s.org_id = app_org() and s.closed_on is null
    ), open as (
      select t.*, d.person_id as decider_id, d.title from trial t join decider d on d.seat_id = t.seat_id
      where t.state <> 'ended'
    ), due as (
      select 'trial-terms' as kind, trial_id as of, case waits_for when 'person' then person_id else decider_id end as owner,
        person_id as person, title, (proposed_at at time zone 'UTC')::date as day
      from open where waits_for is not null
      union all
      select 'trial-start', o.trial_id, told.owner, o.person_id, o.title, o.from_day
      from open o cross join lateral (values (o.person_id), (o.decider_id)) as told (owner)
      where o.state = 'agreed' and o.from_day <= ${by.endsBy}
      union all
      select 'trial-review', o.trial_id, said.owner, o.person_id, o.title, v.day
      from open o join trial_review v on v.org_id = o.org_id and v.trial_id = o.trial_id
        cross join lateral (values ('person', o.person_id), ('decider', o.decider_id)) as said (side, owner)
      where o.state = 'running' and v.day <= ${by.day} and not exists (select from trial_word w
        where w.org_id = v.org_id and w.review_id = v.review_id and w.side = said.side)
      union all
      select 'trial-end', trial_id, decider_id, person_id, title, until_day
      from open where state = 'running' and until_day <= ${by.endsBy}
      union all
      select 'acting', h.seat_id, d.person_id, h.person_id, d.title, h.acting_until
      from seat_holding h join decider d on d.seat_id = h.seat_id
      where h.to_day is null and h.acting_until <= ${by.endsBy}
        and not exists (select from trial t where t.org_id = h.org_id and t.seat_id = h.seat_id and t.state <> 'ended')
      union all
      select 'decision', x.decision_id, d.person_id, x.person_id, d.title, (x.day + ${months})::date
      from decision x join decider d on d.seat_id = x.seat_id
      where (x.day + ${months})::date <= ${by.day}
        and not exists (select from decision_review w where w.org_id = x.org_id and w.decision_id = x.decision_id)
        and not exists (select from decision n where n.org_id = x.org_id and n.seat_id = x.seat_id and n.day = x.day
          and n.decision_id > x.decision_id)
        and not exists (select from trial t where t.org_id = x.org_id and t.decision_id = x.decision_id
          and (t.outcome = 'not-begun' or t.state in ('proposed', 'agreed')))
    )
    select kind, of, owner, person, title, min(day) as day from due where owner is not null
    group by kind, of, owner, person, title order by 6, 1, 2, 3`.execute(db);
  return rows.map((row) => ({
    kind: row.kind,
    of: row.of,
    ownerId: row.owner as PersonId,
    personId: row.person as PersonId | null,
    title: row.title,
    day: row.day as Day,
  }));
}
