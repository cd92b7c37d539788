import type { CardProposal } from '../../records/cards/types.ts';
import type { ConditionFacts } from '../../records/conditions/types.ts';
import type { PersonId } from '../../records/people/types.ts';
import { type ConditionFact, type Watch, watch, weeksOf } from '../conditions.ts';
import { teamCauses } from '../conditions-causes.ts';
import type { CauseKey } from '../conditions-group.ts';
import { FACT_WORDS, sayChange, sayLast } from '../conditions-words.ts';
import { directLeads } from './leads.ts';
import type { Lead, Rule, RuleInput } from './types.ts';
import { asFirstSentence, asTrigger, called } from './words.ts';

/**
 * Working conditions that changed: about a person only to their direct lead, and only where they share their weeks; else
 * about a team, where the cause lies in how its work is handed out. Facts, never a mood, and nothing of it is advice on
 * who should lead.
 */
export const conditionsChanged: Rule = {
  rule: 'conditions',
  propose: (input) =>
    input.conditions === null
      ? []
      : [...ofPeople(input, input.conditions), ...input.leads.flatMap((lead) => ofTeams(lead, input))],
};

/** Interruptions are never shown to a lead by person. */
const SHOWN: readonly ConditionFact[] = ['evenings', 'on-call', 'load', 'dissatisfied'];

const ASK: Record<ConditionFact, string> = {
  evenings: 'How are the evenings going for you',
  'on-call': 'How is on-call going for you',
  load: 'How is the amount of work for you at the moment',
  dissatisfied: 'How is it with your clients at the moment',
  switches: 'How is it to work here at the moment',
};

function ofPeople(input: RuleInput, facts: ConditionFacts): CardProposal[] {
  const direct = directLeads(input.leads);
  return [...facts.shared].flatMap((personId) => {
    const lead = direct.get(personId);
    const risen = risenOf(personId, facts, input);
    return lead === undefined || risen.length === 0 ? [] : [personCard(lead, personId, risen, input)];
  });
}

type Risen = { fact: ConditionFact; watch: Watch };

function risenOf(personId: PersonId, { weeks, lastWeek }: ConditionFacts, { playbook }: RuleInput): Risen[] {
  if (lastWeek === null) return [];
  const own = weeks.filter((week) => week.personId === personId);
  return SHOWN.map((fact) => ({ fact, watch: watch(weeksOf(fact, own, lastWeek), playbook) })).filter(
    ({ watch: one }) => one.status === 'known' && one.change?.direction === 'up',
  );
}

function personCard(lead: Lead, personId: PersonId, risen: readonly Risen[], input: RuleInput): CardProposal {
  const name = called(input.chart, personId);
  const { fact, watch: first } = risen[0]!;
  return {
    leadId: lead.leadId,
    rule: 'conditions',
    kind: 'listen',
    subject: `person/${personId}`,
    personId,
    trigger: asTrigger(`${FACT_WORDS[fact].title}: ${sayLast(fact, first, name)} ${sayChange(first)}`),
    firstSentence: asFirstSentence(`${ASK[fact]}, ${name}?`),
    evidence: {
      facts: [
        ...risen.slice(1).map((one) => `${FACT_WORDS[one.fact].title}: ${sayLast(one.fact, one.watch, name)}`),
        `${name} shares these weeks with you. Ask and listen first; then change what causes it, not ${name}.`,
      ],
      doors: DOORS,
      shares: null,
      best: null,
      links: [],
    },
    urgency: 0.6,
  };
}

const TEAM_ASK: Record<CauseKey, string> = {
  'on-call': 'How is on-call going for you all, and could it be shared out differently?',
  evenings: 'What keeps you all at it after hours at the moment, and what of it could wait?',
  load: 'Is it more than usual for you all at the moment, and what could we leave?',
  switches: 'What takes you all off what you are doing most, and what of it could wait?',
  client: 'How is it to work for this client at the moment, and what would help?',
  steps: 'What would each of you like to learn or take on next?',
};

/** Clients and growth steps have rules of their own. */
const HANDED_OUT: readonly CauseKey[] = ['on-call', 'evenings', 'load', 'switches'];

function ofTeams(lead: Lead, input: RuleInput): CardProposal[] {
  const { chart, conditions, playbook } = input;
  return lead.teamIds.flatMap((teamId) => {
    const { causes } = teamCauses(teamId, chart, conditions!, playbook);
    const standing = causes.filter(({ key, stands }) => stands && HANDED_OUT.includes(key));
    const first = standing[0];
    if (first === undefined) return [];
    return [
      {
        leadId: lead.leadId,
        rule: 'conditions' as const,
        kind: 'listen' as const,
        subject: `team/${teamId}`,
        personId: null,
        trigger: asTrigger(`${chart.team.get(teamId)!.name}: ${first.text}`),
        firstSentence: asFirstSentence(TEAM_ASK[first.key]),
        evidence: {
          facts: [
            ...standing.slice(1).map(({ text }) => text),
            'A sum over the team; nobody’s own weeks are in it. Ask the team, then change what causes it.',
          ],
          doors: DOORS,
          shares: null,
          best: null,
          links: [],
        },
        urgency: 0.35,
      },
    ];
  });
}

const DOORS = [{ ref: 'playbook/today.conditions-from', label: 'When a change is said' }];
