import type { Hours } from '../../base/units.ts';
import type { PeoplePlan } from '../../records/people/plan.ts';
import { addressOf } from './names.ts';
import type { WorldSpec } from './types.ts';

/** The firm's people and seats as its people file tells them. A person's key is the name. */
export function planOf(spec: WorldSpec): PeoplePlan {
  return {
    people: spec.members.map((member, i) => ({
      key: member.name,
      name: member.name,
      email: addressOf(member.name, spec.domain),
      title: member.title,
      team: member.team,
      work: member.work,
      aspiration: member.aspiration,
      startedOn: member.startedOn,
      site: spec.site,
      timeZone: spec.timeZone,
      hoursPerWeek: 40 as Hours,
      ownTicketHours: (member.ownTicketHours ?? null) as Hours | null,
      reportsTo: member.under,
      line: i + 2,
    })),
    seats: [...spec.seats],
  };
}
