import { sideOf } from '../../model/competency-space.ts';
import { type Strength, strengthsOf } from '../../model/profile.ts';
import { sayRange } from '../../model/words.ts';
import type { Situation } from '../../records/firm/types.ts';
import type { Person, PersonId } from '../../records/people/types.ts';
import type { PlaybookKey } from '../../records/playbook/definitions.ts';
import { COMPETENCIES_OF, type Competency, type Side } from '../../records/voice/types.ts';
import { COMPETENCY_WORDS } from './competency-words.ts';
import type { Panel } from './contract.ts';
import type { PanelReader } from './panel-reader.ts';
import { emptyPanel, ruleOf } from './playbook-panel.ts';
import { viewsTable } from './views-table.ts';

const SIDES: Record<Side, string> = { technical: 'Knows the work', people: 'Leads people' };
const PRIOR_RULES: PlaybookKey[] = ['prior.mean', 'prior.sd', 'prior.correlation'];
const VIEW_RULES: PlaybookKey[] = ['rating.reliability', 'rating.halo'];
const TICKET_RULES: PlaybookKey[] = ['tickets.need', 'tickets.hidden-difficulty', 'tickets.origin-variance'];

const VIEW_SOURCE =
  'Views are shrunk by how far one rater agrees with another (.52 for one supervisor); part of the error is the same in all answers of a rater.';
const TICKET_SOURCE =
  'Ticket effects: crossed mixed model on log minutes with area, priority, hour and client taken out (Bates and others 2015, JSS 67(1)), with the full prediction error of Henderson.';
const HIDDEN = 'Tickets that look alike here may have differed in difficulty that only the dispatcher saw.';

/** What stands behind one side of a person. */
export function sidePanel(
  situation: Situation,
  ref: string,
  personId: PersonId,
  side: Side,
  reader: PanelReader,
): Panel | undefined {
  const person = situation.structure.people.find((one) => one.personId === personId);
  const known = strengthsOf({ ...situation, nameRater: reader.nameRater }).people.get(personId);
  if (!person || !known || !Object.hasOwn(SIDES, side)) return undefined;
  const strength = known.sides[side];
  const competencies = COMPETENCIES_OF[side];
  return {
    ...strengthPanel(
      situation,
      ref,
      person,
      `${person.name}: ${SIDES[side].toLowerCase()}`,
      strength,
      side === 'technical',
    ),
    tables: [
      viewsTable(situation, personId, competencies, reader),
      {
        title: 'By competency',
        columns: [
          { key: 'competency', title: 'Competency' },
          { key: 'estimate', title: 'Level', numeric: true },
          { key: 'range', title: '80% interval' },
          { key: 'views', title: 'Views', numeric: true },
          { key: 'tickets', title: 'Tickets', numeric: true },
        ],
        rows: competencies.map((competency) => {
          const one = known.competencies[competency];
          return {
            competency: wordOf(competency),
            estimate: one.tooLittle ? null : one.estimate.mean.toFixed(1),
            range: one.tooLittle ?? rangeOf(one),
            views: one.views,
            tickets: one.tickets,
            door: `competency/${personId}/${competency}`,
          };
        }),
        total: competencies.length,
      },
    ],
  };
}

/** What stands behind one competency of a person. */
export function competencyPanel(
  situation: Situation,
  ref: string,
  personId: PersonId,
  competency: Competency,
  reader: PanelReader,
): Panel | undefined {
  const person = situation.structure.people.find((one) => one.personId === personId);
  const all = strengthsOf({ ...situation, nameRater: reader.nameRater }).people.get(personId)?.competencies;
  const strength = all && Object.hasOwn(all, competency) ? all[competency] : undefined;
  if (!person || !strength) return undefined;
  const panel = strengthPanel(
    situation,
    ref,
    person,
    `${person.name}: ${wordOf(competency)}`,
    strength,
    competency === 'resolving',
  );
  return {
    ...panel,
    tables: [viewsTable(situation, personId, [competency], reader)],
    doors: [
      ...panel.doors,
      {
        ref: `strength/${personId}/${sideOf(competency)}`,
        label: `The whole side: ${SIDES[sideOf(competency)].toLowerCase()}`,
      },
    ],
  };
}

function strengthPanel(
  situation: Situation,
  ref: string,
  person: Person,
  title: string,
  strength: Strength,
  tickets: boolean,
): Panel {
  const rules = [...PRIOR_RULES, ...VIEW_RULES, ...(tickets ? TICKET_RULES : [])];
  const share = Math.round(strength.evidence * 100);
  const sentence = strength.tooLittle
    ? `${capital(strength.tooLittle)}. Until then ${person.name} stands where everyone starts, with a wide range.`
    : `Probably ${rangeOf(strength)}, most likely ${strength.estimate.mean.toFixed(1)}. ${share}% of what could be known is known so far.`;
  return {
    ...emptyPanel(ref, title, sentence),
    estimate: strength.estimate,
    n: [
      { label: 'views', value: strength.views },
      { label: 'people who gave them', value: strength.raters },
      ...(tickets ? [{ label: 'tickets', value: strength.tickets }] : []),
    ],
    rules: rules.map((key) => ruleOf(key, situation)),
    sources: [
      ...strength.sources.map(capital),
      VIEW_SOURCE,
      ...(tickets && strength.tickets > 0 ? [TICKET_SOURCE] : []),
    ],
    limits: tickets && strength.tickets > 0 ? [HIDDEN] : [],
    doors:
      tickets && situation.ticketsClosed.has(person.personId)
        ? [{ ref: `tickets/${person.personId}`, label: 'The tickets' }]
        : [],
  };
}

const wordOf = (competency: Competency) => COMPETENCY_WORDS[competency];
const rangeOf = ({ estimate }: Strength) => sayRange(estimate);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
