import { weekdayOf } from '../../base/calendar.ts';
import { daysBetween } from '../../base/time.ts';
import type { CardProposal } from '../../records/cards/types.ts';
import { quarterOf } from '../direction/team-direction.ts';
import type { TeamDirection } from '../direction/types.ts';
import { MEASURE_WORDS, quarterEnds, sayMoved, sayStands, sayWanted, TRACK_WORDS } from '../direction/words.ts';
import { joinNames, sayDay } from '../words.ts';
import type { Lead, Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger } from './words.ts';

/**
 * Once a week, to whoever leads a team: whether it is on track, and a thank-you to pass on where it is. About the team,
 * never about one of them. How often: choose.ts.
 */
export const teamDirection: Rule = {
  rule: 'direction',
  propose: (input) =>
    (weekdayOf(input.day) > FRIDAY ? [] : input.directions).flatMap((team) => {
      const lead = input.leads.find(({ teamIds }) => teamIds.includes(team.teamId));
      const said = lead === undefined ? null : (sayTrack(team) ?? sayLastAim(team, input));
      return said === null ? [] : [proposal(lead!, team, said, input)];
    }),
};

const FRIDAY = 5;

type Said = { trigger: string; ask: string; urgency: number };

/** It comes once a week, so it gives way only to what is pressing. */
const WEEKLY = 0.8;

/** An aim nobody has closed is asked after for so many days of the new quarter. */
const ASKED_DAYS = 42;

function sayTrack({ name, track, targets, aim }: TeamDirection): Said | null {
  const known = targets.filter(({ stands }) => stands.status === 'known');
  if (track === null) return null;
  if (track === 'on')
    return {
      trigger: `${name} is on track: ${known.map(({ target }) => lower(sayWanted(target))).join(', and ')}. Thank them.`,
      ask: 'Thank you all: we hold what we set out to. What made it possible, and what should we keep?',
      urgency: WEEKLY,
    };
  const off = known.filter(({ stands }) => stands.status === 'known' && stands.track === 'off');
  if (track === 'off')
    return {
      trigger: `${name} is not there yet: ${joinNames(
        off.map(({ target, stands }) =>
          `${lower(MEASURE_WORDS[target.measure])}, ${sayStands(target, stands)}`.replace(/\.$/, ''),
        ),
        'and',
      )}.`,
      ask: 'What gets in the way most at the moment, and what of it can I take off you?',
      urgency: WEEKLY,
    };
  return {
    trigger: `Whether ${name} is on track is too close to tell.${aim ? ` Its aim: ${aim.text}` : ''}`,
    ask: 'How is it going with what we set out to do, as you see it?',
    urgency: WEEKLY - 0.2,
  };
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** An aim whose quarter is over, and nobody said what came of it. */
function sayLastAim({ name, lastAim }: TeamDirection, { day }: RuleInput): Said | null {
  if (lastAim === null || lastAim.cameOf !== null || daysBetween(quarterOf(day), day) > ASKED_DAYS) return null;
  return {
    trigger: `${name} aimed at something until ${sayDay(quarterEnds(lastAim.quarter))}: ${lastAim.text} Say together what came of it.`,
    ask: 'What came of what we set out to do, and what do we aim at next?',
    urgency: 0.5,
  };
}

function proposal(lead: Lead, team: TeamDirection, { trigger, ask, urgency }: Said, input: RuleInput): CardProposal {
  const facts = team.targets.flatMap(({ target, stands }) => {
    const moved = sayMoved(target, stands, input.desk.areas);
    const now = `${sayWanted(target)}: ${stands.status === 'known' ? `${TRACK_WORDS[stands.track]}. ` : ''}${sayStands(target, stands)}`;
    return [moved === null ? now : `${now} ${moved}`];
  });
  return {
    leadId: lead.leadId,
    rule: 'direction',
    kind: 'promise',
    subject: `aim/${team.teamId}`,
    personId: null,
    trigger: asTrigger(trigger),
    firstSentence: asFirstSentence(ask),
    evidence: {
      facts: [...(team.aim ? [`Aim until ${sayDay(quarterEnds(team.aim.quarter))}: ${team.aim.text}`] : []), ...facts],
      doors: [{ ref: 'playbook/direction.need', label: 'When this is said' }],
      shares: null,
      best: null,
      links: [{ href: '/teams/direction', label: 'Aims and targets' }],
    },
    urgency,
  };
}
