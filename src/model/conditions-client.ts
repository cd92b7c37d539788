import type { OfClient } from '../records/conditions/types.ts';
import { isSpread, ofOne, type Said, type Team, tooFew } from './conditions-group.ts';

/** The client with most of a count, where that may be said. */
function topClient(rows: readonly OfClient[], { members, facts, playbook }: Team) {
  const ids = new Set(members.map(({ personId }) => personId));
  const own = rows.filter(({ personId }) => ids.has(personId));
  const all = own.reduce((sum, { count }) => sum + count, 0);
  const clients = [...Map.groupBy(own, ({ clientId }) => clientId)].map(([clientId, of]) => {
    const parts = of.map(({ count }) => count);
    return { clientId, parts, count: parts.reduce((sum, part) => sum + part, 0) };
  });
  const top = clients.sort((one, other) => other.count - one.count || one.clientId - other.clientId)[0];
  if (top === undefined) return undefined;
  const mayBeSaid = members.length >= playbook['conditions.group'] && isSpread(top.parts, playbook);
  return { name: facts.clients.get(top.clientId) ?? 'one client', share: top.count / all, count: top.count, mayBeSaid };
}

/** That most after-hours work is for one client, to end a sentence; empty: it isn't, or may not be said. */
export function mostly(team: Team): string {
  const top = topClient(team.facts.afterHours, team);
  return top?.mayBeSaid && top.share > 0.5 ? `, most of it for ${top.name}` : '';
}

/** Below so many of 100 no client stands out. */
const MANY = 20;

/** The client from whom most dissatisfied answers of a team come. */
export function client(team: Team): Said {
  const what = 'Dissatisfied clients';
  if (team.members.length < team.playbook['conditions.group']) return tooFew(what, team);
  const top = topClient(team.facts.answers, team);
  if (top === undefined || top.count === 0)
    return { what, why: 'No answers of dissatisfied clients are known of the last 13 weeks.' };
  const share = 5 * Math.round((100 * top.share) / 5);
  if (share < MANY) return { key: 'client', text: 'Dissatisfied answers come from many clients.', stands: false };
  if (!top.mayBeSaid) return ofOne(what);
  return {
    key: 'client',
    text: `About ${share} of 100 answers of dissatisfied clients in the last 13 weeks came from ${top.name}.`,
    stands: share >= 50,
  };
}
