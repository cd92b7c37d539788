import type { Hours } from '../../base/units.ts';
import type { PeoplePlan, PlannedPerson } from '../../records/people/plan.ts';
import { addressOf } from './names.ts';
import type { WorldSpec } from './types.ts';

/** The firm's people and seats as its people file tells them. A person's key is the name. */
export function planOf(spec: WorldSpec): PeoplePlan {
  const people = spec.members.map(
    (member, i): PlannedPerson => ({
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
    }),
  );
  return { people: [...people, ...accountsOf(spec)], seats: [...spec.seats] };
}

/** Accounts of the ticket system that are nobody: a second account under another name, a machine. */
function accountsOf({ untidy }: WorldSpec): PlannedPerson[] {
  // An account that is an address leads to its person anyway.
  const second = untidy.accounts.map(({ account }) => account).filter((account) => !account.includes('@'));
  const names = untidy.machine === null ? second : [...second, untidy.machine];
  const nothing = { email: null, title: null, team: null, aspiration: null, startedOn: null, site: null };
  const work = 'service-account' as const;
  const none = { ...nothing, timeZone: null, hoursPerWeek: null, ownTicketHours: null, reportsTo: null, line: null };
  return names.map((name) => ({ key: name, name, work, ...none }));
}
