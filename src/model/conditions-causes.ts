import type { ConditionFacts } from '../records/conditions/types.ts';
import type { TeamId } from '../records/people/types.ts';
import type { Playbook } from '../records/playbook/definitions.ts';
import { client } from './conditions-client.ts';
import { type Cause, type NotShown, ofMembers, type Said, type Team, tooFew } from './conditions-group.ts';
import { longWithout, sayWhile } from './conditions-steps.ts';
import { trend } from './conditions-trend.ts';
import type { Chart } from './structure.ts';
import { capitalise, countOf } from './words.ts';

export type TeamCauses = { teamId: TeamId; people: number; causes: Cause[]; notShown: NotShown[] };

/**
 * The causes in a team, over whoever does product work in it and doesn't lead it. How work is handed out (on-call) is known
 * to everyone and said of any number. Everything else is a sum over at least the playbook's smallest group, from at least
 * three of them, of which nobody makes up more than half, and rounded to fives: no answer here tells one person's number.
 */
export function teamCauses(teamId: TeamId, chart: Chart, facts: ConditionFacts, playbook: Playbook): TeamCauses {
  const leads = new Set(chart.structure.seats.filter((seat) => seat.teamId === teamId).map(({ holderId }) => holderId));
  const members = (chart.members.get(teamId) ?? []).filter((one) => one.work === 'product' && !leads.has(one.personId));
  const team = { members, facts, playbook };
  const said: Said[] = [
    onCall(team),
    ...(['evenings', 'load', 'switches'] as const).map((fact) => trend(fact, team)),
    client(team),
    steps(team),
  ];
  return {
    teamId,
    people: members.length,
    causes: said.filter((one): one is Cause => one !== null && 'key' in one),
    notShown: said.filter((one): one is NotShown => one !== null && 'what' in one),
  };
}

/** "two", "12". */
const word = (count: number) => countOf(count, '', '').trim();

function onCall(team: Team): Said {
  const all = team.members.length;
  const carrying = [...ofMembers(team.facts.weeks, team)].filter(([, own]) => own.some((one) => one.onCallMinutes > 0));
  const few = carrying.length;
  if (all === 0) return null;
  if (few === 0) return { what: 'On-call', why: 'No on-call times are known of this team.' };
  const share = few / all;
  return {
    key: 'on-call',
    text:
      few === all
        ? `On-call is shared by all ${countOf(all, 'person', 'people')}.`
        : `On-call falls on ${word(few)} of ${countOf(all, 'person', 'people')}.`,
    stands: all > 1 && share <= team.playbook['conditions.few'],
  };
}

function steps(team: Team): Said {
  const { members, facts, playbook } = team;
  const what = 'Growth steps';
  if (members.length < playbook['conditions.group']) return tooFew(what, team);
  if (facts.stepsSince === null) return { what, why: 'None is noted yet: they are noted under My weeks.' };
  const days = playbook['today.without-step'];
  const { length } = longWithout(members, facts, days);
  const all = countOf(members.length, 'person', 'people');
  // "All of them" would say it of each.
  const who = length === 0 ? 'Nobody' : length >= members.length - 1 ? 'Most' : capitalise(word(length));
  const has = length > 1 || who === 'Most' ? 'have' : 'has';
  return {
    key: 'steps',
    text: `${who} of ${all} ${has} been without a growth step for ${sayWhile(days)}.`,
    stands: length > 0,
  };
}
